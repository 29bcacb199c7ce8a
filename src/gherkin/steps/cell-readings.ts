import type { Trace, Verdict } from '../../trace/step.ts'
import { promptCount, verdictOf } from '../../trace/verdict.ts'
import { decisions } from '../../trace/views.ts'
import { decidingLeg, sessionWords, verdictWords } from '../scenario/expectation.ts'
import { requiredCredential } from '../scenario/required-legs.ts'
import type { Session } from '../scenario/session.ts'
import { plainWords } from '../scenario/words.ts'
import type { SignInWorld } from '../scenario/world.ts'
import type { ParameterValues } from './definition.ts'
import { readCell } from './parameter-types.ts'
import { nothing } from './tables.ts'

/** A cell's expected value, the actual value in the same terms, and whether they are equal. */
export interface Cell {
  readonly expected: string
  readonly actual: string
  readonly holds: boolean
}

/** How a column is read: as a name of the vocabulary or verbatim, and what it is compared with. */
interface Reading<Seen> {
  readonly as: keyof ParameterValues | ((text: string) => string)
  /** Null or undefined if there is no such value. */
  readonly actual: (seen: Seen) => string | null | undefined
  /** What to show if there is no value. */
  readonly instead?: (seen: Seen) => string
}

const asWritten = (text: string): string => text
const asId = (text: string): string => plainWords(text).replaceAll(' ', '-')

const signsIn = (verdict: Verdict | undefined) => (verdict?.kind === 'signs-in' ? verdict : undefined)
const verifierOf = (verdict: Verdict | undefined) =>
  verdict !== undefined && 'verifier' in verdict ? verdict.verifier : undefined
const errorOf = (verdict: Verdict | undefined) =>
  verdict !== undefined && 'error' in verdict ? verdict.error : undefined
const stageOf = (verdict: Verdict | undefined) =>
  verdict !== undefined && 'stage' in verdict ? verdict.stage : undefined
const credentialOf = (verdict: Verdict) => (verdict.kind === 'signs-in' ? verdict.credential : undefined)

// A cell is `none` if there is no value.
const left = (found: string | undefined) => (found === 'none' ? undefined : found)
const silentRule = (leg: Trace | undefined) =>
  leg === undefined ? undefined : decisions(leg).find(({ question }) => question === 'silent-sign-in')?.rule

interface SeenSession {
  readonly session: Session
  readonly leg: Trace | undefined
  readonly verdict: Verdict | undefined
}

const sessionReadings = {
  credential: {
    as: 'credential',
    actual: ({ session }) => requiredCredential(session),
    instead: ({ session }) => sessionWords(session.verdict),
  },
  verdict: { as: 'verdict', actual: ({ session }) => session.verdict.kind },
  presents: { as: 'methods', actual: ({ verdict }) => signsIn(verdict)?.presents },
  verifier: { as: 'verifier', actual: ({ verdict }) => verifierOf(verdict) },
  'second factor': { as: 'second factor', actual: ({ verdict }) => signsIn(verdict)?.secondFactor },
  'second factor by': { as: 'second factor provider', actual: ({ verdict }) => signsIn(verdict)?.secondFactorBy },
  rule: { as: 'rule', actual: ({ verdict }) => verdict?.rule },
  error: { as: asWritten, actual: ({ verdict }) => errorOf(verdict) },
  stage: { as: asId, actual: ({ verdict }) => stageOf(verdict) },
  flow: { as: 'flow', actual: ({ leg }) => leg?.authentication?.used },
  missing: {
    as: asWritten,
    actual: ({ session: { verdict } }) => (verdict.kind === 'undetermined' ? verdict.missing.join(', ') : undefined),
    instead: ({ session }) => sessionWords(session.verdict),
  },
  'takes effect': { as: asId, actual: ({ leg }) => leg?.takesEffect },
  'answered by': { as: asId, actual: ({ verdict }) => signsIn(verdict)?.answeredBy },
  'answering rule': { as: 'rule', actual: ({ leg }) => silentRule(leg) },
  'device token': { as: asId, actual: ({ leg }) => left(leg?.device?.yields.primaryRefreshToken) },
  'device ticket': { as: asId, actual: ({ leg }) => left(leg?.device?.yields.kerberosTicket) },
  'device checked by': { as: asId, actual: ({ leg }) => leg?.device?.checkedBy },
  prompts: {
    as: asWritten,
    actual: ({ session: { verdict, traces } }) =>
      verdict.kind === 'undetermined' ? undefined : String(promptCount(traces)),
    instead: ({ session }) => sessionWords(session.verdict),
  },
} as const satisfies Readonly<Record<string, Reading<SeenSession>>>

/** A column about the outcome of a session. */
export type SessionColumn = keyof typeof sessionReadings

// Object.keys of a literal are its keys, which its type cannot say.
/** The columns about the outcome of a session. */
export const sessionColumns = Object.keys(sessionReadings) as readonly SessionColumn[]

/** One cell of a table of sign-ins. */
export function sessionCell(world: SignInWorld, session: Session, column: SessionColumn, text: string): Cell {
  const leg = decidingLeg(session)
  const verdict = leg === undefined ? undefined : verdictOf(leg)
  return cellOf<SeenSession>(world, sessionReadings[column], text, { session, leg, verdict })
}

interface SeenLeg {
  readonly trace: Trace
  readonly verdict: Verdict
}

const legReadings = {
  credential: {
    as: 'credential',
    actual: ({ verdict }) => credentialOf(verdict),
    instead: ({ verdict }) => verdictWords(verdict),
  },
  verdict: { as: 'verdict', actual: ({ verdict }) => verdict.kind },
  presents: { as: 'methods', actual: ({ verdict }) => signsIn(verdict)?.presents },
  verifier: { as: 'verifier', actual: ({ verdict }) => verifierOf(verdict) },
  'second factor': { as: 'second factor', actual: ({ verdict }) => signsIn(verdict)?.secondFactor },
  'second factor by': { as: 'second factor provider', actual: ({ verdict }) => signsIn(verdict)?.secondFactorBy },
  rule: { as: 'rule', actual: ({ verdict }) => verdict.rule },
  error: { as: asWritten, actual: ({ verdict }) => errorOf(verdict) },
  stage: { as: asId, actual: ({ verdict }) => stageOf(verdict) },
  'relying party': { as: 'workload', actual: ({ trace }) => trace.request.relyingParty },
  flow: { as: 'flow', actual: ({ trace }) => trace.authentication?.used },
} as const satisfies Readonly<Record<string, Reading<SeenLeg>>>

/** A column about the outcome of a leg. */
export type LegColumn = keyof typeof legReadings

// As above.
/** The columns about the outcome of a leg. */
export const legColumns = Object.keys(legReadings) as readonly LegColumn[]

/** One cell of a table of legs. */
export function legCell(world: SignInWorld, trace: Trace, column: LegColumn, text: string): Cell {
  return cellOf<SeenLeg>(world, legReadings[column], text, { trace, verdict: verdictOf(trace) })
}

function cellOf<Seen>(world: SignInWorld, reading: Reading<Seen>, text: string, seen: Seen): Cell {
  const found = reading.actual(seen) ?? undefined
  const actual = found ?? reading.instead?.(seen) ?? 'none'
  if (text === nothing) return { expected: 'none', actual, holds: found === undefined }
  const expected = typeof reading.as === 'string' ? String(readCell(reading.as, text, world)) : reading.as(text)
  // Free text may also be the word `none`.
  const none = typeof reading.as !== 'string' && expected === 'none'
  return { expected, actual, holds: none ? found === undefined : found === expected }
}
