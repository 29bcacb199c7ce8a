import type { WorkloadName } from '../../vocabulary/actors.ts'
import type { PolicyState } from '../conditional-access/model.ts'
import type { Domain } from '../domain.ts'
import { providerNamed } from '../normalize-identity.ts'
import { declaredName, restatedWorkload } from '../normalize-workloads.ts'
import { mfaSettings } from '../settings/mfa.ts'
import type { Tenant, TenantEvent } from '../tenant.ts'
import type { WorkloadFile } from '../tenant-file.ts'
import { type Draft, plainChange, restated, textOf } from './draft.ts'

type Change = (draft: Draft, event: TenantEvent) => void

function setPolicyState(draft: Draft, event: TenantEvent, state: PolicyState): void {
  const wanted = textOf(event, 'policy')?.toLowerCase()
  const { conditionalAccess } = draft.tenant
  const policies = conditionalAccess.policies.map((policy) =>
    policy.name.toLowerCase() === wanted || policy.id?.toLowerCase() === wanted ? { ...policy, state } : policy,
  )
  draft.tenant = {
    ...draft.tenant,
    ...restated(draft.tenant, event, ['policyDecision']),
    conditionalAccess: { ...conditionalAccess, policies },
  }
}

function setWorkload(draft: Draft, event: TenantEvent): void {
  // Names of workloads and the kinds of their settings were checked with the file.
  const name = textOf(event, 'workload') as WorkloadName
  const settings = event.details['settings'] as WorkloadFile
  const before = draft.tenant.workloads.get(name)
  if (before === undefined) return
  const after = restatedWorkload(before, settings, event.origin)
  draft.tenant = { ...draft.tenant, workloads: new Map(draft.tenant.workloads).set(name, after) }
}

function convertedDomain(tenant: Tenant, before: Domain, event: TenantEvent): Domain {
  const authentication = textOf(event, 'authenticationType')?.toLowerCase() === 'federated' ? 'federated' : 'managed'
  const { identityProvider: _provider, managedSignIn: _signIn, ...rest } = before
  const common = {
    ...rest,
    ...restated(before, event, ['domainAuthentication', 'managedSignIn']),
    authentication,
  } as const
  if (authentication === 'federated') {
    const provider = providerNamed(tenant.identityProviders, textOf(event, 'identityProvider'))
    return provider === undefined ? common : { ...common, identityProvider: provider }
  }
  // The schema allows only ways of checking a managed password here.
  const managedSignIn = textOf(event, 'managedSignIn') as Domain['managedSignIn']
  return managedSignIn === undefined ? common : { ...common, managedSignIn }
}

function convertDomain(draft: Draft, event: TenantEvent): void {
  const name = declaredName(draft.tenant.domains.keys(), textOf(event, 'domain') ?? '')
  const before = name === undefined ? undefined : draft.tenant.domains.get(name)
  if (name === undefined || before === undefined) return
  const after = convertedDomain(draft.tenant, before, event)
  const domains = new Map(draft.tenant.domains).set(name, after)
  const users = draft.users ?? draft.tenant.users
  // What a user's domain may be besides is converted by itself.
  const convertedOf = (own: Domain): Domain => (own === before ? after : convertedDomain(draft.tenant, own, event))
  draft.users = new Map(
    [...users].map(([key, user]) => [
      key,
      user.domain?.name === before.name ? { ...user, domain: convertedOf(user.domain) } : user,
    ]),
  )
  draft.tenant = { ...draft.tenant, domains, surroundings: { ...draft.tenant.surroundings, domains } }
}

/** What each event does to the settings of the tenant. */
export const settingEvents: Readonly<Record<string, Change>> = {
  'app-passwords-setting-changed': (draft, event) => {
    const before = draft.tenant.multifactorAuthentication
    const appPasswords = textOf(event, 'appPasswords') === 'allowed' ? 'allowed' : 'blocked'
    const after = { ...before, ...restated(before, event, ['appPasswordsSetting']), appPasswords } as const
    draft.tenant = { ...draft.tenant, multifactorAuthentication: after }
  },
  'policy-enabled': (draft, event) => setPolicyState(draft, event, 'enabled'),
  // The schema allows only the three states.
  'policy-state-changed': (draft, event) => setPolicyState(draft, event, textOf(event, 'state') as PolicyState),
  'security-defaults-changed': (draft, event) => {
    const securityDefaults = event.details['isEnabled'] === true
    draft.tenant = { ...draft.tenant, ...restated(draft.tenant, event, ['securityDefaults']), securityDefaults }
  },
  'mfa-setting-changed': (draft, event) => {
    const before = draft.tenant.multifactorAuthentication
    const { facts, values } = plainChange(mfaSettings, event)
    const after = { ...before, ...restated(before, event, facts), ...values }
    draft.tenant = { ...draft.tenant, multifactorAuthentication: after }
  },
  'workload-setting-changed': setWorkload,
  'domain-authentication-changed': convertDomain,
}
