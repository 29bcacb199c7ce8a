import { describe, expect, test } from 'vitest'
import { loadTenantText } from '../tenant/load-tenant.ts'
import type { Network, Tenant } from '../tenant/tenant.ts'
import type { Trace } from '../trace/step.ts'
import type { ClientRequest } from '../vocabulary/requests.ts'
import { alikeNetworks } from './alike-networks.ts'
import { planRequests } from './plan-requests.ts'
import { libraryTenants, tenantOfText } from './plays.fixture.ts'
import { simulateSession } from './simulate-session.ts'

const plan = (more: string) => `
name: sites
asOf: 2024-06-01
domains: [{ name: contoso.com, authenticationType: managed }]
multifactorAuthentication: { trustedIps: [203.0.113.0/28] }
networks:
  - { name: one, ranges: [203.0.113.32/28], country: US }
  - ${more}
users: [{ userPrincipalName: u@contoso.com }]
conditionalAccess:
  namedLocations:
    - { '@odata.type': '#microsoft.graph.ipNamedLocation', displayName: Sites, ipRanges: [{ cidrAddress: 203.0.113.32/27 }] }
    - { '@odata.type': '#microsoft.graph.countryNamedLocation', displayName: Abroad, countriesAndRegions: [DE] }
  policies: []
`

function areAlike(text: string): boolean {
  const loaded = loadTenantText(text, 'sites.yaml')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  return new Set(alikeNetworks([loaded.value]).values()).size === 1
}

describe('networks', () => {
  test.each([
    ['other addresses of the same named location', '{ name: two, ranges: [203.0.113.48/28], country: US }', true],
    ['another country that no location names', '{ name: two, ranges: [203.0.113.48/28], country: JP }', true],
    ['a country that a location names', '{ name: two, ranges: [203.0.113.48/28], country: DE }', false],
    ['addresses of no named location', '{ name: two, ranges: [203.0.113.64/28], country: US }', false],
    ['addresses partly of a named location', '{ name: two, ranges: [203.0.113.32/26], country: US }', false],
    ['addresses that per-user MFA trusts', '{ name: two, ranges: [203.0.113.0/30], country: US }', false],
    ['no addresses', '{ name: two, country: US }', false],
    ['the inside', '{ name: two, ranges: [203.0.113.48/28], country: US, insideCorporateNetwork: true }', false],
  ])('of %s are alike or not', (_, network, alike) => {
    expect(areAlike(plan(network))).toBe(alike)
  })

  test('are not alike where a connector compares their addresses', () => {
    const connectors = 'connectors: [{ name: relay, SenderIPAddresses: [203.0.113.32/28] }]'
    const text = plan('{ name: two, ranges: [203.0.113.48/28], country: US }')
    expect(areAlike(`${text}workloads: { exchange-online: { ${connectors} } }\n`)).toBe(false)
  })
})

