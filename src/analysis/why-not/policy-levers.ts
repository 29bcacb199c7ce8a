import { policyStates } from '../../tenant/settings/conditional-access.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import { choices, isNamed, type Lever, listIn, type Workbench } from './lever.ts'
import type { PolicyPlace } from './policy-places.ts'

/** Levers for the Conditional Access policies, in the tenant file or in separate files. */
export function policyLevers({ tenant, request, policies }: Workbench): readonly Lever[] {
  const user = tenant.users.get(request.user)
  const names = [request.user, user?.id, user?.displayName].filter((name) => name !== undefined)
  // What opens file shares cannot pass MFA: its page has the application excluded.
  const share =
    request.purpose === 'open-file-share' ? tenant.workloads.get('azure-files')?.settings['appId'] : undefined
  return policies.flatMap((place): readonly Lever[] => {
    const { policy, path, file } = place
    const what = `conditionalAccess.policies[${String(policy['displayName'])}]`
    const levers = [
      ...choices('policy-state', `${what}.state`, [...path, 'state'], policy['state'], policyStates),
      ...scopeLevers(place, what, names),
      ...(typeof share === 'string' ? applicationLevers(place, what, share) : []),
    ]
    if (file === undefined) return levers
    return levers.map((lever) => ({ ...lever, file, dimension: `${file.name}\u0000${lever.dimension}` }))
  })
}

/** Removes the user from the exclusions if excluded by name, else adds the user. */
function scopeLevers({ policy, path }: PolicyPlace, what: string, names: readonly string[]): readonly Lever[] {
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

/** Excludes an application that the policy does not exclude yet. */
function applicationLevers({ policy, path }: PolicyPlace, what: string, application: string): readonly Lever[] {
  const conditions = policy['conditions']
  const applications = isMapping(conditions) ? conditions['applications'] : undefined
  if (!isMapping(applications)) return []
  const excluded = listIn(applications, 'excludeApplications')
  if (excluded.some((one) => isNamed(one, application, []))) return []
  const key = [...path, 'conditions', 'applications', 'excludeApplications']
  const base = { kind: 'policy-scope', dimension: key.join('\u0000'), what: `${what}.excludeApplications` } as const
  return [
    { ...base, to: JSON.stringify(application), edits: [{ path: [...key, excluded.length], value: application }] },
  ]
}
