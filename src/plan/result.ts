import type { Change, Difference } from '../analysis/population/results.ts'
import type { Instant, UserName } from '../vocabulary/requests.ts'
import type { DayOne } from './day-one-result.ts'
import type { FindingKind } from './finding-kinds.ts'
import type { PersonaDetails } from './persona-result.ts'

/** How many users of a cohort a finding is of. */
export interface CohortShare {
  readonly cohort: string
  readonly users: number
}

/** Sign-ins that end otherwise at one point of a plan, for one reason. */
export interface PlanFinding {
  readonly kind: FindingKind
  readonly stage: number
  readonly at: Instant
  /** Whether the stage itself brings it, or the time that passes in it. */
  readonly by: 'stage' | 'time'
  readonly users: number
  readonly cohorts: readonly CohortShare[]
  /** The changes responsible: one alone, or several only together. */
  readonly because: readonly Difference[]
  /** The sign-ins, the first of which is the witness. */
  readonly changes: readonly [Change, ...Change[]]
}

/** Sign-ins that differ from the start of the plan when a stage ends. */
export interface AgainstStart {
  readonly kind: FindingKind
  readonly stage: number
  readonly at: Instant
  readonly users: number
  readonly cohorts: readonly CohortShare[]
  readonly changes: readonly [Change, ...Change[]]
}

/** The claims about every plan; the ids are permanent. */
export const planClaims = [
  'nobody-stranded',
  'nothing-opened',
  'nothing-weakened',
  'stages-can-be-undone',
  'exceptions-end',
  'break-glass-works',
] as const

/** One of them. */
export type PlanClaim = (typeof planClaims)[number]

/** The outcome of a claim about a plan. `about-nobody`: there is nothing that it could cover, which is no success. */
export type PlanAnswer = 'holds' | 'refuted' | 'open' | 'about-nobody'

/** A claim that was judged at every point of the plan. */
export interface ClaimOutcome {
  readonly claim: PlanClaim
  readonly answer: PlanAnswer
  /** The first stage at which it does not hold. */
  readonly stage?: number
  readonly at?: Instant
  /** Who or what shows it. */
  readonly witness?: string
}

/** What undoing a stage does, once at its beginning and once at its end. */
export interface UndoOutcome {
  readonly stage: number
  readonly way: 'inverse' | 'stated' | 'none'
  readonly reason?: string
  readonly answer: 'can-be-undone' | 'cannot-be-undone' | 'open'
  /** When undoing it strands someone, and whom. */
  readonly at?: Instant
  readonly changes: readonly Change[]
  readonly users: number
  /** Whether what people did in the stage stays. */
  readonly keepsActs: boolean
  /** Sign-ins that work afterwards with another client or another method than before the stage. */
  readonly mustAct: readonly Change[]
  readonly mustActUsers: number
}

/** A claim or a feature that a stage must meet before it begins or once it is reached. */
export interface GateOutcome {
  readonly stage: number
  readonly moment: 'before' | 'after'
  readonly at: Instant
  readonly claim: string
  readonly answer: PlanAnswer
  readonly witness?: string
}

/** How an emergency access account fares at one point. */
export interface BreakGlassOutcome {
  readonly user: UserName
  readonly answer: 'works' | 'closed' | 'open'
}

/** One point of the plan at which every sign-in was played. */
export interface PlanPoint {
  readonly stage: number
  readonly at: Instant
  readonly exceptions: readonly string[]
  readonly signIns: number
}

/** A stage as outputs show it. */
export interface StageSummary {
  readonly index: number
  readonly name: string
  readonly date?: Instant
  readonly when?: string
  readonly owner?: string
  readonly cohorts: readonly string[]
  readonly watch: readonly string[]
  /** What the stage changes in the tenant file. */
  readonly changes: readonly Difference[]
}

/** An exception as outputs show it. */
export interface ExceptionSummary {
  readonly name: string
  readonly owner: string
  readonly reason: string
  readonly stage: number
  readonly expires: Instant
}

/** A plan that was played through all its stages. */
export interface PlanResult {
  readonly plan: string
  readonly file: string
  readonly start: string
  readonly tenant: string
  readonly from: Instant
  readonly until: Instant
  readonly users: number
  readonly cohorts: readonly CohortShare[]
  readonly stages: readonly StageSummary[]
  readonly exceptions: readonly ExceptionSummary[]
  readonly points: readonly PlanPoint[]
  readonly findings: readonly PlanFinding[]
  /** What differs from the start at the end of each stage, whichever stage caused it, most severe kind first; computed on first read. */
  readonly againstStart: readonly AgainstStart[]
  readonly undo: readonly UndoOutcome[]
  readonly gates: readonly GateOutcome[]
  readonly claims: readonly ClaimOutcome[]
  /** The first day of a merge, where the plan has one. */
  readonly dayOne?: DayOne
  /** The same cohort by cohort, where it was asked for. */
  readonly details?: PersonaDetails
  /** What people call the clients, by the names of the tenant file. */
  readonly clientNames: Readonly<Record<string, string>>
  /** What the vendor and dated events change between the first and the last day. */
  readonly dates: readonly Difference[]
}
