import type { Issuer, Verifier } from './actors.ts'
import type { Credential, SecondFactor, SecondFactorBy } from './credentials.ts'
import type { FactValue } from './facts.ts'

/** The order in which a client tries its flows: its own, or what the vendor's registry tables say about Office. */
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
  /** `switched-off` by a setting of the tenant; `not-offered` by the product. */
  readonly 'service-offer': 'offered' | 'switched-off' | 'not-offered'
  /** `closed-by-policy`: by an authentication policy, which reaches clients with a documented delay. */
  readonly 'service-gate': 'open' | 'closed' | 'closed-by-policy'
  readonly flow: 'used' | 'closed' | 'none'
  readonly issuer: Issuer
  readonly 'home-realm': 'managed' | 'federated' | 'elsewhere' | 'not-asked'
  readonly 'grant-controls': 'blocks' | 'requires' | 'reports' | 'session-only' | 'left-open'
  /**
   * `blocked-by-setting`: by a setting of the tenant, and by no policy that could be named. `registration-blocked`: by the
   * policies that keep a user from registering the method that is demanded.
   */
  readonly 'policy-block': 'blocked' | 'blocked-by-setting' | 'registration-blocked' | 'cannot-satisfy' | 'passes'
  readonly 'second-factor': FactValue<'secondFactor'>
  readonly 'app-password': FactValue<'appPassword'>
  /**
   * `password-does-not-suffice`: the account password is sent and checked, and MFA is demanded that this path cannot do.
   * `no-relay`: the service turns the sender away. `nothing`: there is nothing to present.
   */
  readonly credential: Credential | 'password-does-not-suffice' | 'no-relay' | 'nothing'
  readonly verifier: Verifier
  readonly 'account-state': FactValue<'accountState'>
  /** How a user signs in at the identity provider: with the logon to Windows, or by typing. */
  readonly 'provider-logon': 'windows-logon' | 'sign-in-page'
  readonly 'identity-provider-access': FactValue<'idpAccess'>
  /**
   * `unfit`: of a kind that the conversation has no use for, so that it gets no further than the service.
   * `denied`: by the access rules of the identity provider, right or wrong.
   * `account-unusable`: the state of the account says why. `refused-after-password`: the password is right, and the demand
   * for MFA stops it. `refused-at-service`: the service turns it away, whoever vouches for it. `refused`: all others.
   */
  readonly acceptance:
    | 'accepted'
    | 'unfit'
    | 'denied'
    | 'account-unusable'
    | 'refused'
    | 'refused-after-password'
    | 'refused-at-service'
  readonly 'second-factor-outcome': SecondFactor
  readonly 'second-factor-by': SecondFactorBy | 'nobody'
  readonly 'self-service': 'possible' | 'refused'
  readonly 'mailbox-gate': 'open' | 'closed'
  /** Of one combination of methods: whether a user can present it, else why not. */
  readonly 'sign-in-method': 'admissible' | 'not-registered' | 'switched-off' | 'ended' | 'not-here' | 'not-enough'
  /** `by-rank`: both factors; `second-factor-by-rank`: the first is the user's choice; `own-choice`: both are. */
  readonly 'method-preference': 'by-rank' | 'second-factor-by-rank' | 'own-choice'
  /** Who checks what is presented to a device: `device` where it answers from what it keeps; else that it takes no such sign-in. */
  readonly 'device-sign-in': 'entra-id' | 'federated-idp' | 'active-directory' | 'device' | 'not-possible'
  /** The primary refresh token that this leaves behind, and whether it claims MFA. */
  readonly 'device-token': FactValue<'deviceToken'>
  readonly 'device-ticket': FactValue<'deviceTicket'>
  /** What answers where a user would have to sign in; `person` where nothing does. */
  readonly 'silent-sign-in': 'primary-refresh-token' | 'kerberos-ticket' | 'cached-token' | 'person'
}

/** A point at which a sign-in can go more than one way. */
export type Question = keyof Answers

/** Answers that differ in what follows from them and not in what they say: an open fact between two of them is none. */
export const alike: { readonly [Q in Question]?: ReadonlySet<Answers[Q]> } = {
  'service-offer': new Set(['switched-off', 'not-offered']),
  'service-gate': new Set(['closed', 'closed-by-policy']),
  'policy-block': new Set(['blocked', 'blocked-by-setting', 'registration-blocked']),
  'sign-in-method': new Set(['not-registered', 'switched-off', 'ended', 'not-here', 'not-enough']),
  credential: new Set(['password-does-not-suffice', 'no-relay', 'nothing']),
  acceptance: new Set([
    'unfit',
    'denied',
    'account-unusable',
    'refused',
    'refused-after-password',
    'refused-at-service',
  ]),
}

/** The answers that end a sign-in: each rule that gives one says whom that is up to. */
export const endings: { readonly [Q in Question]?: ReadonlySet<Answers[Q]> } = {
  'service-offer': new Set(['switched-off', 'not-offered']),
  'service-gate': new Set(['closed', 'closed-by-policy']),
  flow: new Set(['closed', 'none']),
  'policy-block': new Set(['blocked', 'blocked-by-setting', 'registration-blocked', 'cannot-satisfy']),
  'sign-in-method': new Set(['not-registered', 'switched-off', 'ended', 'not-here', 'not-enough']),
  credential: new Set(['password-does-not-suffice', 'no-relay', 'nothing']),
  'account-state': new Set(['unusable']),
  'identity-provider-access': new Set(['denies', 'unreachable']),
  acceptance: new Set([
    'unfit',
    'denied',
    'account-unusable',
    'refused',
    'refused-after-password',
    'refused-at-service',
  ]),
  'second-factor-by': new Set(['nobody']),
  'self-service': new Set(['refused']),
  'mailbox-gate': new Set(['closed']),
  'device-sign-in': new Set(['not-possible']),
}

/** The id of a rule: permanent, never reused, without order. */
export type RuleId = `${Uppercase<string>}-${number}`

/** An answer where the vendor's pages are silent or contradict each other. */
export const undetermined = 'undetermined' as const
/** The mark of an answer that the vendor's pages do not give. */
export type Undetermined = typeof undetermined
