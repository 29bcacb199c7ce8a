import type { Diagnostic } from '../source/diagnostics/diagnostic.ts'
import { suggest } from '../source/diagnostics/suggest.ts'
import type { AwaitedName } from './conditional-access/awaited-name.ts'
import { isDirectoryId } from './conditional-access/documented-words.ts'
import type { Policy, UserSide, WorkloadIdentities } from './conditional-access/model.ts'
import type { Tenant } from './tenant.ts'
import { withUsersNamed } from './users-of-clients.ts'

/** Names of a kind that were seen, to suggest one of them. */
export type NamesOf = (kind: AwaitedName['kind']) => readonly string[]

/** A directory id may be that of someone whom the file leaves out; any other name is nobody's. */
const isForeignId = ({ name }: AwaitedName): boolean => isDirectoryId(name.toLowerCase())

function reported(awaited: AwaitedName, suggestion: string | undefined): Diagnostic {
  const { kind, name, at, policy } = awaited
  const args = { kind, name, ...(suggestion === undefined ? {} : { suggestion }) }
  if (policy === undefined) return { code: 'TEN-1', args, at }
  return { code: isForeignId(awaited) ? 'POL-5' : 'POL-20', args: { owner: policy.owner, ...args }, at }
}

const without = (names: ReadonlySet<string>, gone: readonly AwaitedName[]): ReadonlySet<string> => {
  const lost = new Set(gone.map(({ name }) => name.toLowerCase()))
  return new Set([...names].filter((name) => !lost.has(name)))
}

const factsOf = (names: readonly AwaitedName[]): readonly string[] =>
  names.flatMap(({ policy }) => (policy === undefined ? [] : [`policy:${policy.owner}:${policy.path}`]))

function sideWithout(side: UserSide, unknown: readonly AwaitedName[]): UserSide {
  const users = unknown.filter(({ kind }) => kind === 'user')
  const groups = unknown.filter(({ kind }) => kind === 'group')
  return {
    ...side,
    users: without(side.users, users),
    groups: without(side.groups, groups),
    unclear: [...side.unclear, ...factsOf([...users, ...groups])],
  }
}

function workloadsWithout(
  workloads: WorkloadIdentities,
  included: readonly AwaitedName[],
  excluded: readonly AwaitedName[],
): WorkloadIdentities {
  const programs = (names: readonly AwaitedName[]) => names.filter(({ kind }) => kind === 'service principal')
  const include = without(workloads.include, programs(included))
  const exclude = without(workloads.exclude, programs(excluded))
  return {
    ...workloads,
    include,
    exclude,
    understood: workloads.all || include.size + exclude.size > 0 || workloads.filter !== undefined,
    unclear: {
      include: [...workloads.unclear.include, ...factsOf(programs(included))],
      exclude: [...workloads.unclear.exclude, ...factsOf(programs(excluded))],
    },
  }
}

/** The policy with names that nobody has as parts that are not understood: it may concern anyone. */
function withUnknownNames(policy: Policy, unknown: readonly AwaitedName[]): Policy {
  const { conditions, notUnderstood } = policy
  const { include, exclude, workloads } = conditions
  const included = unknown.filter((one) => one.policy?.side === 'include')
  const excluded = unknown.filter((one) => one.policy?.side === 'exclude')
  return {
    ...policy,
    conditions: {
      ...conditions,
      include: sideWithout(include, included),
      exclude: sideWithout(exclude, excluded),
      ...(workloads === undefined ? {} : { workloads: workloadsWithout(workloads, included, excluded) }),
    },
    notUnderstood: [
      ...notUnderstood,
      ...unknown.map(({ kind, name, policy: at }) => ({ path: at?.path ?? '', what: `unknown ${kind} ${name}` })),
    ],
  }
}

function byPolicy(names: readonly AwaitedName[]): ReadonlyMap<string, readonly AwaitedName[]> {
  const found = new Map<string, AwaitedName[]>()
  for (const one of names) {
    if (one.policy === undefined) continue
    const same = found.get(one.policy.owner)
    if (same === undefined) found.set(one.policy.owner, [one])
    else same.push(one)
  }
  return found
}

/**
 * The tenant once the people next to it have been read: clients know their users, and names that nobody has are reported
 * and leave the policies that have them open, as with people in the tenant file itself.
 */
export function settleNames(
  tenant: Tenant,
  isKnown: (name: AwaitedName) => boolean,
  namesOf: NamesOf,
): { readonly tenant: Tenant; readonly diagnostics: readonly Diagnostic[] } {
  const missing = (tenant.population?.awaited ?? []).filter((one) => !isKnown(one))
  const clients = withUsersNamed(tenant.clients, tenant.users)
  if (missing.length === 0) return { tenant: { ...tenant, clients }, diagnostics: [] }
  const open = byPolicy(missing.filter((one) => !isForeignId(one)))
  const policies = tenant.conditionalAccess.policies.map((policy) => {
    const unknown = open.get(policy.name)
    return unknown === undefined ? policy : withUnknownNames(policy, unknown)
  })
  return {
    tenant: { ...tenant, clients, conditionalAccess: { ...tenant.conditionalAccess, policies } },
    diagnostics: missing.map((one) => reported(one, suggest(one.name, namesOf(one.kind)))),
  }
}
