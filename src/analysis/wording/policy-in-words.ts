import { applicationOf } from '../../catalog/applications.ts'
import { roleOf } from '../../catalog/roles.ts'
import type {
  Policy,
  PolicyGrant,
  Resources,
  UserSide,
  WorkloadIdentities,
} from '../../tenant/conditional-access/model.ts'
import { findUser } from '../../tenant/find.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { own } from '../../vocabulary/own.ts'
import { conditionsInWords } from './policy-conditions-in-words.ts'
import { sessionInWords } from './policy-session-in-words.ts'

/** A policy as sentences, complete. */
export interface PolicyInWords {
  readonly name: string
  readonly state: string
  readonly users: readonly string[]
  readonly resources: readonly string[]
  readonly conditions: readonly string[]
  readonly grant: readonly string[]
  readonly session: readonly string[]
  readonly notUnderstood: readonly string[]
}

/** A list in words: a, b and c. */
export function listed(words: readonly string[], joint = 'and'): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`
}

/** Whether something was not understood, so that a missing sentence proves nothing. */
const isOpen = (...parts: readonly (readonly string[] | undefined)[]): boolean =>
  parts.some((facts) => facts !== undefined && facts.length > 0)

const sorted = (words: Iterable<string>): readonly string[] => [...words].sort()

const externalWords: Readonly<Record<string, string>> = {
  internalguest: 'internal guests',
  b2bcollaborationguest: 'B2B collaboration guests',
  b2bcollaborationmember: 'B2B collaboration members',
  b2bdirectconnectuser: 'B2B direct connect users',
  otherexternaluser: 'other external users',
  serviceprovider: 'service provider users',
}

function userName(tenant: Tenant | undefined, id: string): string {
  const found = tenant === undefined ? undefined : findUser(tenant, id)
  return found?.found === true ? found.value.userPrincipalName : id
}

function groupNames(tenant: Tenant | undefined, groups: Iterable<string>): readonly string[] {
  const declared = tenant?.surroundings.groups.byName
  return [...groups].map((group) => declared?.get(group.toLowerCase())?.name ?? group)
}

function externalInWords({ external }: UserSide): readonly string[] {
  if (external === undefined) return []
  const kinds = listed(sorted(external.types).map((type) => own(externalWords, type) ?? type))
  return [external.tenants === undefined ? kinds : `${kinds} of the tenants ${listed(sorted(external.tenants))}`]
}

function sideInWords(side: UserSide, tenant: Tenant | undefined): readonly string[] {
  return [
    ...(side.all ? ['all users'] : []),
    ...(side.guests ? ['all guests and external users'] : []),
    ...sorted(side.users).map((user) => `the user ${userName(tenant, user)}`),
    ...sorted(groupNames(tenant, side.groups)).map((group) => `members of the group ${group}`),
    ...sorted(side.roles).map((role) => `holders of the role ${roleOf(role)?.name ?? role}`),
    ...externalInWords(side),
  ]
}

function workloadsInWords(workloads: WorkloadIdentities | undefined): readonly string[] {
  if (workloads === undefined) return []
  const { all, include, exclude, filter } = workloads
  return [
    ...(all ? ['Applies to all service principals of the tenant.'] : []),
    ...sorted(include).map((id) => `Applies to the service principal ${id}.`),
    ...sorted(exclude).map((id) => `Does not apply to the service principal ${id}.`),
    ...(filter === undefined
      ? []
      : [`${filter.mode === 'include' ? 'Applies' : 'Does not apply'} to service principals with ${filter.rule}.`]),
  ]
}

function usersInWords({ conditions }: Policy, tenant: Tenant | undefined): readonly string[] {
  const people = [
    ...sideInWords(conditions.include, tenant).map((who) => `Applies to ${who}.`),
    ...sideInWords(conditions.exclude, tenant).map((who) => `Does not apply to ${who}.`),
  ]
  const all = [...people, ...workloadsInWords(conditions.workloads)]
  const open = isOpen(
    conditions.include.unclear,
    conditions.include.external?.unclear,
    conditions.workloads?.unclear.include,
  )
  return all.length === 0 && !open ? ['Applies to nobody.'] : all
}

const suiteNames: Readonly<Record<string, string>> = {
  Office365: 'Office 365',
  MicrosoftAdminPortals: 'Microsoft Admin Portals',
}
const actionNames: Readonly<Record<string, string>> = {
  'urn:user:registersecurityinfo': 'registering security information',
  'urn:user:registerdevice': 'registering or joining a device',
}

function applicationName(id: string): string {
  const name = applicationOf(id)?.name
  return name === undefined ? id : `${name} (${id})`
}

function resourcesInWords(resources: Resources): readonly string[] {
  const { filter } = resources
  const included = [
    ...(resources.all ? ['all resources'] : []),
    ...resources.includeSuites.map((suite) => own(suiteNames, suite) ?? suite),
    ...sorted(resources.include).map(applicationName),
    ...sorted(resources.userActions).map((action) => own(actionNames, action) ?? action),
    ...sorted(resources.contexts).map((context) => `data labeled with the authentication context ${context}`),
    ...resources.traffic.map((profile) => `network traffic of the profile ${profile}`),
    ...(filter?.mode === 'include' ? [`applications with ${filter.rule}`] : []),
  ]
  const excluded = [
    ...resources.excludeSuites.map((suite) => own(suiteNames, suite) ?? suite),
    ...sorted(resources.exclude).map(applicationName),
    ...(filter?.mode === 'exclude' ? [`applications with ${filter.rule}`] : []),
  ]
  const { unclear } = resources
  const open = isOpen(unclear.include, unclear.userActions, unclear.contexts, unclear.anything)
  if (included.length + excluded.length === 0) return open ? [] : ['Does not protect anything.']
  return [...included.map((what) => `Protects ${what}.`), ...excluded.map((what) => `Does not protect ${what}.`)]
}

const controlWords: Readonly<Record<string, string>> = {
  mfa: 'multifactor authentication',
  compliantDevice: 'a device marked as compliant',
  domainJoinedDevice: 'a hybrid joined device',
  approvedApplication: 'an approved client app',
  compliantApplication: 'an app protection policy',
  passwordChange: 'a password change',
  riskRemediation: 'remediation of the risk',
}

function strengthName(grant: PolicyGrant, tenant: Tenant | undefined): readonly string[] {
  if (grant.strength === undefined) return []
  const { id, name } = grant.strength
  const known = tenant?.conditionalAccess.authenticationStrengths.find((strength) => strength.id === id)
  return [`the authentication strength ${known?.name ?? name ?? id}`]
}

function grantInWords({ grant, sessionUnclear }: Policy, tenant: Tenant | undefined): readonly string[] {
  if (grant === undefined) return isOpen(sessionUnclear) ? [] : ['Grants access without any requirement.']
  const unknown = [...grant.unknownControls, ...grant.unclear].map(() => 'a control that is not understood')
  const demanded = [
    ...grant.controls.map((control) => own(controlWords, control) ?? control),
    ...strengthName(grant, tenant),
    ...grant.termsOfUse.map((id) => `acceptance of the terms of use ${id}`),
    ...grant.customFactors.map((id) => `the custom control ${id}`),
    ...unknown,
  ]
  const block = grant.block ? ['Blocks access.'] : []
  if (demanded.length < 2) return [...block, ...demanded.map((control) => `Requires ${control}.`)]
  if (isOpen(grant.operatorUnclear)) return [...block, `Requires one or all of: ${listed(demanded, 'or')}.`]
  const quantity = grant.operator === 'OR' ? 'one of' : 'all of'
  return [...block, `Requires ${quantity}: ${listed(demanded, grant.operator === 'OR' ? 'or' : 'and')}.`]
}

const stateWords = {
  enabled: 'enforced',
  disabled: 'switched off',
  enabledForReportingButNotEnforced: 'report-only',
} as const

/** A policy as sentences. Names come from the tenant and the catalog; anything unnamed keeps its id. */
export function policyInWords(policy: Policy, tenant?: Tenant): PolicyInWords {
  return {
    name: policy.name,
    state: policy.notUnderstood.some(({ path }) => path.startsWith('state'))
      ? 'not understood'
      : stateWords[policy.state],
    users: usersInWords(policy, tenant),
    resources: resourcesInWords(policy.conditions.resources),
    conditions: conditionsInWords(policy.conditions, tenant?.conditionalAccess.namedLocations),
    grant: grantInWords(policy, tenant),
    session: sessionInWords(policy.session),
    notUnderstood: policy.notUnderstood.map(({ path, what }) => `${path}: ${what}.`),
  }
}
