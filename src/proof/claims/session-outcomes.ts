import { type Judgement, judgeSignIn, type Ready } from '../../analysis/claims/judge-sign-in.ts'
import { type SignIn, signInOf } from '../../analysis/claims/sign-in.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import { type Watch, watched } from '../../simulate/watched-signals.ts'
import type { Trace } from '../../trace/step.ts'
import { decisions } from '../../trace/views.ts'
import type { ClientRequest, Signals } from '../../vocabulary/requests.ts'
import type { Side } from '../side.ts'
import { assumedSignals, missingSignal, readsOnlyKinds, type SignalDomain } from './session-signals.ts'

/** One sign-in with all that it may bring, and how a claim judges it. */
export interface SessionOutcome {
  readonly signIn: SignIn
  readonly judgement: Judgement
  /** Whether it has a judgment; before, it is one of the sign-ins on the way. */
  readonly settled: boolean
}

/** How many sign-ins may still be played; a proof that would need more is open. */
export interface PlayBudget {
  left: number
}

interface Walk {
  readonly side: Side
  readonly claim: Ready
  readonly people: number
  readonly effort: PlayBudget
  /** Signals that are assumed where nobody gives them, with their values. */
  readonly assumed: ReadonlyMap<keyof Signals, SignalDomain>
  readonly known: NonNullable<Watch['known']>
  /** Whether methods are among the signals that are tried, and not stated. */
  readonly triesMethods: boolean
}

/** A sign-in to play. */
interface Waiting {
  readonly request: ClientRequest
  /** Signals that it certainly does not bring. */
  readonly absent: ReadonlySet<keyof Signals>
}

interface Node extends SessionOutcome {
  readonly waiting: Waiting
  /** Signals that it depends on although it does not bring them, in the order in which they are read. */
  readonly read: Watch['read']
}

/** Plays a sign-in and finds out which of the signals that it does not bring it depends on. */
function nodeOf(walk: Walk, waiting: Waiting): Node | undefined {
  const { side, claim, people, effort, assumed, known } = walk
  const { tenant } = side
  effort.left -= 1
  const { request, absent } = waiting
  const open = [...assumed].filter(([key]) => request.signals[key] === undefined && !absent.has(key))
  const watch: Watch = { open: new Map(open.map(([key, { values }]) => [key, values])), read: [], known }
  const traces = simulateSession(tenant, { ...request, signals: watched(request.signals, watch) })
  if (traces.length === 0 || (walk.triesMethods && traces.some(cannotHappen))) return undefined
  const signIn = signInOf(tenant, request, traces, people)
  const judgement = judgeSignIn(signIn, claim)
  return { waiting, signIn, judgement, settled: false, read: watch.read }
}

/** Whether methods are tried that cannot be presented here: no such sign-in takes place. */
const cannotHappen = (trace: Trace): boolean =>
  decisions(trace).some(({ question, missing }) => question === 'sign-in-method' && missing === undefined)

const withSignals = (request: ClientRequest, more: Partial<Signals>): ClientRequest => ({
  ...request,
  signals: { ...request.signals, ...more },
})

/** What decides an undetermined judgment, if a signal can. */
function lacking({ side }: Walk, { judgement, waiting: { request } }: Node): SignalDomain | undefined {
  if (judgement.as !== 'open' && judgement.spoken !== 'open') return undefined
  for (const name of judgement.missing) {
    const domain = missingSignal(side, name, request.signals)
    if (domain !== undefined && domain.values.length > 0) return domain
  }
  return undefined
}

/** The same sign-in with each value of a signal. */
const withEach = ({ request, absent }: Waiting, { values }: SignalDomain): readonly Waiting[] =>
  values.map((value) => ({ request: withSignals(request, value), absent }))

/** The sign-ins that differ from one in the signals that it reads: with the first of them, without it but with the second ... */
function others({ assumed }: Walk, { waiting, read }: Node): readonly Waiting[] {
  const absent = new Set(waiting.absent)
  return read.flatMap((key) => {
    const domain = assumed.get(key)
    const made = domain === undefined ? [] : withEach({ request: waiting.request, absent: new Set(absent) }, domain)
    absent.add(key)
    return made
  })
}

const walkOf = (
  side: Side,
  claim: Ready,
  people: number,
  effort: PlayBudget,
  { user, signals }: ClientRequest,
): Walk => {
  const domains = assumedSignals(side, side.tenant.users.get(user), readsOnlyKinds(claim))
  const assumed = new Map(domains.map((domain) => [domain.key, domain]))
  const triesMethods = signals.methods === undefined
  return { side, claim, people, effort, assumed, known: new Map(), triesMethods }
}

/** The same outcome with as few signals as possible. */
export function fewestSignals(
  side: Side,
  claim: Ready,
  { signIn, judgement, settled }: SessionOutcome,
  effort: PlayBudget,
): SessionOutcome {
  const walk = walkOf(side, claim, signIn.people, effort, signIn.request)
  const absent = new Set<keyof Signals>()
  let found: SessionOutcome = { signIn, judgement, settled }
  for (const key of Object.keys(signIn.request.signals)) {
    const { request } = found.signIn
    const signals = Object.fromEntries(Object.entries(request.signals).filter(([name]) => name !== key))
    const fewer = nodeOf(walk, { request: { ...request, signals }, absent })
    if (fewer?.judgement.spoken === judgement.spoken && fewer.judgement.as === judgement.as) found = fewer
  }
  return found
}

/**
 * Every outcome that a request can have, whatever it brings: what is undetermined is played with each value of the
 * signal that it lacks, and what it reads of the signals that are assumed is played with each of their values. A signal
 * that it does not read makes no difference to it.
 */
export function* outcomesOf(
  side: Side,
  claim: Ready,
  request: ClientRequest,
  people: number,
  effort: PlayBudget,
): Generator<SessionOutcome> {
  const walk = walkOf(side, claim, people, effort, request)
  const waiting: Waiting[] = [{ request, absent: new Set() }]
  // Breadth first: the sign-ins that bring little come before those that bring much.
  for (const one of waiting) {
    if (effort.left <= 0) return
    const node = nodeOf(walk, one)
    if (node === undefined) continue
    const domain = lacking(walk, node)
    yield { ...node, settled: domain === undefined }
    waiting.push(...(domain === undefined ? others(walk, node) : withEach(one, domain)))
  }
}
