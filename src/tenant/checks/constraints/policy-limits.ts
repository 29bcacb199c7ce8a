import type { DiagnosticCode } from '../../../source/diagnostics/diagnostic-catalog.ts'
import type { Policy } from '../../conditional-access/model.ts'
import type { Check } from '../check.ts'
import { rangeOfPolicy } from './activesync-policy-limits.ts'

type LimitCode = Extract<DiagnosticCode, 'CON-44' | 'CON-45' | 'CON-46' | 'CON-47' | 'CON-48'>

/** One constraint on a kind of policy: which policies it is about, and what they must not have. */
interface Limit {
  readonly code: LimitCode
  readonly concerns: (policy: Policy) => boolean
  readonly excesses: readonly (readonly [reason: string, found: (policy: Policy) => boolean])[]
}

const changesPassword = ({ grant }: Policy): boolean => grant?.controls.includes('passwordChange') === true
const registersDevices = ({ conditions }: Policy): boolean =>
  conditions.resources.userActions.has('urn:user:registerdevice')

/** Whether all resources are meant, without any exclusion. */
function coversEverything({ conditions: { resources } }: Policy): boolean {
  return resources.all && resources.exclude.size + resources.excludeSuites.length === 0
}

function hasOtherConditionThanUserRisk({ conditions }: Policy): boolean {
  const { platforms, locations, devices, signInRisk, insiderRisk, transferMethods } = conditions
  return [platforms, locations, devices, signInRisk, insiderRisk, transferMethods].some((one) => one !== undefined)
}

/** Whether client app types are narrowed down; `all` is what a policy without the condition has. */
const narrowsClientApps = ({ conditions }: Policy): boolean => {
  const types = conditions.clientApps?.types
  return types !== undefined && types.size > 0 && types.size < 4 && !types.has('all')
}

const limits: readonly Limit[] = [
  {
    code: 'CON-44',
    concerns: changesPassword,
    excesses: [
      ['uses the operator `OR`', ({ grant }) => grant?.operator === 'OR' && grant.operatorUnclear.length === 0],
      [
        'does not also require MFA',
        ({ grant }) => grant?.controls.includes('mfa') !== true && grant?.strength === undefined,
      ],
      ['has no user risk condition', ({ conditions }) => conditions.userRisk === undefined],
      ['has a condition other than user risk', hasOtherConditionThanUserRisk],
      ['does not target all resources', (policy) => !coversEverything(policy)],
    ],
  },
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
      [
        'has a condition other than location and risk of the service principal',
        ({ conditions }) =>
          [conditions.platforms, conditions.devices, conditions.signInRisk, conditions.userRisk].some(
            (one) => one !== undefined,
          ),
      ],
    ],
  },
  {
    code: 'CON-48',
    concerns: ({ session }) => session.persistentBrowser !== undefined,
    excesses: [['does not target all resources', ({ conditions }) => !conditions.resources.all]],
  },
]

/** A policy that is on, or tried out, keeps to what the pages allow for one of its kind. */
export const policyLimits: Check = (_file, policies) =>
  policies.value.policies.flatMap((policy) => {
    const at = rangeOfPolicy(policy, policies)
    if (at === undefined || policy.state === 'disabled') return []
    return limits.flatMap(({ code, concerns, excesses }) =>
      concerns(policy)
        ? excesses
            .filter(([, found]) => found(policy))
            .map(([reason]) => ({ code, args: { policy: policy.name, reason }, at }))
        : [],
    )
  })
