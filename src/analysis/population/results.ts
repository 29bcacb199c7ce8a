import type { SessionVerdict, Verdict } from '../../trace/step.ts'
import type { AuditTrail, WorkloadName } from '../../vocabulary/actors.ts'
import type { Citation } from '../../vocabulary/citations.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import type { CombinedDecision, SessionControls } from '../../vocabulary/policies.ts'
import type { Protocol } from '../../vocabulary/protocols.ts'
import type { ClientRequest, Instant, LegName, UserName } from '../../vocabulary/requests.ts'

/** Users with equal values for everything that a sign-in can read. */
export interface UserClass {
  /** The index in the list of classes, ordered by first member. */
  readonly index: number
  /** The first member in file order; sign-ins are played for this one. */
  readonly representative: UserName
  readonly size: number
  /** All members in file order; absent if the population is too large and the members were not requested. */
  readonly members?: readonly UserName[]
  /** Properties of the class, in the terms of the tenant file. */
  readonly traits: Readonly<Record<string, string>>
}

/** The outcome of one leg of a session. */
export interface LegReading {
  readonly leg: LegName
  readonly relyingParty: WorkloadName
  readonly protocol: Protocol
  readonly optional: boolean
  readonly verdict: Verdict
  readonly audit: readonly AuditTrail[]
  /**
   * The controls that enforced policies still require and the session controls they set; report-only policies are
   * ignored.
   */
  readonly required?: CombinedDecision['required'] | undefined
  readonly session?: SessionControls | undefined
}

/** One sign-in of a matrix: a class of users, a client, a purpose, a network. */
export interface Cell {
  /** The index of the class. */
  readonly class: number
  /** The played request, in the name of the class's representative. */
  readonly request: ClientRequest
  readonly verdict: SessionVerdict
  readonly prompts: number
  readonly legs: readonly LegReading[]
}

/** Every sign-in of a tenant at one instant, by classes of users. */
export interface Matrix {
  readonly tenant: string
  readonly at: Instant
  /** The number of users in all classes. */
  readonly users: number
  readonly classes: readonly UserClass[]
  readonly cells: readonly Cell[]
}

/** The number of sign-ins, and of users, with the same values of the grouping keys. */
export interface Group {
  /** One value per requested key, in order; `-` if a sign-in has none. */
  readonly values: readonly string[]
  /** Sign-ins of users: each cell counts once per member of its class. */
  readonly signIns: number
  readonly users: number
  readonly classes: readonly number[]
}

/** Sign-ins counted by the values of some keys. */
export interface Counted {
  readonly by: readonly string[]
  readonly groups: readonly Group[]
}

/** The parts of a sign-in's outcome that can change between two plans. */
export interface CellReading {
  readonly verdict: SessionVerdict
  /** The number of prompts. */
  readonly prompts: number
  readonly legs: readonly LegReading[]
}

/** The aspects of a change. */
export const aspects = [
  'verdict',
  'credential',
  'presents',
  'verifier',
  'second-factor',
  'prompts',
  'policies',
  'grant-controls',
  'session-controls',
  'error',
  'stage',
  'audit',
  'rule',
  'legs',
] as const
/** One of them. */
export type Aspect = (typeof aspects)[number]

/** Users who share one class before and one class after; undefined on a side where they do not exist. */
export interface AffectedUsers {
  readonly before?: number
  readonly after?: number
  readonly representative: UserName
  readonly size: number
  readonly traits: Readonly<Record<string, string>>
}

/** Affected users as a set: the same user can be in several sets, and is counted once for all of them. */
export interface AffectedTogether extends AffectedUsers {
  /** Not enumerable: no output has it. */
  readonly together?: (all: readonly AffectedUsers[]) => number
}

/** A sign-in whose outcome differs; a side is absent if the sign-in does not exist there. */
export interface Change {
  readonly users: AffectedUsers
  readonly client: string
  readonly purpose: string
  readonly network: string
  readonly aspects: readonly Aspect[]
  readonly before?: CellReading
  readonly after?: CellReading
}

/** A difference between two plans that can be applied separately. */
export type Difference =
  | {
      readonly kind: 'file'
      /** The path in the tenant file: `users[finance.lead@contoso.com].perUserMfaState`. */
      readonly path: string
      /** As JSON; undefined if the value is absent. */
      readonly before?: string
      readonly after?: string
      readonly origin?: { readonly before?: Origin; readonly after?: Origin }
    }
  | {
      readonly kind: 'vendor'
      /** Vendor timeline ids; several if one announcement affects several protocols. */
      readonly ids: readonly string[]
      readonly at: Instant
      /**
       * Set if the day is not the first day of the change: the state from the file, or the change itself, begins or
       * ends.
       */
      readonly moment?: 'ends' | 'begins-here' | 'ends-here'
      /** The rollout state from the file that begins here. */
      readonly state?: string
      readonly statement: string
      readonly citation: Citation
    }
  | {
      readonly kind: 'event'
      readonly type: string
      readonly at: Instant
      readonly about: string
      /** The keys of the event in the file, except for time and type. */
      readonly details?: Readonly<Record<string, unknown>>
      readonly origin?: Origin
    }
  /** External files of the plans: a population, policies in separate files. */
  | { readonly kind: 'named-files'; readonly files: readonly string[] }
  /** Time alone: a change that reaches the cloud, a second factor that is no longer remembered. */
  | {
      readonly kind: 'elapsed'
      readonly from: Instant
      readonly to: Instant
      /** What expires or takes effect at the last instant, if known. */
      readonly statements?: readonly string[]
    }

/** Changes caused by one difference, or by several only in combination. */
export interface Cause {
  /** One: it causes the changes alone. Several: only in combination. */
  readonly differences: readonly Difference[]
  readonly changes: readonly Change[]
  readonly users: number
}

/** One of the two plans compared. */
export interface DiffSide {
  readonly tenant: string
  readonly file: string
  readonly at: Instant
  readonly users: number
  readonly cells: number
}

/** The sign-ins that change between two plans, and the causes. */
export interface DiffResult {
  readonly before: DiffSide
  readonly after: DiffSide
  readonly causes: readonly Cause[]
  readonly changes: number
  /** The number of distinct users with at least one change. */
  readonly users: number
  /** Differences that change no sign-in. */
  readonly withoutEffect: readonly Difference[]
}

/** One instant at which sign-ins change. */
export interface Moment {
  readonly at: Instant
  readonly causes: readonly Cause[]
  readonly changes: number
  readonly users: number
}

/** The instants between two others at which sign-ins change. */
export interface Timeline {
  readonly tenant: string
  readonly file: string
  readonly from: Instant
  readonly to: Instant
  readonly users: number
  readonly moments: readonly Moment[]
  /** Dated changes in the period that change no sign-in. */
  readonly withoutEffect: readonly Difference[]
}
