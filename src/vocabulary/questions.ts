import type { Issuer, Verifier } from './actors.ts'
import type { Credential, SecondFactor, SecondFactorBy } from './credentials.ts'
import type { FactValue } from './facts.ts'

/** The order in which a client tries its flows: its own, or what the vendor's registry tables say of Office. */
export type ClientOrder =
  | 'own-order'
  | 'modern'
  | 'basic'
  | 'modern-then-basic'
  | 'sign-in-assistant'
  | 'modern-then-sign-in-assistant'
  | 'windows-then-basic'
  | 'modern-then-windows-then-basic'
  | 'certificate'
  | 'windows'
  | 'modern-then-windows'

/** The points at which a sign-in can go more than one way, with the answers that each can have. */
export interface Answers {
  readonly 'client-order': ClientOrder
  readonly 'service-offer': 'offered' | 'not-offered'
  readonly 'service-gate': 'open' | 'closed'
  readonly flow: 'used' | 'closed' | 'none'
  readonly issuer: Issuer
  readonly 'home-realm': 'managed' | 'federated' | 'not-asked'
  readonly 'grant-controls': 'blocks' | 'requires' | 'reports' | 'session-only'
  readonly 'policy-block': 'blocked' | 'cannot-satisfy' | 'passes'
  readonly 'second-factor': FactValue<'secondFactor'>
  readonly 'app-password': FactValue<'appPassword'>
  readonly credential: Credential | 'nothing'
  readonly verifier: Verifier
  readonly 'account-state': FactValue<'accountState'>
  readonly 'identity-provider-access': FactValue<'idpAccess'>
  readonly acceptance: 'accepted' | 'refused'
  readonly 'second-factor-outcome': SecondFactor
  readonly 'second-factor-by': SecondFactorBy | 'nobody'
  readonly 'self-service': 'possible' | 'refused'
  readonly 'mailbox-gate': 'open' | 'closed'
}

/** A point at which a sign-in can go more than one way. */
export type Question = keyof Answers

/** The id of a rule: for ever, never reused, without order. */
export type RuleId = `${Uppercase<string>}-${number}`

/** An answer where the vendor's pages are silent or contradict each other. */
export const undetermined = 'undetermined' as const
/** The mark of an answer that the vendor's pages do not give. */
export type Undetermined = typeof undetermined
