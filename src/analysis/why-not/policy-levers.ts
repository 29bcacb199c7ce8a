import { policyStates } from '../../tenant/settings/conditional-access.ts'
import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import { choices, isNamed, type Lever, listIn, type Workbench } from './lever.ts'

/** Levers over the Conditional Access policies that the file itself holds. */
export function policyLevers({ file, tenant, request }: Workbench): readonly Lever[] {
  const section = file['conditionalAccess']
  const user = tenant.users.get(request.user)
  if (!isMapping(section)) return []
  const names = [request.user, user?.id, user?.displayName].filter((name) => name !== undefined)
  return listIn(section, 'policies').flatMap((policy, index) => {
    if (!isMapping(policy)) return []
    const path = ['conditionalAccess', 'policies', index]
    const what = `conditionalAccess.policies[${String(policy['displayName'])}]`
    return [
      ...choices('policy-state', `${what}.state`, [...path, 'state'], policy['state'], policyStates),
      ...scopeLevers(policy, path, what, names),
    ]
  })
}

/** Whether the user is named among those excluded: taken out, else put in. */
function scopeLevers(
  policy: Mapping,
  path: readonly (string | number)[],
  what: string,
  names: readonly string[],
): readonly Lever[] {
  const conditions = policy['conditions']
  const people = isMapping(conditions) ? conditions['users'] : undefined
  if (!isMapping(people)) return []
  const excluded = listIn(people, 'excludeUsers')
  const key = [...path, 'conditions', 'users', 'excludeUsers']
  const at = excluded.findIndex((one) => names.some((name) => isNamed(one, name, [])))
  const base = { kind: 'policy-scope', dimension: key.join('\u0000'), what: `${what}.excludeUsers` } as const
  const [user = ''] = names
  if (at < 0) return [{ ...base, to: JSON.stringify(user), edits: [{ path: [...key, excluded.length], value: user }] }]
  return [{ ...base, from: JSON.stringify(excluded[at]), edits: [{ path: [...key, at], value: undefined }] }]
}
