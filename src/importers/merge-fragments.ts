import type { Diagnostic } from '../source/diagnostics/diagnostic.ts'
import type { SourceRange } from '../source/text/source-text.ts'
import type { TenantFile } from '../tenant/tenant-file.ts'
import type { CoverageEntry } from './coverage.ts'
import type { Fragment, ValueOrigin } from './fragment.ts'
import { type Disagreement, mergeValues } from './merge-values.ts'

/** Where values come from, by place in the tenant file; the nearest part that has an origin answers. */
export type OriginIndex = (path: readonly (string | number)[]) => SourceRange | undefined

const keyOf = (path: readonly (string | number)[]): string => path.map((step) => `${step}`.toLowerCase()).join('\n')

/** An index over origins; of several for one place the first counts. */
export function originIndex(origins: readonly ValueOrigin[]): OriginIndex {
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

function reported(
  { path, kept, left, keptSecond }: Disagreement,
  first: OriginIndex,
  second: OriginIndex,
): { readonly coverage: CoverageEntry; readonly diagnostics: readonly Diagnostic[] } {
  const [ofKept, ofLeft] = keptSecond ? [second(path), first(path)] : [first(path), second(path)]
  const what = path.join(' · ')
  const note = `exports disagree: ${shown(kept)} counts, ${shown(left)} does not`
  const args = { what, kept: shown(kept), left: shown(left) }
  const related = ofKept === undefined ? [] : [{ at: ofKept, note: 'contradicts' as const }]
  return {
    coverage: { source: ofLeft?.source.name ?? '', kind: 'value', name: what, status: 'assumed', note },
    diagnostics: ofLeft === undefined ? [] : [{ code: 'IMP-3', args, at: ofLeft, related }],
  }
}

/** All fragments as one, in the order given; where they disagree, the richer record counts and the other is reported. */
export function mergeFragments(fragments: readonly Fragment[]): Fragment {
  return fragments.reduce<Fragment>(mergeTwo, { file: {}, origins: [], coverage: [], diagnostics: [] })
}

function mergeTwo(one: Fragment, other: Fragment): Fragment {
  const { value, disagreements } = mergeValues(one.file, other.file)
  const [first, second] = [originIndex(one.origins), originIndex(other.origins)]
  const told = disagreements.map((disagreement) => reported(disagreement, first, second))
  return {
    // Parts of two tenant files, merged key by key.
    file: value as Partial<TenantFile>,
    origins: [...one.origins, ...other.origins],
    coverage: [...one.coverage, ...other.coverage, ...told.map(({ coverage }) => coverage)],
    diagnostics: [...one.diagnostics, ...other.diagnostics, ...told.flatMap(({ diagnostics }) => diagnostics)],
    names: new Map([...(other.names ?? []), ...(one.names ?? [])]),
  }
}
