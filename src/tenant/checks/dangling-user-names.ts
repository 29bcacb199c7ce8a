import { earlierRoleNames, roleOf, roles } from '../../catalog/roles.ts'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { UserFile } from '../principal-file.ts'
import { type Item, type Names, namesOf, type WellFormedFile } from '../well-formed-file.ts'
import type { Check } from './check.ts'
import { undeclared, unknownTo } from './check.ts'

/** A role by template id, or one that is said to be built in, may be newer than the catalog. */
const guid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i

const similar = namesOf(roles.map(({ name }) => name))

const roleNames: Names = {
  ...similar,
  suggest: (name) => {
    const today = earlierRoleNames.get(name.trim().toLowerCase())
    return today === undefined ? similar.suggest(name) : { suggestion: today }
  },
}
const homes = ['mailbox', 'archive', 'sharedMailbox', 'registrar'] as const

function danglingRoles(file: WellFormedFile, { path, value }: Item<UserFile>): readonly Diagnostic[] {
  return (value.roles ?? []).flatMap((one, index) => {
    const named = typeof one === 'string' ? { role: one } : one
    if (named.isBuiltIn === false || roleOf(named.role) !== undefined) return []
    const at = typeof one === 'string' ? [...path, 'roles', index] : [...path, 'roles', index, 'role']
    const { isBuiltIn } = typeof one === 'string' ? { isBuiltIn: undefined } : one
    if (isBuiltIn === true || guid.test(named.role))
      return [{ code: 'TEN-29' as const, args: { role: named.role }, at: file.document.rangeOf(at) }]
    return unknownTo(file, roleNames, 'roles', { kind: 'built-in role', name: named.role, path: at })
  })
}

/** Names of the authentication policies of all workloads. */
export function authenticationPolicyNames(file: WellFormedFile): Names {
  const workloads = [...file.workloads().values()]
  return namesOf(workloads.flatMap((one) => (one.authenticationPolicies ?? []).map(({ name }) => name)))
}

/** The workloads, authentication policies and built-in roles that users name exist. */
export const danglingUserNames: Check = (file) => {
  const workloads = namesOf(Object.keys(Object(file.parts.workloads)))
  const policies = authenticationPolicyNames(file)
  return file.users().flatMap((user) => {
    const { path, value } = user
    const dangling = homes.flatMap((key) =>
      value[key] === 'none'
        ? []
        : undeclared(file, workloads, { kind: 'workload', name: value[key], path: [...path, key] }),
    )
    const policy = {
      kind: 'authentication policy',
      name: value.authenticationPolicy,
      path: [...path, 'authenticationPolicy'],
    }
    return [...dangling, ...undeclared(file, policies, policy), ...danglingRoles(file, user)]
  })
}
