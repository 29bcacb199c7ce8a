import type { ActorId, AuditTrail, Issuer, Verifier, Zone } from '../vocabulary/actors.ts'
import type { Credential, SecondFactor, SecondFactorBy } from '../vocabulary/credentials.ts'
import type { FactName, FactValue, LegFacts } from '../vocabulary/facts.ts'
import type { Presented } from '../vocabulary/methods.ts'
import type { Origin } from '../vocabulary/origin.ts'
import type { ClientAppType, CombinedDecision, OpenClause, PolicyOutcome } from '../vocabulary/policies.ts'
import type { PreconditionKind } from '../vocabulary/preconditions.ts'
import type { Flow, Mechanism, Message } from '../vocabulary/protocols.ts'
import type { Answers, Question, RuleId } from '../vocabulary/questions.ts'
import type { Instant, LegName, PolicyName, PromptId, SignInRequest } from '../vocabulary/requests.ts'
import type { LesserTier } from '../vocabulary/sources/source.ts'
import type { AnsweredBy, UnlockMethod, Yield } from '../vocabulary/tokens.ts'

/** Where a sign-in stopped. */
export type Stage = 'before-password' | 'at-password' | 'at-identity-provider' | 'after-password' | 'at-service'

/** How one leg ends. Every kind but `signs-in` and `undetermined` can carry the stage and the vendor's error. */
export type Verdict =
  | {
      readonly kind: 'signs-in'
      readonly credential: Credential
      /** The methods that are presented, or asked for, in Graph's terms; absent where the user chooses or nobody says. */
      readonly presents?: Presented
      /** Every combination of methods that would do; absent where the methods of the user are not stated. */
      readonly admissible?: readonly Presented[]
      /** The token, ticket or stored secret that answered for the user. */
      readonly answeredBy?: AnsweredBy
      /** Whether the user is asked for anything; absent where that is undetermined. */
      readonly prompted?: boolean
      readonly verifier: Verifier
      readonly secondFactor: SecondFactor
      readonly secondFactorBy?: SecondFactorBy
      readonly rule: RuleId
    }
  | {
      readonly kind: 'blocked'
      readonly policies: readonly PolicyName[]
      readonly rule: RuleId
      readonly stage: Stage
      readonly error?: string
      /** What the user gets besides: a row of the catalog's errors. */
      readonly notice?: string
    }
  | { readonly kind: 'cannot-sign-in'; readonly rule: RuleId; readonly stage: Stage; readonly error?: string }
  | {
      readonly kind: 'refused'
      readonly credential: Credential
      readonly verifier: Verifier
      readonly rule: RuleId
      readonly stage: Stage
      readonly error?: string
    }
  | { readonly kind: 'undetermined'; readonly missing: readonly string[]; readonly rule?: RuleId }

/** One thing that happened. */
export type Step =
  | {
      readonly kind: 'assumption'
      readonly fact: FactName | PreconditionKind
      readonly value: string
      readonly default: string
    }
  | {
      readonly kind: 'decision'
      readonly at: ActorId
      readonly question: Question
      /** The credential (in `verifier`, `acceptance` ...) or flow (in `service-offer`, `service-gate`) asked about. */
      readonly about?: Credential | Flow
      /** Absent where the answer depends on missing facts. */
      readonly answer?: string
      readonly missing?: readonly string[]
      readonly rule: RuleId
    }
  | { readonly kind: 'policy'; readonly outcome: PolicyOutcome; readonly rule: RuleId }
  | { readonly kind: 'message'; readonly from: ActorId; readonly to: ActorId; readonly message: Message }
  | { readonly kind: 'prompt'; readonly prompt: PromptId; readonly asks: Credential | 'second-factor' }
  | { readonly kind: 'outcome'; readonly verdict: Verdict }

/** Someone who takes part, as drawn. */
export interface Actor {
  readonly id: ActorId
  readonly name: string
  readonly zone: Zone
}

/** A credential that does not open this leg, by whom it is turned away, and why. */
export interface Refusal {
  readonly credential: Credential
  readonly by: Verifier
  readonly rule: RuleId
  readonly error?: string
}

/** A credential of which it is undetermined whether it is accepted, and the facts that are missing to say. */
export interface OpenCredential {
  readonly credential: Credential
  readonly missing: readonly string[]
}

