import { expect } from 'vitest'
import { parse } from 'yaml'
import { csvFields } from '../source/records/csv-row.ts'
import { readCsv } from '../source/records/read-csv.ts'
import { hostileTenant } from './hostile.fixture.ts'
import { escapesTags, isWellFormed, tagsOf } from './markup.fixture.ts'

const steering =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u
/** Nothing steers a terminal or turns the order of text. */
export function expectQuiet(text: string, what: string): void {
  const found = steering.exec(text)
  expect({ what, found: found && text.slice(Math.max(0, found.index - 60), found.index + 20) }).toEqual({
    what,
    found: null,
  })
}

/** No payload begins a separate line, orders anything of a build, or is a color that is not ours. */
export function expectPlain(text: string, what: string): void {
  expectQuiet(text, what)
  const lines = text.split(/\r\n|\n|\r/).filter((line) => /^\s*MARK|^\s*::\w|##\w*\[|\r/.test(line))
  expect({ what, lines }).toEqual({ what, lines: [] })
}

/** A line without its stretches of code. */
function withoutCode(line: string): string {
  const parts = line.split(/(`+)/)
  let kept = ''
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? ''
    const end = index % 2 === 1 && !kept.endsWith('\\') ? parts.indexOf(part, index + 1) : -1
    if (end > 0) index = end
    else kept += part
  }
  return kept
}

/** The lines of a page that are not within a block of code. */
function outsideFences(text: string): string {
  let fence: string | undefined
  const kept = text.split('\n').filter((line) => {
    const [mark = ''] = /^`{3,}/.exec(line) ?? []
    if (fence === undefined && mark !== '') fence = mark
    else if (fence !== undefined && line === fence) fence = undefined
    else return fence === undefined
    return false
  })
  return kept.map(withoutCode).join('\n')
}

/** What must hold of a text in each format, regardless of the names in it. */
export const checksOfOutput: Readonly<Record<string, (text: string, what: string) => void>> = {
  text: expectPlain,
  table: expectPlain,
  compact: expectPlain,
  gherkin: expectPlain,
  // A text of several lines stays one in YAML.
  yaml: (text, what) => {
    expectQuiet(text, what)
    expect(parse(text).name).toBe(hostileTenant.name)
  },
  mmd: expectPlain,
  mermaid: expectPlain,
  plantuml: expectPlain,
  md: expectPlain,
  json: (text, what) => {
    expectQuiet(text, what)
    expect(text).not.toMatch(/##\w*\[/)
    JSON.parse(text)
  },
  sarif: (text, what) => checksOfOutput['json']?.(text, what),
  github: (text, what) => {
    expectQuiet(text, what)
    for (const line of text.trimEnd().split('\n')) expect(line).toMatch(/^$|^::(?:error|warning) file=[^:,]*,line=\d+/)
  },
  csv: (text, what) => {
    expectQuiet(text, what)
    const widths = new Set<number>()
    const { diagnostics, head } = readCsv({ name: 'out.csv', pieces: [text] }, (row) => {
      widths.add(row.count)
      for (const cell of csvFields(row)) expect(cell).not.toMatch(/^\s*[=+@-]/)
    })
    expect({ diagnostics, widths: [...widths] }).toEqual({ diagnostics: [], widths: [head?.header.count] })
  },
  markdown: (text, what) => {
    expectPlain(text, what)
    const open = outsideFences(text)
    expect(open).not.toMatch(
      /<(?!br>|https:)[a-z!/]|(?<!\\)\]\((?!<?https:|rules\.md|#)|^# heading|@mention|(?<!\\)#1\b|<https:\/\/example|[^(<]https?:\/\/example/im,
    )
  },
  runbook: (text, what) => checksOfOutput['markdown']?.(text, what),
  matrix: (text, what) => checksOfOutput['markdown']?.(text, what),
  diagrams: (text, what) => checksOfOutput['markdown']?.(text, what),
  users: (text, what) => checksOfOutput['markdown']?.(text, what),
  gantt: expectPlain,
  html: (text, what) => {
    escapesTags(text, what)
  },
  svg: (text, what) => {
    expectQuiet(text, what)
    expect({ what, foreign: tagsOf(text).filter((tag) => ['img', 'script', 'a', 'iframe'].includes(tag)) }).toEqual({
      what,
      foreign: [],
    })
  },
  junit: (text, what) => {
    expectQuiet(text, what)
    expect({ what, isWellFormed: isWellFormed(text) }).toEqual({ what, isWellFormed: true })
  },
  messages: (text, what) => {
    expectQuiet(text, what)
    for (const line of text.trimEnd().split('\n')) JSON.parse(line)
  },
  coverage: expectPlain,
  requirements: (text, what) => checksOfOutput['markdown']?.(text, what),
  'requirements-csv': (text, what) => checksOfOutput['csv']?.(text, what),
  'requirements-html': (text, what) => checksOfOutput['html']?.(text, what),
  'coverage-json': (text, what) => checksOfOutput['json']?.(text, what),
  lcov: (text, what) => {
    expectPlain(text, what)
    for (const line of text.split('\n').slice(0, -1))
      expect(line).toMatch(/^(?:TN|SF|DA|LF|LH|FN|FNDA|FNF|FNH|BRDA|BRF|BRH):|^end_of_record$/)
  },
  glue: expectPlain,
}
