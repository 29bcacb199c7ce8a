import type { DisagreementEntry } from './disagreement.ts'

/** Pages that disagree on credentials, policies and topologies. */
export const onCredentials: readonly DisagreementEntry[] = [
  {
    id: 'per-user-mfa-and-legacy-protocols',
    about: 'whether per-user MFA blocks legacy protocols',
    pages: [
      {
        says: 'it blocks them',
        citation: { source: 'entra-mfa-licensing', section: 'Compare multifactor authentication policies' },
      },
      { says: 'app passwords work on them', citation: { source: 'entra-per-user-mfa', section: 'User states' } },
    ],
    treatment: 'rule',
    verdict: 'the account password is refused, an app password works',
    carriedBy: 'CRED-2',
  },
  {
    id: 'app-passwords-and-conditional-access',
    about: 'who can have app passwords',
    pages: [
      {
        says: 'users whose MFA comes from Conditional Access cannot have them',
        citation: { source: 'entra-combined-registration', section: 'Methods available in combined registration' },
      },
      {
        says: 'they do not work for accounts that are required to use modern authentication',
        citation: { source: 'entra-app-passwords', section: 'Note' },
      },
    ],
    treatment: 'rule',
    verdict: 'only enforced users have them',
    carriedBy: 'APP-2',
  },
  {
    id: 'skype-online-default',
    about: 'the default of modern authentication in Skype for Business Online',
    pages: [
      {
        says: 'the text: on',
        citation: { source: 'office-modern-auth', section: 'Availability of modern authentication' },
      },
      {
        says: 'the heading of the table: off',
        citation: { source: 'office-modern-auth', section: 'Skype for Business Online' },
      },
    ],
    treatment: 'rule',
    verdict: 'the default of the age of the tenant, as the text says, as a recorded assumption',
    carriedBy: 'modern-authentication-on-for-new-skype-online',
  },
  {
    id: 'topology-mixed-4',
    about: 'who authorizes users on-premises in the topology Mixed 4',
    pages: [
      { says: 'the row names Exchange Online', citation: { source: 'skype-ma-topologies', section: 'Mixed 4' } },
      {
        says: 'users on-premises are authorized by Active Directory',
        citation: { source: 'skype-ma-topologies', section: 'Mixed 5' },
      },
    ],
    treatment: 'rule',
    verdict: 'read as Exchange Server, as in the other rows',
    carriedBy: 'mixed-4',
  },
  {
    id: 'ad-fs-scenario-4',
    about: 'whom the fourth published AD FS access rule allows',
    pages: [
      {
        says: 'the overview states the opposite',
        citation: { source: 'adfs-access-control', section: 'Overview' },
      },
      {
        says: 'the rule denies those outside the group',
        citation: { source: 'adfs-access-control', section: 'Scenario 4' },
      },
    ],
    treatment: 'rule',
    verdict: 'as the rule states',
    carriedBy: 'IDP-1',
  },
  {
    id: 'ios-mail-with-oauth',
    about: 'the first version of iOS whose mail app has modern authentication',
    pages: [
      { says: 'iOS 11', citation: { source: 'entra-app-passwords', section: 'Overview and considerations' } },
      {
        says: 'iOS 11.3.1',
        citation: { source: 'exo-disable-basic', section: 'Modern authentication in Exchange Online' },
      },
    ],
    treatment: 'open',
    verdict: 'undetermined for iOS builds from 11.0 up to but not including 11.3.1',
    carriedBy: 'ORD-21',
    leg: { client: 'apple-mail-ios-11' },
  },
  {
    id: 'app-password-for-what',
    about: 'how many app passwords to create',
    pages: [
      { says: 'one for each device', citation: { source: 'entra-app-passwords', section: 'App password names' } },
      {
        says: 'one for each app',
        citation: { source: 'user-help-security-info-app-passwords', section: 'Create new app passwords' },
      },
    ],
    treatment: 'no-verdict',
    verdict: 'advice only; check warns as the page for administrators advises',
    carriedBy: 'TEN-9',
  },
  {
    id: 'what-if-and-user-actions',
    about: 'whether a policy for all resources applies to a user action',
    pages: [
      { says: 'an example shows that it does', citation: { source: 'ca-what-if', section: 'Examples' } },
      {
        says: 'a policy names resources or user actions',
        citation: { source: 'ca-cloud-apps', section: 'User actions' },
      },
    ],
    treatment: 'rule',
    verdict: 'it does not',
  },
]
