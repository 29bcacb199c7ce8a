import { list, oneOf } from '../schema/parts.ts'
import { defaultPolicy, legacyPolicies } from './authentication-policies.ts'
import { clientProfile, publicFolders } from './exchange-online.ts'
import { modernAuthentication, modernAuthority, servers } from './servers.ts'
import { choice, flag, setting } from './setting.ts'
import { withDisputes } from './workload-disputes.ts'

/** Exchange Server on-premises, with its switches by cmdlet name. */
export const exchangeServerSettings = withDisputes({
  servers,
  modernAuthentication,
  OAuth2ClientProfileEnabled: clientProfile,
  modernAuthority: modernAuthority(
    'Who issues tokens for clients: Microsoft Entra ID (hybrid modern authentication), AD FS, or no one.',
  ),
  hybrid: choice(['none', 'classic-full', 'classic-minimal', 'modern-agent'], {
    title: 'hybrid deployment',
    about: 'How Exchange is connected to Exchange Online.',
    readBy: 'checks',
    notTried: 'no answer depends on it',
  }),
  owaModernAuthentication: flag({
    title: 'modern authentication of Outlook on the web',
    about:
      'Whether Outlook on the web and the admin center are also set up for tokens, which the organization setting does not do. Default: no.',
    readBy: 'what the servers offer to browsers',
    tries: 'the opposite',
  }),
  SSLOffloading: flag({
    title: 'SSLOffloading',
    about: 'Whether TLS is terminated in front of the servers.',
    readBy: 'checks',
    notTried: 'no answer depends on it',
  }),
  MapiHttpEnabled: flag({
    title: 'MapiHttpEnabled',
    about: 'MAPI over HTTP.',
    readBy: 'the protocol of the mailbox leg',
    tries: 'the opposite',
    silent: true,
  }),
  PublicFoldersEnabled: publicFolders,
  authenticationPolicies: legacyPolicies,
  DefaultAuthenticationPolicy: defaultPolicy,
  authenticationMethods: setting<Readonly<Record<string, readonly string[]>>>(
    () => ({
      type: 'object',
      title: 'the authentication methods',
      description:
        'What virtual directories offer (`IISAuthenticationMethods`) by protocol, or under `default` for all others: Basic, Digest, Negotiate, Kerberos, NTLM, OAuth, Certificate.',
      additionalProperties: list(
        'methods',
        'Methods that this protocol offers.',
        oneOf('authentication method', 'One method.', [
          'Basic',
          'Digest',
          'Negotiate',
          'Kerberos',
          'NTLM',
          'Ntlm',
          'OAuth',
          'Certificate',
        ]),
      ),
    }),
    {
      title: 'authentication methods',
      about: 'What virtual directories offer.',
      states: 'serverFlow',
      notTried: 'a list has no next value',
    },
  ),
})
