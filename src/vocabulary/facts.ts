import { issuers, verifiers, workloadNames } from './actors.ts'
import { credentials } from './credentials.ts'
import { flows } from './protocols.ts'

const noYes = ['no', 'yes'] as const
const yesNo = ['yes', 'no'] as const

/**
 * Every fact a rule may read, with all values it can take. The lists are finite, so that the knowledge base can be
 * enumerated and a missing fact can be tried in every value. The first value is the ordinary one: examples of rules
 * leave it out.
 */
export const factDomains = {
  // The client
  office: ['not-office', '2010-or-earlier', '2013', '2016-or-later'],
  enableAdal: ['unset', '0', '1'],
  alwaysUseMsoAuth: ['unset', '1'],
  adalBuild: yesNo,
  accountSetup: ['not-applicable', 'before-modern', 'since-modern'],
  skypeExchangeLeg: noYes,
  skypeHome: ['online', 'on-premises', 'on-premises-modern'],
  allowAdalForNonLync: ['unset', 'set'],
  browser: noYes,
  switchConcernsClient: noYes,
  modernStated: yesNo,
  moduleSupport: ['given', 'ended'],
  registrarCertificate: ['not-held', 'held'],
  deviceSession: ['none', 'domain'],
  /** The client's stored secret is an app's own: certificate, secret or managed identity. */
  applicationCredential: noYes,

  // The service
  service: workloadNames,
  hosting: ['online', 'on-premises'],
  protocolKind: ['other', 'smtp-auth', 'smtp', 'ews', 'pop-imap', 'remote-powershell', 'sip'],
  carriesModern: yesNo,
  modernAuthentication: ['on', 'off'],
  modernAuthority: ['entra-id', 'ad-fs', 'none'],
  serverFlow: ['offered', 'not-offered'],
  windowsAuthAllowed: yesNo,
  modernAuthAllowed: yesNo,
  serviceAvailable: ['available', 'retired', 'not-yet'],
  protocolAvailable: ['available', 'retired'],
  basicAuthentication: ['served', 'retired', 'off-by-default'],
  basicTurnedOnAgain: noYes,
  outlookWebServices: ['open', 'closed'],
  neededProtocols: ['open', 'closed'],
  directSend: ['accepted', 'rejected'],
  legacySharePoint: ['enabled', 'disabled'],
  authenticationPolicy: ['none', 'allows', 'blocks'],
  smtpAuthOrganization: ['enabled', 'disabled'],
  smtpAuthMailbox: ['inherit', 'enabled', 'disabled'],
  mailboxSwitch: ['on', 'off'],
  mailbox: ['there', 'none'],
  ewsOrganization: ['null', 'true', 'false'],
  ewsMailbox: ['null', 'true', 'false'],
  ewsReading: ['user-wins', 'both-must-allow', 'organization-must-allow', 'retired'],
  ewsOutlook: ['allowed', 'refused'],
  ewsApplication: ['listed', 'not-listed'],
  sendingRoute: ['none', 'direct', 'relay', 'relay-certificate'],
  sendsFromAllowedAddress: noYes,
  connectorNamesCertificate: yesNo,

  // The conversation
  flow: flows,
  flowMatch: ['first-choice', 'fallback', 'forced-modern-refused', 'closed-by-service', 'no-common-flow'],
  flowClass: ['interactive', 'legacy', 'password-grant', 'on-premises', 'application', 'unauthenticated'],
  issuer: issuers,
  administrative: noYes,
  selfService: ['no', 'register-for-mfa', 'create-app-password', 'delete-app-password', 'register-device'],

  // The account
  accountKind: ['user', 'guest', 'service-principal', 'managed-identity', 'directory-sync', 'anonymous'],
  domainAuthentication: ['managed', 'federated'],
  stagedRollout: ['out', 'in'],
  managedSignIn: ['password-hash-sync', 'pass-through', 'cloud-only'],
  homeRealm: ['managed', 'federated', 'not-asked'],
  perUserMfaState: ['disabled', 'enabled', 'enforced'],
  mfaRegistered: yesNo,
  appPasswordsSetting: ['allowed', 'blocked'],
  appPasswordCount: ['none', 'some', 'full'],
  appPassword: ['none', 'creatable', 'exists'],
  adminRole: noYes,
  accountOnPremises: ['sound', 'disabled', 'locked', 'expired', 'password-expired', 'outside-logon-hours', 'deleted'],
  accountInCloud: ['sound', 'disabled', 'deleted', 'password-expired'],
  firstFactor: ['right', 'wrong'],
  emergencyAccess: noYes,

  // The network and the identity provider
  trustedNetwork: ['outside', 'inside'],
  insideCorporateNetwork: noYes,
  idpReachable: yesNo,
  idpRule: ['permit', 'deny'],
  idpPerformsMfa: noYes,
  federatedIdpMfaBehavior: ['acceptIfMfaDoneByFederatedIdp', 'enforceMfaByFederatedIdp', 'rejectMfaByFederatedIdp'],

  // Policies
  policyDecision: [
    'allow',
    'block',
    'controls-required',
    'cannot-satisfy',
    'device-not-compliant',
    'device-not-joined',
    'app-not-approved',
    'platform-unsupported',
  ],
  policyDemandsMfa: ['no', 'yes', 'met'],
  securityDefaults: ['off', 'on'],
  mandatoryMfa: noYes,
  azureManagement: noYes,
  registrationGrace: ['none', 'available'],
  policyGrant: ['block', 'controls', 'session-only'],
  policyState: ['enabled', 'report-only'],

  // Answers that later questions read
  secondFactor: ['not-required', 'required', 'waived', 'registration-required', 'may-be-required'],
  mfaSatisfied: ['no', 'remembered', 'claim'],
  credential: credentials,
  verifier: verifiers,
  accountState: ['usable', 'unusable'],
  idpAccess: ['permits', 'denies', 'unreachable', 'not-asked'],
} as const satisfies Record<string, readonly [string, ...string[]]>

/** The name of a fact. */
export type FactName = keyof typeof factDomains

/** The values a fact can take. */
export type FactValue<F extends FactName> = (typeof factDomains)[F][number]

/** Marks a fact that neither the file nor the request determines. */
export const missing = '?' as const
/** The mark of a missing fact. */
export type Missing = typeof missing

/** A fact as a leg knows it: a value, or the mark of a missing one. */
export type Known<F extends FactName> = FactValue<F> | Missing

/** All facts of one leg; those not yet filled in are missing. */
export type LegFacts = { -readonly [F in FactName]?: Known<F> }
