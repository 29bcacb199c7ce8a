import { rolloutNames } from '../../catalog/rollout-states.ts'
import { vendorTimeline } from '../../catalog/vendor-timeline.ts'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { parseInstant } from '../../source/text/parse-values.ts'
import { declaredName } from '../normalize-workloads.ts'
import type { RolloutFile } from '../tenant-file.ts'
import type { Item, WellFormedFile } from '../well-formed-file.ts'
import type { Check } from './check.ts'

const names = rolloutNames(vendorTimeline)

/** The days between which a tenant can differ from others in a change; the second is left out where there is none. */
interface Window {
  readonly first: string
  readonly last?: string
}

function windowOf(name: string): Window | undefined {
  const changes = vendorTimeline.filter(({ id, override }) => id === name || override === name)
  const [first] = changes.map(({ from }) => from).sort()
  const ends = changes.flatMap(({ until }) => until ?? []).sort()
  if (first === undefined) return undefined
  const last = ends.length === changes.length ? ends.at(-1) : undefined
  return last === undefined ? { first } : { first, last }
}

const instantOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : parseInstant(text)

/** The day that a statement falls before or after, where no tenant can differ; undefined where it has an effect. */
function outside({ from, until }: RolloutFile, { first, last }: Window, asOf: number | undefined) {
  const [begins, ends] = [instantOf(first) ?? 0, instantOf(last) ?? Number.POSITIVE_INFINITY]
  const start = instantOf(from)
  if (start !== undefined && start < begins) return { side: 'before' as const, day: first }
  const planned = asOf !== undefined && (instantOf(until) ?? Number.POSITIVE_INFINITY) > asOf ? asOf : undefined
  const late = (start ?? planned ?? 0) >= ends
  return late && last !== undefined ? { side: 'after' as const, day: last } : undefined
}

function problemsOf(
  file: WellFormedFile,
  { path, value }: Item<RolloutFile>,
  earlier: readonly Item<RolloutFile>[],
): readonly Diagnostic[] {
  const change = declaredName(names.keys(), value.change)
  const window = change === undefined ? undefined : windowOf(change)
  if (change === undefined || window === undefined || names.get(change)?.[value.state] === undefined) return []
  const at = file.document.rangeOf(path)
  const { from, until, state } = value
  const [start, end] = [instantOf(from), instantOf(until)]
  if (start !== undefined && end !== undefined && end <= start)
    return [{ code: 'TEN-32', args: { change: value.change, problem: 'no-time' }, at }]
  const contrary = earlier.some(
    ({ value: one }) => one.change === value.change && one.from === from && one.until === until && one.state !== state,
  )
  if (contrary) return [{ code: 'TEN-32', args: { change: value.change, problem: 'two-states' }, at }]
  const misplaced = outside(value, window, instantOf(file.section('asOf')))
  return misplaced === undefined ? [] : [{ code: 'TEN-31', args: { change: value.change, state, ...misplaced }, at }]
}

/** What a file says of a rollout is said of days on which tenants can differ, and once for each of them. */
export const rolloutPeriods: Check = (file) => {
  const all = file.list('rollouts')
  return all.flatMap((item, index) => problemsOf(file, item, all.slice(0, index)))
}
