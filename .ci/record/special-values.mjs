// Values that the code compares with and that neither the schema nor the library spells out: builds, registry keys, sites.

const builds = [
  '16.0.6741.2017',
  '16.0.6741.2016',
  '16.0.6740.9999',
  '16.0.7000.1',
  '16.0.6001.1032',
  '16.0.6001.1033',
  '16.0.6100.1000',
  '16.0.6300.1000',
  '16.0.4293.1000',
  '16.0.0.0',
  '16.1.5000.1000',
  '15.0.4753.1000',
  '15.0.4745.1000',
  '17.0.1.1',
]
const registryKeys = [
  'EnableADAL',
  'Version',
  'AlwaysUseMSOAuthForAutoDiscover',
  'EnableExchangeOnPremModernAuth',
  'AllowAdalForNonLyncIndependentOfLync',
  'PreferLocalXML',
  'ExcludeExplicitO365Endpoint',
  'ExcludeScpLookup',
  'ExcludeHttpsRootDomain',
  'ExcludeHttpsAutoDiscoverDomain',
  'ExcludeHttpRedirect',
  'ExcludeSrvRecord',
  'ExcludeLastKnownGoodUrl',
]
const addresses = [
  '203.0.113.7',
  '203.0.113.0/24',
  '198.51.100.7',
  '\\b203\\.0\\.113\\.\\d+\\b',
  'true',
  'false',
  'TRUE',
]

/** Values for places of a kind; none where the schema and the library say enough. */
export function specialValues(pattern, document) {
  if (/\/serviceConnectionPoints\/\*\/site$/.test(pattern)) return namesOf(document.networks)
  if (/\/accessRules\/\*\/conditions\/\*\/value$/.test(pattern)) return [...addresses, ...groupsOf(document)]
  if (/\/(groups|members)\/\*$/.test(pattern)) return groupsOf(document)
  if (/\/partners\/\*\/tenantId$/.test(pattern)) return tenantsOf(document)
  if (/\/users\/\*\/externalTenantId$/.test(pattern)) return ['3f2504e0-4f89-41d3-9a0c-0305e82c3301', 'fabrikam.com']
  if (/\/clients\/\*\/device$/.test(pattern)) return namesOf(document.devices)
  return []
}

const listOf = (value) => (Array.isArray(value) ? value : [])
const namesOf = (list) => listOf(list).flatMap((one) => one?.name ?? [])
const groupsOf = (document) => [
  ...new Set([...namesOf(document.groups), ...listOf(document.users).flatMap((one) => listOf(one?.groups))]),
]
const tenantsOf = (document) => [
  ...new Set(listOf(document.users).flatMap((one) => one?.externalTenantId ?? [])),
  '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
]

/** A client of the file as an object with a build, registry keys or a device; undefined where the file lists none. */
export function clientChange(document, { clients }, next) {
  const choose = (from) => from[Math.floor(next() * from.length)]
  if (!Array.isArray(document.clients) || document.clients.length === 0) return undefined
  const at = Math.floor(next() * document.clients.length)
  const entry = document.clients[at]
  const base = typeof entry === 'string' ? { name: entry } : entry
  const product = clients.some(({ id }) => id === base.name) ? choose(clients).id : undefined
  const devices = namesOf(document.devices)
  const registry = Object.fromEntries(registryKeys.filter(() => next() < 0.2).map((key) => [key, choose([0, 1])]))
  const made = {
    ...base,
    ...(product !== undefined && next() < 0.4 ? { name: product } : {}),
    ...(next() < 0.5 ? { build: choose(builds) } : {}),
    ...(Object.keys(registry).length > 0 && next() < 0.7 ? { registry } : {}),
    ...(devices.length > 0 && next() < 0.6 ? { device: choose(devices) } : {}),
  }
  return [['clients', at], made]
}

const platforms = ['windows', 'macOS', 'iOS', 'android']

/** A device of its own kind, added or in the place of another; clients are given it by further changes. */
export function deviceChange(document, next) {
  const choose = (from) => from[Math.floor(next() * from.length)]
  const known = listOf(document.devices)
  const at = next() < 0.5 ? known.length : Math.floor(next() * known.length)
  const maybe = (name, values) => (next() < 0.4 ? { [name]: choose(values) } : {})
  const device = {
    name: known[at]?.name ?? `drawn device ${at}`,
    ...maybe('platform', platforms),
    ...maybe('domainJoined', [true, false]),
    ...maybe('registered', [true, false]),
    ...maybe('isCompliant', [true, false]),
    ...maybe('trustType', ['AzureAd', 'ServerAd', 'Workplace']),
    ...maybe('operatingSystem', ['Windows', 'macOS']),
    ...maybe('model', ['Surface']),
  }
  return Array.isArray(document.devices) ? [['devices', at], device] : [['devices'], [device]]
}
