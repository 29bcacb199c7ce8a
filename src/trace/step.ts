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

/** Stages at which a sign-in can stop. */
export type Stage = 'before-password' | 'at-password' | 'at-identity-provider' | 'after-password' | 'at-service'

/** The outcome of one leg. Every kind except `signs-in` and `undetermined` can have a stage and the vendor's error. */
export type Verdict =
  | {
      readonly kind: 'signs-in'
      readonly credential: Credential
      /**
       * The methods that are presented or requested, in Graph's terms; absent if the user chooses or they are not
       * stated.
       */
      readonly presents?: Presented
      /** Every sufficient combination of methods; absent if the methods of the user are not stated. */
      readonly admissible?: readonly Presented[]
      /** The token, ticket or stored secret that was used instead of a prompt. */
      readonly answeredBy?: AnsweredBy
      /** Whether the user is prompted; absent if undetermined. */
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
      /** An additional message to the user: a row of the catalog's errors. */
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
      /** Absent if the answer depends on missing facts. */
      readonly answer?: string
      readonly missing?: readonly string[]
      readonly rule: RuleId
    }
  | { readonly kind: 'policy'; readonly outcome: PolicyOutcome; readonly rule: RuleId }
  | { readonly kind: 'message'; readonly from: ActorId; readonly to: ActorId; readonly message: Message }
  | { readonly kind: 'prompt'; readonly prompt: PromptId; readonly asks: Credential | 'second-factor' }
  | { readonly kind: 'outcome'; readonly verdict: Verdict }

/** A participant, as drawn. */
export interface Actor {
  readonly id: ActorId
  readonly name: string
  readonly zone: Zone
}

/** A credential that is rejected on this leg, by whom, and why. */
export interface Refusal {
  readonly credential: Credential
  readonly by: Verifier
  readonly rule: RuleId
  readonly error?: string
}

/** A credential whose acceptance is undetermined, and the missing facts. */
export interface OpenCredential {
  readonly credential: Credential
  readonly missing: readonly string[]
}

/** Methods that the user has, or the domain provides, but that cannot be presented here. */
export interface RefusedMethods {
  readonly methods: Presented
  readonly rule: RuleId
}

/** Methods for which it is undetermined whether they can be presented. */
export interface OpenMethods {
  readonly methods: Presented
  readonly missing: readonly string[]
  readonly rule: RuleId
}

/** Why the verdict names exactly these methods. */
export interface MethodEvidence {
  /** The rule that makes the admissible ones sufficient. */
  readonly admits?: RuleId
  readonly refused: readonly RefusedMethods[]
  readonly open: readonly OpenMethods[]
  /** The rule that selects which of several is requested first. */
  readonly preference?: RuleId
}

/** The sign-in to the device that a client runs on, and the resulting tokens. */
export interface DeviceEvidence {
  readonly device?: string
  readonly join?: FactValue<'deviceJoin'>
  readonly method: UnlockMethod
  /** Who verified the credential; `device` if it used cached data. */
  readonly checkedBy?: Answers['device-sign-in']
  readonly at?: Instant
  readonly yields: Partial<Yield>
  readonly rules: readonly RuleId[]
  readonly missing?: readonly string[]
}

/** How the authentication flow of this leg was negotiated. */
export interface Negotiation {
  /** Offered by the service, after its switches and policies. */
  readonly offered: readonly Flow[]
  /** The order in which the client tries flows. */
  readonly order: readonly Flow[]
  /** Null if none matches. */
  readonly used: Flow | null
  readonly mechanism?: Mechanism
}

/** Controls that can be enforced for this client here. */
export type Enforceable = 'mfa' | 'certificate' | 'conditional-access'

/** When a change affects clients that are already signed in. */
export type TakesEffect = 'next-request' | 'token-expiry' | 'session-expiry' | 'documented-delay'

/** The location that states each fact of a leg; locations are looked up, not copied. */
export type OriginTable = Readonly<Partial<Record<FactName, Origin>>>

/** Everything that happened on one leg. All outputs are derived from it. */
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
  /** Required clauses that may already be met; absent if all are known not to be. */
  readonly openClauses?: readonly OpenClause[]
  /** Every policy on this leg, including those that do not apply. */
  readonly policyOutcomes?: readonly PolicyOutcome[]
  /** Every other rejected credential; if policies or the service block the leg, those that fail earlier. */
  readonly refused: readonly Refusal[]
  /** Other credentials that would be accepted too. */
  readonly accepted?: readonly Credential[]
  /** Credentials whose acceptance is undetermined. */
  readonly undetermined?: readonly OpenCredential[]
  /** Absent if no user signs in interactively, or the methods of the user are not stated. */
  readonly methods?: MethodEvidence
  /** Absent if the file does not describe the sign-in to the device. */
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

/** The combined outcome of the legs of a session. */
export type SessionVerdict =
  | { readonly kind: 'signs-in'; readonly credentials: readonly Credential[] }
  | {
      readonly kind: 'conflict' | 'several-credentials'
      readonly credentials: readonly { readonly leg: LegName; readonly credential: Credential }[]
    }
  | { readonly kind: 'blocked' | 'cannot-sign-in' | 'refused'; readonly leg: LegName; readonly rule: RuleId }
  | { readonly kind: 'undetermined'; readonly missing: readonly string[] }
