import { hasErrors, type Loaded } from '../source/diagnostics/diagnostic.ts'
import { type LocatedDocument, readJsonDocument } from '../source/document/located-document.ts'
import { positionOf, type SourceText } from '../source/text/source-text.ts'
import { isMapping } from '../vocabulary/mapping.ts'
import { usageProblem } from './usage.ts'

/** What a project wants in its `package.json`. */
export interface ManifestParts {
  readonly scripts: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

/** A `package.json` with additions; everything else of it is as it was, letter by letter. */
export interface MergedManifest {
  readonly text: string
  /** Keys that were added, as paths with dots. */
  readonly added: readonly string[]
  /** The script that runs the tests; another name where the project has a `test` of its own. */
  readonly testScript: string
}

type Values = Readonly<Record<string, unknown>>

/** What `npm init` writes into `scripts.test`: nobody's own script. */
const npmPlaceholder = 'echo "Error: no test specified" && exit 1'

/** Adds scripts and packages that a `package.json` lacks; what it has stays. A text that is not JSON is a failure. */
export function mergeManifest(source: SourceText, wanted: ManifestParts): Loaded<MergedManifest> {
  const { document, diagnostics } = readJsonDocument(source)
  if (document === undefined || hasErrors(diagnostics)) return { ok: false, diagnostics }
  const scripts = objectAt(document, ['scripts'])
  const packages = ['dependencies', 'devDependencies', 'optionalDependencies'].map((key) => objectAt(document, [key]))
  const replaced = scripts['test'] === npmPlaceholder
  const names = scriptNames(replaced ? without(scripts, 'test') : scripts, wanted.scripts)
  const missing = Object.entries(wanted.devDependencies).filter(
    ([name]) => !packages.some((one) => Object.hasOwn(one, name)),
  )
  const newScripts = names.filter(({ fresh }) => fresh).map(({ name, command }) => [name, command] as const)
  const layout = layoutOf(source.text)
  let text = source.text
  text = addMembers(text, 'devDependencies', missing, layout)
  const appended = newScripts.filter(([name]) => !(replaced && name === 'test'))
  text = addMembers(text, 'scripts', appended, layout)
  if (replaced) text = replaceScript(text, newScripts.find(([name]) => name === 'test')?.[1] ?? npmPlaceholder)
  const added = [
    ...newScripts.map(([name]) => `scripts.${name}`),
    ...missing.map(([name]) => `devDependencies.${name}`),
  ]
  return { ok: true, value: { text, added, testScript: names[0]?.name ?? 'test' }, warnings: diagnostics }
}

const without = (values: Values, key: string): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== key))

/** Under which name each script stands, and whether it has to be added; a name that is taken gets an ending. */
function scriptNames(has: Values, wanted: Readonly<Record<string, string>>) {
  return Object.entries(wanted).map(([plain, command]) => {
    const names = [plain, `${plain}:authplan`]
    const name = names.find((one) => has[one] === command) ?? names.find((one) => !Object.hasOwn(has, one))
    return { name: name ?? `${plain}:authplan`, command, fresh: name !== undefined && !Object.hasOwn(has, name) }
  })
}

/** The object at a place; nothing there is an empty one, anything else is the user's mistake. */
function objectAt(document: LocatedDocument, path: readonly string[]): Values {
  const whole = expectObject(document, [], document.value)
  const [key] = path
  if (key === undefined || !Object.hasOwn(whole, key)) return {}
  return expectObject(document, path, whole[key])
}

function expectObject(document: LocatedDocument, path: readonly string[], value: unknown): Values {
  if (isMapping(value)) return value
  const { line, column } = positionOf(document.rangeOf(path))
  const what = path.length === 0 ? 'the manifest' : `\`${path.join('.')}\``
  throw usageProblem(
    `${document.source.name}:${line}:${column} ${what} is not an object`,
    'fix it first; nothing was written',
  )
}

/** How a text is laid out: its line break and one step of indentation; no break at all in one long line. */
interface Layout {
  readonly newline: string
  readonly unit: string
}

function layoutOf(text: string): Layout {
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const unit = /^\s*\{[^\n]*\n([ \t]+)"/.exec(text)?.[1]
  const oneLine = /^\s*\{[^\n]*\}\s*$/.test(text) && !/^\s*\{\s*\}\s*$/.test(text)
  return { newline: oneLine ? '' : newline, unit: oneLine ? '' : (unit ?? '  ') }
}

type Member = readonly [string, string]

function memberLines(members: readonly Member[], layout: Layout, depth: number): string {
  const colon = layout.newline === '' ? ':' : ': '
  return members
    .map(([key, value]) => `${layout.unit.repeat(depth)}${JSON.stringify(key)}${colon}${JSON.stringify(value)}`)
    .join(`,${layout.newline}`)
}

/** Adds members to an object of the manifest, which is made at the end where it is missing. */
function addMembers(text: string, key: string, members: readonly Member[], layout: Layout): string {
  if (members.length === 0) return text
  const document = placed(text)
  const { newline, unit } = layout
  if (document.has([key]))
    return inserted(text, document.rangeOf([key]), memberLines(members, layout, 2), unit, newline)
  const colon = newline === '' ? ':' : ': '
  const own = `${unit}${JSON.stringify(key)}${colon}{${newline}${memberLines(members, layout, 2)}${newline}${unit}}`
  return inserted(text, document.rangeOf([]), own, '', newline)
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/** Puts lines behind the last member of an object. */
function inserted(text: string, { start, end }: Stretch, lines: string, indent: string, newline: string): string {
  const inner = text.slice(start + 1, end - 1)
  if (inner.trim() === '')
    return `${text.slice(0, start + 1)}${newline}${lines}${newline}${indent}${text.slice(end - 1)}`
  const last = start + 1 + inner.trimEnd().length
  const inOneLine = !inner.includes('\n')
  return inOneLine
    ? `${text.slice(0, last)}, ${lines.trim().replace(/\r?\n\s*/g, ' ')}${text.slice(last)}`
    : `${text.slice(0, last)},${newline}${lines}${text.slice(last)}`
}

function replaceScript(text: string, command: string): string {
  const { start, end } = placed(text).rangeOf(['scripts', 'test'])
  return `${text.slice(0, start)}${JSON.stringify(command)}${text.slice(end)}`
}

/** The places in a text that has been read without a mistake before. */
function placed(text: string): LocatedDocument {
  const { document } = readJsonDocument({ name: 'package.json', text })
  if (document === undefined) throw new Error('an addition broke the manifest')
  return document
}
