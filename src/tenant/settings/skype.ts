import { text } from '../schema/parts.ts'
import { modernAuthentication, modernAuthority, servers } from './servers.ts'
import { choice, flag, setting } from './setting.ts'
import { withDisputes } from './workload-disputes.ts'

/** Skype for Business Server, with its switches by cmdlet name. */
export const skypeServerSettings = withDisputes({
  servers,
  modernAuthentication,
  modernAuthority: modernAuthority('Who issues tokens for clients.'),
  ClientAuthorizationOAuthServerIdentity: setting<string>(text, {
    title: 'OAuth server',
    about: 'The OAuth server that clients are sent to, of `Set-CsOAuthConfiguration`.',
    states: ['modernAuthority', 'modernAuthentication'],
    notTried: 'the authorization server setting is tried instead',
  }),
  Scenario: choice(
    [
      'AllowAllExternallyAndInternally',
      'BlockWindowsAuthExternally',
      'BlockWindowsAuthExternallyAndInternally',
      'BlockWindowsAuthExternallyAndModernAuthInternally',
      'BlockWindowsAuthExternalyAndModernAuthInternally',
      'BlockModernAuthInternally',
    ],
    {
      title: 'scenario',
      about: 'Which methods are offered inside and outside, of `Set-CsAuthConfig`.',
      states: ['windowsAuthAllowed', 'modernAuthAllowed'],
      tries: [
        'AllowAllExternallyAndInternally',
        'BlockWindowsAuthExternally',
        'BlockWindowsAuthExternallyAndInternally',
        'BlockWindowsAuthExternallyAndModernAuthInternally',
        'BlockModernAuthInternally',
      ],
    },
  ),
  AllowAdalForNonLyncIndependentOfLync: flag({
    title: 'AllowAdalForNonLyncIndependentOfLync',
    about:
      'The endpoint policy that lets clients use modern authentication with Exchange even if their registrar does not.',
    states: 'allowAdalForNonLync',
    tries: 'the opposite',
  }),
  UsePassiveAuthentication: flag({
    title: 'passive authentication',
    about: 'The older passive authentication of a pool.',
    readBy: 'checks',
    notTried: 'no answer depends on it',
  }),
})

/** Skype for Business Online, now retired. */
export const skypeOnlineSettings = withDisputes({
  modernAuthentication,
  ClientAdalAuthOverride: choice(['NoOverride', 'Allowed', 'Disallowed'], {
    title: 'ClientAdalAuthOverride',
    about: 'The switch of `Set-CsOAuthConfiguration`.',
    states: 'modernAuthentication',
    tries: ['Allowed', 'Disallowed'],
    label: 'Modern authentication',
    insteadOf: 'modernAuthentication',
  }),
})
