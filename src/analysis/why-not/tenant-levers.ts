import { domainSettings } from '../../tenant/settings/domains.ts'
import { providerSettings } from '../../tenant/settings/identity-providers.ts'
import { mfaSettings } from '../../tenant/settings/mfa.ts'
import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import { own } from '../../vocabulary/own.ts'
import { choices, isNamed, type Lever, listIn, setting, settingLevers, type Workbench } from './lever.ts'
import { policyNames } from './user-levers.ts'

/** Levers over what holds for the whole tenant. */
export function tenantLevers(bench: Workbench): readonly Lever[] {
  return [
    ...tenantWideLevers(bench),
    ...domainLevers(bench),
    ...providerLevers(bench),
    ...workloadLevers(bench),
    ...networkLevers(bench),
    ...rolloutLevers(bench),
    ...autodiscoverLevers(bench),
  ]
}

function tenantWideLevers({ file, tenant, request }: Workbench): readonly Lever[] {
  const found = file['multifactorAuthentication']
  const mfa: Mapping = isMapping(found) ? found : {}
  const set = (key: string, values: readonly unknown[]) =>
    choices('tenant-setting', `multifactorAuthentication.${key}`, ['multifactorAuthentication', key], mfa[key], values)
  const ranges = tenant.networks.get(request.network)?.ranges ?? []
  const trusted = listIn(mfa, 'trustedIps')
  const wider = ranges.filter((range) => !trusted.includes(range))
  const defaults = file['securityDefaults']
  const [path, on] = isMapping(defaults)
    ? [['securityDefaults', 'isEnabled'], defaults['isEnabled']]
    : [['securityDefaults'], defaults]
  return [
    ...settingLevers('tenant-setting', mfaSettings, {
      name: 'multifactorAuthentication',
      path: ['multifactorAuthentication'],
      stated: mfa,
    }),
    ...(wider.length > 0 ? set('trustedIps', [[...trusted, ...wider]]) : []),
    ...(trusted.length > 0 ? set('trustedIps', [[]]) : []),
    ...choices('tenant-setting', path.join('.'), path, on, [true, false]),
  ]
}

function domainLevers({ file, tenant, request }: Workbench): readonly Lever[] {
  const domain = tenant.users.get(request.user)?.domain
  const index = listIn(file, 'domains').findIndex((one) => domain !== undefined && isNamed(one, domain.name, ['name']))
  const entry = listIn(file, 'domains')[index]
  if (domain === undefined || !isMapping(entry)) return []
  const what = (key: string): string => `domains[${domain.name}].${key}`
  const path = (key: string) => ['domains', index, key]
  const federationOnly = ['identityProvider', 'federatedIdpMfaBehavior', 'supportsMfa', 'stagedRollout']
  const gone = federationOnly.filter((key) => key in entry).map((key) => ({ path: path(key), value: undefined }))
  const type = entry['authenticationType']
  const managed = (signIn: string): readonly Lever[] =>
    setting('domain', what('authenticationType'), path('authenticationType'), `${String(type)}`, 'managed', [
      ...gone,
      { path: path('managedSignIn'), value: signIn },
    ]).map((lever) => ({ ...lever, to: JSON.stringify(`managed, ${signIn}`) }))
  if (domain.authentication === 'federated')
    return [
      ...managed('password-hash-sync'),
      ...managed('pass-through'),
      ...settingLevers('domain', domainSettings, {
        name: `domains[${domain.name}]`,
        path: ['domains', index],
        stated: entry,
      }),
    ]
  const [provider] = tenant.identityProviders.values()
  const signIns = choices('domain', what('managedSignIn'), path('managedSignIn'), entry['managedSignIn'], [
    'password-hash-sync',
    'pass-through',
  ])
  if (provider === undefined) return signIns
  const federated = setting('domain', what('authenticationType'), path('authenticationType'), type, 'federated', [
    ...('managedSignIn' in entry ? [{ path: path('managedSignIn'), value: undefined }] : []),
    { path: path('identityProvider'), value: provider.name },
  ])
  return [...signIns, ...federated]
}

function providerLevers({ file, tenant, request }: Workbench): readonly Lever[] {
  const provider = tenant.users.get(request.user)?.domain?.identityProvider
  const index = listIn(file, 'identityProviders').findIndex(
    (one) => provider !== undefined && isNamed(one, provider.name, ['name']),
  )
  const entry = listIn(file, 'identityProviders')[index]
  if (provider === undefined || !isMapping(entry)) return []
  const name = `identityProviders[${provider.name}]`
  const path = ['identityProviders', index]
  const rules = listIn(entry, 'accessRules')
  const withoutRules = setting('identity-provider', `${name}.accessRules`, [...path, 'accessRules'], rules, [])
  return [
    ...settingLevers('identity-provider', providerSettings, { name, path, stated: entry }),
    ...(rules.length > 0 ? withoutRules : []),
  ]
}

