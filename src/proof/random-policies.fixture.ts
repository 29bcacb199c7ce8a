import { loadTenantText } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'

type Choose = (below: number) => number

/** Numbers that are the same in every run: a choice below a limit. */
export function choices(seed: number): Choose {
  let state = (Math.imul(seed + 1, 2654435761) ^ 0x9e3779b9) >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const pick = <T>(choose: Choose, from: readonly T[]): T => from[choose(from.length)] as T
const some = (choose: Choose, from: readonly string[]): readonly string[] => from.filter(() => choose(2) === 0)

const groups = ['Sales', 'Pilots', 'Emergency']
const exchange = '00000002-0000-0ff1-ce00-000000000000'
const portal = 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c'
const filters = [
  'device.isCompliant -ne True',
  'device.model -startsWith "Sur" -and device.displayName -contains "kiosk"',
  'device.model -endsWith "face" -or device.trustType -eq "AzureAD"',
]

function conditionsOf(choose: Choose): Readonly<Record<string, unknown>> {
  const rarely = choose(3) === 0
  return {
    users: {
      ...(choose(2) === 0 ? { includeUsers: ['All'] } : { includeGroups: [pick(choose, groups)] }),
      excludeGroups: choose(3) === 0 ? [pick(choose, groups)] : [],
      ...(choose(6) === 0 ? { includeRoles: ['62e90394-69f5-4237-9190-012177145e10'] } : {}),
    },
    applications: pick(choose, [
      { includeApplications: ['All'] },
      { includeApplications: ['All'], excludeApplications: [exchange] },
      { includeApplications: [exchange] },
      { includeApplications: ['Office365'] },
      { includeApplications: [portal] },
      { includeUserActions: ['urn:user:registersecurityinfo'] },
    ]),
    clientAppTypes: pick(choose, [
      ['all'],
      ['all'],
      ['exchangeActiveSync', 'other'],
      ['browser'],
      ['easSupported', 'other'],
    ]),
    ...(choose(3) === 0
      ? { platforms: { includePlatforms: ['all'], excludePlatforms: [pick(choose, ['iOS', 'windows'])] } }
      : {}),
    ...(choose(3) === 0
      ? {
          locations: {
            includeLocations: ['All'],
            excludeLocations: [pick(choose, ['AllTrusted', 'office', 'lab', 'alps'])],
          },
        }
      : {}),
    ...(rarely && choose(2) === 0 ? { signInRiskLevels: some(choose, ['low', 'medium', 'high']) } : {}),
    ...(rarely && choose(2) === 0 ? { authenticationFlows: { transferMethods: 'deviceCodeFlow' } } : {}),
    ...(rarely && choose(2) === 0
      ? { devices: { deviceFilter: { mode: pick(choose, ['include', 'exclude']), rule: pick(choose, filters) } } }
      : {}),
  }
}

function policyOf(choose: Choose, index: number): unknown {
  const grant = pick(choose, [
    { operator: 'OR', builtInControls: ['block'] },
    { operator: 'OR', builtInControls: ['mfa'] },
    { operator: 'OR', builtInControls: ['mfa', 'compliantDevice'] },
    { operator: 'AND', builtInControls: ['mfa', 'compliantDevice'] },
    { operator: 'OR', builtInControls: ['mfa', 'verifiedID'] },
    { operator: 'OR', builtInControls: [], authenticationStrength: { id: '00000000-0000-0000-0000-000000000004' } },
  ])
  return {
    id: `p${index}`,
    displayName: `Policy ${index}`,
    state: pick(choose, ['enabled', 'enabled', 'enabled', 'disabled']),
    conditions: conditionsOf(choose),
    grantControls: grant,
    ...(choose(4) === 0
      ? { sessionControls: { signInFrequency: { isEnabled: true, type: 'hours', value: 1 + choose(2) } } }
      : {}),
  }
}

const users = ['[]', '[Sales]', '[Pilots]', '[Sales, Emergency]'].map(
  (member, index) =>
    `  - { userPrincipalName: u${index}@contoso.com, groups: ${member}, roles: [${index === 2 ? 'Global Administrator' : ''}] }`,
)

/** A tenant file with so many policies made at random. */
export function randomTenantText(seed: number, policies: number): string {
  const choose = choices(seed)
  const made = Array.from({ length: policies }, (_, index) => policyOf(choose, index))
  return `
name: random
asOf: 2026-11-22
securityDefaults: false
domains: [{ name: contoso.com, authenticationType: managed }]
groups: [{ name: Sales }, { name: Pilots }, { name: Emergency }]
conditionalAccess:
  namedLocations:
    - { '@odata.type': '#microsoft.graph.ipNamedLocation', id: office, displayName: office, isTrusted: true,
        ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: 198.51.100.0/24 }] }
    - { '@odata.type': '#microsoft.graph.ipNamedLocation', id: lab, displayName: lab, isTrusted: false,
        ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: 198.51.100.128/25 }] }
    - { '@odata.type': '#microsoft.graph.countryNamedLocation', id: alps, displayName: alps,
        countriesAndRegions: [CH, AT], includeUnknownCountriesAndRegions: false }
  policies: ${JSON.stringify(made)}
users:
${users.join('\n')}
`
}

/** The tenant of such a file. */
export function randomTenant(seed: number, policies: number): Tenant {
  const loaded = loadTenantText(randomTenantText(seed, policies), 'random.yaml')
  if (!loaded.ok)
    throw new Error(loaded.diagnostics.map(({ code, args }) => `${code} ${JSON.stringify(args)}`).join('\n'))
  return loaded.value
}
