import { type Judgement, judgeSignIn, type Ready } from '../../analysis/claims/judge-sign-in.ts'
import { type SignIn, signInOf } from '../../analysis/claims/sign-in.ts'
import { readingKey } from '../../analysis/compare/cell-reading.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import type { ClientRequest, Signals } from '../../vocabulary/requests.ts'
import type { Side } from '../side.ts'
import { assumedSignals, missingSignal, type SignalDomain } from './session-signals.ts'

/** One sign-in with all that it may bring, and how a claim judges it. */
export interface SessionOutcome {
  readonly signIn: SignIn
  readonly judgement: Judgement
  /** Whether no further signal makes a difference; before, it is one of the sign-ins on the way. */
  readonly settled: boolean
}

/** How many sign-ins may still be played; a proof that would need more is open. */
export interface Effort {
  left: number
}

interface Walk {
  readonly side: Side
  readonly claim: Ready
  readonly people: number
  readonly effort: Effort
  readonly fine: boolean
  /** Circumstances under which every pair of signals was tried. */
  readonly paired: Set<string>
}

/** Keys that the coarse outcome of a sign-in decides. */
const coarse: ReadonlySet<string> = new Set([
  ...['user', 'people', 'group', 'role', 'client', 'client-kind', 'purpose', 'network', 'place', 'platform', 'device'],
  ...['application', 'relying-party', 'protocol', 'flow', 'leg', 'required', 'verdict', 'success', 'entry'],
  ...['undetermined', 'credential', 'second-factor', 'prompts'],
])

const readsMore = ({ where, says }: Ready): boolean =>
  [where, says].some(({ signIn, leg }) => [...signIn, ...leg].some(({ key }) => !coarse.has(key)))

const readsPrompts = ({ where, says }: Ready): boolean =>
  [where, says].some(({ signIn }) => signIn.some(({ key }) => key === 'prompts'))

/** What a sign-in needs and how it ends, without the reasons. */
function coarseKey({ verdict, prompts, legs }: SignIn, claim: Ready): string {
  const ofLegs = legs.map(({ verdict: own }) => [
    own.kind,
    'credential' in own ? own.credential : '',
    'secondFactor' in own ? own.secondFactor : '',
  ])
  return `${verdict.kind} ${readsPrompts(claim) ? prompts : ''} ${ofLegs.join(';')}`
}

interface Node extends SessionOutcome {
  readonly request: ClientRequest
  readonly key: string
}

function nodeOf({ side: { tenant }, claim, people, effort, fine }: Walk, request: ClientRequest): Node | undefined {
  effort.left -= 1
  const traces = simulateSession(tenant, request)
  if (traces.length === 0) return undefined
  const signIn = signInOf(tenant, request, traces, people)
  const { verdict, prompts, legs } = signIn
  const judgement = judgeSignIn(signIn, claim)
  const key = fine ? readingKey({ verdict, prompts, legs }) : coarseKey(signIn, claim)
  return { request, signIn, judgement, settled: false, key: `${key}${judgement.spoken}${judgement.as}` }
}

const withSignals = (request: ClientRequest, more: Partial<Signals>): ClientRequest => ({
  ...request,
  signals: { ...request.signals, ...more },
})

/** What decides an undetermined judgment, if a signal can. */
function lacking({ side }: Walk, { judgement, request }: Node): SignalDomain | undefined {
  for (const name of judgement.missing) {
    const domain = missingSignal(side, name, request.signals)
    if (domain !== undefined && domain.values.length > 0) return domain
  }
  return undefined
}

/** The nodes that a node becomes with each value of the first assumed signal that makes any difference. */
function split(walk: Walk, node: Node, assumed: readonly SignalDomain[]): readonly Node[] | undefined {
  for (const { key, values } of assumed) {
    if (node.request.signals[key] !== undefined) continue
    const made = values.flatMap((value) => nodeOf(walk, withSignals(node.request, value)) ?? [])
    if (made.some((one) => one.key !== node.key)) return made
  }
  return undefined
}

/** Everything that the engine knows about a sign-in. */
const factsOf = ({ signIn: { legs } }: Node): string => JSON.stringify(legs.map(({ trace }) => trace()?.facts))

