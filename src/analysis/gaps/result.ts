import type { Bitmap } from '../../classes/bitmap.ts'
import type { Citation } from '../../vocabulary/citations.ts'
import type { Credential } from '../../vocabulary/credentials.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import type { RuleId } from '../../vocabulary/questions.ts'
import type { ClientName, Instant, NetworkName, Purpose, UserName } from '../../vocabulary/requests.ts'

/** Everything a sweep looks for, the gravest first; the ids are permanent. */
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

/** What a finding is of. */
export type GapKind = (typeof gapKinds)[number]

/** How much a finding matters, the gravest first. */
export const gapSeverities = ['error', 'warning', 'note'] as const
/** How much one finding matters. */
export type GapSeverity = (typeof gapSeverities)[number]

/** How a finding of some kinds comes about. */
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

/** How one finding comes about. */
export type GapWay = (typeof gapWays)[number]

/** One sign-in that shows a finding: played again, it ends as the finding says. */
export interface Witness {
  readonly user: UserName
  readonly client: ClientName
  readonly purpose: Purpose
  readonly network: NetworkName
  readonly at: Instant
  readonly presents?: Credential
  readonly application?: string
}

/** Why it is so: a rule of the knowledge base, or a cited statement of the catalog. */
export type Because =
  | { readonly rule: RuleId }
  | { readonly statement: string; readonly citation: Citation }
  | { readonly event: string; readonly origin?: Origin }

/** What a kind has to say beyond whom and where. */
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

/** Users with equal values for everything a sign-in can read, as a finding names them. */
export interface GapPeople {
  /** The index of the class. */
  readonly class: number
  /** The first member, for which the sign-ins are played. */
  readonly representative: UserName
  /** All members, where the population keeps them. */
  readonly members?: readonly UserName[]
  /** Some members of a class that is too large to name all of them. */
  readonly examples?: readonly UserName[]
  readonly size: number
  /** The members as a set over the places of their kind, and some of them named in the same way. */
  readonly users: Bitmap
  readonly of: (users: Bitmap) => GapPeople
}

/** One kind of user, with one client, of whom a finding is true: what an entry of a baseline names. */
export interface GapCase {
  readonly kind: GapKind
  readonly severity: GapSeverity
  /** The client, policy, or default that it is about. */
  readonly about: string
  readonly way?: GapWay
  readonly witness: Witness
  readonly people: readonly GapPeople[]
  readonly clients: readonly ClientName[]
  readonly purposes: readonly Purpose[]
  readonly networks: readonly NetworkName[]
  readonly because: readonly Because[]
  /** The place in a file that makes it so. */
  readonly origin: Origin
  readonly details: GapDetails
}

/** Users and clients of which each user is concerned with each client. */
export interface GapPart {
  readonly people: readonly GapPeople[]
  readonly clients: readonly ClientName[]
}

/** Something that an architect should know about, reported once per cause, with a sign-in that shows it. */
export interface Finding extends GapCase {
  readonly users: number
  readonly classes: readonly number[]
  /** Every place that makes it so, `origin` first. */
  readonly origins: readonly Origin[]
  /** Who with which client, where that is not everyone with everything. */
  readonly parts: readonly GapPart[]
  /** What the finding consists of. */
  readonly cases: readonly GapCase[]
}

/** What was found of one kind. */
export interface GapSummary {
  readonly kind: GapKind
  readonly findings: number
  readonly bySeverity: Readonly<Record<GapSeverity, number>>
  readonly users: number
  readonly clients: number
}

/** All that a sweep found. */
export interface Gaps {
  readonly tenant: string
  readonly file: string
  readonly at: Instant
  readonly horizon: Instant
  readonly users: number
  readonly classes: number
  /** How many sign-ins were played at the instant judged. */
  readonly signIns: number
  /** How much was found of each kind. */
  readonly summary: readonly GapSummary[]
  readonly findings: readonly Finding[]
}
