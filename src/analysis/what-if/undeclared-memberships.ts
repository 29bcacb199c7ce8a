import { roleOf } from '../../catalog/roles.ts'
import { groupsOf } from '../../tenant/group-membership.ts'
import type { Tenant } from '../../tenant/tenant.ts'

/** Groups, nested ones included, and roles by template id. */
export interface Memberships {
  readonly groups: ReadonlySet<string>
  readonly roles: ReadonlySet<string>
}

/** A group or role that neither the file declares, nor a policy or the catalog names. */
export interface UnknownMembership {
  readonly unknown: { readonly kind: 'group' | 'role'; readonly name: string }
}

interface Named {
  readonly groups?: readonly string[]
  readonly roles?: readonly string[]
}

/** The memberships that a request states of someone whom the file does not declare; without them, none. */
export function undeclaredMemberships(
  { surroundings, conditionalAccess: { policies } }: Tenant,
  { groups = [], roles = [] }: Named,
): Memberships | UnknownMembership {
  const sides = policies.flatMap(({ conditions: { include, exclude } }) => [include, exclude])
  const isGroup = (name: string): boolean =>
    surroundings.groups.byName.has(name.toLowerCase()) || sides.some((side) => side.groups.has(name.toLowerCase()))
  const group = groups.find((name) => !isGroup(name))
  if (group !== undefined) return { unknown: { kind: 'group', name: group } }
  const ids = new Set<string>()
  for (const name of roles) {
    const id = roleOf(name)?.id ?? name.toLowerCase()
    if (roleOf(name) === undefined && !sides.some((side) => side.roles.has(id)))
      return { unknown: { kind: 'role', name } }
    ids.add(id)
  }
  return { groups: groupsOf(surroundings.groups, [], groups), roles: ids }
}
