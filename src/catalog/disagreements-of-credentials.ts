import { type DisagreementEntry, page } from './disagreement.ts'

/** Pages that disagree on credentials, policies and topologies. */
export const onCredentials: readonly DisagreementEntry[] = [
  {
    id: 'per-user-mfa-and-legacy-protocols',
    about: 'whether per-user MFA blocks legacy protocols',
    pages: [
      page('it blocks them', 'entra-mfa-licensing', 'Compare multifactor authentication policies'),
      page('app passwords work on them', 'entra-per-user-mfa', 'User states'),
    ],
    treatment: 'rule',
    verdict: 'the account password is refused, an app password works',
    carriedBy: 'CRED-2',
  },
  {
    id: 'app-passwords-and-conditional-access',
    about: 'who can have app passwords',
    pages: [
      page(
        'users whose MFA comes from Conditional Access cannot have them',
        'entra-combined-registration',
        'Methods available in combined registration',
      ),
      page(
        'they do not work for accounts that are required to use modern authentication',
        'entra-app-passwords',
        'Note',
      ),
    ],
    treatment: 'rule',
    verdict: 'only enforced users have them',
    carriedBy: 'APP-2',
  },
  {
    id: 'skype-online-default',
    about: 'the default of modern authentication in Skype for Business Online',
    pages: [
      page('the text: on', 'office-modern-auth', 'Availability of modern authentication'),
      page('the heading of the table: off', 'office-modern-auth', 'Skype for Business Online'),
    ],
    treatment: 'rule',
    verdict: 'the default of the age of the tenant, as the text says, as a recorded assumption',
    carriedBy: 'modern-authentication-on-for-new-skype-online',
  },
  {
    id: 'topology-mixed-4',
    about: 'who authorizes users on-premises in the topology Mixed 4',
    pages: [
      page('the row names Exchange Online', 'skype-ma-topologies', 'Mixed 4'),
      page('users on-premises are authorized by Active Directory', 'skype-ma-topologies', 'Mixed 5'),
    ],
    treatment: 'rule',
    verdict: 'read as Exchange Server, as in the other rows',
    carriedBy: 'mixed-4',
  },
  {
    id: 'ad-fs-scenario-4',
    about: 'whom the fourth published AD FS access rule allows',
    pages: [
      page('the overview states the opposite', 'adfs-access-control', 'Overview'),
      page('the rule denies those outside the group', 'adfs-access-control', 'Scenario 4'),
    ],
    treatment: 'rule',
    verdict: 'as the rule states',
    carriedBy: 'IDP-1',
  },
  {
    id: 'ios-mail-with-oauth',
    about: 'the first version of iOS whose mail app has modern authentication',
    pages: [
      page('iOS 11', 'entra-app-passwords', 'Overview and considerations'),
      page('iOS 11.3.1', 'exo-disable-basic', 'Modern authentication in Exchange Online'),
    ],
    treatment: 'open',
    verdict: 'undetermined for iOS builds from 11.0 up to but not including 11.3.1',
    carriedBy: 'ORD-21',
    leg: { client: 'apple-mail-ios-11' },
  },
  {
    id: 'codes-over-chapv2-and-eap',
    about: 'whether a code passes the NPS extension over CHAPV2 or EAP',
    pages: [
      page(
        'the list: CHAPV2 and EAP support phone calls and app notifications',
        'entra-nps-extension',
        'Determine which authentication methods your users can use',
      ),
      page(
        'the note: a code or a text message might succeed, regardless of the protocol',
        'entra-nps-extension',
        'Determine which authentication methods your users can use (note)',
      ),
    ],
    treatment: 'open',
    verdict: 'undetermined for users who are asked for a code or a text message',
    carriedBy: 'ACC-30',
    leg: { protocol: 'radius' },
  },
  {
    id: 'app-password-for-what',
    about: 'how many app passwords to create',
    pages: [
      page('one for each device', 'entra-app-passwords', 'App password names'),
      page('one for each app', 'user-help-security-info-app-passwords', 'Create new app passwords'),
    ],
    treatment: 'no-verdict',
    verdict: 'advice only; check warns as the page for administrators advises',
    carriedBy: 'TEN-9',
  },
  {
    id: 'what-if-and-user-actions',
    about: 'whether a policy for all resources applies to a user action',
    pages: [
      page('an example shows that it does', 'ca-what-if', 'Examples'),
      page('a policy names resources or user actions', 'ca-cloud-apps', 'User actions'),
    ],
    treatment: 'rule',
    verdict: 'it does not',
  },
]
