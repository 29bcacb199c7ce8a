import { neutralizeLines } from '../../source/text/neutralize.ts'
import { singleLine } from './single-line.ts'

const marks = /[\\`*_[\]<>#|~$^]/g
/** What starts a list, a heading, a quotation or a rule at the beginning of a line. */
const opening = /^(\s*)([-+=>:]|\d+[.)])/
/** What forges turn into links by themselves: addresses of pages and of people, mentions, issues. */
const linking = /@|:(?=\/\/)|(?<=\bwww)\./gi

/** A text that Markdown shows as it stands: no link, no HTML, no table cell, no heading. */
export function markdownText(text: string): string {
  return singleLine(text)
    .replace(/&/g, '&amp;')
    .replace(marks, (mark) => (mark === '<' ? '&lt;' : mark === '>' ? '&gt;' : `\\${mark}`))
    .replace(linking, (mark) => `&#${mark.charCodeAt(0)};`)
    .replace(opening, (_, blanks: string, mark: string) => `${blanks}${mark.slice(0, -1)}\\${mark.slice(-1)}`)
}

/** A text in code style, whatever it holds; bars are escaped for tables. */
export function markdownCode(text: string): string {
  const line = singleLine(text)
  const longest = [...line.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0)
  const fence = '`'.repeat(longest + 1)
  const blank = longest > 0 ? ' ' : ''
  return `${fence}${blank}${line.replaceAll('|', '\\|')}${blank}${fence}`
}

/** A block of code that its text cannot end. */
export function markdownFence(language: string, text: string): readonly string[] {
  const shown = neutralizeLines(text).trimEnd()
  const longest = [...shown.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 2)
  const fence = '`'.repeat(longest + 1)
  return [`${fence}${language}`, shown, fence]
}

/** A table; cells are Markdown already. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(headings), `|${headings.map(() => '---|').join('')}`, ...rows.map(line)]
}
