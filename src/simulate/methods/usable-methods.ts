import { factorsOf } from '../../catalog/method-ranks.ts'
import { externalCombination, strengths } from '../../catalog/strengths.ts'
import { type FactName, type Known, missing } from '../../vocabulary/facts.ts'
import { type AuthenticationMethod, type Combination, combinationNames } from '../../vocabulary/methods.ts'
import type { LegContext } from '../leg-context.ts'
import { availabilityOf, type MethodAvailability } from './method-availability.ts'

const multifactor: ReadonlySet<string> = new Set([
  ...(strengths.find(({ name }) => name === 'mfa')?.combinations ?? []),
  externalCombination,
])

/** The registered method by which a combination proves a second factor; undefined if it proves none by itself. */
function proves(combination: Combination): AuthenticationMethod | undefined {
  if (!multifactor.has(combination)) return undefined
  const { first, second } = factorsOf(combination)
  // A combination without an inherent first factor is one method.
  const method = second ?? (first as AuthenticationMethod)
  return method.startsWith('federated') ? undefined : method
}

const provingNames: ReadonlyMap<Combination, string> = new Map(
  combinationNames.flatMap((combination) => {
    const method = proves(combination)
    return method === undefined ? [] : [[combination, method.toLowerCase()] as const]
  }),
)

// A certificate proves two factors alone and after a password, and not everywhere both.
const proving: ReadonlyMap<string, readonly Combination[]> = new Map(
  [...new Set(provingNames.values())].map((name) => [
    name,
    combinationNames.filter((combination) => provingNames.get(combination) === name),
  ]),
)

/** Whether a registered method proves a second factor, by itself or after a password. */
export const provesFactor = (method: string): boolean => proving.has(method.toLowerCase())

const provingOf = ({ user }: LegContext): readonly Combination[] =>
  (user.methods ?? []).flatMap((method) => proving.get(method.toLowerCase()) ?? [])

/**
 * Whether a user has a registered method that proves a second factor here and now: `no` where none of them is allowed,
 * or served; missing if one may not work with this client on this device.
 */
export function usableSecondFactor(context: LegContext): Known<'mfaRegistered'> {
  const states = provingOf(context).map((combination) => provenBy(combination, context))
  if (states.includes('yes')) return 'yes'
  return states.includes(missing) ? missing : 'no'
}

/** What is open about the registered methods of a user of whom it is open whether one of them can be used here. */
export function openOfMethods(context: LegContext): readonly FactName[] {
  const open = provingOf(context).flatMap((combination): readonly FactName[] => {
    if (provenBy(combination, context) !== missing) return []
    const { methodAllowed, methodServed, methodPlace } = availabilityOf(combination, context)
    if (methodAllowed === missing) return ['methodAllowed']
    if (methodServed === missing) return ['methodServed']
    return methodPlace === 'fits' ? ['methodEnough'] : ['methodPlace']
  })
  return [...new Set(open)]
}

/** Of an external method the page says that it satisfies policies; of per-user MFA and security defaults it does not. */
function provenBy(combination: Combination, context: LegContext): Known<'mfaRegistered'> {
  const found = usable(availabilityOf(combination, context))
  const isOpen = combination === externalCombination && context.tenant.conditionalAccess.policies.length === 0
  return isOpen && found === 'yes' ? missing : found
}

function usable({ methodAllowed, methodServed, methodPlace }: MethodAvailability): Known<'mfaRegistered'> {
  if ((methodAllowed !== 'yes' && methodAllowed !== missing) || methodServed === 'no') return 'no'
  if (methodPlace === 'no-certificate-here') return 'no'
  return methodAllowed === 'yes' && methodServed === 'yes' && methodPlace === 'fits' ? 'yes' : missing
}