/** Switches that a workload has even where its file entry is silent on them. */
const silentSwitches: Readonly<Record<string, readonly string[]>> = {
  'exchange-online': ['SmtpClientAuthenticationDisabled', 'EwsEnabled'],
}
const modernKeys = ['OAuth2ClientProfileEnabled', 'modernAuthentication', 'ClientAdalAuthOverride']

function workloadLevers({ file }: Workbench): readonly Lever[] {
  const workloads = file['workloads']
  if (!isMapping(workloads)) return []
  return Object.entries(workloads).flatMap(([name, entry]) => {
    const stated: Mapping = isMapping(entry) ? entry : {}
    const set = (key: string, values: readonly unknown[]) =>
      choices('workload-setting', `workloads.${name}.${key}`, ['workloads', name, key], stated[key], values)
    const modern = modernKeys.find((key) => key in stated) ?? 'modernAuthentication'
    const values = modern === 'ClientAdalAuthOverride' ? ['Allowed', 'Disallowed'] : [true, false]
    const others = Object.keys(stated).filter((key) => typeof stated[key] === 'boolean' && key !== modern)
    const silent = (own(silentSwitches, name) ?? []).filter((key) => !others.includes(key))
    return [
      ...set(modern, values),
      ...(name.endsWith('server') ? set('modernAuthority', ['entra-id', 'ad-fs', 'none']) : []),
      ...others.flatMap((key) => set(key, [stated[key] !== true])),
      ...silent.flatMap((key) => set(key, [true, false])),
      ...(name.startsWith('exchange')
        ? set('DefaultAuthenticationPolicy', policyNames({ workloads: { [name]: stated } }))
        : []),
      ...setting(
        'workload-setting',
        `workloads.${name}.DefaultAuthenticationPolicy`,
        ['workloads', name, 'DefaultAuthenticationPolicy'],
        stated['DefaultAuthenticationPolicy'],
        undefined,
      ),
      ...authenticationPolicyLevers(name, stated),
    ]
  })
}

function authenticationPolicyLevers(workload: string, stated: Mapping): readonly Lever[] {
  return listIn(stated, 'authenticationPolicies').flatMap((policy, index) => {
    if (!isMapping(policy)) return []
    const what = `workloads.${workload}.authenticationPolicies[${String(policy['name'])}]`
    const path = ['workloads', workload, 'authenticationPolicies', index]
    return Object.entries(policy).flatMap(([key, value]) =>
      typeof value === 'boolean' ? setting('workload-setting', `${what}.${key}`, [...path, key], value, !value) : [],
    )
  })
}

function networkLevers({ file, request }: Workbench): readonly Lever[] {
  const index = listIn(file, 'networks').findIndex((one) => isNamed(one, request.network, ['name']))
  const entry = listIn(file, 'networks')[index]
  if (!isMapping(entry)) return []
  const inside = entry['insideCorporateNetwork']
  const what = `networks[${request.network}].insideCorporateNetwork`
  return setting('network', what, ['networks', index, 'insideCorporateNetwork'], inside, inside !== true)
}

/** Where the vendor's roll-outs can stand, as far as a tenant has a say. */
const rollouts: readonly (readonly [change: string, states: readonly string[]])[] = [
  ['basicAuthenticationRollout', ['turned-on-again', 'opted-out', 'not-applied', 'applied']],
  ['smtpBasicAuthenticationReEnabled', ['turned-on-again']],
  ['securityDefaultsGraceRollout', ['applied', 'not-applied']],
  ['mandatoryMfaPhase1', ['applied', 'postponed']],
  ['mandatoryMfaPhase2', ['applied', 'postponed']],
]

function rolloutLevers({ file }: Workbench): readonly Lever[] {
  const stated = listIn(file, 'rollouts')
  return rollouts.flatMap(([change, states]) => {
    const index = stated.findIndex((one) => isNamed(one, change, ['change']))
    const entry = stated[index]
    if (isMapping(entry))
      return choices('rollout', `rollouts[${change}].state`, ['rollouts', index, 'state'], entry['state'], states)
    return states.map(
      (state): Lever => ({
        kind: 'rollout',
        dimension: `rollouts\u0000${change}`,
        what: `rollouts[${change}].state`,
        to: JSON.stringify(state),
        edits: [{ path: ['rollouts', stated.length], value: { change, state } }],
      }),
    )
  })
}

function autodiscoverLevers({ file }: Workbench): readonly Lever[] {
  const found = file['autodiscover']
  if (!isMapping(found)) return []
  const points =
    'serviceConnectionPoints' in found ? [{ path: ['autodiscover', 'serviceConnectionPoints'], value: undefined }] : []
  const dns = 'dns' in found ? [{ path: ['autodiscover', 'dns'], value: undefined }] : []
  const set = (kind: string, more: Lever['edits']) =>
    setting('autodiscover', 'autodiscover.kind', ['autodiscover', 'kind'], found['kind'], kind, more)
  return [...set('cloud', [...points, ...dns]), ...set('on-premises', []), ...set('hybrid', [])]
}
