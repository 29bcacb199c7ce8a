import { neutralizeLines } from '../../source/text/neutralize.ts'
import { singleLine } from './single-line.ts'

const marks = /[\\`*_[\]<>#|~$^]/g
/** Characters that start a list, a heading, a quotation or a rule at the beginning of a line. */
const opening = /^(\s*)([-+=>:]|\d+[.)])/
/** Text that forges link automatically: URLs, email addresses, mentions, issues. */
const linking = /@|:(?=\/\/)|(?<=\bwww)\./gi

/** A text that Markdown shows verbatim: no link, HTML, table cell or heading. */
export function markdownText(text: string): string {
  return singleLine(text)
    .replace(/&/g, '&amp;')
    .replace(marks, (mark) => (mark === '<' ? '&lt;' : mark === '>' ? '&gt;' : `\\${mark}`))
    .replace(linking, (mark) => `&#${mark.charCodeAt(0)};`)
    .replace(opening, (_, blanks: string, mark: string) => `${blanks}${mark.slice(0, -1)}\\${mark.slice(-1)}`)
}

/** A text in code style, whatever it contains; vertical bars are escaped for tables. */
export function markdownCode(text: string): string {
  const line = singleLine(text)
  const longest = [...line.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0)
  const fence = '`'.repeat(longest + 1)
  const blank = longest > 0 ? ' ' : ''
  return `${fence}${blank}${line.replaceAll('|', '\\|')}${blank}${fence}`
}

/** A code block that its text cannot terminate. */
export function markdownFence(language: string, text: string): readonly string[] {
  const shown = neutralizeLines(text).trimEnd()
  const longest = [...shown.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 2)
  const fence = '`'.repeat(longest + 1)
  return [`${fence}${language}`, shown, fence]
}

/** A table; cells are already Markdown. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(headings), `|${headings.map(() => '---|').join('')}`, ...rows.map(line)]
}
