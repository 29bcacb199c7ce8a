import { flag, object, oneOf, text } from './parts.ts'
import { modernAuthentication, servers } from './servers.ts'

/** Skype for Business Server. */
export const skypeServer = object(
  'Skype for Business Server',
  'Skype for Business Server, with its switches by their cmdlet names.',
  {
    servers,
    modernAuthentication,
    modernAuthority: oneOf('authorization server', 'Who issues tokens for clients.', ['entra-id', 'ad-fs', 'none']),
    ClientAuthorizationOAuthServerIdentity: text(
      'OAuth server',
      'The OAuth server that clients are sent to, of `Set-CsOAuthConfiguration`.',
    ),
    Scenario: oneOf('scenario', 'Which methods are offered inside and outside, of `Set-CsAuthConfig`.', [
      'AllowAllExternallyAndInternally',
      'BlockWindowsAuthExternally',
      'BlockWindowsAuthExternallyAndInternally',
      'BlockWindowsAuthExternallyAndModernAuthInternally',
      'BlockWindowsAuthExternalyAndModernAuthInternally',
      'BlockModernAuthInternally',
    ]),
    AllowAdalForNonLyncIndependentOfLync: flag(
      'AllowAdalForNonLyncIndependentOfLync',
      'The endpoint policy that lets clients do modern authentication with Exchange although their registrar does not.',
    ),
    UsePassiveAuthentication: flag('passive authentication', 'The older passive authentication of a pool.'),
  },
)

/** Skype for Business Online. */
export const skypeOnline = object('Skype for Business Online', 'Skype for Business Online, retired since.', {
  modernAuthentication,
  ClientAdalAuthOverride: oneOf('ClientAdalAuthOverride', 'The switch of `Set-CsOAuthConfiguration`.', [
    'NoOverride',
    'Allowed',
    'Disallowed',
  ]),
})
