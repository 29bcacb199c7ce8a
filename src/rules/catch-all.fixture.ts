import type { LegFacts } from '../vocabulary/facts.ts'
import type { Question } from '../vocabulary/questions.ts'

type Covers = (facts: LegFacts) => boolean

const sendsPassword = new Set(['basic', 'sign-in-assistant', 'password-grant', 'windows-integrated'])
const givesTicket = new Set(['password', 'windowsHelloForBusiness', 'fido2'])
const ofTables = new Set([
  'exchange-online',
  'exchange-server',
  'sharepoint-online',
  'skype-for-business-online',
  'skype-for-business-server',
])

/** What the statement of a last rule covers, in facts; of any case whatever may be put together. */
export const coversAlways: { readonly [Q in Question]?: Covers } = {
  'client-order': ({ office, service }) => office !== 'not-office' && !ofTables.has(service ?? ''),
  'service-offer': ({ serverFlow, servicePlace }) => serverFlow === 'offered' && servicePlace === 'declared',
  'service-gate': (facts) =>
    facts.serviceAvailable === 'available' &&
    facts.protocolAvailable === 'available' &&
    (facts.flow !== 'basic' || facts.service !== 'exchange-online' || facts.basicAuthentication !== 'retired'),
  flow: ({ flowMatch }) => flowMatch === 'no-common-flow',
  'home-realm': ({ domainAuthentication }) => domainAuthentication === 'federated',
  'grant-controls': ({ policyGrant }) => policyGrant === 'session-only',
  'policy-block': ({ policyDecision, flowClass }) => policyDecision === 'allow' || flowClass !== 'legacy',
  'app-password': (facts) =>
    facts.perUserMfaState === 'enforced' &&
    (facts.mfaRegistered === 'yes' || facts.mfaRegistered === 'outside-strength') &&
    facts.appPasswordsSetting === 'allowed' &&
    facts.appPasswordCount === 'none',
  'account-state': ({ verifier, accountOnPremises }) =>
    accountOnPremises === 'sound' ||
    verifier === 'relying-party' ||
    verifier === 'home-tenant' ||
    verifier === 'microsoft-account',
  'identity-provider-access': ({ idpRule, verifier }) => idpRule === 'permit' || verifier !== 'federated-idp',
  'second-factor-by': (facts) =>
    facts.homeRealm === 'federated' && facts.federatedIdpMfaBehavior === 'acceptIfMfaDoneByFederatedIdp',
  'provider-logon': ({ providerLogon, firstFactor }) => providerLogon === 'forms' || firstFactor === 'wrong',
  'sign-in-method': (facts) =>
    facts.methodRegistered === 'yes' &&
    facts.methodAllowed === 'yes' &&
    facts.methodServed === 'yes' &&
    facts.methodPlace === 'fits' &&
    facts.methodEnough === 'yes',
  'method-preference': ({ systemPreferred }) => systemPreferred === 'off',
  'device-sign-in': ({ deviceJoin }) => deviceJoin === 'entra-joined',
  'device-ticket': ({ deviceJoin, unlockMethod }) =>
    deviceJoin === 'entra-joined' && givesTicket.has(unlockMethod ?? ''),
  'silent-sign-in': ({ deviceToken }) => deviceToken === 'none',
  'device-token': ({ unlockMethod }) => unlockMethod === 'password' || unlockMethod === 'x509CertificateSingleFactor',
  'mailbox-gate': ({ mailboxSwitch, mailbox }) => mailboxSwitch === 'on' && mailbox === 'there',
}

/** The same of questions that are asked only of what earlier answers leave possible: held over what is played. */
export const coversWhereAsked: { readonly [Q in Question]?: Covers } = {
  'second-factor': ({ perUserMfaState, policyDemandsMfa, flowClass }) =>
    flowClass === 'legacy' || (perUserMfaState === 'disabled' && policyDemandsMfa === 'no'),
  'self-service': ({ selfService }) => selfService !== 'no',
  credential: ({ flow }) => sendsPassword.has(flow ?? ''),
  // A program is asked of a user's credentials too, all of which are refused where it signs in.
  verifier: ({ issuer, homeRealm, flowClass }) =>
    issuer === 'entra-id' && (homeRealm === 'managed' || flowClass === 'application'),
  'second-factor-outcome': ({ secondFactor }) => secondFactor === 'required' || secondFactor === 'required-elsewhere',
}
