import type { Diagnostic } from '../source/diagnostics/diagnostic.ts'
import type { SourceRange } from '../source/text/source-text.ts'
import type { TenantFile } from '../tenant/tenant-file.ts'
import { isMapping } from '../vocabulary/mapping.ts'
import type { CoverageEntry } from './coverage.ts'
import type { Fragment, Origins, StatedDispute, ValueOrigin } from './fragment.ts'
import {
  differentValues,
  fateOf,
  isCarried,
  isStatable,
  placeOfDispute,
  workloadsWithoutStatedDisputes,
} from './in-dispute.ts'
import { nameOfListItem } from './list-items.ts'
import { type Disagreement, mergeValues } from './merge-values.ts'
import { withStatedDisputes } from './stated-disputes.ts'

/** Where values come from, by place in the tenant file; the nearest part that has an origin answers. */
export type OriginIndex = (path: readonly (string | number)[]) => SourceRange | undefined

const keyOf = (path: readonly (string | number)[]): string => path.map((step) => `${step}`.toLowerCase()).join('\n')

/** An index over origins; of several for one place the first counts. */
export function originIndex(origins: Origins): OriginIndex {
  const places = new Map<string, SourceRange>()
  for (const { path, at } of origins) if (!places.has(keyOf(path))) places.set(keyOf(path), at)
  return (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const at = places.get(keyOf(path.slice(0, length)))
      if (at !== undefined) return at
    }
    return undefined
  }
}

const shown = (value: unknown): string => (typeof value === 'object' ? 'something else' : String(value))

interface Reported {
  readonly coverage: CoverageEntry
  readonly diagnostics: readonly Diagnostic[]
}

function reported(
  { path, kept, left, keptSecond, open }: Disagreement,
  first: OriginIndex = () => undefined,
  second: OriginIndex = () => undefined,
): Reported {
  const [ofKept, ofLeft] = keptSecond ? [second(path), first(path)] : [first(path), second(path)]
  const what = path.join(' · ')
  const related = ofKept === undefined ? [] : [{ at: ofKept, note: 'contradicts' as const }]
  if (open) {
    const values = [shown(kept), shown(left)].sort()
    const leftOut = !isCarried(path, [kept, left])
    const fate = leftOut ? fateOf.leftOut : fateOf.carried
    const args = {
      what: path.at(-2) ?? 'the tenant',
      field: path.at(-1) ?? '',
      values,
      ...(leftOut ? { leftOut } : {}),
    }
    const coverage = { source: ofLeft?.source.name ?? '', kind: 'value', name: what, status: 'not-understood' } as const
    return {
      coverage: { ...coverage, note: `exports contradict each other; ${fate}` },
      diagnostics: ofLeft === undefined ? [] : [{ code: 'IMP-25', args, at: ofLeft, related }],
    }
  }
  const note = `exports disagree: using ${shown(kept)}, ignoring ${shown(left)}`
  const args = { what, kept: shown(kept), left: shown(left) }
  return {
    coverage: { source: ofLeft?.source.name ?? '', kind: 'value', name: what, status: 'assumed', note },
    diagnostics: ofLeft === undefined ? [] : [{ code: 'IMP-3', args, at: ofLeft, related }],
  }
}

/** A part of a file without the value at a path; list items are addressed by name. */
function without(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (Array.isArray(value))
    return value.map((item: unknown) => (nameOfListItem(item) === step ? without(item, rest) : item))
  if (!isMapping(value)) return value
  const entries = Object.entries(value).map(([key, part]) => [key, key === step ? without(part, rest) : part] as const)
  return Object.fromEntries(entries.filter(([key]) => rest.length > 0 || key !== step))
}

/** A part of a file with a value at a path, which is made from the present one; list items are addressed by name. */
function withValue(
  value: unknown,
  [step = '', ...rest]: readonly string[],
  make: (present: unknown) => unknown,
): unknown {
  if (Array.isArray(value))
    return value.map((item: unknown) => (nameOfListItem(item) === step ? withValue(item, rest, make) : item))
  const own = isMapping(value) ? value : {}
  const present = own[step]
  return { ...own, [step]: rest.length === 0 ? make(present) : withValue(present, rest, make) }
}

/** A file in which a value on which two exports disagree is in dispute if a tenant file can say that, and left out if not. */
function undecided(file: unknown, { path, kept, left }: Disagreement): unknown {
  const place = placeOfDispute(path, [kept, left])
  if (place === undefined && isStatable(path)) return file
  const rest = without(file, path)
  if (place === undefined) return rest
  return withValue(rest, place.map(String), (present) =>
    differentValues([...(Array.isArray(present) ? present : []), kept, left]),
  )
}

/**
 * Merges all fragments in the given order. A contradiction leaves the value undetermined; for an indivisible item, and
 * for item names, the more complete record wins. Both are reported.
 */
export function mergeFragments(fragments: readonly Fragment[]): Fragment {
  const open: Disagreement[] = []
  const merged = fragments.reduce<Fragment>((one, other) => mergeTwo(one, other, open), {
    file: {},
    origins: [],
    coverage: [],
    diagnostics: [],
  })
  // Parts of the same file, without some values that may be left out.
  const rest = open.reduce<unknown>(undecided, merged.file) as Partial<TenantFile>
  const file = withStatedDisputes(rest, [...(merged.disputes ?? []), ...statedIn(open)])
  const { workloads } = file
  return {
    ...merged,
    file: workloads === undefined ? file : { ...file, workloads: workloadsWithoutStatedDisputes(workloads) },
  }
}

/** The disagreements that a tenant file holds as a stated value and others. */
const statedIn = (open: readonly Disagreement[]): readonly StatedDispute[] =>
  open.flatMap(({ path, kept, left }) =>
    placeOfDispute(path, [kept, left]) === undefined && isStatable(path) ? [{ path, values: [kept, left] }] : [],
  )

function* bothOrigins(one: Fragment, other: Fragment): Generator<ValueOrigin> {
  yield* one.origins
  yield* other.origins
}

function mergeTwo(one: Fragment, other: Fragment, open: Disagreement[]): Fragment {
  const { value, disagreements } = mergeValues(one.file, other.file)
  open.push(...disagreements.filter((disagreement) => disagreement.open))
  // Only disagreements need the places of values, of which there are very many.
  const indexes = disagreements.length === 0 ? [] : [originIndex(one.origins), originIndex(other.origins)]
  const told = disagreements.map((disagreement) => reported(disagreement, indexes[0], indexes[1]))
  return {
    // Parts of two tenant files, merged key by key.
    file: value as Partial<TenantFile>,
    origins: { [Symbol.iterator]: () => bothOrigins(one, other) },
    coverage: [...one.coverage, ...other.coverage, ...told.map(({ coverage }) => coverage)],
    diagnostics: [...one.diagnostics, ...other.diagnostics, ...told.flatMap(({ diagnostics }) => diagnostics)],
    names: new Map([...(other.names ?? []), ...(one.names ?? [])]),
    disputes: [...(one.disputes ?? []), ...(other.disputes ?? [])],
  }
}
