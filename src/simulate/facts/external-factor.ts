import { methodRanks } from '../../catalog/method-ranks.ts'
import { type Known, missing } from '../../vocabulary/facts.ts'
import type { AuthenticationMethod } from '../../vocabulary/methods.ts'
import { own } from '../../vocabulary/own.ts'
import type { LegContext } from '../leg-context.ts'
import { includesMethod, methodAllowed } from '../methods/allowed-methods.ts'
import { systemPreferredFor } from '../methods/system-preferred.ts'
import { provesFactor } from '../methods/usable-methods.ts'
import { type Part, partOfLeg } from '../watched-signals.ts'

const external = 'externalAuthenticationMethod' satisfies AuthenticationMethod

/** Whether a user has an external method at all: of anyone else no leg asks. */
export const hasExternalMethod = ({ user }: LegContext): boolean => includesMethod(user.methods, external)

const ofMethods: Part = { name: 'external', reads: ['methods'] }

/** Whether an external method is the second factor of a user who has one: the only one, or the one that is used. */
export const externalFactor = (context: LegContext): Known<'externalFactor'> =>
  partOfLeg(context, ofMethods, factorOutside)

function factorOutside(context: LegContext): Known<'externalFactor'> {
  const { user, tenant, request, at } = context
  const { methods: used } = request.signals
  if (used !== undefined) return includesMethod(used, external) ? 'yes' : 'no'
  const others = (user.methods ?? []).filter(
    (method) => method !== external && provesFactor(method) && methodAllowed(method, tenant, user) !== 'no',
  )
  if (others.length === 0) return 'yes'
  const isAsked = systemPreferredFor(tenant, user, at) !== 'off'
  return isAsked && others.every(ranksAbove) ? 'no' : missing
}

/** Whether a method is asked for before an external one where the vendor chooses. */
const ranksAbove = (method: string): boolean => (own(methodRanks, method) ?? Infinity) < (methodRanks[external] ?? 0)
