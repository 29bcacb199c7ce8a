import type { PreconditionKind } from '../vocabulary/preconditions.ts'
import type { Row } from './row.ts'

interface Precondition extends Row {
  readonly statement: string
  readonly fact: PreconditionKind
  readonly value:
    | 'given'
    | 'held'
    | 'installed'
    | 'reached'
    | 'app password created'
    | 'policy is still report-only'
    | 'evaluated as written'
    | 'identity provider first'
    | 'password on the sign-in page'
    | 'cloud tickets retrieved'
    | 'single sign-on to the session host'
    | 'campaign postponed'
    | 'certificate valid'
}

/** What a verdict assumes where nobody states it: consent, licenses, updates and endpoints that answer. */
export const preconditions = [
  {
    id: 'presumed-consent',
    fact: 'consent',
    value: 'given',
    statement: 'A third-party application needs the consent of the user or of an administrator before it gets a token.',
    citation: { source: 'entra-default-user-permissions', section: 'Compare member and guest default permissions' },
  },
  {
    id: 'presumed-consent-to-file-shares',
    fact: 'consent',
    value: 'given',
    statement:
      'An administrator has consented to the application of the storage account, and the user has a share-level permission.',
    citation: { source: 'azure-files-entra-kerberos', section: 'Grant admin consent to the new service principal' },
  },
  {
    id: 'presumed-cloud-tickets',
    fact: 'device',
    value: 'cloud tickets retrieved',
    statement:
      'The device runs a version of Windows that the page lists and has CloudKerberosTicketRetrievalEnabled turned on, which it needs to get tickets of Microsoft Entra Kerberos.',
    citation: {
      source: 'azure-files-entra-kerberos',
      section: 'Configure the clients to retrieve Kerberos tickets',
    },
  },
  {
    id: 'presumed-single-sign-on-to-session-hosts',
    fact: 'device',
    value: 'single sign-on to the session host',
    statement:
      'Without single sign-on, a session host asks for a credential of its own after the service has let the user in; that sign-in is not part of this one.',
    citation: { source: 'avd-authentication', section: 'Session host authentication' },
  },
  {
    id: 'presumed-licence-of-policies',
    fact: 'licence',
    value: 'held',
    statement: 'Conditional Access requires Microsoft Entra ID P1 for the users its policies apply to.',
    citation: { source: 'entra-mfa-licensing', section: 'Feature comparison based on licenses' },
  },
  {
    id: 'presumed-licence-of-outlook-mobile',
    fact: 'licence',
    value: 'held',
    statement:
      'Outlook for iOS and Android with an on-premises mailbox requires a subscription with the Office applications, and Intune with Microsoft Entra ID P1.',
    citation: { source: 'hma-outlook-mobile', section: 'Technical and licensing requirements' },
  },
  {
    id: 'presumed-update-of-exchange',
    fact: 'update',
    value: 'installed',
    statement:
      'Tokens are accepted from Exchange 2013 CU19, 2016 CU8 and 2019 CU1 onward for Microsoft Entra ID, and from 2019 CU13 onward for AD FS.',
    citation: { source: 'hma-overview', section: 'Do you meet modern authentication prerequisites?' },
  },
  {
    id: 'presumed-update-of-skype',
    fact: 'update',
    value: 'installed',
    statement: 'Skype for Business Server 2015 accepts tokens from Microsoft Entra ID from CU5 onward.',
    citation: { source: 'hma-overview', section: 'Do you meet modern authentication prerequisites?' },
  },
  {
    id: 'presumed-update-for-redirection',
    fact: 'update',
    value: 'installed',
    statement:
      'On-premises servers with the latest releases redirect ActiveSync devices after the Hybrid Configuration wizard has run; some devices do not follow the redirect.',
    citation: { source: 'exchange-hybrid-activesync', section: 'Exchange ActiveSync in hybrid deployments' },
  },
  {
    id: 'presumed-build-of-office',
    fact: 'update',
    value: 'installed',
    statement: 'Some builds of Office 2013 and 2016 do not have modern authentication; this one is assumed to have it.',
    citation: { source: 'skype-use-adal', section: 'Clients where ADAL is not supported' },
  },
  {
    id: 'presumed-update-of-skype-client',
    fact: 'update',
    value: 'installed',
    statement: 'AllowAdalForNonLyncIndependentOfLync needs the client updates of July or September 2015.',
    citation: { source: 'skype-allow-adal-walkthrough', section: 'AllowAdalForNonLyncIndependentOfLync' },
  },
  {
    id: 'presumed-endpoint-of-server',
    fact: 'endpoint',
    value: 'reached',
    statement: 'The servers on-premises are published to the internet.',
    citation: { source: 'exchange-hybrid-prerequisites', section: 'Hybrid deployment prerequisites' },
  },
  {
    id: 'presumed-endpoint-of-activesync',
    fact: 'endpoint',
    value: 'reached',
    statement:
      'The on-premises ActiveSync and Autodiscover namespaces are reachable from the internet without pre-authentication.',
    citation: { source: 'hma-outlook-mobile', section: 'Technical and licensing requirements' },
  },
  {
    id: 'presumed-sign-in-page-of-outlook-on-the-web',
    fact: 'directory',
    value: 'password on the sign-in page',
    statement:
      'Exchange Server sets up the virtual directory of Outlook on the web for basic authentication, which its sign-in page uses; Windows authentication is off until an administrator turns it on.',
    citation: {
      source: 'exchange-virtual-directories',
      section: 'Default Client Access server IIS authentication and SSL settings',
    },
  },
  {
    id: 'presumed-endpoint-of-agent',
    fact: 'endpoint',
    value: 'reached',
    statement: 'A pass-through authentication agent is running and can reach a domain controller.',
    citation: { source: 'entra-choose-authentication', section: 'Comparing methods' },
  },
  {
    id: 'presumed-app-password-created',
    fact: 'act',
    value: 'app password created',
    statement: 'The user has no app password yet and creates one before the client can use it.',
    citation: { source: 'entra-app-passwords', section: 'Create app passwords' },
  },
  {
    id: 'presumed-campaign-postponed',
    fact: 'act',
    value: 'campaign postponed',
    statement:
      'A registration campaign asks a user who lacks its method to register it after MFA, on computers; the user can postpone it, but no more than three times if the number is limited.',
    citation: { source: 'entra-registration-campaign', section: 'Enable the registration campaign policy' },
  },
  {
    id: 'presumed-certificate',
    fact: 'act',
    value: 'certificate valid',
    statement:
      'The certificate is from a trusted authority, neither expired nor revoked, and bound to the account with the affinity that the tenant requires; bindings, affinity levels, revocation lists and scopes of authorities are not read.',
    citation: { source: 'entra-certificate-authentication', section: 'Understanding the username binding policy' },
  },
  {
    id: 'presumed-managed-policy-reports-only',
    fact: 'rollout',
    value: 'policy is still report-only',
    statement:
      'Microsoft turns on its managed policies 45 days or more after they appear, unless an administrator sets the state; the file has this policy as report-only.',
    citation: { source: 'ca-managed-policies', section: 'Introduction' },
  },
  {
    id: 'presumed-policy-as-written',
    fact: 'policy',
    value: 'evaluated as written',
    statement:
      'A policy has grant controls in a combination that their page excludes, as `check` reports; it is evaluated as written.',
    citation: { source: 'ca-grant', section: 'Require password change' },
  },
  {
    id: 'presumed-registration-policy-as-written',
    fact: 'policy',
    value: 'evaluated as written',
    statement:
      'A policy for registering devices has settings that the page on its targets excludes, as `check` reports; it is evaluated as written.',
    citation: { source: 'ca-cloud-apps', section: 'User actions' },
  },
  {
    id: 'presumed-workload-policy-as-written',
    fact: 'policy',
    value: 'evaluated as written',
    statement:
      'A policy for workload identities has settings that their page excludes, as `check` reports; it is evaluated as written.',
    citation: { source: 'ca-workload-identity', section: 'Implementation' },
  },
  {
    id: 'presumed-session-policy-as-written',
    fact: 'policy',
    value: 'evaluated as written',
    statement:
      'A policy has session controls in a combination that their page excludes, as `check` reports; it is evaluated as written.',
    citation: { source: 'ca-session', section: 'Persistent browser session' },
  },
  {
    id: 'presumed-app-enforced-policy-as-written',
    fact: 'policy',
    value: 'evaluated as written',
    statement:
      'A policy has app enforced restrictions for resources that the page excludes, as `check` reports; it is evaluated as written.',
    citation: { source: 'graph-session-controls', section: 'Properties' },
  },
  {
    id: 'presumed-token-protection-policy-as-written',
    fact: 'policy',
    value: 'evaluated as written',
    statement:
      'A policy requires token protection with settings that its page excludes, as `check` reports; it is evaluated as written.',
    citation: { source: 'ca-token-protection', section: 'Deployment' },
  },
  {
    id: 'presumed-guest-policy-as-written',
    fact: 'policy',
    value: 'evaluated as written',
    statement:
      'A policy requires a control of external users that the page on them excludes, as `check` reports; it is evaluated as written.',
    citation: { source: 'b2b-authentication', section: 'MFA for Microsoft Entra external users' },
  },
  {
    id: 'presumed-activesync-policy-as-written',
    fact: 'policy',
    value: 'evaluated as written',
    statement:
      'A policy for Exchange ActiveSync has settings that the page on conditions excludes, as `check` reports; it is evaluated as written.',
    citation: { source: 'ca-conditions', section: 'Client apps' },
  },
  {
    id: 'presumed-redirect-before-methods',
    fact: 'order',
    value: 'identity provider first',
    statement:
      'System-preferred authentication selects the strongest registered method for the first factor; no page says whether a user of a federated domain is asked for it or redirected to the identity provider.',
    citation: { source: 'entra-system-preferred', section: 'How system-preferred authentication applies to sign-in' },
  },
] as const satisfies readonly Precondition[]

/** The id of one precondition. */
export type PreconditionId = (typeof preconditions)[number]['id']
