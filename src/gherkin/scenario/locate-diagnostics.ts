import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { lineStarts, positionOf, type SourceRange, type SourceText } from '../../source/text/source-text.ts'
import { type DocumentPart, partAt, type Reached, reach } from './change-place.ts'
import type { FeatureBlock, FeaturePosition } from './feature-block.ts'

/** A change to a tenant file, and the feature block that contains it. */
export interface OverlayBlock {
  readonly change: string
  readonly block: FeatureBlock | undefined
}

/** The sources of a modified tenant. */
export interface TenantParts {
  /** The name under which the result was loaded. */
  readonly name: string
  readonly base: SourceText
  /** The block that contains the base tenant, if it is in the feature. */
  readonly baseBlock: FeatureBlock | undefined
  readonly changes: readonly OverlayBlock[]
  /** The text of the feature; undefined if it cannot be read. */
  readonly feature: SourceText | undefined
}

/** Maps diagnostics to locations that the author knows: lines of the feature or of the tenant file. */
export function locateDiagnostics(diagnostics: readonly Diagnostic[], parts: TenantParts): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    at: located(diagnostic.at, parts),
    ...(diagnostic.related !== undefined && {
      related: diagnostic.related.map((one) => ({ ...one, at: located(one.at, parts) })),
    }),
  }))
}

function located(range: SourceRange, parts: TenantParts): SourceRange {
  if (range.source.name !== parts.name) return range
  if (parts.changes.length === 0) return inBase(range.start, range.end, range.source, parts)
  const part = partAt(range.source.text, range.start)
  const reached = parts.changes.map(({ change, block }) => ({ block, change, ...reach(change, part) }))
  const base = reach(parts.base.text, part)
  const best = reached.reduce((one, other) => (other.depth >= one.depth ? other : one))
  if (best.depth < base.depth || best.block === undefined || parts.feature === undefined)
    return inBase(base.start, base.end, parts.base, parts)
  return inBlock(best.block, best.change, best, part, parts.feature)
}

function inBase(
  start: number,
  end: number,
  source: SourceText,
  { base, baseBlock, feature }: TenantParts,
): SourceRange {
  if (baseBlock?.kind === 'text' && feature !== undefined) return textRange(baseBlock, source, { start, end }, feature)
  return { source: base, start, end }
}

function inBlock(
  block: FeatureBlock,
  change: string,
  reached: Reached,
  part: DocumentPart,
  feature: SourceText,
): SourceRange {
  if (block.kind === 'table') return cellRange(block, reached, part, feature)
  const text = { name: feature.name, text: block.text }
  return textRange(block, text, change === block.text ? reached : reachWithin(block.text, part), feature)
}

/** A block with only part of the change: the end of the path leads there. */
function reachWithin(text: string, { steps, ofKey }: DocumentPart): Reached {
  const ends = steps.map((_step, index) => reach(text, { steps: steps.slice(index), ofKey }))
  return ends.reduce((one, other) => (other.depth > one.depth ? other : one), reach(text, { steps, ofKey }))
}

function textRange(
  block: Extract<FeatureBlock, { kind: 'text' }>,
  source: SourceText,
  { start, end }: { readonly start: number; readonly end: number },
  feature: SourceText,
): SourceRange {
  const first = offsetOf(feature, block.at(positionOf({ source, start, end })))
  const last = offsetOf(feature, block.at(positionOf({ source, start: end, end })))
  return { source: feature, start: first, end: Math.max(first, last) }
}

/** Settings are rows of name and value; named objects are rows below a header. */
function cellRange(
  { rows, shape }: Extract<FeatureBlock, { kind: 'table' }>,
  { steps }: Reached,
  { ofKey }: DocumentPart,
  feature: SourceText,
): SourceRange {
  const keys = steps.flatMap((step) => ('key' in step ? [step.key] : [])).reverse()
  const index = steps.flatMap((step) => ('index' in step ? [step.index] : []))[0] ?? 0
  const cell = (shape === 'settings' ? settingCell : entryCell)(rows, keys, index, ofKey) ?? rows[0]?.[0]
  if (cell === undefined) return { source: feature, start: 0, end: 0 }
  const start = offsetOf(feature, cell)
  return { source: feature, start, end: start + cell.value.length }
}

type Cells = Extract<FeatureBlock, { kind: 'table' }>['rows']
type FindCell = (
  rows: Cells,
  keys: readonly string[],
  index: number,
  ofKey: boolean,
) => Cells[number][number] | undefined

const settingCell: FindCell = (rows, keys, _index, ofKey) => {
  const row = keys.flatMap((key) => rows.filter(([name]) => name?.value === key))[0]
  return row?.[ofKey ? 0 : 1]
}

const entryCell: FindCell = ([header = [], ...body], keys, index, ofKey) => {
  const column = keys.map((key) => header.findIndex(({ value }) => value === key)).find((found) => found >= 0)
  const row = body[index]
  if (column === undefined) return row?.[0]
  return ofKey ? header[column] : (row?.[column] ?? row?.[0])
}

function offsetOf(source: SourceText, { line, column }: FeaturePosition): number {
  const starts = lineStarts(source)
  return Math.min((starts[line - 1] ?? source.text.length) + column - 1, source.text.length)
}
