import type { AuthenticationPolicyFile } from './authentication-policies.ts'
import { readingsOf } from './disputes.ts'
import type { WorkloadFile } from './workloads.ts'

/** Of more combinations than this each policy is varied by itself: a sign-in reads one of them. */
const most = 64

/** The authentication policies under each value of the switches on which exports disagree. */
function policiesUnder(
  policies: readonly AuthenticationPolicyFile[],
): readonly (readonly AuthenticationPolicyFile[])[] {
  const each = policies.map((one) => {
    const readings = readingsOf(one)
    return readings.length === 0 ? [one] : readings
  })
  if (each.reduce((count, { length }) => count * length, 1) > most)
    return each.flatMap((readings, at) =>
      readings.map((one) => policies.map((other, own) => (own === at ? one : (each[own]?.[0] ?? other)))),
    )
  return each.reduce<readonly (readonly AuthenticationPolicyFile[])[]>(
    (all, readings) => all.flatMap((before) => readings.map((one) => [...before, one])),
    [[]],
  )
}

/** What a service states if each setting in dispute, of its own or of its policies, is one of the values of the exports. */
export function readingsOfWorkload(file: WorkloadFile): readonly WorkloadFile[] {
  const own = readingsOf(file)
  const { authenticationPolicies: policies } = file
  if (policies?.some(({ exportsDisagree }) => exportsDisagree !== undefined) !== true) return own
  const files = own.length === 0 ? [file] : own
  return policiesUnder(policies).flatMap((under) => files.map((one) => ({ ...one, authenticationPolicies: under })))
}
