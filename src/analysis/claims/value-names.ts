import { questions } from '../../rules/question-facts.ts'
import { type ActorId, auditTrails, verifiers, workloadNames } from '../../vocabulary/actors.ts'
import { type Credential, credentials, secondFactorProviders, secondFactors } from '../../vocabulary/credentials.ts'
import { type FactName, factDomains } from '../../vocabulary/facts.ts'
import { type Combination, combinationNames, combinationWords } from '../../vocabulary/methods.ts'
import { owners } from '../../vocabulary/owners.ts'
import { flows } from '../../vocabulary/protocols.ts'
import type { Question } from '../../vocabulary/questions.ts'
import { legNames, purposes } from '../../vocabulary/requests.ts'
import { gapKinds } from '../gaps/result.ts'
import { namesOf } from './plain-words.ts'

const identityProviderNames = ['identity provider', 'federated identity provider', 'federation service'] as const
const entraNames = ['Microsoft Entra ID', 'Entra ID', 'Azure AD', 'Azure Active Directory'] as const
const homeTenantNames = ['tenant of the guest', 'home organization'] as const
const activeDirectoryNames = ['on-premises Active Directory', 'AD DS'] as const

/** Common names of the credentials. */
export const credentialNames = namesOf<Credential>(credentials, {
  'account-password': ['work or school account password', 'password of the account', 'domain password'],
  interactive: ['interactive sign-in', 'modern authentication', 'modern sign-in'],
  'windows-integrated': ['Windows integrated authentication', 'Windows sign-in', 'Windows logon', 'domain logon'],
  certificate: ['client certificate'],
  'app-only': ['application credential', 'app-only credential'],
  'source-address': ['connector address'],
  none: ['no credential', 'nothing'],
})

/** Common names of the verifiers. */
export const verifierNames = namesOf(verifiers, {
  'home-tenant': homeTenantNames,
  'entra-id': entraNames,
  'federated-idp': identityProviderNames,
  'active-directory': activeDirectoryNames,
  'relying-party': ['service itself', 'service'],
})

const actorIds: readonly ActorId[] = [
  'user',
  'client',
  ...workloadNames,
  'entra-id',
  'federated-idp',
  'active-directory',
  'pass-through-agent',
  'home-tenant',
  'microsoft-account',
  'custom-provider',
  'external-provider',
  'directory-sync',
]

/** Common names of the actors. */
export const actorNames = namesOf<ActorId>(actorIds, {
  'entra-id': entraNames,
  'federated-idp': identityProviderNames,
  'active-directory': activeDirectoryNames,
  'skype-for-business-server': ['Skype for Business on-premises', 'Skype registrar'],
  'exchange-server': ['Exchange on-premises', 'on-premises Exchange'],
  'microsoft-365-admin': ['Microsoft 365 admin center'],
  'custom-provider': ['provider of the custom control'],
  'external-provider': ['provider of the external method'],
  'directory-sync': ['directory synchronization', 'directory synchronisation', 'Entra Connect'],
})

/** Common names of the services. */
export const workloadWords = namesOf(workloadNames, {
  'skype-for-business-server': ['Skype for Business on-premises'],
  'exchange-server': ['Exchange on-premises', 'on-premises Exchange'],
})

/** Common names of the sign-in logs. */
export const trailNames = namesOf(auditTrails, {
  'entra-id': [...entraNames, 'Microsoft Entra sign-in log', 'Entra sign-in log'],
  'federated-idp': [...identityProviderNames, 'log of identity provider'],
  'active-directory': [...activeDirectoryNames, 'domain controllers'],
  'relying-party': ['service itself', 'service'],
})

/** Common names of the second-factor outcomes. */
export const secondFactorNames = namesOf(secondFactors, {
  'not-required': ['not asked'],
  'already-satisfied': ['satisfied already'],
})

/** Common names of who can change the outcome. */
export const ownerNames = namesOf(owners, {
  person: ['user', 'account'],
  policy: ['policies'],
})

/** Common names of the second-factor providers. */
export const secondFactorByNames = namesOf(secondFactorProviders, {
  'custom-provider': ['provider of the custom control', 'custom control'],
  'external-provider': ['provider of the external method', 'external method'],
  'home-tenant': homeTenantNames,
  'entra-id': entraNames,
  'federated-idp': identityProviderNames,
})

/** Common names of the presented methods. */
export const presentedNames = namesOf<Combination>(combinationNames, {
  ...Object.fromEntries(combinationNames.map((combination) => [combination, [combinationWords[combination]]])),
  fido2: ['passkey', 'security key', 'FIDO2 security key'],
  windowsHelloForBusiness: ['Windows Hello for Business', 'Windows Hello'],
  'password,microsoftAuthenticatorPush': ['password and Authenticator', 'password and Microsoft Authenticator'],
})

/** Common names of the authentication flows. */
export const flowNames = namesOf(flows, {
  modern: ['modern authentication'],
  basic: ['basic authentication'],
  'windows-integrated': ['Windows integrated authentication'],
})

/** Common names of the purposes. */
export const purposeNames = namesOf(purposes, {
  'open-address-book': ['use address book', 'look up address book'],
  'send-instant-messages': ['sign in', 'chat'],
  'open-documents': ['open document'],
  'join-meeting': ['join meetings'],
  'connect-to-vpn': ['join VPN'],
  administer: ['administer tenant', 'run administrative commands', 'administer service'],
  'register-for-mfa': ['register for multifactor authentication', 'register methods'],
  'set-up-hello': ['set up Windows Hello for Business', 'set up Windows Hello'],
})

/** Common names of the legs of a session. */
export const legWords = namesOf(legNames, {
  'autodiscover:on-premises': ['on-premises autodiscover'],
  'autodiscover:cloud': ['cloud autodiscover'],
  'activesync:on-premises': ['on-premises ActiveSync'],
})

/** How a session can end, in words. */
export const verdictKinds = [
  'signs-in',
  'blocked',
  'cannot-sign-in',
  'refused',
  'undetermined',
  'conflict',
  'several-credentials',
] as const

/** How a session can end. */
export type VerdictKind = (typeof verdictKinds)[number]

/** Common names of the session verdicts. */
export const verdictNames = namesOf(verdictKinds, {
  'signs-in': ['signs in', 'succeeds'],
  'cannot-sign-in': ['cannot sign in', 'no credential can sign in'],
})

// The keys of the literal are exactly the union.
const facts = Object.keys(factDomains) as FactName[]

/** The questions a rule can answer. */
export const questionNames = namesOf<Question>(questions, {
  'home-realm': ['home realm'],
  'second-factor': ['demand for second factor'],
})

/** The facts a rule can read, by their own names. */
export const factNames: ReadonlyMap<string, FactName> = new Map(facts.map((fact) => [fact.toLowerCase(), fact]))

/** The kinds of findings of a sweep. */
export const gapNames = namesOf(gapKinds)
