import type { GrantControl } from '../../../vocabulary/policies.ts'
import type { Policy } from '../../conditional-access/model.ts'
import { coversEverything, hasCondition, type Limit } from './policy-limit.ts'

const demands =
  (...names: readonly GrantControl[]) =>
  ({ grant }: Policy): boolean =>
    grant?.controls.some((control) => names.includes(control)) === true

/** Whether a control has to be met whatever the others are. */
function demandsWithoutAlternative({ grant }: Policy, control: GrantControl): boolean {
  if (grant === undefined || !grant.controls.includes(control)) return false
  const others = grant.controls.length - 1 + grant.termsOfUse.length + grant.customFactors.length
  return grant.operator === 'AND' || (others === 0 && grant.strength === undefined)
}

/** Whether platforms are named, and one of them is none on which a control can be met. */
const namesPlatformBeside =
  (control: GrantControl, supported: readonly string[]) =>
  (policy: Policy): boolean => {
    const { platforms } = policy.conditions
    if (platforms === undefined || platforms.all || !demandsWithoutAlternative(policy, control)) return false
    return [...platforms.include].some((platform) => !supported.includes(platform.toLowerCase()))
  }

const namesOutsiders = ({ conditions: { include } }: Policy): boolean =>
  include.guests || include.external !== undefined

const forDeviceCode = ({ conditions }: Policy): boolean => conditions.transferMethods?.has('devicecodeflow') === true

/** What the pages on grant controls exclude. */
export const grantLimits: readonly Limit[] = [
  {
    code: 'CON-44',
    concerns: demands('passwordChange'),
    excesses: [
      ['uses the operator `OR`', ({ grant }) => grant?.operator === 'OR' && grant.operatorUnclear.length === 0],
      ['does not also require MFA', (policy) => !demands('mfa')(policy) && policy.grant?.strength === undefined],
      ['has no user risk condition', ({ conditions }) => conditions.userRisk === undefined],
      [
        'has a condition other than user risk',
        (policy) =>
          hasCondition(policy, ['platforms', 'locations', 'devices', 'signInRisk', 'insiderRisk', 'transferMethods']),
      ],
      ['does not target all resources', (policy) => !coversEverything(policy)],
    ],
  },
  {
    code: 'CON-60',
    concerns: demands('riskRemediation'),
    excesses: [
      ['has no user risk condition', ({ conditions }) => conditions.userRisk === undefined],
      ['has no authentication strength', ({ grant }) => grant?.strength === undefined],
      [
        'has no sign-in frequency of every time',
        ({ session }) => session.signInFrequency?.frequencyInterval !== 'everyTime',
      ],
    ],
  },
  {
    code: 'CON-61',
    concerns: ({ grant }) => grant !== undefined,
    excesses: [
      [
        'an approved app, on a platform other than Android and iOS',
        namesPlatformBeside('approvedApplication', ['android', 'ios']),
      ],
      [
        'an app protection policy, on a platform other than Android, iOS and Windows',
        namesPlatformBeside('compliantApplication', ['android', 'ios', 'windows']),
      ],
      [
        'a hybrid joined device, on a platform other than Windows',
        namesPlatformBeside('domainJoinedDevice', ['windows']),
      ],
      [
        'a compliant device, on Windows Phone',
        namesPlatformBeside('compliantDevice', ['android', 'ios', 'linux', 'macos', 'windows']),
      ],
    ],
  },
  {
    code: 'CON-62',
    concerns: forDeviceCode,
    excesses: [
      ['requires a managed device', demands('compliantDevice', 'domainJoinedDevice')],
      ['has a condition on devices', ({ conditions }) => conditions.devices !== undefined],
    ],
  },
  {
    code: 'CON-63',
    concerns: namesOutsiders,
    excesses: [
      ['requires an approved app', (policy) => demandsWithoutAlternative(policy, 'approvedApplication')],
      ['requires an app protection policy', (policy) => demandsWithoutAlternative(policy, 'compliantApplication')],
      ['requires a password change', demands('passwordChange')],
    ],
  },
]
