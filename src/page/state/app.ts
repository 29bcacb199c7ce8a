import { parseSignals } from '../../analysis/parse-signals.ts'
import type { PageData } from '../../report/pages/page-data.ts'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { TenantClient } from '../../tenant/tenant.ts'
import { editedFiles } from '../edit/edit-files.ts'
import { type Child, refill } from '../parts/dom.ts'
import type { Look } from '../plan/crowd-plans.ts'
import { type Files, type Plan, type Planned, type PlanOptions, planOf } from '../plan/plan.ts'
import type { Viewpoint } from './cell.ts'
import { printing } from './printing.ts'
import type { State, Store, View } from './state.ts'
import type { Work } from './work.ts'

/** Everything that the parts of the page share. */
export interface App {
  readonly data: PageData
  readonly store: Store
  readonly first: State
  /** The tenant as its file says. */
  readonly base: Plan
  /** The tenant at a stage of the plan; at the start, and where there is no such stage, as its file says. */
  readonly staged: (stage: number) => Plan
  /** The tenant with the reader's changes; the last one that could be read while a change cannot be. */
  readonly plan: (state: State) => Plan
  /** The people of a crowd in groups that are equal in each of some plans; plans without a crowd stay as they are. */
  readonly grouping: Grouping
  /** Why the reader's changes cannot be read, in words. */
  readonly problems: (state: State) => string | undefined
  /** What is wrong or noteworthy in the files as the reader has them. */
  readonly diagnostics: (state: State) => readonly Diagnostic[]
  /** Whether the link by which the page was opened carried texts that could not be read. */
  readonly damaged: boolean
  /** Tells screen readers what just happened. */
  readonly announce: (text: string) => void
}

type Tried = Pick<State, 'edits' | 'texts'>

/** Groups the people of plans that are looked at together. */
export interface Grouping {
  /** The plans with their people grouped; as they are while that is not done. */
  readonly known: (looks: readonly Look[]) => readonly Plan[]
  /** Has the plans grouped on a line of work; at once where there is nothing to group. */
  readonly group: (looks: readonly Look[], line: Work, heard: GroupingHeard) => void
}

/** Who hears of a grouping. */
export interface GroupingHeard {
  /** Told how far it has come, from 0 to 1. */
  readonly tell: (share: number) => void
  readonly ready: (plans: readonly Plan[]) => void
}

/** Keeps the plan of the latest texts and changes, so that everyone who asks gets the same. */
export function planKeeper(base: Plan, file: string, options: PlanOptions): (tried: Tried) => Planned {
  let last: Tried = { edits: [], texts: undefined }
  let planned: Planned = { ok: true, plan: base }
  let typed: { readonly texts: Files | undefined; readonly planned: Planned } = { texts: undefined, planned }
  const typedPlan = (texts: Files | undefined): Planned => {
    if (texts !== typed.texts)
      typed = { texts, planned: texts === undefined ? { ok: true, plan: base } : planOf(texts, file, options) }
    return typed.planned
  }
  return ({ edits, texts }) => {
    if (edits === last.edits && texts === last.texts) return planned
    last = { edits, texts }
    const start = typedPlan(texts)
    if (!start.ok) planned = start
    else {
      const files = editedFiles(start.plan.files, file, start.plan.tenant, edits)
      planned = files === start.plan.files ? start : planOf(files, file, options)
    }
    return planned
  }
}

/** Where the matrix is looked at; signals that cannot be read are left out. */
export function viewpointOf(plan: Plan, state: State): Viewpoint {
  const networks = [...plan.tenant.networks.keys()]
  const network = networks.includes(state.network) ? state.network : (networks[0] ?? '')
  const parsed = parseSignals(state.signals, plan.tenant.devices)
  const signals = parsed.ok ? parsed.value : {}
  return { network, at: state.at, signals, signalsKey: JSON.stringify(signals) }
}

/** What a state is compared with, and how that is looked at. */
export interface Then {
  readonly plan: Plan
  readonly view: Viewpoint
  readonly words: string
}

/** The file with its own date, or the stage before on the day of this one; the same network, no signals. */
export function thenOf(app: Pick<App, 'base' | 'data' | 'staged' | 'plan' | 'grouping'>, state: State): Then {
  const then = thenAlone(app, state)
  const [now, before = now] = app.grouping.known(looksOf(app, state, app.plan(state)))
  return then.plan.crowd === undefined || before === undefined ? then : { ...then, plan: before }
}

/** The plan of a state, and where the state is changed what it is compared with. */
export function looksOf(app: Pick<App, 'base' | 'data' | 'staged'>, state: State, plan: Plan): readonly Look[] {
  const now = { plan, ...viewpointOf(plan, state) }
  if (!isChanged(app, state)) return [now]
  const { plan: before, view } = thenAlone(app, state)
  return [now, { plan: before, ...view }]
}

function thenAlone({ base, data, staged }: Pick<App, 'base' | 'data' | 'staged'>, state: State): Then {
  const before = state.against === 'before' ? data.plan?.stages[state.stage] : undefined
  const plan = before === undefined || state.stage === 0 ? base : staged(state.stage - 1)
  const at = before?.at ?? base.tenant.asOf
  const words = before === undefined ? 'in the file' : 'in the stage before'
  return { plan, view: { ...viewpointOf(plan, state), at, signals: {}, signalsKey: '{}' }, words }
}

/** Whether anything is tried out that the file does not say. */
export function isChanged({ base }: Pick<App, 'base'>, state: State): boolean {
  return (
    state.edits.length > 0 || state.texts !== undefined || state.at !== base.tenant.asOf || state.signals.length > 0
  )
}

/** The clients of a plan, in the order of its file. */
export function clientsOf({ tenant }: Plan): readonly TenantClient[] {
  return [...tenant.clients.values()]
}

const sameItems = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index])

/** An element that is redrawn when what it reads changes; one in a part that is not shown waits until it is. */
export function live<Element extends HTMLElement>(
  { store }: App,
  element: Element,
  reads: (state: State) => readonly unknown[],
  draw: (state: State) => Child,
  shownIn?: View,
): Element {
  let seen: readonly unknown[] | undefined
  const update = (state: State): void => {
    if (shownIn !== undefined && state.view !== shownIn && !printing.now) return
    const values = reads(state)
    if (seen !== undefined && sameItems(seen, values)) return
    seen = values
    refill(element, draw(state))
  }
  store.listen(update)
  printing.listeners.push(() => update(store.get()))
  update(store.get())
  return element
}
