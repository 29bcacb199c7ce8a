import { protectedResourceIds } from '../../../catalog/token-protection.ts'
import type { Policy } from '../../conditional-access/model.ts'
import { coversEverything, hasCondition, type Limit, narrowsClientApps } from './policy-limit.ts'

const exchangeOnline = '00000002-0000-0ff1-ce00-000000000000'
const sharePointOnline = '00000003-0000-0ff1-ce00-000000000000'

function targetsMoreThan({ conditions: { resources } }: Policy, apps: ReadonlySet<string>): boolean {
  return resources.all || [...resources.include].some((app) => !apps.has(app))
}

function leavesOutNativeClientsAlone({ conditions }: Policy): boolean {
  const types = conditions.clientApps?.types
  return types?.size !== 1 || !types.has('mobileAppsAndDesktopClients')
}

/** Whether a platform is meant of which no token is protected, or none is chosen. */
function platformsBeside({ conditions: { platforms } }: Policy, supported: readonly string[]): boolean {
  if (platforms === undefined) return false
  return [...platforms.include].some((platform) => !supported.includes(platform.toLowerCase()))
}

/** What the pages on session controls exclude. */
export const sessionLimits: readonly Limit[] = [
  {
    code: 'CON-48',
    concerns: ({ session }) => session.persistentBrowser !== undefined,
    excesses: [['does not target all resources', ({ conditions }) => !conditions.resources.all]],
  },
  {
    code: 'CON-64',
    concerns: ({ session }) => session.applicationEnforcedRestrictions !== undefined,
    excesses: [
      [
        'targets more than Exchange Online and SharePoint Online',
        (policy) => targetsMoreThan(policy, new Set([exchangeOnline, sharePointOnline])),
      ],
      [
        'targets a suite other than Office 365',
        ({ conditions }) => conditions.resources.includeSuites.some((suite) => suite !== 'Office365'),
      ],
    ],
  },
  {
    code: 'CON-65',
    concerns: ({ session }) => session.continuousAccessEvaluation?.mode === 'disabled',
    excesses: [
      ['does not target all resources', (policy) => !coversEverything(policy)],
      [
        'has a condition',
        (policy) =>
          narrowsClientApps(policy) ||
          hasCondition(policy, [
            'platforms',
            'locations',
            'devices',
            'signInRisk',
            'userRisk',
            'insiderRisk',
            'transferMethods',
          ]),
      ],
    ],
  },
  {
    code: 'CON-66',
    concerns: ({ session }) => session.secureSignInSession !== undefined,
    excesses: [
      [
        'targets a resource that does not take protected tokens',
        (policy) => targetsMoreThan(policy, protectedResourceIds.windows),
      ],
      ['targets a suite of applications', ({ conditions }) => conditions.resources.includeSuites.length > 0],
      ['applies to clients other than mobile apps and desktop clients', leavesOutNativeClientsAlone],
      [
        'applies to a platform without protected tokens',
        (policy) => platformsBeside(policy, ['windows', 'macos', 'ios']),
      ],
    ],
  },
]
