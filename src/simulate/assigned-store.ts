import type { Bitmap } from '../classes/bitmap.ts'
import type { UserSets } from '../classes/user-sets.ts'
import type { Policy } from '../tenant/conditional-access/model.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { type AssignedUsers, assignedUsers } from './conditional-access/assigned-users.ts'
import type { CompiledPolicies } from './conditional-access/compile.ts'
import { compiledOf } from './policies.ts'

interface Concerned {
  readonly certain: Bitmap
  readonly possible: Bitmap
}

type ByConditions = Map<Policy['conditions'], Concerned>

/** Whom each policy concerns, found once for equal conditions and users: what tenants that differ little share. */
export interface AssignedStore {
  readonly of: (tenant: Tenant, compiled: CompiledPolicies) => AssignedUsers
}

/** An empty store for some users. */
export function assignedStore(sets: UserSets): AssignedStore {
  const stores = new Map<Tenant['users'], ByConditions>()
  return {
    of: (tenant, { policies }) => {
      const known: ByConditions = stores.get(tenant.users) ?? new Map<Policy['conditions'], Concerned>()
      stores.set(tenant.users, known)
      const unknown = policies.filter(({ conditions }) => !known.has(conditions))
      if (unknown.length > 0) takeDown(known, tenant, unknown, sets)
      const found = policies.flatMap(({ conditions }) => known.get(conditions) ?? [])
      return { certain: found.map(({ certain }) => certain), possible: found.map(({ possible }) => possible) }
    },
  }
}

function takeDown(known: ByConditions, tenant: Tenant, policies: readonly Policy[], sets: UserSets): void {
  const compiled = compiledOf({ ...tenant, conditionalAccess: { ...tenant.conditionalAccess, policies } })
  const { certain, possible } = assignedUsers(compiled, sets, tenant.users)
  compiled.policies.forEach(({ conditions }, index) => {
    const [sure, maybe] = [certain[index], possible[index]]
    if (sure !== undefined && maybe !== undefined) known.set(conditions, { certain: sure, possible: maybe })
  })
}
