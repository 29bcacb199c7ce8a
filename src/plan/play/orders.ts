import { type Diagnostic, hasErrors, messageOf } from '../../source/diagnostics/diagnostic.ts'
import type { StageFile } from '../file/plan-file.ts'
import { compileStage, instantIn } from '../states/compile-stages.ts'
import type { Exception, Stage, StagedPlan } from '../states/staged-plan.ts'
import type { FoundOrder, OrdersResult, Verdict } from './orders-result.ts'
import { type PlayOptions, playerOf } from './states.ts'
import { cohortOf, findingsOf, transitionsInto } from './transitions.ts'

/** How far a search goes; what is beyond is reported as not tried. */
export interface OrderLimits {
  /** Steps from one set of stages to the next that are played. */
  readonly steps: number
  /** Orders that are listed. */
  readonly orders: number
}

const usual: OrderLimits = { steps: 600, orders: 100 }

interface Search {
  readonly plan: StagedPlan
  readonly options: PlayOptions
  readonly limits: OrderLimits
  readonly files: readonly StageFile[]
  readonly known: Map<string, Verdict>
  readonly found: FoundOrder[]
  complete: boolean
}

/** The stages reached so far, by their places in the file; each has the date of its own place in the order. */
interface Prefix {
  readonly order: readonly number[]
  readonly stages: readonly Stage[]
}

/** A stage after those of a prefix. */
interface Step extends Prefix {
  readonly verdict: Verdict
}

const setOf = (order: readonly number[]): string => order.toSorted((one, other) => one - other).join(',')

/** A stage at a place of an order, with the date of that place. */
function placed({ files }: Search, { date: _, when: __, ...stage }: Stage, index: number): Stage {
  const { date, when } = files[index - 1] ?? {}
  if (date !== undefined) return { ...stage, index, date: instantIn(date) }
  return when === undefined ? { ...stage, index } : { ...stage, index, when }
}

/** What follows at the places that are left: only its dates matter. */
function placesLeft(search: Search, stages: readonly Stage[]): readonly Stage[] {
  const last = stages.at(-1)
  if (last === undefined) return []
  return search.files.slice(stages.length - 1).map((_, place) => placed(search, last, stages.length + place))
}

/** The exceptions whose stages are reached, each from the place of its stage on. */
function exceptionsIn({ plan }: Search, order: readonly number[]): readonly Exception[] {
  return plan.exceptions.flatMap((one) => {
    const place = order.indexOf(one.stage - 1)
    return place < 0 ? [] : [{ ...one, stage: place + 1 }]
  })
}

/** Whom the last stage of a prefix strands. */
function judged(search: Search, { order, stages }: Prefix): Verdict {
  const { plan, options } = search
  const whole = [...stages, ...placesLeft(search, stages)]
  const player = playerOf({ ...plan, stages: whole, exceptions: exceptionsIn(search, order) }, options)
  const cohorts = cohortOf(plan)
  const findings = transitionsInto(player, order.length).flatMap((one) => findingsOf(player, one, cohorts))
  const [problem] = player.problems.filter((one) => hasErrors([one]))
  if (problem !== undefined) return { answer: 'impossible', because: messageOf(problem) }
  const grave =
    findings.find(({ kind }) => kind === 'stranded') ?? findings.find(({ kind }) => kind === 'perhaps-stranded')
  if (grave === undefined) return { answer: 'nobody-stranded' }
  const [{ users, client, purpose, network }] = grave.changes
  const because = `${users.representative}, ${client}, ${purpose}, from ${network}`
  return { answer: grave.kind === 'stranded' ? 'stranded' : 'open', because }
}