describe('in whatever a sign-in reads of a network, two networks have to agree', () => {
  const bare = tenantOfText(
    `
name: bare
asOf: 2024-06-01
domains: [{ name: contoso.com, authenticationType: managed }]
networks: [{ name: one, ranges: [203.0.113.0/24], country: US }]
users: [{ userPrincipalName: u@contoso.com }]
`,
    'bare.yaml',
  )
  const one = bare.networks.get('one')

  /** Whether a second network with these differences is taken for the first. The differences are of any kind that a file states. */
  function taken(change: object, tenants: readonly object[] = [{}]): boolean {
    const two = { ...one, name: 'two', ...change }
    const states = tenants.map((own) => ({
      ...bare,
      ...own,
      networks: new Map([
        ['one', one],
        ['two', two],
      ]),
    }))
    return new Set(alikeNetworks(states as unknown as readonly Tenant[]).values()).size === 1
  }

  const elsewhere = { ranges: ['198.51.100.0/24'] }
  const origins = { inside: {}, trustedNetwork: {} }
  test.each<[string, object, boolean]>([
    ['the name', {}, true],
    ['addresses', elsewhere, true],
    ['whether there are addresses', { ranges: [] }, false],
    ['the country', { country: 'JP' }, true],
    ['whether there is a country', { country: undefined }, false],
    ['the inside', { inside: true }, false],
    ['the compliant network', { compliantNetwork: true }, false],
    ['its absence', { compliantNetwork: false }, false],
    ['restrictions', { tenantRestrictions: { version: 'v1', tenants: ['contoso.com'] } }, false],
    ['what is stated', { origins }, false],
    ['what is assumed', { assumed: { inside: 'default-network' } }, false],
  ])('%s', (_what, change, expected) => {
    expect(taken(change)).toBe(expected)
  })

  test('the order in which it is stated makes no difference', () => {
    const reversed = Object.fromEntries(Object.entries(origins).reverse())
    const networks = new Map(
      [origins, reversed].map((stated, at) => [`n${at}`, { ...one, name: `n${at}`, origins: stated }]),
    )
    const words = alikeNetworks([{ ...bare, networks } as unknown as Tenant])
    expect(new Set(words.values()).size).toBe(1)
  })

  const provider = { accessRules: [], notUnderstood: [] }
  const domains = (...all: readonly object[]) => ({
    domains: new Map(all.map((more, index) => [`d${index}`, { name: `d${index}`, ...more }])),
  })
  const workloads = (...all: readonly object[]) => ({
    workloads: new Map(all.map((settings, index) => [`w${index}`, { settings }])),
  })
  test.each<[string, object, boolean]>([
    ['no provider', domains({}), true],
    ['a provider without rules', domains({ identityProvider: provider }), true],
    ['a rule of one provider', domains({}, { identityProvider: { ...provider, accessRules: [{}] } }), false],
    ['a rule that is not understood', domains({ identityProvider: { ...provider, notUnderstood: [{}] } }), false],
    ['a switch', workloads({ modern: true, none: null, text: 'x' }), true],
    ['a list of one service', workloads({ modern: true }, { modern: true, connectors: [] }), false],
  ])('addresses, beside %s', (_what, tenant, expected) => {
    expect(taken(elsewhere, [tenant])).toBe(expected)
    expect(taken({}, [tenant])).toBe(true)
  })

  const sites = (...names: readonly string[]) => ({
    autodiscover: { serviceConnectionPoints: names.map((site) => ({ site })) },
  })
  test.each<[string, readonly object[], boolean]>([
    ['one site', [sites('TWO', 'else')], false],
    ['sites of other names', [sites('else')], true],
    ['a site at a later state alone', [{}, sites('Two')], false],
    ['a site at an earlier state alone', [sites('Two'), {}], false],
  ])('the name, beside %s of Autodiscover', (_what, tenants, expected) => {
    expect(taken({}, tenants)).toBe(expected)
  })
})

/** The tenant with a second network beside each, with other addresses in another country. */
function withTwins(tenant: Tenant): Tenant {
  const twins = [...tenant.networks.values()].map((network): readonly [string, Network] => {
    const { ranges, country } = network
    const name = `twin of ${network.name}`
    const elsewhere = { ...(ranges.length > 0 && { ranges: ['198.51.100.64/28'] }), ...(country && { country: 'IS' }) }
    return [name, { ...network, name, ...elsewhere }]
  })
  return { ...tenant, networks: new Map([...tenant.networks, ...twins]) }
}

/** All that is told of a sign-in, but for the network's name, its place in the file and its address. */
function toldOf(tenant: Tenant, request: ClientRequest): string {
  const told = ({ claims: _claims, origins, request: { network: _network, ...asked }, ...trace }: Trace) => ({
    ...trace,
    asked,
    stated: origins.map((table) => Object.keys(table)),
  })
  return JSON.stringify(simulateSession(tenant, request).map(told))
}

test('sign-ins from networks that are alike go alike', () => {
  const seen = { alike: 0, apart: 0 }
  libraryTenants().forEach((one, index) => {
    const tenant = withTwins(one)
    const words = alikeNetworks([tenant])
    for (const { name } of one.networks.values()) {
      const alike = words.get(name) === words.get(`twin of ${name}`)
      seen[alike ? 'alike' : 'apart'] += 1
      if (!alike) continue
      const requests = [...planRequests(tenant, { network: name })].filter((_, at) => at % 11 === index % 11)
      for (const request of requests.slice(0, 30))
        expect(toldOf(tenant, { ...request, network: `twin of ${name}` })).toBe(toldOf(tenant, request))
    }
  })
  expect(seen.alike).toBeGreaterThan(50)
  expect(seen.apart).toBeGreaterThan(0)
})
