import type { Issuer, Verifier } from './actors.ts'
import type { Credential, SecondFactor, SecondFactorBy } from './credentials.ts'
import type { FactName, FactValue } from './facts.ts'

/**
 * The points at which a sign-in can go more than one way, in the order in which they are asked, with the facts that
 * the rules of each may read. A rule cannot see more than its question can.
 */
export const questionFacts = {
  'client-order': [
    'office',
    'enableAdal',
    'alwaysUseMsoAuth',
    'adalBuild',
    'accountSetup',
    'skypeExchangeLeg',
    'skypeHome',
    'allowAdalForNonLync',
    'service',
    'modernAuthentication',
    'registrarCertificate',
    'modernStated',
    'moduleSupport',
  ],
  'service-offer': [
    'flow',
    'service',
    'hosting',
    'carriesModern',
    'modernAuthentication',
    'switchConcernsClient',
    'serverFlow',
    'windowsAuthAllowed',
    'modernAuthAllowed',
    'modernAuthority',
  ],
  'service-gate': [
    'flow',
    'service',
    'protocolKind',
    'serviceAvailable',
    'protocolAvailable',
    'basicAuthentication',
    'basicTurnedOnAgain',
    'authenticationPolicy',
    'smtpAuthOrganization',
    'smtpAuthMailbox',
    'securityDefaults',
    'outlookWebServices',
    'neededProtocols',
    'directSend',
    'legacySharePoint',
  ],
  flow: ['flowMatch'],
  issuer: ['hosting', 'flow', 'flowClass', 'modernAuthority'],
  'home-realm': ['issuer', 'flowClass', 'domainAuthentication', 'stagedRollout'],
  'grant-controls': ['policyGrant', 'policyState', 'flowClass'],
  'policy-block': [
    'policyDecision',
    'securityDefaults',
    'flowClass',
    'issuer',
    'accountKind',
    'selfService',
    'policyDemandsMfa',
    'mfaRegistered',
    'homeRealm',
    'federatedIdpMfaBehavior',
    'idpPerformsMfa',
  ],
  'second-factor': [
    'flowClass',
    'issuer',
    'accountKind',
    'perUserMfaState',
    'mfaRegistered',
    'trustedNetwork',
    'appPasswordCount',
    'policyDemandsMfa',
    'securityDefaults',
    'adminRole',
    'mandatoryMfa',
    'azureManagement',
    'registrationGrace',
    'selfService',
    'idpPerformsMfa',
    'homeRealm',
    'federatedIdpMfaBehavior',
  ],
  'app-password': ['appPasswordsSetting', 'appPasswordCount', 'perUserMfaState', 'mfaRegistered'],
  credential: [
    'flow',
    'flowClass',
    'issuer',
    'secondFactor',
    'appPassword',
    'deviceSession',
    'administrative',
    'sendsFromAllowedAddress',
    'connectorNamesCertificate',
    'sendingRoute',
    'accountKind',
  ],
  verifier: ['credential', 'issuer', 'homeRealm', 'managedSignIn'],
  'account-state': ['verifier', 'credential', 'accountOnPremises', 'accountInCloud'],
  'identity-provider-access': ['verifier', 'idpReachable', 'idpRule'],
  acceptance: [
    'credential',
    'flow',
    'flowClass',
    'verifier',
    'secondFactor',
    'appPassword',
    'deviceSession',
    'administrative',
    'accountState',
    'idpAccess',
    'firstFactor',
  ],
  'second-factor-outcome': ['secondFactor', 'credential', 'mfaSatisfied', 'policyDemandsMfa'],
  'second-factor-by': ['homeRealm', 'issuer', 'federatedIdpMfaBehavior', 'idpPerformsMfa'],
  'self-service': ['selfService', 'appPasswordsSetting', 'appPasswordCount', 'perUserMfaState'],
  'mailbox-gate': [
    'service',
    'protocolKind',
    'mailboxSwitch',
    'ewsOrganization',
    'ewsMailbox',
    'ewsReading',
    'ewsOutlook',
    'ewsApplication',
    'mailbox',
  ],
} as const satisfies Record<string, readonly FactName[]>

/** A point at which a sign-in can go more than one way. */
export type Question = keyof typeof questionFacts

/** The facts that the rules of a question may read. */
export type Facts = { readonly [Q in Question]: { readonly [F in (typeof questionFacts)[Q][number]]: FactValue<F> } }

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

/** The answers that each question can have. */
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

/** The id of a rule: for ever, never reused, without order. */
export type RuleId = `${Uppercase<string>}-${number}`

/** An answer where the vendor's pages are silent or contradict each other. */
export const undetermined = 'undetermined' as const
/** The mark of an answer that the vendor's pages do not give. */
export type Undetermined = typeof undetermined
