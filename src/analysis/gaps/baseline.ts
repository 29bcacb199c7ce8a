import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { suggest } from '../../source/diagnostics/suggest.ts'
import { type DocumentPath, type LocatedDocument, parseSource } from '../../source/document/located-document.ts'
import { parseInstant } from '../../source/text/parse-values.ts'
import { positionOf, type SourceText } from '../../source/text/source-text.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { type GapKind, type GapWay, gapKinds, gapWays } from './result.ts'

/** Keys by which an entry selects sign-ins. */
export const selectors = ['user', 'client', 'purpose', 'network'] as const
/** Names of the witness: one, or a list. */
export type Selector = Readonly<Partial<Record<(typeof selectors)[number], string | readonly string[]>>>

/** A finding that is accepted until a given day. */
export interface BaselineEntry {
  readonly kind: GapKind
  readonly about?: string
  readonly way?: GapWay
  readonly witness: Selector
  readonly reason: string
  readonly expires: Instant
  readonly path: DocumentPath
}

/** A problem in a baseline, with its location. */
export interface BaselineProblem {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
  readonly help?: string
}

/** A baseline, or all of its problems. */
export type ReadBaseline =
  | { readonly ok: true; readonly entries: readonly BaselineEntry[]; readonly document: LocatedDocument | undefined }
  | { readonly ok: false; readonly problems: readonly BaselineProblem[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** A problem at a location in a baseline. */
export function problemAt(
  document: LocatedDocument,
  path: DocumentPath,
  message: string,
  help?: string,
): BaselineProblem {
  const { line, column } = positionOf(document.rangeOfKey(path))
  return { file: document.source.name, line, column, message, ...(help === undefined ? {} : { help }) }
}

function unknownWord(what: string, word: string, known: readonly string[]): readonly [string, string] {
  const near = suggest(word, known)
  const meant = near === undefined ? '' : `did you mean \`${near}\`? `
  return [`unknown ${what} \`${word}\``, `${meant}one of ${known.map((name) => `\`${name}\``).join(', ')}`]
}

const isName = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

const isNames = (value: unknown): value is string | readonly string[] =>
  isName(value) || (Array.isArray(value) && value.length > 0 && value.every(isName))

const fields = ['kind', 'about', 'way', 'witness', 'reason', 'expires']

/** Reads one entry; passes problems to `report` with the path below the entry. */
function entryOf(
  value: unknown,
  path: DocumentPath,
  report: (path: DocumentPath, message: string, help?: string) => void,
): BaselineEntry | undefined {
  if (!isMapping(value)) {
    report(path, 'an entry is not a mapping', `write ${fields.map((field) => `\`${field}\``).join(', ')}`)
    return undefined
  }
  for (const key of Object.keys(value))
    if (!fields.includes(key)) report([...path, key], ...unknownWord('key', key, fields))
  const { kind, about, way, witness, reason, expires } = value
  if ('about' in value && !isName(about))
    report([...path, 'about'], '`about` is not a name', 'name what the finding is about, or remove `about`')
  const knownWay = gapWays.find((one) => one === way)
  if ('way' in value && knownWay === undefined) report([...path, 'way'], ...unknownWord('way', String(way), gapWays))
  const known = gapKinds.find((one) => one === kind)
  if (known === undefined) report([...path, 'kind'], ...unknownWord('kind', String(kind), gapKinds))
  if (typeof reason !== 'string' || reason.trim() === '')
    report([...path, 'reason'], 'an entry has no `reason`', 'state why the finding is accepted')
  const day = typeof expires === 'string' ? parseInstant(expires) : undefined
  if (day === undefined) report([...path, 'expires'], '`expires` is not a date', 'write an ISO date: `2027-06-30`')
  const selector = selectorOf(witness, [...path, 'witness'], report)
  if (known === undefined || typeof reason !== 'string' || day === undefined || selector === undefined) return undefined
  return {
    kind: known,
    ...(isName(about) ? { about } : {}),
    ...(knownWay === undefined ? {} : { way: knownWay }),
    witness: selector,
    reason,
    expires: day,
    path,
  }
}

function selectorOf(
  witness: unknown,
  path: DocumentPath,
  report: (path: DocumentPath, message: string, help?: string) => void,
): Selector | undefined {
  if (!isMapping(witness)) {
    report(path, '`witness` is not a mapping', 'name the sign-ins that are meant: `witness: { user: U, client: C }`')
    return undefined
  }
  const given = Object.entries(witness)
  for (const [key, value] of given) {
    if (!selectors.some((one) => one === key)) report([...path, key], ...unknownWord('key', key, selectors))
    else if (!isNames(value)) report([...path, key], `\`${key}\` is not a name`)
  }
  return Object.fromEntries(given.filter(([, value]) => isNames(value))) as Selector
}

/** Reads a baseline and reports all problems at once. */
export function readBaseline(source: SourceText): ReadBaseline {
  if (source.text.trim() === '' || /^\s*(#[^\n]*\n\s*)*\[\s*\]\s*$/.test(source.text))
    return { ok: true, entries: [], document: undefined }
  const parsed = parseSource(source)
  if (!parsed.ok) return parsed
  const document = parsed.value
  if (!Array.isArray(document.value))
    return { ok: false, problems: [problemAt(document, [], 'a baseline is a list of accepted findings')] }
  const problems: BaselineProblem[] = []
  const entries = document.value.flatMap((value: unknown, index) => {
    const report = (path: DocumentPath, message: string, help?: string): void => {
      problems.push(problemAt(document, path, message, help))
    }
    return entryOf(value, [index], report) ?? []
  })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, entries, document }
}
