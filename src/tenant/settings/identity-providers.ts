import { names, text } from '../schema/parts.ts'
import { type AccessRuleFile, accessRule, type PublishedAccessPolicy } from './access-rules.ts'
import { type Authored, flag, listOf, setting } from './setting.ts'

const identity = 'a different name or product would be a different provider'

/** A federation service such as AD FS. */
export const providerSettings = {
  name: setting<string>(text, {
    title: 'identity provider',
    about: 'The name that domains use for it.',
    readBy: 'domains',
    notTried: identity,
  }),
  product: setting<string>((title, about) => text(title, about, { examples: ['ad-fs'] }), {
    title: 'product',
    about: 'The product; `ad-fs` for Active Directory Federation Services.',
    readBy: 'reports',
    notTried: identity,
  }),
  displayName: setting<string>(text, {
    title: 'display name',
    about: 'The name shown in reports.',
    readBy: 'reports',
    notTried: identity,
  }),
  version: setting<string>((title, about) => text(title, about, { examples: ['3.0', '2016', '2019'] }), {
    title: 'version',
    about: 'The version of the product.',
    readBy: 'checks',
    notTried: identity,
  }),
  performsMfa: flag({
    title: 'own MFA',
    about: 'Whether it performs the second factor itself.',
    states: ['idpPerformsMfa', 'idpOwnMfa'],
    tries: 'every value',
  }),
  passesClaims: setting<readonly string[]>((title, about) => names(title, about, 'claim'), {
    title: 'claims passed on',
    about:
      'Claims that it passes on to Microsoft Entra ID, by the end of their type: `authnmethodsreferences`, `insidecorporatenetwork`.',
    readBy: 'trusted networks',
    notTried: 'a list has no next value',
  }),
  PrimaryIntranetAuthenticationProvider: setting<readonly string[]>((title, about) => names(title, about, 'method'), {
    title: 'first methods inside',
    about:
      'What AD FS offers inside the network, in its own words: `WindowsAuthentication`, `FormsAuthentication`. Left out: Windows authentication.',
    states: 'providerLogon',
    notTried: 'a list has no next value',
  }),
  WIASupportedUserAgents: setting<readonly string[]>((title, about) => names(title, about, 'user agent'), {
    title: 'user agents for Windows authentication',
    about:
      'Parts of user agent strings, or patterns after `=~`, of the browsers that AD FS asks for Windows authentication inside. Left out: Internet Explorer and Microsoft Edge on Windows.',
    states: 'providerLogon',
    notTried: 'a list has no next value',
  }),
  reachableFromInternet: flag({
    title: 'reachability',
    about: 'Whether clients on the internet can reach it.',
    states: 'idpReachable',
    tries: 'every value',
  }),
  accessRules: listOf<PublishedAccessPolicy | AccessRuleFile>(accessRule, {
    title: 'access rules',
    about: 'Its client access rules for Microsoft 365.',
    states: 'idpRule',
    notTried: 'removing all rules together is tried',
  }),
  notUnderstood: setting<readonly string[]>((title, about) => names(title, about, 'part'), {
    title: 'parts not understood',
    about: 'Parts of its rules that an import could not read; they make its result undetermined.',
    readBy: 'the access rules',
    notTried: 'it is what an import could not read',
  }),
}

/** An identity provider as authored. */
export type IdentityProviderFile = Authored<typeof providerSettings, 'name'>
