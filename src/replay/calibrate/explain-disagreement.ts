import type { Policy, PolicyState } from '../../tenant/conditional-access/model.ts'
import type { Tenant, User } from '../../tenant/tenant.ts'
import { settledTenant, tenantAt } from '../../tenant/tenant-at.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import type { Shape } from '../engine/shape-source.ts'
import { predict } from '../play/predict.ts'
import { recordedOf } from '../play/recorded.ts'
import { compareShape, type Disagreement } from './compare-shape.ts'

/** A single change to a tenant, and its description. */
interface Change {
  readonly words: string
  readonly tenant: Tenant
}

const states: Readonly<Record<PolicyState, string>> = {
  enabled: 'is on',
  disabled: 'is off',
  enabledForReportingButNotEnforced: 'is report-only',
}

// Object.keys of a record are its keys, which its type cannot say.
const policyStates = Object.keys(states) as readonly PolicyState[]

/** The tenant with one policy in another state. */
export function withPolicyState(tenant: Tenant, policy: Policy, state: PolicyState): Tenant {
  const { conditionalAccess } = tenant
  const policies = conditionalAccess.policies.map((one) => (one === policy ? { ...one, state } : one))
  return { ...tenant, conditionalAccess: { ...conditionalAccess, policies } }
}

/** A changed tenant, made once for each tenant and change: what the model finds out about a tenant it finds out once. */
type ChangeOnce = (tenant: Tenant, key: string, make: () => Tenant) => Tenant

function changesOnce(): ChangeOnce {
  const made = new Map<Tenant, Map<string, Tenant>>()
  return (tenant, key, make) => {
    const own = made.get(tenant) ?? new Map<string, Tenant>()
    made.set(tenant, own)
    const known = own.get(key) ?? make()
    own.set(key, known)
    return known
  }
}

function* stateChanges(tenant: Tenant, policies: readonly Policy[], once: ChangeOnce): Generator<Change> {
  for (const policy of policies) {
    const position = tenant.conditionalAccess.policies.indexOf(policy)
    for (const state of policyStates)
      if (state !== policy.state)
        yield {
          words: `the policy \`${policy.name}\` ${states[state]}`,
          tenant: once(tenant, `policy ${position} ${state}`, () => withPolicyState(tenant, policy, state)),
        }
  }
}

/** The change of a user, in a tenant whose other users stay. */
type WithUser = (changed: Partial<User>, words: string) => Change

const changingUser =
  (tenant: Tenant, user: User, once: ChangeOnce): WithUser =>
  (changed, words) => {
    const name = user.userPrincipalName
    const make = (): Tenant => ({ ...tenant, users: new Map(tenant.users).set(name, { ...user, ...changed }) })
    return { words, tenant: once(tenant, `user ${name} ${words}`, make) }
  }

/** The groups that a policy includes or excludes. */
const groupsOf = ({ conditions: { include, exclude } }: Policy): readonly string[] => [
  ...include.groups,
  ...exclude.groups,
]

function* memberChanges({ groups }: User, policies: readonly Policy[], withUser: WithUser): Generator<Change> {
  if (groups === undefined) return
  for (const group of new Set(policies.flatMap(groupsOf))) {
    const inside = groups.has(group)
    const changed = new Set(inside ? [...groups].filter((name) => name !== group) : [...groups, group])
    yield withUser({ groups: changed }, `the person is ${inside ? 'not ' : ''}in the group \`${group}\``)
  }
}

const userStates = ['disabled', 'enabled', 'enforced'] as const

function* userChanges(user: User, withUser: WithUser): Generator<Change> {
  for (const perUserMfaState of userStates)
    if (perUserMfaState !== user.perUserMfaState)
      yield withUser({ perUserMfaState }, `per-user MFA of the person is \`${perUserMfaState}\``)
  if (user.mfaRegistered !== true) yield withUser({ mfaRegistered: true }, 'the person has registered a second factor')
}

/**
 * Changes to try, starting with those closest to the policy concerned: what one policy says of a sign-in depends on no
 * other, and nothing makes the model say anything of a policy that the tenant file does not have.
 */
function* changes(
  tenant: Tenant,
  { user: name }: ClientRequest,
  { policy }: Disagreement,
  once: ChangeOnce,
): Generator<Change> {
  const all = tenant.conditionalAccess.policies
  const policies = policy === undefined ? all : all.filter((one) => one.name === policy)
  yield* stateChanges(tenant, policies, once)
  const user = tenant.users.get(name)
  if (user === undefined || (policy !== undefined && policies.length === 0)) return
  const withUser = changingUser(tenant, user, once)
  yield* memberChanges(user, policies, withUser)
  yield* userChanges(user, withUser)
}

/** Maximum number of changes to try, and to report. */
const mostTried = 400
const mostSaid = 3

/** Single changes to a tenant after which the model matches the log for a sign-in, in everything that was compared. */
export type Explain = (shape: Shape, request: ClientRequest, difference: Disagreement) => readonly string[]

/** Looks for such changes to a tenant, for one sign-in after another. */
export function explaining(tenant: Tenant): Explain {
  const once = changesOnce()
  return (shape, request, difference) => {
    const recorded = recordedOf(shape)
    const now = once(tenantAt(tenant, request.at), 'settled', () => settledTenant(tenant, request.at))
    const found: string[] = []
    let tried = 0
    for (const change of changes(now, request, difference, once)) {
      if (found.length === mostSaid || tried === mostTried) break
      tried += 1
      if (compareShape(recorded, predict(change.tenant, request)).result === 'agrees') found.push(change.words)
    }
    return found
  }
}