/** A stage after those of a prefix; undefined where the search has reached its limit. */
function stepTo(search: Search, prefix: Prefix, next: number, file: StageFile): Step | undefined {
  const { files, plan, known, limits } = search
  const before = prefix.stages.at(-1)
  if (before === undefined) return undefined
  const problems: Diagnostic[] = []
  const report = (one: Diagnostic): void => void problems.push(one)
  const { cohorts, from, document } = plan
  const compiling = { file: { plan: plan.name, start: plan.start, stages: files }, document, cohorts, from, report }
  const made = compileStage(compiling, file, next, before.document)
  const order = [...prefix.order, next]
  const stages = [...prefix.stages, placed(search, made, order.length)]
  const [problem] = problems
  if (problem !== undefined) return { order, stages, verdict: { answer: 'impossible', because: messageOf(problem) } }
  // Invariant: what a stage does depends on the tenants before and after it, on its place, and on the exceptions in force.
  const key = `${setOf(prefix.order)} ${next} ${JSON.stringify([before.document.value, made.document.value])}`
  const decided = known.get(key)
  if (decided !== undefined) return { order, stages, verdict: decided }
  if (known.size >= limits.steps) return undefined
  const verdict = judged(search, { order, stages })
  known.set(key, verdict)
  return { order, stages, verdict }
}

/** Pairs of stages that an order has the other way round. */
const swapped = (order: readonly number[]): number =>
  order.reduce((count, one, place) => count + order.slice(place).filter((later) => later < one).length, 0)

function extend(search: Search, prefix: Prefix, open: boolean): void {
  const { files, found, limits } = search
  if (prefix.order.length === files.length) {
    const answer = open ? 'open' : 'nobody-stranded'
    found.push({ stages: prefix.order.map((place) => place + 1), answer, swapped: swapped(prefix.order) })
    return
  }
  for (const [next, file] of files.entries()) {
    if (prefix.order.includes(next)) continue
    const step = found.length < limits.orders ? stepTo(search, prefix, next, file) : undefined
    if (step === undefined) search.complete = false
    else if (step.verdict.answer === 'nobody-stranded') extend(search, step, open)
    else if (step.verdict.answer === 'open') extend(search, step, true)
  }
}

/** How the order of the plan itself ends: the first stage that strands someone. */
function planned(search: Search, first: Prefix): OrdersResult['planned'] {
  let prefix = first
  let open: OrdersResult['planned'] | undefined
  for (const [next, file] of search.files.entries()) {
    const step = stepTo(search, prefix, next, file)
    if (step === undefined) break
    if (step.verdict.answer === 'open') open ??= { ...step.verdict, stage: next + 1 }
    else if (step.verdict.answer !== 'nobody-stranded') return { ...step.verdict, stage: next + 1 }
    prefix = step
  }
  return open ?? { answer: prefix.order.length === search.files.length ? 'nobody-stranded' : 'open' }
}

/** Pairs of stages that stand in the same order in every one of some orders. */
function alwaysIn(orders: readonly FoundOrder[], count: number): OrdersResult['always'] {
  const numbers = Array.from({ length: count }, (_, place) => place + 1)
  return numbers.flatMap((one) =>
    numbers.flatMap((other) =>
      one !== other && orders.every(({ stages }) => stages.indexOf(one) < stages.indexOf(other))
        ? [[one, other] as const]
        : [],
    ),
  )
}

/**
 * Tries the stages of a plan in other orders, each at the date of its place, and keeps those in which nobody is stranded.
 * A stage that strands someone after some stages ends every order that begins with them.
 */
export function ordersOf(plan: StagedPlan, options: PlayOptions, limits: OrderLimits = usual): OrdersResult {
  const [start, ...later] = plan.stages
  const files = later.flatMap(({ file }) => file ?? [])
  const search: Search = { plan, options, limits, files, known: new Map(), found: [], complete: true }
  const first: Prefix = { order: [], stages: start === undefined ? [] : [start] }
  const ofPlan = planned(search, first)
  extend(search, first, false)
  const orders = search.found.toSorted(
    (one, other) => (one.answer === other.answer ? 0 : one.answer === 'open' ? 1 : -1) || one.swapped - other.swapped,
  )
  return {
    plan: plan.name,
    file: plan.document.source.name,
    stages: later.map(({ name }) => name),
    possible: files.reduce((product, _, place) => product * (place + 1), 1),
    steps: search.known.size,
    complete: search.complete,
    planned: ofPlan,
    orders,
    always: search.complete && orders.length > 0 ? alwaysIn(orders, files.length) : [],
  }
}
