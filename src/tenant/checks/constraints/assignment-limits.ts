import type { Policy } from '../../conditional-access/model.ts'
import { hasCondition, type Limit, narrowsClientApps } from './policy-limit.ts'

const registersDevices = ({ conditions }: Policy): boolean =>
  conditions.resources.userActions.has('urn:user:registerdevice')

/** Whether any person is named. */
function namesPeople({ conditions: { include } }: Policy): boolean {
  const { all, guests, users, groups, roles, external } = include
  return all || guests || users.size + groups.size + roles.size > 0 || external !== undefined
}

/** Platforms on which a compliant device is proved by a certificate that the person chooses. */
const askForCertificate = ['android', 'ios', 'macos'] as const

function reachesOneOf({ conditions: { platforms } }: Policy, names: readonly string[]): boolean {
  if (platforms === undefined) return true
  const [include, exclude] = [platforms.include, platforms.exclude].map(
    (side) => new Set([...side].map((one) => one.toLowerCase())),
  )
  return names.some((name) => (platforms.all || include?.has(name) === true) && exclude?.has(name) !== true)
}

/** What the pages on users, targets and conditions exclude. */
export const assignmentLimits: readonly Limit[] = [
  {
    code: 'CON-45',
    concerns: registersDevices,
    excesses: [
      [
        'has a control other than MFA or an authentication strength',
        ({ grant }) =>
          grant !== undefined &&
          (grant.block ||
            grant.controls.some((control) => control !== 'mfa') ||
            grant.termsOfUse.length + grant.customFactors.length > 0),
      ],
      ['has a condition on client apps', narrowsClientApps],
      ['has a condition on devices', ({ conditions }) => conditions.devices !== undefined],
    ],
  },
  {
    code: 'CON-46',
    concerns: ({ conditions }) => conditions.resources.userActions.size > 0,
    excesses: [['is report-only', ({ state }) => state === 'enabledForReportingButNotEnforced']],
  },
  {
    code: 'CON-47',
    concerns: ({ conditions }) => conditions.workloads?.understood === true,
    excesses: [
      ['requires a control instead of blocking', ({ grant }) => grant !== undefined && !grant.block],
      ['has session controls', ({ session }) => Object.keys(session).length > 0],
      [
        'has a condition other than location and risk of the service principal',
        (policy) =>
          hasCondition(policy, ['platforms', 'devices', 'signInRisk', 'userRisk', 'insiderRisk', 'transferMethods']),
      ],
      ['names people as well', namesPeople],
    ],
  },
  {
    code: 'CON-67',
    concerns: ({ state }) => state === 'enabledForReportingButNotEnforced',
    excesses: [
      [
        'checks whether devices are compliant',
        (policy) =>
          policy.grant?.controls.includes('compliantDevice') === true && reachesOneOf(policy, askForCertificate),
      ],
    ],
  },
]
