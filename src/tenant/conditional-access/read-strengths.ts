import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import { authenticationMethods } from '../../vocabulary/methods.ts'
import { entriesOf } from './entries.ts'
import {
  fieldsOf,
  type GraphField,
  type GraphFields,
  type GraphReading,
  isEmpty,
  knownWordsOf,
  textOf,
  unclearIn,
  wordsOf,
} from './graph-reader.ts'
import type { AuthenticationContext, AuthenticationStrength } from './model.ts'

/** The fields of a strength. */
export const strengthFields = [
  'id',
  'displayName',
  'policyType',
  'requirementsSatisfied',
  'allowedCombinations',
  'combinationConfigurations',
] as const

const provenance = ['createddatetime', 'modifieddatetime', 'description']

type Narrowing = Pick<AuthenticationStrength, 'narrowed' | 'keys'>

/** Combinations that are narrowed to certain keys or issuers, lower-cased. */
export function narrowedBy(reading: GraphReading, field: GraphField | undefined): Narrowing {
  if (field === undefined || isEmpty(field.value)) return { narrowed: new Set() }
  const items: readonly unknown[] = Array.isArray(field.value) ? field.value : [field.value]
  const narrowed = items.flatMap((item, index) => {
    const path = Array.isArray(field.value) ? [...field.path, index] : field.path
    const ignored = ['id', 'allowedaaguids', 'allowedissuerskis', 'allowedpolicyoids', 'allowedissuers']
    const parts = fieldsOf(reading, { value: item, path }, ['appliesToCombinations'], ignored)
    const keys = keysIn(item)
    return combinationsOf(reading, parts.appliesToCombinations).map(
      (combination) => [combination.toLowerCase(), keys] as const,
    )
  })
  const at = reading.document.rangeOfKey(field.path)
  reading.diagnostics.push({ code: 'POL-13', args: { strength: reading.owner }, at })
  const known = narrowed.flatMap(([combination, keys]) => (keys === undefined ? [] : [[combination, keys] as const]))
  const names = new Set(narrowed.map(([combination]) => combination))
  return known.length === 0 ? { narrowed: names } : { narrowed: names, keys: new Map(known) }
}

/** The AAGUIDs that a configuration allows; undefined if it narrows by something else. */
function keysIn(item: unknown): readonly string[] | undefined {
  const own = isMapping(item) ? Object.entries(item) : []
  const value = own.find(([key]) => key.toLowerCase() === 'allowedaaguids')?.[1]
  if (!Array.isArray(value)) return undefined
  return value.flatMap((one) => (typeof one === 'string' ? [one.toLowerCase()] : []))
}

function readStrengthEntry(
  document: LocatedDocument,
  diagnostics: Diagnostic[],
  entry: GraphField,
): AuthenticationStrength | undefined {
  const reading: GraphReading = {
    document,
    diagnostics,
    notUnderstood: [],
    owner: nameOfEntry(entry),
    root: entry.path,
  }
  const { value: parts, unclear: beside } = unclearIn(reading, () =>
    fieldsOf(reading, entry, strengthFields, provenance),
  )
  if (isEmpty(parts.allowedCombinations?.value)) {
    diagnostics.push({ code: 'POL-8', args: { kind: 'authentication strength' }, at: document.rangeOf(entry.path) })
    return undefined
  }
  const name = textOf(parts.displayName) ?? textOf(parts.id) ?? reading.owner
  const admitted = admittedBy(reading, parts, beside)
  const unclear = admitted.unclear.map((fact) => fact.replace(/^policy:/, 'authenticationStrength:'))
  return {
    id: (textOf(parts.id) ?? name).toLowerCase(),
    name,
    builtIn: textOf(parts.policyType)?.toLowerCase() === 'builtin',
    ...admitted,
    unclear,
  }
}

/** Combinations of known methods; one with a method that is unknown admits nothing that can be told. */
function combinationsOf(reading: GraphReading, field: GraphField | undefined): readonly string[] {
  return wordsOf(reading, field).flatMap(({ word, path }) => {
    const { value, unclear } = unclearIn(reading, () =>
      knownWordsOf(reading, { value: word, path }, authenticationMethods, ','),
    )
    return unclear.length === 0 ? [value.join(',')] : []
  })
}

type StrengthParts = GraphFields<(typeof strengthFields)[number]>

/**
 * Which combinations pass, as far as they were understood. Further combinations only let more pass; any other part that
 * was not understood, given as `beside`, may take away from what passes, so nothing is sure to.
 */
export function admittedBy(
  reading: GraphReading,
  parts: StrengthParts,
  beside: readonly string[],
): Pick<AuthenticationStrength, 'allowedCombinations' | 'narrowed' | 'keys' | 'unclear'> {
  const combinations = unclearIn(reading, () => combinationsOf(reading, parts.allowedCombinations))
  const other = unclearIn(reading, () => {
    knownWordsOf(reading, parts.policyType, ['builtIn', 'custom'])
    knownWordsOf(reading, parts.requirementsSatisfied, ['none', 'mfa'], ',')
    return narrowedBy(reading, parts.combinationConfigurations)
  })
  const doubtful = [...beside, ...other.unclear]
  return {
    allowedCombinations: doubtful.length === 0 ? combinations.value : [],
    ...other.value,
    unclear: [...combinations.unclear, ...doubtful],
  }
}

/** The display name or id of an entry, for messages. */
export function nameOfEntry(entry: GraphField): string {
  const mapping = isMapping(entry.value) ? entry.value : {}
  for (const wanted of ['displayname', 'name', 'id']) {
    const found = Object.entries(mapping).find(([key]) => key.toLowerCase() === wanted)?.[1]
    if (typeof found === 'string' && found !== '') return found
  }
  return String(entry.path.at(-1) ?? entry.path.length)
}

/** The authentication strengths at a place of a document: one, a list, or Graph's `value` list. */
export function readAuthenticationStrengths(
  document: LocatedDocument,
  path: DocumentPath,
  diagnostics: Diagnostic[],
): readonly AuthenticationStrength[] {
  return entriesOf(document, path, 'authentication strength', diagnostics).flatMap(
    (entry) => readStrengthEntry(document, diagnostics, entry) ?? [],
  )
}

/** The authentication contexts at a place of a document. */
export function readAuthenticationContexts(
  document: LocatedDocument,
  path: DocumentPath,
  diagnostics: Diagnostic[],
): readonly AuthenticationContext[] {
  return entriesOf(document, path, 'authentication context', diagnostics).flatMap((entry) => {
    const reading: GraphReading = {
      document,
      diagnostics,
      notUnderstood: [],
      owner: nameOfEntry(entry),
      root: entry.path,
    }
    const parts = fieldsOf(reading, entry, ['id', 'displayName', 'isAvailable'], provenance)
    const id = textOf(parts.id)?.toLowerCase()
    return id === undefined ? [] : [{ id, name: textOf(parts.displayName) ?? id }]
  })
}
