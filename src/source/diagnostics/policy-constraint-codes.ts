import type { CitationKey } from '../../vocabulary/citations.ts'
import { entry } from './entry.ts'
import { tick } from './words.ts'

/** A policy, and the part of it that its page excludes. */
export interface PolicyLimit {
  readonly policy: string
  readonly reason: string
}

const limit = (
  what: string,
  title: string,
  help: string,
  citation: Extract<
    CitationKey,
    | 'b2b-authentication'
    | 'ca-cloud-apps'
    | 'ca-grant'
    | 'ca-report-only'
    | 'ca-session'
    | 'ca-token-protection'
    | 'ca-workload-identity'
    | 'graph-session-controls'
  >,
) =>
  entry<PolicyLimit>({
    severity: 'warning',
    title,
    message: ({ policy, reason }) => `the policy ${tick(policy)} ${what} ${reason}`,
    help: () => help,
    citation,
  })

/** Combinations that a Conditional Access policy cannot have; each entry cites its page in `citation`. */
export const policyConstraintCodes = {
  'CON-44': limit(
    'requires a password change and',
    'password change with settings it cannot be combined with',
    'require it together with MFA (operator `AND`), for all resources, with user risk as the only condition',
    'ca-grant',
  ),
  'CON-45': limit(
    'for registering or joining devices',
    'policy for registering devices with unsupported settings',
    'require MFA or an authentication strength, without conditions on client apps or devices',
    'ca-cloud-apps',
  ),
  'CON-46': limit(
    'for a user action',
    'user action in a report-only policy',
    'user actions are not evaluated in report-only mode: enable the policy for a pilot group',
    'ca-report-only',
  ),
  'CON-47': limit(
    'for workload identities',
    'policy for workload identities with unsupported settings',
    'block access, with only location and service principal risk as conditions',
    'ca-workload-identity',
  ),
  'CON-48': limit(
    'keeps browsers signed in and',
    'persistent browser session without all resources',
    'target all resources: a browser has one session for all of them',
    'ca-session',
  ),
  'CON-60': limit(
    'requires risk remediation and',
    'risk remediation without the settings it needs',
    'require it with user risk as a condition, with an authentication strength and a sign-in frequency of every time',
    'ca-grant',
  ),
  'CON-61': limit(
    'requires',
    'control on a platform that cannot meet it',
    'exclude the platform, or allow another control',
    'ca-grant',
  ),
  'CON-62': limit(
    'for the device code flow',
    'device code flow with a device state',
    'require MFA, or block the flow: the device that shows the code cannot prove its state',
    'ca-grant',
  ),
  'CON-63': limit(
    'for guests or external users',
    'control that guests cannot meet',
    'exclude external users, or require MFA of them',
    'b2b-authentication',
  ),
  'CON-64': limit(
    'uses app enforced restrictions and',
    'app enforced restrictions for an application without them',
    'target Exchange Online, SharePoint Online or Office 365',
    'graph-session-controls',
  ),
  'CON-65': limit(
    'turns off continuous access evaluation and',
    'continuous access evaluation turned off for some sign-ins only',
    'turning it off works only for all resources and without conditions; choose the users instead',
    'ca-session',
  ),
  'CON-66': limit(
    'requires token protection and',
    'token protection beyond what it supports',
    'target only the resources that support protected tokens, and only mobile apps and desktop clients',
    'ca-token-protection',
  ),
  'CON-67': limit(
    'is report-only and',
    'report-only policy that asks for device certificates',
    'exclude Android, iOS and macOS: users there may be asked to choose a certificate even though nothing is enforced',
    'ca-report-only',
  ),
  'CON-68': entry<{ readonly owner: string; readonly excess: string }>({
    severity: 'warning',
    title: 'named locations beyond their limits',
    message: ({ owner, excess }) => `${tick(owner)} has ${excess}`,
    help: () => 'split the ranges, or name them in fewer locations',
    citation: 'ca-network',
  }),
  'CON-70': entry<{ readonly policy: string }>({
    severity: 'warning',
    title: 'strength that guests can only meet at home',
    message: ({ policy }) =>
      `the policy ${tick(policy)} requires an authentication strength that guests can only meet in their home tenant, but no home tenant's MFA is trusted`,
    help: () =>
      'trust the MFA of their home tenants (`crossTenantAccess`), or allow text messages, calls, push or software tokens',
    citation: 'entra-strength-of-external-users',
  }),
}
