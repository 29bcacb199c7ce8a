import type { Policy, PolicyState } from '../../tenant/conditional-access/model.ts'
import type { Tenant, User } from '../../tenant/tenant.ts'
import { settledTenant } from '../../tenant/tenant-at.ts'
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

/** The same, made once for each tenant, policy and state: what the model finds out about a tenant it finds out once. */
function statesOnce(): typeof withPolicyState {
  const made = new Map<Tenant, Map<string, Tenant>>()
  return (tenant, policy, state) => {
    const own = made.get(tenant) ?? new Map<string, Tenant>()
    made.set(tenant, own)
    const key = `${tenant.conditionalAccess.policies.indexOf(policy)} ${state}`
    const known = own.get(key) ?? withPolicyState(tenant, policy, state)
    own.set(key, known)
    return known
  }
}

function* stateChanges(
  tenant: Tenant,
  policies: readonly Policy[],
  withState: typeof withPolicyState,
): Generator<Change> {
  for (const policy of policies)
    for (const state of policyStates)
      if (state !== policy.state)
        yield {
          words: `the policy \`${policy.name}\` ${states[state]}`,
          tenant: withState(tenant, policy, state),
        }
}

const withUser = (tenant: Tenant, user: User): Tenant => ({
  ...tenant,
  users: new Map([...tenant.users, [user.userPrincipalName, user]]),
})

/** The groups that a policy includes or excludes. */
const groupsOf = ({ conditions: { include, exclude } }: Policy): readonly string[] => [
  ...include.groups,
  ...exclude.groups,
]

function* memberChanges(tenant: Tenant, user: User, policies: readonly Policy[]): Generator<Change> {
  const { groups } = user
  if (groups === undefined) return
  for (const group of new Set(policies.flatMap(groupsOf))) {
    const inside = groups.has(group)
    const changed = new Set(inside ? [...groups].filter((name) => name !== group) : [...groups, group])
    yield {
      words: `the person is ${inside ? 'not ' : ''}in the group \`${group}\``,
      tenant: withUser(tenant, { ...user, groups: changed }),
    }
  }
}

const userStates = ['disabled', 'enabled', 'enforced'] as const

function* userChanges(tenant: Tenant, user: User): Generator<Change> {
  for (const perUserMfaState of userStates)
    if (perUserMfaState !== user.perUserMfaState)
      yield {
        words: `per-user MFA of the person is \`${perUserMfaState}\``,
        tenant: withUser(tenant, { ...user, perUserMfaState }),
      }
  if (user.mfaRegistered !== true)
    yield {
      words: 'the person has registered a second factor',
      tenant: withUser(tenant, { ...user, mfaRegistered: true }),
    }
}

/**
 * Changes to try, starting with those closest to the policy concerned: what one policy says of a sign-in depends on no
 * other, and nothing makes the model say anything of a policy that the tenant file does not have.
 */
function* changes(
  tenant: Tenant,
  { user: name }: ClientRequest,
  { policy }: Disagreement,
  withState: typeof withPolicyState,
): Generator<Change> {
  const all = tenant.conditionalAccess.policies
  const policies = policy === undefined ? all : all.filter((one) => one.name === policy)
  yield* stateChanges(tenant, policies, withState)
  const user = tenant.users.get(name)
  if (user === undefined || (policy !== undefined && policies.length === 0)) return
  yield* memberChanges(tenant, user, policies)
  yield* userChanges(tenant, user)
}

/** Maximum number of changes to try, and to report. */
const mostTried = 400
const mostSaid = 3

/** Single changes to a tenant after which the model matches the log for a sign-in, in everything that was compared. */
export type Explain = (shape: Shape, request: ClientRequest, difference: Disagreement) => readonly string[]

/** Looks for such changes to a tenant, for one sign-in after another. */
export function explaining(tenant: Tenant): Explain {
  const withState = statesOnce()
  return (shape, request, difference) => {
    const recorded = recordedOf(shape)
    const now = settledTenant(tenant, request.at)
    const found: string[] = []
    let tried = 0
    for (const change of changes(now, request, difference, withState)) {
      if (found.length === mostSaid || tried === mostTried) break
      tried += 1
      if (compareShape(recorded, predict(change.tenant, request)).result === 'agrees') found.push(change.words)
    }
    return found
  }
}
