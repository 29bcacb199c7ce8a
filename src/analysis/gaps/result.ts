import type { Citation } from '../../vocabulary/citations.ts'
import type { Credential } from '../../vocabulary/credentials.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import type { RuleId } from '../../vocabulary/questions.ts'
import type { ClientName, Instant, NetworkName, Purpose, UserName } from '../../vocabulary/requests.ts'

/** Everything a sweep looks for, the gravest first; the ids are for ever. */
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
export type GapWay =
  | 'app-password'
  | 'trusted-network'
  | 'legacy-path'
  | 'excluded-account'
  | 'password-reset'
  | 'leaver'
  | 'policy'
  | 'setting'
  | 'blocked'
  | 'account'

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

/** Something that an architect should know of, with a sign-in that shows it. */
export interface Finding {
  readonly kind: GapKind
  readonly severity: GapSeverity
  /** The client, policy, or default that it is about. */
  readonly about: string
  readonly way?: GapWay
  readonly witness: Witness
  readonly users: number
  readonly classes: readonly number[]
  readonly clients: readonly ClientName[]
  readonly purposes: readonly Purpose[]
  readonly networks: readonly NetworkName[]
  readonly because: readonly Because[]
  /** The place in a file that makes it so. */
  readonly origin: Origin
  readonly details: GapDetails
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
  readonly findings: readonly Finding[]
}
