import type { DeviceRule } from '../../tenant/conditional-access/device-rule.ts'
import type { Devices } from '../../tenant/conditional-access/model.ts'
import type { UnclearSides } from '../../tenant/conditional-access/unclear.ts'
import { devicePropertyNamed, trustTypeOf } from '../../vocabulary/device-properties.ts'
import { both, decided, either, hit, type Judged, not, notUnderstood, withoutSignal } from './judged.ts'
import type { MissingReading, PolicySignIn } from './sign-in.ts'

type Comparison = DeviceRule & { readonly kind: 'compare' }

/** The property as requests spell it. */
const graphName = (property: string): string => devicePropertyNamed(property)?.name ?? property

/** The value of a device property, lower-cased; undefined if not given. */
export function devicePropertyOf(device: Readonly<Record<string, string>>, property: string): string | undefined {
  const wanted = graphName(property)
  const value = device[wanted] ?? (property === 'deviceownership' ? device['deviceOwnership'] : undefined)
  if (value === undefined) return undefined
  const lower = String(value).toLowerCase()
  return property === 'trusttype' ? trustTypeOf(lower) : lower
}

const collections: ReadonlySet<string> = new Set(['physicalids', 'systemlabels'])

function compares({ operator, property, values }: Comparison, actual: string): boolean {
  return values.some((value) => {
    switch (operator) {
      case 'eq':
      case 'in':
        return actual === (property === 'trusttype' ? trustTypeOf(value) : value)
      case 'startswith':
        return actual.startsWith(value)
      case 'endswith':
        return actual.endsWith(value)
      case 'contains':
        return collections.has(property)
          ? actual.split(/[\n,]/).some((part) => part.trim() === value)
          : actual.includes(value)
      default: {
        const never: never = operator
        return never
      }
    }
  })
}

/** A device that the directory does not know has no property values: only negated comparisons hold. */
function judgeComparison(rule: Comparison, device: PolicySignIn['device'], reading: MissingReading): Judged {
  if (device === 'unregistered') return decided(rule.negated)
  const actual = device === undefined ? undefined : devicePropertyOf(device, rule.property)
  if (actual !== undefined) return decided(compares(rule, actual) !== rule.negated)
  return reading === 'none' ? decided(rule.negated) : withoutSignal(`deviceInfo.${graphName(rule.property)}`, reading)
}

function judgeRule(rule: DeviceRule, device: PolicySignIn['device'], reading: MissingReading): Judged {
  switch (rule.kind) {
    case 'and':
      return both(judgeRule(rule.left, device, reading), judgeRule(rule.right, device, reading))
    case 'or':
      return either(judgeRule(rule.left, device, reading), judgeRule(rule.right, device, reading))
    case 'not':
      return not(judgeRule(rule.rule, device, reading))
    case 'compare':
      return judgeComparison(rule, device, reading)
    default: {
      const never: never = rule
      return never
    }
  }
}

/** Whether the device is one that a policy concerns. */
export function judgeDevices(
  devices: readonly Devices[],
  { include }: UnclearSides,
  device: PolicySignIn['device'],
  reading: MissingReading,
): Judged {
  let judged = include.length === 0 ? hit : notUnderstood(include)
  for (const { mode, rule } of devices) {
    const matches = judgeRule(rule, device, reading)
    judged = both(judged, mode === 'include' ? matches : not(matches))
  }
  return judged
}
