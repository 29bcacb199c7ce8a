import { cidr, list, names, text } from '../schema/parts.ts'
import { basicPolicies, defaultPolicy } from './authentication-policies.ts'
import { type ClientAccessRuleFile, clientAccessRule } from './client-access-rules.ts'
import { type Disputes, openSettings } from './disputes.ts'
import { modernAuthentication } from './servers.ts'
import { type Authored, choice, flag, flagOrNull, listOf, schemaOf, setting } from './setting.ts'
import { withDisputes } from './workload-disputes.ts'

/** The switch of the organization for modern authentication, of either Exchange. */
export const clientProfile = flag({
  title: 'OAuth2ClientProfileEnabled',
  about: 'The switch of `Set-OrganizationConfig` for modern authentication.',
  states: 'modernAuthentication',
  tries: 'every value',
  label: 'Modern authentication',
  insteadOf: 'modernAuthentication',
})

/** Where the public folders of an organization are, of either Exchange. */
export const publicFolders = choice(['None', 'Local', 'Remote'], {
  title: 'PublicFoldersEnabled',
  about:
    'Where the public folders are for mailboxes of this organization, of `Set-OrganizationConfig`: in it, in the other organization of a hybrid deployment, or nowhere. Default: in it.',
  states: 'publicFolders',
  tries: 'every value',
  label: 'Public folders',
})

/** Whether exports disagree on the switch for modern authentication of an organization, and nothing else states it. */
export const isSwitchOpen = (file: { readonly modernAuthentication?: boolean; readonly exportsDisagree?: Disputes }) =>
  file.modernAuthentication === undefined && openSettings(file).has('OAuth2ClientProfileEnabled')

const notTried = 'an address or a certificate has no next value'

/** An inbound connector that accepts mail from a device by its address or certificate. */
export const connectorSettings = {
  name: setting<string>(text, {
    title: 'connector name',
    about: 'Its name.',
    readBy: 'nothing: it is for readers',
    notTried,
  }),
  SenderIPAddresses: setting<readonly string[]>(
    (title, about) => list(title, about, cidr('sender address', 'One address.')),
    {
      title: 'sender addresses',
      about: 'Addresses that may send.',
      states: 'sendsFromAllowedAddress',
      notTried,
    },
  ),
  TlsSenderCertificateName: setting<string>(text, {
    title: 'certificate name',
    about: 'The name in the certificate of the sender.',
    states: 'connectorNamesCertificate',
    notTried,
  }),
}

/** An inbound connector as authored. */
export type ConnectorFile = Authored<typeof connectorSettings, 'name'>

const connector = schemaOf(
  'a connector',
  'An inbound connector that accepts mail from a device by its address or certificate.',
  connectorSettings,
  ['name'],
)

/** Exchange Online, with its switches by cmdlet name. */
export const exchangeOnlineSettings = withDisputes({
  modernAuthentication,
  OAuth2ClientProfileEnabled: clientProfile,
  authenticationPolicies: basicPolicies,
  DefaultAuthenticationPolicy: defaultPolicy,
  SmtpClientAuthenticationDisabled: flag({
    title: 'SmtpClientAuthenticationDisabled',
    about: 'SMTP AUTH for the organization, of `Set-TransportConfig`.',
    states: 'smtpAuthOrganization',
    tries: 'every value',
    label: 'SMTP AUTH disabled',
  }),
  PublicFoldersEnabled: publicFolders,
  RejectDirectSend: flag({
    title: 'RejectDirectSend',
    about: "Whether unauthenticated mail to the organization's own domains is rejected.",
    states: 'directSend',
    tries: 'the opposite',
  }),
  EwsEnabled: flagOrNull({
    title: 'EwsEnabled',
    about: 'Exchange web services for the organization; null when never set.',
    states: 'ewsOrganization',
    tries: 'every value',
    label: 'Exchange web services',
  }),
  EwsAllowedAppIDs: setting<readonly string[]>((title, about) => names(title, about, 'app id'), {
    title: 'EwsAllowedAppIDs',
    about: 'App ids that may use Exchange web services.',
    states: 'ewsApplication',
    notTried: 'a list has no next value',
  }),
  EwsAllowList: setting<readonly string[]>((title, about) => names(title, about, 'user agent'), {
    title: 'EwsAllowList',
    about: 'User agents that may use Exchange web services.',
    readBy: 'nothing: exports contain it, but no sign-in depends on it',
    notTried: 'nothing reads it',
  }),
  EwsAllowOutlook: flagOrNull({
    title: 'EwsAllowOutlook',
    about: 'Exchange web services for Outlook.',
    states: 'ewsOutlook',
    tries: 'the opposite',
    silent: true,
  }),
  EwsAllowMacOutlook: flagOrNull({
    title: 'EwsAllowMacOutlook',
    about: 'Exchange web services for Outlook for Mac.',
    states: 'ewsOutlook',
    tries: 'the opposite',
    silent: true,
  }),
  ClientAccessRules: listOf<ClientAccessRuleFile>(clientAccessRule, {
    title: 'client access rules',
    about: 'The rules of `Get-ClientAccessRule`; the vendor ended them in September 2025.',
    states: 'clientAccessRules',
    notTried: 'a list has no next value',
  }),
  connectors: listOf<ConnectorFile>(connector, {
    title: 'connectors',
    about: 'Inbound connectors for devices.',
    states: ['sendsFromAllowedAddress', 'connectorNamesCertificate'],
    notTried: 'a list has no next value',
  }),
})
