import { factDomains } from '../../vocabulary/facts.ts'
import { names, object, oneOf, text } from '../schema/parts.ts'
import { disputesOf } from './disputes.ts'
import { type Authored, choice, flag, setting } from './setting.ts'

const withTheKind = 'it belongs to the kind of the domain, which is tried as a whole'
const informational = {
  readBy: 'nothing: exports contain it, but no sign-in depends on it',
  notTried: 'nothing reads it',
}

/** What a domain has. */
const stated = {
  name: setting<string>((title, about) => text(title, about, { examples: ['contoso.com'] }), {
    title: 'domain name',
    about: 'The domain name.',
    readBy: 'the domain of a user',
    notTried: 'a different name would be a different domain',
  }),
  authenticationType: choice(['managed', 'federated', 'Managed', 'Federated'], {
    title: 'domain authentication',
    about: 'Who signs the users in: `managed` (Microsoft Entra ID) or `federated` (an identity provider).',
    states: 'domainAuthentication',
    notTried: 'a domain changes its kind together with the related settings',
  }),
  identityProvider: setting<string>(text, {
    title: 'identity provider',
    about: 'The name of the identity provider of a federated domain.',
    readBy: 'who verifies',
    notTried: withTheKind,
  }),
  managedSignIn: choice(factDomains.managedSignIn, {
    title: 'managed sign-in',
    about:
      'How the password of a managed user is verified: against its synchronized hash, by an on-premises agent, or as a cloud-only account.',
    states: 'managedSignIn',
    notTried: withTheKind,
  }),
  federatedIdpMfaBehavior: choice(factDomains.federatedIdpMfaBehavior, {
    title: 'federated MFA behavior',
    about:
      'Whether a second factor performed by the identity provider counts. Default: it is accepted if it was performed.',
    states: 'federatedIdpMfaBehavior',
    tries: 'every value',
  }),
  supportsMfa: flag({
    title: 'SupportsMfa',
    about: 'The older federation setting, which exports may still contain.',
    readBy: 'federatedIdpMfaBehavior, if that is not set: true sends users back to the identity provider',
    notTried: 'the newer setting is tried',
  }),
  seamlessSingleSignOn: flag({
    title: 'seamless single sign-on',
    about:
      'Whether computers of the domain sign in to Microsoft Entra ID with a ticket (a managed domain, with hash synchronization or pass-through authentication). Default: no.',
    states: 'seamlessSso',
    tries: 'every value',
  }),
  isDefault: flag({ title: 'default domain', about: 'Whether new users get this domain.', ...informational }),
  stagedRollout: setting<{ readonly groups: readonly string[] }>(
    () =>
      object(
        'a staged rollout',
        'Groups of a federated domain whose browser and modern sign-ins are already managed.',
        { groups: names('groups', 'The groups in the rollout, by name or id.', 'group') },
        ['groups'],
      ),
    {
      title: 'staged rollout',
      about: 'Groups of a federated domain whose browser and modern sign-ins are already managed.',
      states: 'stagedRollout',
      notTried: 'a list has no next value',
    },
  ),
  issuerUri: setting<string>(text, {
    title: 'issuer',
    about: 'The issuer of the federation service.',
    ...informational,
  }),
  activeSignInUri: setting<string>(text, {
    title: 'active sign-in address',
    about: 'Where rich and legacy clients sign in (WS-Trust).',
    ...informational,
  }),
  passiveSignInUri: setting<string>(text, {
    title: 'passive sign-in address',
    about: 'Where browsers are sent.',
    ...informational,
  }),
  metadataExchangeUri: setting<string>(text, {
    title: 'metadata exchange address',
    about: 'Where rich clients look up the endpoints.',
    ...informational,
  }),
  preferredAuthenticationProtocol: setting<'wsFed' | 'saml'>(
    (title, about) => oneOf(title, about, ['wsFed', 'saml']),
    { title: 'federation protocol', about: 'The protocol of the federation.', ...informational },
    ['wsFed', 'saml'],
  ),
  promptLoginBehavior: setting<string>(text, {
    title: 'prompt behavior',
    about: 'How a request for a fresh sign-in is passed on.',
    ...informational,
  }),
}

const { managedSignIn, federatedIdpMfaBehavior, supportsMfa, stagedRollout } = stated

/** The settings of a domain on which exports can disagree. */
export const disputableOfDomain = { managedSignIn, federatedIdpMfaBehavior, supportsMfa, stagedRollout }

/** A verified domain, and how the users whose names end in it sign in. */
export const domainSettings = {
  ...stated,
  exportsDisagree: disputesOf(disputableOfDomain, {
    title: 'settings in dispute',
    about:
      'Settings of the domain that are not stated because exports disagree on them, each with the values of the exports. What depends on such a setting is undetermined.',
    readBy: 'the settings that it names',
    notTried: 'the settings themselves are tried',
  }),
}

/** A domain as authored. */
export type DomainFile = Authored<typeof domainSettings, 'name' | 'authenticationType'>
