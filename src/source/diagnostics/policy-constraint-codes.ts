import { entry } from './entry.ts'
import { tick } from './words.ts'

/** A policy and what of it its page excludes. */
export interface PolicyLimit {
  readonly policy: string
  readonly reason: string
}

const limit = (
  what: string,
  title: string,
  help: string,
  citation: 'ca-grant' | 'ca-cloud-apps' | 'ca-report-only' | 'ca-workload-identity' | 'ca-session',
) =>
  entry<PolicyLimit>({
    severity: 'warning',
    title,
    message: ({ policy, reason }) => `the policy ${tick(policy)} ${what} ${reason}`,
    help: () => help,
    citation,
  })

/** What a Conditional Access policy of one kind cannot have; each entry names its page in `citation`. */
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
}
