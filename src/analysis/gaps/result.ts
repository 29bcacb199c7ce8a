import type { Bitmap } from '../../classes/bitmap.ts'
import type { Citation } from '../../vocabulary/citations.ts'
import type { Credential } from '../../vocabulary/credentials.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import type { RuleId } from '../../vocabulary/questions.ts'
import type { ClientName, Instant, NetworkName, Purpose, UserName } from '../../vocabulary/requests.ts'

/** Everything that a sweep looks for, most severe first; the ids are permanent. */
export const gapKinds = [
  'nobody-can-sign-in',
  'emergency-access-locked-out',
  'two-credentials-one-prompt',
  'second-factor-bypassed',
  'app-password-outlives',
  'breaks-on-known-date',
  'exclusion-uncovered',
  'policy-decides-nothing',
  'policy-shadowed',
  'no-on-premises-audit',
  'undetermined',
  'verdict-hangs-on-assumption',
] as const

/** The kind of a finding. */
export type GapKind = (typeof gapKinds)[number]

/** Severities, most severe first. */
export const gapSeverities = ['error', 'warning', 'note'] as const
/** The severity of one finding. */
export type GapSeverity = (typeof gapSeverities)[number]

/** How findings of some kinds arise. */
export const gapWays = [
  'app-password',
  'trusted-network',
  'legacy-path',
  'excluded-account',
  'password-reset',
  'leaver',
  'policy',
  'setting',
  'blocked',
  'account',
  'no-mailbox',
] as const

/** How one finding arises. */
export type GapWay = (typeof gapWays)[number]

/** A sign-in that demonstrates a finding; replaying it gives the same outcome. */
export interface Witness {
  readonly user: UserName
  readonly client: ClientName
  readonly purpose: Purpose
  readonly network: NetworkName
  readonly at: Instant
  readonly presents?: Credential
  readonly application?: string
}

/** The reason: a rule of the knowledge base, or a cited statement of the catalog. */
export type Because =
  | { readonly rule: RuleId }
  | { readonly statement: string; readonly citation: Citation }
  | { readonly event: string; readonly origin?: Origin }

/** Details of some kinds, in addition to users and location. */
export interface GapDetails {
  /** `leg: credential` of each leg. */
  readonly legs?: readonly string[]
  readonly policies?: readonly string[]
  readonly missing?: readonly string[]
  readonly names?: readonly string[]
  readonly fact?: string
  readonly value?: string
  readonly verdict?: string
  readonly until?: Instant
}

/** Users with equal values for everything that a sign-in can read, as a finding names them. */
export interface GapPeople {
  /** The index of the class. */
  readonly class: number
  /** The first member, for whom the sign-ins are played. */
  readonly representative: UserName
  /** All members, if the population keeps them. */
  readonly members?: readonly UserName[]
  /** Example members of a class that is too large to list. */
  readonly examples?: readonly UserName[]
  readonly size: number
  /** The members as a set over the places of their kind, and examples of a subset. */
  readonly users: Bitmap
  readonly of: (users: Bitmap) => GapPeople
}

/** One kind of user with one client that a finding affects; the unit that a baseline entry selects. */
export interface GapCase {
  readonly kind: GapKind
  readonly severity: GapSeverity
  /** The client, policy, or default concerned. */
  readonly about: string
  readonly way?: GapWay
  readonly witness: Witness
  readonly people: readonly GapPeople[]
  readonly clients: readonly ClientName[]
  readonly purposes: readonly Purpose[]
  readonly networks: readonly NetworkName[]
  readonly because: readonly Because[]
  /** The location in a file that causes it. */
  readonly origin: Origin
  readonly details: GapDetails
}

/** A set of users and clients; every user is affected with every client. */
export interface GapPart {
  readonly people: readonly GapPeople[]
  readonly clients: readonly ClientName[]
}

/** Something that an architect should know about, reported once per cause, with an example sign-in. */
export interface Finding extends GapCase {
  readonly users: number
  readonly classes: readonly number[]
  /** Every location that causes it, `origin` first. */
  readonly origins: readonly Origin[]
  /** Who is affected with which client, unless every user is affected with every client. */
  readonly parts: readonly GapPart[]
  /** The cases that the finding groups. */
  readonly cases: readonly GapCase[]
}

/** The number of findings of one kind. */
export interface GapSummary {
  readonly kind: GapKind
  readonly findings: number
  readonly bySeverity: Readonly<Record<GapSeverity, number>>
  readonly users: number
  readonly clients: number
}

/** The result of a sweep. */
export interface Gaps {
  readonly tenant: string
  readonly file: string
  readonly at: Instant
  readonly horizon: Instant
  readonly users: number
  readonly classes: number
  /** The number of sign-ins played at the instant judged. */
  readonly signIns: number
  /** The number of findings of each kind. */
  readonly summary: readonly GapSummary[]
  readonly findings: readonly Finding[]
}
