import { factDomains } from '../../vocabulary/facts.ts'
import { names, object, oneOf, text } from '../schema/parts.ts'
import { type Authored, choice, flag, setting } from './setting.ts'

const withTheKind = 'it goes with the kind of the domain, which is tried as a whole'
const informational = { readBy: 'nobody: exports hold it, and no sign-in depends on it', notTried: 'nothing reads it' }

/** A verified domain, and how the users whose names end in it sign in. */
export const domainSettings = {
  name: setting<string>((title, about) => text(title, about, { examples: ['contoso.com'] }), {
    title: 'domain name',
    about: 'The domain name.',
    readBy: 'the domain of a user',
    notTried: 'another name would be another domain',
  }),
  authenticationType: choice(['managed', 'federated', 'Managed', 'Federated'], {
    title: 'domain authentication',
    about: 'Who signs the users in: `managed` (Microsoft Entra ID) or `federated` (an identity provider).',
    states: 'domainAuthentication',
    notTried: 'a domain changes its kind together with what goes with it',
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
      'How the password of a managed user is checked: against its synchronised hash, by an agent on-premises, or for an account that lives in the cloud only.',
    states: 'managedSignIn',
    notTried: withTheKind,
  }),
  federatedIdpMfaBehavior: choice(factDomains.federatedIdpMfaBehavior, {
    title: 'federated MFA behavior',
    about: 'Whether a second factor done by the identity provider counts. Silent: it is accepted where it was done.',
    states: 'federatedIdpMfaBehavior',
    tries: 'every value',
  }),
  supportsMfa: flag({
    title: 'SupportsMfa',
    about: 'The older federation setting, as an export may still show it.',
    readBy: 'federatedIdpMfaBehavior, where that is not stated: true sends people back to the identity provider',
    notTried: 'the newer setting is tried',
  }),
  seamlessSingleSignOn: flag({
    title: 'seamless single sign-on',
    about:
      'Whether computers of the domain sign in to Microsoft Entra ID with a ticket (a managed domain, with hash synchronization or pass-through authentication). Silent: not.',
    states: 'seamlessSso',
    tries: 'every value',
  }),
  isDefault: flag({ title: 'default domain', about: 'Whether new users get this domain.', ...informational }),
  stagedRollout: setting<{ readonly groups: readonly string[] }>(
    () =>
      object(
        'a staged roll-out',
        'Groups of a federated domain whose browser and modern sign-ins are managed already.',
        { groups: names('groups', 'The groups in the roll-out, by name or id.', 'group') },
        ['groups'],
      ),
    {
      title: 'staged roll-out',
      about: 'Groups of a federated domain whose browser and modern sign-ins are managed already.',
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
    about: 'Where rich clients learn about the endpoints.',
    ...informational,
  }),
  preferredAuthenticationProtocol: setting<'wsFed' | 'saml'>(
    (title, about) => oneOf(title, about, ['wsFed', 'saml']),
    { title: 'federation protocol', about: 'The protocol of the federation.', ...informational },
    ['wsFed', 'saml'],
  ),
  promptLoginBehavior: setting<string>(text, {
    title: 'prompt behavior',
    about: 'How a demand for a fresh sign-in is passed on.',
    ...informational,
  }),
}

/** A domain as authored. */
export type DomainFile = Authored<typeof domainSettings, 'name' | 'authenticationType'>
