import { factorsOf } from '../../catalog/method-ranks.ts'
import { strengths } from '../../catalog/strengths.ts'
import type { Tenant, User } from '../../tenant/tenant.ts'
import { type Known, missing } from '../../vocabulary/facts.ts'
import { type AuthenticationMethod, type Combination, combinationNames } from '../../vocabulary/methods.ts'
import type { LegContext } from '../leg-context.ts'
import { isAllowed, served } from './method-facts.ts'
import { methodPlace } from './method-place.ts'

const multifactor: ReadonlySet<string> = new Set(strengths.find(({ name }) => name === 'mfa')?.combinations)

/** The registered method by which a combination proves a second factor; undefined where it proves none by itself. */
function proves(combination: Combination): AuthenticationMethod | undefined {
  if (!multifactor.has(combination)) return undefined
  const { first, second } = factorsOf(combination)
  // A combination without an inherent first factor is one method.
  const method = second ?? (first as AuthenticationMethod)
  return method.startsWith('federated') ? undefined : method
}

const proving: ReadonlyMap<string, Combination> = new Map(
  combinationNames.flatMap((combination) => {
    const method = proves(combination)
    return method === undefined ? [] : [[method.toLowerCase(), combination] as const]
  }),
)

/** Registered methods that the tenant lets people use, in the words of the file. */
export function methodsLeft(user: Pick<User, 'methods'>, tenant: Pick<Tenant, 'multifactorAuthentication'>) {
  // What is registered is a method; the schema knows no other words.
  return user.methods?.filter((method) => isAllowed(method as AuthenticationMethod, tenant))
}

/**
 * Whether a person has a registered method that proves a second factor here and now: `no` where none of them is allowed,
 * or served; missing where one may not work with this client on this device.
 */
export function usableSecondFactor(context: LegContext): Known<'mfaRegistered'> {
  const left = (methodsLeft(context.user, context.tenant) ?? []).flatMap(
    (method) => proving.get(method.toLowerCase()) ?? [],
  )
  const states = left.map((combination) => {
    // A combination is made of methods.
    const still = served(combination.split(',') as readonly AuthenticationMethod[], context)
    if (still !== 'yes') return still
    return methodPlace(combination, context) === 'fits' ? 'yes' : missing
  })
  if (states.includes('yes')) return 'yes'
  return states.includes(missing) ? missing : 'no'
}
