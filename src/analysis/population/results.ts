import type { SessionVerdict, Verdict } from '../../trace/step.ts'
import type { AuditTrail, WorkloadName } from '../../vocabulary/actors.ts'
import type { Citation } from '../../vocabulary/citations.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import type { CombinedDecision, SessionControls } from '../../vocabulary/policies.ts'
import type { Protocol } from '../../vocabulary/protocols.ts'
import type { ClientRequest, Instant, LegName, UserName } from '../../vocabulary/requests.ts'

/** Users with equal values for everything a sign-in can read. */
export interface UserClass {
  /** Its place in the list of classes, in the order of the first member. */
  readonly index: number
  /** The first member in the order of the file; sign-ins are played for this one. */
  readonly representative: UserName
  readonly size: number
  /** All members in the order of the file; left out where the population is too large to keep them and nobody asked. */
  readonly members?: readonly UserName[]
  /** What the class is like, in the names and words of the tenant file. */
  readonly traits: Readonly<Record<string, string>>
}

/** How one conversation of a session ended. */
export interface LegReading {
  readonly leg: LegName
  readonly relyingParty: WorkloadName
  readonly protocol: Protocol
  readonly optional: boolean
  readonly verdict: Verdict
  readonly audit: readonly AuditTrail[]
  /** The controls that enforced policies still require, and those that they put on the session; of report-only policies nothing. */
  readonly required?: CombinedDecision['required'] | undefined
  readonly session?: SessionControls | undefined
}

/** One sign-in of a matrix: a class of users, a client, a purpose, a network. */
export interface Cell {
  /** The index of the class. */
  readonly class: number
  /** The request that was played, in the name of the class's representative. */
  readonly request: ClientRequest
  readonly verdict: SessionVerdict
  readonly prompts: number
  readonly legs: readonly LegReading[]
}

/** Every sign-in of a tenant at one instant, by classes of users. */
export interface Matrix {
  readonly tenant: string
  readonly at: Instant
  /** How many users all classes have together. */
  readonly users: number
  readonly classes: readonly UserClass[]
  readonly cells: readonly Cell[]
}

/** How many sign-ins, and of how many users, share the values that they were grouped by. */
export interface Group {
  /** One value for each key asked for, in the order asked; `-` where a sign-in has none. */
  readonly values: readonly string[]
  /** Sign-ins of users: each cell counts for every member of its class. */
  readonly signIns: number
  readonly users: number
  readonly classes: readonly number[]
}

/** Sign-ins counted by the values of some keys. */
export interface Counted {
  readonly by: readonly string[]
  readonly groups: readonly Group[]
}

/** What of a sign-in can change between two plans. */
export interface CellReading {
  readonly verdict: SessionVerdict
  /** How often the user is asked. */
  readonly prompts: number
  readonly legs: readonly LegReading[]
}

/** What a change of a sign-in consists of. */
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

/** Users who are in one class before and in one class after; undefined on the side on which they are not there. */
export interface AffectedUsers {
  readonly before?: number
  readonly after?: number
  readonly representative: UserName
  readonly size: number
  readonly traits: Readonly<Record<string, string>>
}

/** A sign-in that ends otherwise after than before; without a side where it does not exist there. */
export interface Change {
  readonly users: AffectedUsers
  readonly client: string
  readonly purpose: string
  readonly network: string
  readonly aspects: readonly Aspect[]
  readonly before?: CellReading
  readonly after?: CellReading
}

/** A difference between two plans that can be made alone. */
export type Difference =
  | {
      readonly kind: 'file'
      /** Where in the tenant file: `users[finance.lead@contoso.com].perUserMfaState`. */
      readonly path: string
      /** As JSON text; undefined if the side has nothing there. */
      readonly before?: string
      readonly after?: string
      readonly origin?: { readonly before?: Origin; readonly after?: Origin }
    }
  | {
      readonly kind: 'vendor'
      /** Ids of the vendor timeline; several where one announcement concerns several protocols. */
      readonly ids: readonly string[]
      readonly at: Instant
      /** Where the day is not the first of the change: the state that the file gives, or the change itself, ends or begins. */
      readonly moment?: 'ends' | 'begins-here' | 'ends-here'
      /** What the file says about the rollout that begins here. */
      readonly state?: string
      readonly statement: string
      readonly citation: Citation
    }
  | {
      readonly kind: 'event'
      readonly type: string
      readonly at: Instant
      readonly about: string
      /** The keys of the event in the file, except for its time and type. */
      readonly details?: Readonly<Record<string, unknown>>
      readonly origin?: Origin
    }
  /** What the two plans name beside their files: a population, policies in files of their own. */
  | { readonly kind: 'named-files'; readonly files: readonly string[] }
  /** The mere passing of time: a change that arrives in the cloud, a second factor that is no longer remembered. */
  | {
      readonly kind: 'elapsed'
      readonly from: Instant
      readonly to: Instant
      /** What ends or arrives at the last instant, where that is known. */
      readonly statements?: readonly string[]
    }

/** Changes that one difference makes, or that several make only together. */
export interface Cause {
  /** One: it alone makes the changes. Several: only together. */
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

/** Whose sign-ins change between two plans, and why. */
export interface DiffResult {
  readonly before: DiffSide
  readonly after: DiffSide
  readonly causes: readonly Cause[]
  readonly changes: number
  /** Distinct users with at least one change. */
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
  /** Dated things in between that change no sign-in. */
  readonly withoutEffect: readonly Difference[]
}
