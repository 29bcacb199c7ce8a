// The built product, as the generators ask it.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the repository. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
/** The folder of the site. */
export const site = join(root, 'docs')

/** What a command prints, as a terminal of a fixed width shows it. */
export function authplan(...words) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli/main.cjs'), ...words], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, COLUMNS: '110', NO_COLOR: '1' },
  })
  if (status === 2 || stdout === '') throw new Error(`authplan ${words.join(' ')}: ${stderr}`)
  return stdout
}

/** The same, read as JSON. */
export const asked = (...words) => JSON.parse(authplan(...words, '-f', 'json'))

/** A text of the product as Markdown: nothing in it is markup, code in backticks stays code. */
export function prose(text) {
  return String(text)
    .split(/(`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(/[\\*_{}[\]<>#|]/g, (mark) => (mark === '{' ? '&#123;' : `\\${mark}`)),
    )
    .join('')
}

/** The same in a cell of a table. */
export const cell = (text) =>
  prose(text)
    .replaceAll(/`[^`]*`/g, (code) => code.replaceAll('|', '\\|'))
    .replaceAll('\n', ' ')

/** A word in code, whatever it holds. */
export const code = (text) => {
  const marks = '`'.repeat(Math.max(0, ...[...String(text).matchAll(/`+/g)].map(([run]) => run.length)) + 1)
  return `${marks}${String(text).replaceAll('\n', ' ')}${marks}`
}

/** A table, or nothing where it has no rows. */
export const table = (headings, rows) =>
  rows.length === 0
    ? ''
    : [headings, headings.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

/** A link to a page of the vendor. */
export const pageLink = ({ title, url, section, read }) =>
  `[${prose(title)}](${url})${section === undefined ? '' : `, “${prose(section)}”`}${read === undefined ? '' : `, read ${read}`}`
