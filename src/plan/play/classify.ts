import type { ComparedChange } from '../../analysis/compare/compare-cells.ts'
import type { CellReading, Change, Matrix } from '../../analysis/population/results.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { SessionVerdict } from '../../trace/step.ts'
import type { FindingKind } from '../finding-kinds.ts'

/** Whether a sign-in gets in. A prompt that would need two credentials gets nobody in. */
export type Access = 'works' | 'open' | 'closed'

/** Whether a verdict gets someone in. */
export function accessOf({ kind }: SessionVerdict): Access {
  if (kind === 'signs-in' || kind === 'several-credentials') return 'works'
  return kind === 'undetermined' ? 'open' : 'closed'
}

const machines: ReadonlySet<string> = new Set(['device', 'script'])

/** What someone does with a client from somewhere. */
export interface Task {
  readonly client: string
  readonly purpose: string
  readonly network: string
}

/** A scanner or an application has no other client to turn to: what it does is a task of its own. */
export function taskOf(tenant: Tenant, { client, purpose, network }: Task): string {
  const product = tenant.clients.get(client)?.product
  const own = product !== undefined && machines.has(product.kind) ? client : ''
  return `${own}\u0000${purpose}\u0000${network}`
}

/** The better of two ways in. */
export const better = (one: Access | undefined, other: Access): Access =>
  one === 'works' || other === 'works' ? 'works' : one === 'open' || other === 'open' ? 'open' : 'closed'

/** What some people can do on one side of a transition, whichever of their clients they take. */
export type Capability = (people: number | undefined, task: Task) => Access

/** What the people of each class can do in a matrix. */
export function capabilityIn(tenant: Tenant, { cells }: Matrix): Capability {
  const found = new Map<string, Access>()
  for (const cell of cells) {
    const key = `${cell.class}\u0000${taskOf(tenant, cell.request)}`
    found.set(key, better(found.get(key), accessOf(cell.verdict)))
  }
  return (people, task) =>
    people === undefined ? 'closed' : (found.get(`${people}\u0000${taskOf(tenant, task)}`) ?? 'closed')
}

const strong: ReadonlySet<string> = new Set(['asked', 'already-satisfied', 'registration-required'])
const weak: ReadonlySet<string> = new Set(['not-required', 'bypassed'])

const factorsOf = ({ legs }: CellReading): ReadonlyMap<string, string> =>
  new Map(
    legs.flatMap(({ leg, verdict }) => (verdict.kind === 'signs-in' ? [[leg, verdict.secondFactor] as const] : [])),
  )

/** Whether a second factor that protected a leg is no longer asked for. */
function isWeaker(before: CellReading, after: CellReading): boolean {
  const factors = factorsOf(before)
  return [...factorsOf(after)].some(([leg, now]) => weak.has(now) && strong.has(factors.get(leg) ?? ''))
}

/** Whether it is open if a leg that a second factor protected still asks for it: it is undetermined, or the vendor decides. */
export function possiblyWeaker({ before, after }: Change): boolean {
  if (before === undefined || after === undefined) return false
  const factors = factorsOf(before)
  return after.legs.some(
    ({ leg, verdict }) =>
      strong.has(factors.get(leg) ?? '') &&
      (verdict.kind === 'undetermined' || (verdict.kind === 'signs-in' && verdict.secondFactor === 'may-be-asked')),
  )
}

const mustRegister = (reading: CellReading): boolean =>
  [...factorsOf(reading).values()].includes('registration-required')

const otherwise = ['credential', 'presents', 'verifier', 'second-factor', 'prompts']

function ofWorking(
  { aspects }: ComparedChange['change'],
  before: CellReading,
  after: CellReading,
): FindingKind | undefined {
  if (isWeaker(before, after)) return 'weakened'
  if (mustRegister(after) && !mustRegister(before)) return 'must-register'
  return aspects.some((aspect) => otherwise.includes(aspect)) ? 'asked-otherwise' : undefined
}

/** Whether a sign-in that did not exist before works, and nobody could do the same with another client. */
const isNewlyPossible = ({ change, joint }: ComparedChange, before: Capability): boolean =>
  change.after !== undefined && accessOf(change.after.verdict) === 'works' && before(joint.before, change) === 'closed'

/** What a changed sign-in means for those whose it is; undefined where they notice nothing. */
export function kindOf(one: ComparedChange, before: Capability, after: Capability): FindingKind | undefined {
  const { change, joint } = one
  // Whoever leaves with a stage is not stranded, and whoever arrives has lost nothing.
  if (joint.before === undefined || joint.after === undefined) return undefined
  if (change.before === undefined) return isNewlyPossible(one, before) ? 'gained' : undefined
  const was = accessOf(change.before.verdict)
  const is = change.after === undefined ? 'closed' : accessOf(change.after.verdict)
  if (was === 'works' && is === 'works' && change.after !== undefined)
    return ofWorking(change, change.before, change.after)
  if (was === 'works') return ofLost(one, before, after)
  if (was === 'open') return is === 'open' ? undefined : ofOpen(one, is, before, after)
  if (is === 'closed') return undefined
  // What credentials or addresses lacked was not closed by anyone.
  if (change.before.verdict.kind !== 'blocked') return is === 'works' ? 'gained' : 'undetermined'
  return is === 'works' ? 'opened' : 'perhaps-opened'
}

/** What it means that a sign-in is decided that was not: what is not known to have worked is not known to be lost. */
function ofOpen({ change, joint }: ComparedChange, is: Access, before: Capability, after: Capability): FindingKind {
  if (is === 'works') return 'perhaps-opened'
  const left = after(joint.after, change)
  return left === 'works' ? 'undetermined' : before(joint.before, change) === 'works' ? 'stranded' : 'perhaps-stranded'
}

/** What it means that a sign-in works no longer, or perhaps no longer. */
function ofLost({ change, joint }: ComparedChange, before: Capability, after: Capability): FindingKind {
  const left = after(joint.after, change)
  if (left === 'open') return 'perhaps-stranded'
  if (left === 'closed') return before(joint.before, change) === 'works' ? 'stranded' : 'perhaps-stranded'
  return change.after !== undefined && accessOf(change.after.verdict) === 'open' ? 'undetermined' : 'client-lost'
}
