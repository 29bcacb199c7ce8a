import { type Diagnostic, type Loaded, loadedOf } from '../../source/diagnostics/diagnostic.ts'
import { suggest } from '../../source/diagnostics/suggest.ts'
import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import { isMapping } from '../../vocabulary/mapping.ts'

/** A claim of a file, with its place in the document. */
export interface WrittenClaim {
  readonly text: string
  /** Why it must hold, in the author's words; for example the id of a requirement. */
  readonly because?: string
  readonly path: DocumentPath
}

const fileKeys = ['claims'] as const
const claimKeys = ['claim', 'because'] as const

interface Reading {
  readonly document: LocatedDocument
  readonly diagnostics: Diagnostic[]
}

/** The claims of a file `claims: [TEXT, { claim: TEXT, because: TEXT }, ...]`, or everything that is wrong with it. */
export function readClaimsFile(document: LocatedDocument): Loaded<readonly WrittenClaim[]> {
  const reading: Reading = { document, diagnostics: [] }
  return loadedOf(claimsOf(reading), reading.diagnostics)
}

function claimsOf(reading: Reading): readonly WrittenClaim[] {
  const { document, diagnostics } = reading
  const { value } = document
  if (!isMapping(value)) return wrongKind(reading, 'a file of claims', ['a mapping'], value, [])
  refuseUnknownKeys(reading, value, fileKeys, 'a file of claims', [])
  const { claims } = value
  if (claims === undefined) {
    diagnostics.push({ code: 'SHAPE-2', args: { key: 'claims', of: 'a file of claims' }, at: document.rangeOf([]) })
    return []
  }
  if (!Array.isArray(claims)) return wrongKind(reading, 'claims', ['a list'], claims, ['claims'])
  if (claims.length === 0)
    diagnostics.push({
      code: 'SHAPE-10',
      args: { what: 'claims', least: 1, found: 0 },
      at: document.rangeOf(['claims']),
    })
  return claims.flatMap((one: unknown, index) => claimOf(reading, one, ['claims', index]))
}

function claimOf(reading: Reading, value: unknown, path: DocumentPath): readonly WrittenClaim[] {
  if (typeof value === 'string' && value.trim() !== '') return [{ text: value.trim(), path }]
  if (!isMapping(value)) return wrongKind(reading, 'a claim', ['text', 'a mapping'], value, path)
  refuseUnknownKeys(reading, value, claimKeys, 'a claim', path)
  const { claim, because } = value
  if (claim === undefined) {
    reading.diagnostics.push({
      code: 'SHAPE-2',
      args: { key: 'claim', of: 'a claim' },
      at: reading.document.rangeOf(path),
    })
    return []
  }
  if (typeof claim !== 'string' || claim.trim() === '')
    return wrongKind(reading, 'claim', ['text'], claim, [...path, 'claim'])
  if (because !== undefined && (typeof because !== 'string' || because.trim() === ''))
    return wrongKind(reading, 'because', ['text'], because, [...path, 'because'])
  return [
    { text: claim.trim(), path: [...path, 'claim'], ...(because === undefined ? {} : { because: because.trim() }) },
  ]
}

function refuseUnknownKeys(
  { document, diagnostics }: Reading,
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
  of: string,
  path: DocumentPath,
): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue
    const suggestion = suggest(key, known)
    const args = { key, of, known, ...(suggestion === undefined ? {} : { suggestion }) }
    diagnostics.push({ code: 'SHAPE-1', args, at: document.rangeOfKey([...path, key]) })
  }
}

type Expected = 'a list' | 'a mapping' | 'text'

function wrongKind(
  { document, diagnostics }: Reading,
  what: string,
  expected: readonly Expected[],
  value: unknown,
  path: DocumentPath,
): readonly never[] {
  diagnostics.push({ code: 'SHAPE-4', args: { what, expected, found: kindOf(value) }, at: document.rangeOf(path) })
  return []
}

function kindOf(value: unknown) {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (isMapping(value)) return 'a mapping'
  if (typeof value === 'string') return 'text'
  return typeof value === 'boolean' ? 'true or false' : 'a number'
}
