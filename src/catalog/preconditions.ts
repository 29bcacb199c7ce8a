import type { PreconditionKind } from '../vocabulary/preconditions.ts'
import type { Row } from './row.ts'

interface Precondition extends Row {
  readonly statement: string
  readonly fact: PreconditionKind
  readonly value: 'given' | 'held' | 'installed' | 'reached' | 'app password created' | 'policy still reports only'
}

/** What a verdict takes for granted where nobody states it: consent, licences, updates and endpoints that answer. */
export const preconditions = [
  {
    id: 'presumed-consent',
    fact: 'consent',
    value: 'given',
    statement:
      'An application that is not of the vendor needs the consent of the person or of an administrator before it gets a token.',
    citation: { source: 'entra-default-user-permissions', section: 'Compare member and guest default permissions' },
  },
  {
    id: 'presumed-licence-of-policies',
    fact: 'licence',
    value: 'held',
    statement: 'Conditional Access needs Microsoft Entra ID P1 for the people whom its policies concern.',
    citation: { source: 'entra-mfa-licensing', section: 'Feature comparison based on licenses' },
  },
  {
    id: 'presumed-licence-of-outlook-mobile',
    fact: 'licence',
    value: 'held',
    statement:
      'Outlook for iOS and Android with a mailbox on-premises needs a subscription with the Office applications, and Intune with Microsoft Entra ID P1.',
    citation: { source: 'hma-outlook-mobile', section: 'Technical and licensing requirements' },
  },
  {
    id: 'presumed-update-of-exchange',
    fact: 'update',
    value: 'installed',
    statement:
      'Tokens are taken from Exchange 2013 CU19, 2016 CU8 and 2019 CU1 on for Microsoft Entra ID, and from 2019 CU13 on for AD FS.',
    citation: { source: 'hma-overview', section: 'Do you meet modern authentication prerequisites?' },
  },
  {
    id: 'presumed-update-of-skype',
    fact: 'update',
    value: 'installed',
    statement: 'Skype for Business Server 2015 takes tokens of Microsoft Entra ID from CU5 on.',
    citation: { source: 'hma-overview', section: 'Do you meet modern authentication prerequisites?' },
  },
  {
    id: 'presumed-update-for-redirection',
    fact: 'update',
    value: 'installed',
    statement:
      'Servers on-premises redirect ActiveSync devices with their latest releases, after the Hybrid Configuration wizard; some devices do not follow.',
    citation: { source: 'exchange-hybrid-activesync', section: 'Exchange ActiveSync in hybrid deployments' },
  },
  {
    id: 'presumed-build-of-office',
    fact: 'update',
    value: 'installed',
    statement: 'Some builds of Office 2013 and 2016 have no modern authentication; this one is taken to have it.',
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
      'The ActiveSync and Autodiscover namespaces on-premises are reached from the internet without another authentication before them.',
    citation: { source: 'hma-outlook-mobile', section: 'Technical and licensing requirements' },
  },
  {
    id: 'presumed-endpoint-of-agent',
    fact: 'endpoint',
    value: 'reached',
    statement: 'An agent of pass-through authentication is running, and reaches a domain controller.',
    citation: { source: 'entra-choose-authentication', section: 'Comparing methods' },
  },
  {
    id: 'presumed-app-password-created',
    fact: 'act',
    value: 'app password created',
    statement: 'The person has no app password yet and creates one before the client can use it.',
    citation: { source: 'entra-app-passwords', section: 'Create app passwords' },
  },
  {
    id: 'presumed-managed-policy-reports-only',
    fact: 'rollout',
    value: 'policy still reports only',
    statement:
      'Microsoft turns on a policy of its own 45 days or more after it appeared, unless an administrator sets its state; the file has it report only.',
    citation: { source: 'ca-managed-policies', section: 'Introduction' },
  },
] as const satisfies readonly Precondition[]

/** The id of one precondition. */
export type PreconditionId = (typeof preconditions)[number]['id']
