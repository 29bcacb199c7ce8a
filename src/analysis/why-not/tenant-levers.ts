import { basicPolicySettings, legacyPolicySettings } from '../../tenant/settings/authentication-policies.ts'
import { deviceSettings } from '../../tenant/settings/devices.ts'
import { domainSettings } from '../../tenant/settings/domains.ts'
import { providerSettings } from '../../tenant/settings/identity-providers.ts'
import { networkSettings } from '../../tenant/settings/networks.ts'
import { partsToSet } from '../../tenant/settings/parts-to-set.ts'
import { rolloutTrials } from '../../tenant/settings/rollouts.ts'
import { tenantSettings } from '../../tenant/settings/tenant.ts'
import { workloadSettings } from '../../tenant/settings/workloads.ts'
import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import { own } from '../../vocabulary/own.ts'
import { choices, isNamed, type Lever, listIn, setting, settingLevers, type Workbench } from './lever.ts'
import { policyNames } from './user-levers.ts'

/** Levers for tenant-wide settings. */
export function tenantLevers(bench: Workbench): readonly Lever[] {
  return [
    ...tenantWideLevers(bench),
    ...domainLevers(bench),
    ...providerLevers(bench),
    ...workloadLevers(bench),
    ...deviceLevers(bench),
    ...networkLevers(bench),
    ...rolloutLevers(bench),
    ...autodiscoverLevers(bench),
  ]
}

function mappingIn(file: Mapping, key: string): Mapping {
  const found = own(file, key)
  return isMapping(found) ? found : {}
}

function tenantWideLevers({ file, tenant, request }: Workbench): readonly Lever[] {
  const mfa = mappingIn(file, 'multifactorAuthentication')
  const set = (key: string, values: readonly unknown[]) =>
    choices('tenant-setting', `multifactorAuthentication.${key}`, ['multifactorAuthentication', key], mfa[key], values)
  const ranges = tenant.networks.get(request.network)?.ranges ?? []
  const trusted = listIn(mfa, 'trustedIps')
  const wider = ranges.filter((range) => !trusted.includes(range))
  return [
    ...partsToSet(file).flatMap(([name, settings]) =>
      settingLevers('tenant-setting', settings, { name, path: [name], stated: mappingIn(file, name) }),
    ),
    ...(wider.length > 0 ? set('trustedIps', [[...trusted, ...wider]]) : []),
    ...(trusted.length > 0 ? set('trustedIps', [[]]) : []),
    ...settingLevers('tenant-setting', tenantSettings, { name: '', path: [], stated: file }),
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

function workloadLevers({ file }: Workbench): readonly Lever[] {
  const workloads = file['workloads']
  if (!isMapping(workloads)) return []
  return Object.entries(workloads).flatMap(([workload, entry]) => {
    const stated: Mapping = isMapping(entry) ? entry : {}
    const rows = own(workloadSettings, workload) ?? {}
    const name = `workloads.${workload}`
    const path = ['workloads', workload]
    const policies = ['DefaultAuthenticationPolicy'].filter((key) => key in rows)
    return [
      ...settingLevers('workload-setting', rows, { name, path, stated }),
      ...policies.flatMap((key) =>
        choices('workload-setting', `${name}.${key}`, [...path, key], stated[key], [
          ...policyNames({ workloads: { [workload]: stated } }),
          undefined,
        ]),
      ),
      ...authenticationPolicyLevers(workload, stated),
    ]
  })
}

function authenticationPolicyLevers(workload: string, stated: Mapping): readonly Lever[] {
  const rows = workload === 'exchange-online' ? basicPolicySettings : legacyPolicySettings
  return listIn(stated, 'authenticationPolicies').flatMap((policy, index) => {
    if (!isMapping(policy)) return []
    const name = `workloads.${workload}.authenticationPolicies[${String(policy['name'])}]`
    const path = ['workloads', workload, 'authenticationPolicies', index]
    return settingLevers('workload-setting', rows, { name, path, stated: policy })
  })
}

/** Levers for the device that the client of the sign-in runs on. */
function deviceLevers({ file, tenant, request }: Workbench): readonly Lever[] {
  const device = tenant.clients.get(request.client)?.device
  if (device === undefined) return []
  return listIn(file, 'devices').flatMap((entry, index) =>
    isMapping(entry) && isNamed(entry, device.name, ['name'])
      ? settingLevers('device', deviceSettings, {
          name: `devices[${device.name}]`,
          path: ['devices', index],
          stated: entry,
        })
      : [],
  )
}

function networkLevers({ file, request }: Workbench): readonly Lever[] {
  const index = listIn(file, 'networks').findIndex((one) => isNamed(one, request.network, ['name']))
  const entry = listIn(file, 'networks')[index]
  if (!isMapping(entry)) return []
  return settingLevers('network', networkSettings, {
    name: `networks[${request.network}]`,
    path: ['networks', index],
    stated: entry,
  })
}

function rolloutLevers({ file }: Workbench): readonly Lever[] {
  const stated = listIn(file, 'rollouts')
  return rolloutTrials.flatMap(([change, states]) => {
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