/** Methods that the user has, or the domain gives, and that cannot be presented here. */
export interface RefusedMethods {
  readonly methods: Presented
  readonly rule: RuleId
}

/** Methods of which it is undetermined whether they can be presented. */
export interface OpenMethods {
  readonly methods: Presented
  readonly missing: readonly string[]
  readonly rule: RuleId
}

/** Why the verdict names these methods, and no others. */
export interface MethodEvidence {
  /** The rule by which the admissible ones are. */
  readonly admits?: RuleId
  readonly refused: readonly RefusedMethods[]
  readonly open: readonly OpenMethods[]
  /** The rule by which one of several is asked for first. */
  readonly preference?: RuleId
}

/** The sign-in to the device that a client runs on, and what it leaves behind. */
export interface DeviceEvidence {
  readonly device?: string
  readonly join?: FactValue<'deviceJoin'>
  readonly method: UnlockMethod
  /** Who checked what was presented; `device` where it answered from what it keeps. */
  readonly checkedBy?: Answers['device-sign-in']
  readonly at?: Instant
  readonly yields: Partial<Yield>
  readonly rules: readonly RuleId[]
  readonly missing?: readonly string[]
}

/** Which ways of authenticating met on this leg. */
export interface Negotiation {
  /** Offered by the service after its switches and policies. */
  readonly offered: readonly Flow[]
  /** The order in which this client tries. */
  readonly order: readonly Flow[]
  /** Null when none fits. */
  readonly used: Flow | null
  readonly mechanism?: Mechanism
}

/** What could be demanded of this client here. */
export type Enforceable = 'mfa' | 'certificate' | 'conditional-access'

/** When a change reaches clients that are already signed in. */
export type TakesEffect = 'next-request' | 'token-expiry' | 'session-expiry' | 'documented-delay'

/** The facts of a leg with the place that states each; places are looked up, not copied. */
export type OriginTable = Readonly<Partial<Record<FactName, Origin>>>

/** All that happened on one leg. Every output is a reading of it. */
export interface Trace {
  readonly request: SignInRequest
  /** In order of first appearance. */
  readonly actors: readonly Actor[]
  readonly facts: LegFacts
  readonly origins: readonly OriginTable[]
  readonly steps: readonly Step[]
  readonly authentication?: Negotiation
  readonly issuer?: Issuer
  readonly resource?: string
  readonly clientAppType?: ClientAppType
  readonly conditionalAccess?: CombinedDecision
  /** Those of the clauses still required that may be met already; absent where all are known not to be. */
  readonly openClauses?: readonly OpenClause[]
  /** Every policy on this leg, those that do not apply included. */
  readonly policyOutcomes?: readonly PolicyOutcome[]
  /** Every other credential that is refused; where policies or the service block the leg, those that fail before that. */
  readonly refused: readonly Refusal[]
  /** Other credentials that would be accepted as well. */
  readonly accepted?: readonly Credential[]
  /** Credentials of which it is undetermined whether they are accepted. */
  readonly undetermined?: readonly OpenCredential[]
  /** Absent where no user signs in interactively, or the methods of the user are not stated. */
  readonly methods?: MethodEvidence
  /** Absent where nothing is stated of the sign-in to the device. */
  readonly device?: DeviceEvidence
  readonly claims?: Readonly<Record<string, string>>
  readonly audit: readonly AuditTrail[]
  readonly enforceable?: readonly Enforceable[]
  readonly takesEffect?: TakesEffect
  /** The service goes on evaluating the token, so that events end it before it expires. */
  readonly continuousAccessEvaluation?: true
  /** The tier of the weakest page without which the verdict would not stand, where that is not one of the vendor. */
  readonly restsOn?: LesserTier
}

/** How the legs of one session join. */
export type SessionVerdict =
  | { readonly kind: 'signs-in'; readonly credentials: readonly Credential[] }
  | {
      readonly kind: 'conflict' | 'several-credentials'
      readonly credentials: readonly { readonly leg: LegName; readonly credential: Credential }[]
    }
  | { readonly kind: 'blocked' | 'cannot-sign-in' | 'refused'; readonly leg: LegName; readonly rule: RuleId }
  | { readonly kind: 'undetermined'; readonly missing: readonly string[] }