/** Equal for sign-ins that any two signals change in the same way. */
function circumstances(node: Node): string {
  const { user, network, application, signals } = node.request
  return JSON.stringify([user, network, application, signals, factsOf(node)])
}

/** A value of a signal that changes no outcome alone. */
interface SilentValue {
  readonly key: SignalDomain['key']
  readonly value: Partial<Signals>
  /** Whether it changes a fact, of which no rule takes notice. */
  readonly moves: boolean
}

/** The values of a signal, if none of them changes the outcome alone. */
function silentValues(walk: Walk, node: Node, { key, values }: SignalDomain, facts: string): readonly SilentValue[] {
  const made = values.map((value) => ({ value, node: nodeOf(walk, withSignals(node.request, value)) }))
  if (made.some((one) => one.node !== undefined && one.node.key !== node.key)) return []
  return made.map((one) => ({
    key,
    value: one.value,
    moves: one.node !== undefined && factsOf(one.node) !== facts,
  }))
}

/**
 * The nodes that a node becomes with two signals that change the outcome only together. One of the two has to change a
 * fact alone; a test shows for the scenario library that others change nothing. Tried once for all sign-ins with the same
 * facts, before any assumed signal is added.
 */
function withPairs(walk: Walk, node: Node, assumed: readonly SignalDomain[]): readonly Node[] {
  const { signals } = node.request
  if (assumed.some(({ key }) => signals[key] !== undefined)) return []
  const same = circumstances(node)
  if (walk.paired.has(same)) return []
  walk.paired.add(same)
  const facts = factsOf(node)
  const silent = assumed.flatMap((domain) => silentValues(walk, node, domain, facts))
  return silent.flatMap((one, index) =>
    silent.slice(index + 1).flatMap((other): readonly Node[] => {
      if (one.key === other.key || !(one.moves || other.moves)) return []
      const made = nodeOf(walk, withSignals(node.request, { ...one.value, ...other.value }))
      return made === undefined || made.key === node.key ? [] : [made]
    }),
  )
}

/** The same outcome with as few signals as possible. */
export function fewestSignals(
  side: Side,
  claim: Ready,
  { signIn, judgement, settled }: SessionOutcome,
  effort: Effort,
): SessionOutcome {
  const walk: Walk = { side, claim, people: signIn.people, effort, fine: readsMore(claim), paired: new Set() }
  let found: SessionOutcome = { signIn, judgement, settled }
  for (const key of Object.keys(signIn.request.signals)) {
    const { request } = found.signIn
    const signals = Object.fromEntries(Object.entries(request.signals).filter(([name]) => name !== key))
    const fewer = nodeOf(walk, { ...request, signals })
    if (fewer?.judgement.spoken === judgement.spoken && fewer.judgement.as === judgement.as) found = fewer
  }
  return found
}

/**
 * Every outcome that a request can have, whatever it brings: what is undetermined is played with each value of the
 * signal that it lacks, and every signal that is assumed is tried with each of its values, as long as any of them makes
 * a difference. Signals that make none are left out.
 */
export function* outcomesOf(
  side: Side,
  claim: Ready,
  request: ClientRequest,
  people: number,
  effort: Effort,
  paired: Set<string>,
): Generator<SessionOutcome> {
  const walk: Walk = { side, claim, people, effort, fine: readsMore(claim), paired }
  const assumed = assumedSignals(side, side.tenant.users.get(request.user))
  const first = nodeOf(walk, request)
  const waiting = first === undefined ? [] : [first]
  // Breadth first: the sign-ins that bring little come before those that bring much.
  for (const node of waiting) {
    if (effort.left <= 0) return
    const { request: at, judgement } = node
    const domain = judgement.as === 'open' || judgement.spoken === 'open' ? lacking(walk, node) : undefined
    const made =
      domain === undefined
        ? split(walk, node, assumed)
        : domain.values.flatMap((value) => nodeOf(walk, withSignals(at, value)) ?? [])
    const paired = domain === undefined ? withPairs(walk, node, assumed) : []
    if (made === undefined) yield { ...node, settled: true }
    else yield* made
    yield* paired
    waiting.push(...(made ?? []), ...paired)
  }
}
