import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { loadTenantText } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { jsonLines } from './generated-log.fixture.ts'
import { type ClassifiedPeople, classifyPeople } from './people-of.ts'
import type { Prediction } from './play/predict.ts'
import { replayLogs } from './replay-logs.ts'
import { predictionsOf, type VariedSignIn, variedLog } from './varied-log.fixture.ts'

const reader = nodeSourceReader('.')
const [branches, europe] = ['aa000000-0000-4000-8000-000000000001', 'aa000000-0000-4000-8000-000000000002']
const [executives, exceptions] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']
const only = (places: readonly string[]) => ({ locations: { includeLocations: places } })
const but = (places: readonly string[]) => ({ locations: { includeLocations: ['All'], excludeLocations: places } })
const filter = (mode: string, rule: string) => ({ devices: { deviceFilter: { mode, rule } } })
const graph = '00000003-0000-0000-c000-000000000000'

/** The conditions of policies that only report: those of the tenant that wrote the log, and those that a file states. */
const conditions: Readonly<Record<string, readonly [object, object]>> = {
  platform: [{ platforms: { includePlatforms: ['android'] } }, { platforms: { includePlatforms: ['iOS'] } }],
  'platform left out': [
    { platforms: { includePlatforms: ['all'], excludePlatforms: ['windows'] } },
    { platforms: { includePlatforms: ['all'], excludePlatforms: ['linux'] } },
  ],
  country: [only([europe]), but([europe])],
  addresses: [but([branches]), but(['AllTrusted'])],
  trusted: [only(['AllTrusted']), only([branches])],
  'sign-in risk': [{ signInRiskLevels: ['high'] }, { signInRiskLevels: ['medium', 'high'] }],
  'user risk': [{ userRiskLevels: ['high'] }, { userRiskLevels: ['low'] }],
  'device is compliant': [
    filter('include', 'device.isCompliant -eq True'),
    filter('exclude', 'device.isCompliant -eq True'),
  ],
  'device is joined': [
    filter('include', 'device.trustType -eq "ServerAD"'),
    filter('include', 'device.trustType -eq "AzureAD"'),
  ],
  'device code': [
    { authenticationFlows: { transferMethods: 'deviceCodeFlow' } },
    { authenticationFlows: { transferMethods: 'authenticationTransfer' } },
  ],
  client: [{ clientAppTypes: ['browser'] }, { clientAppTypes: ['mobileAppsAndDesktopClients'] }],
  'old client': [{ clientAppTypes: ['exchangeActiveSync'] }, { clientAppTypes: ['other'] }],
  application: [
    { applications: { includeApplications: [graph] } },
    { applications: { includeApplications: ['All'], excludeApplications: [graph] } },
  ],
  suite: [{ applications: { includeApplications: ['Office365'] } }, {}],
  group: [
    { users: { includeGroups: [executives] } },
    { users: { includeUsers: ['All'], excludeGroups: [exceptions] } },
  ],
  guest: [{ users: { includeUsers: ['GuestsOrExternalUsers'] } }, { users: { includeGroups: [exceptions] } }],
}

const policyOf = (displayName: string, more: object, control: string, state: string) => ({
  ...{
    displayName,
    id: `bb000000-0000-4000-8000-${displayName.length.toString().padStart(6, '0')}${Buffer.from(displayName).toString('hex').slice(-6)}`,
  },
  state,
  conditions: {
    ...{ clientAppTypes: ['all'], applications: { includeApplications: ['All'] }, users: { includeUsers: ['All'] } },
    ...more,
  },
  grantControls: { operator: 'OR', builtInControls: [control] },
})

interface Side {
  readonly tenant: Tenant
  readonly people: ClassifiedPeople
}

/** The tenant whose policies have these conditions: of each pair the first, or the second. */
function tenantWith(at: 0 | 1, enforced: readonly object[]): Side {
  const file = parse(readFileSync('scenarios/conditional-access.yaml', 'utf8'))
  const reporting = Object.entries(conditions).map(([name, pair]) =>
    policyOf(name, pair[at], 'mfa', 'enabledForReportingButNotEnforced'),
  )
  const namedLocations = [
    { displayName: 'Branches', id: branches, isTrusted: true, ipRanges: [{ cidrAddress: '198.51.100.0/24' }] },
    { displayName: 'Europe', id: europe, countriesAndRegions: ['DE', 'FR'], includeUnknownCountriesAndRegions: false },
  ]
  const guest = {
    userPrincipalName: 'partner_contoso.com#EXT#@northwind.onmicrosoft.com',
    userType: 'Guest',
    registered: true,
  }
  const text = stringify({
    ...file,
    licences: ['p2'],
    users: [...file.users.map((user: object) => ({ ...user, registered: true, perUserMfaState: 'disabled' })), guest],
    conditionalAccess: { namedLocations, policies: [...reporting, ...enforced] },
  })
  const loaded = loadTenantText(text, 'tenant.yaml')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  const people = classifyPeople(loaded.value, reader)
  if (!people.ok) throw new Error('no people')
  return { tenant: loaded.value, people: people.value }
}

const enforced = [
  policyOf('MFA at risk', { signInRiskLevels: ['high'] }, 'mfa', 'enabled'),
  policyOf('No Linux', { platforms: { includePlatforms: ['linux'] } }, 'block', 'enabled'),
]
const planned = [
  policyOf('MFA at risk', { signInRiskLevels: ['medium', 'high'] }, 'mfa', 'enabled'),
  policyOf('No Linux', { platforms: { includePlatforms: ['linux'] }, ...but([europe]) }, 'block', 'enabled'),
  policyOf(
    'No device code in Europe',
    { ...(conditions['device code'] ?? [])[0], ...only([europe]) },
    'block',
    'enabled',
  ),
]
const [wrote, states, plan] = [tenantWith(0, enforced), tenantWith(1, enforced), tenantWith(0, planned)]
const log = variedLog(wrote.people, 3, 300)

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'authplan-planted-'))
  writeFileSync(join(folder, 'log.jsonl'), jsonLines(log.map(({ record }) => record)))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function replayed({ tenant }: Side, other?: Side) {
  const question = other === undefined ? {} : { plan: other.tenant }
  const answer = await replayLogs(tenant, ['log.jsonl'], nodeSourceReader(folder), question)
  if (!answer.ok) throw new Error(answer.message)
  return answer.value
}

const effectOf = ({ policies }: Prediction, name: string) => policies.find((one) => one.name === name)?.effect

test('of policies with other conditions exactly the sign-ins disagree of which they say something else', async () => {
  const stated = predictionsOf(states.people, log)
  const { calibration } = await replayed(states)
  const found = Object.keys(conditions).map((name) => {
    const own = calibration.disagreements.filter(({ policy }) => policy === name)
    return [name, own.reduce((sum, { signIns }) => sum + signIns, 0)]
  })
  const expected = Object.keys(conditions).map((name) => [
    name,
    log.filter(({ prediction }, at) => effectOf(prediction, name) !== effectOf(stated[at] ?? prediction, name)).length,
  ])
  expect(found).toEqual(expected)
  for (const [, count] of expected) expect(count).toBeGreaterThan(10)
  expect(calibration.disagreements.filter(({ policy }) => policy === undefined || !(policy in conditions))).toEqual([])
})

test('the tenant that wrote the log explains all of it, and its plan changes exactly what ends otherwise under it', async () => {
  const after = predictionsOf(plan.people, log)
  const { calibration, plan: judged } = await replayed(wrote, plan)
  expect(calibration.disagreements).toEqual([])
  expect(calibration.total.agrees.signIns).toBe(log.length)
  const changed = (end: Prediction['end'], from: readonly Prediction['end'][]): readonly VariedSignIn[] =>
    log.filter(({ prediction }, at) => after[at]?.end === end && from.includes(prediction.end))
  const [blocked, asked] = [changed('blocked', ['signs in', 'is asked']), changed('is asked', ['signs in'])]
  const counted = (signIns: readonly VariedSignIn[]) => [
    signIns.length,
    new Set(signIns.map(({ record }) => record.userPrincipalName)).size,
  ]
  expect(judged?.effects.map(({ effect, signIns, people }) => [effect, signIns, people])).toEqual([
    ['newly blocked', ...counted(blocked)],
    ['newly asked', ...counted(asked)],
  ])
  expect(Math.min(blocked.length, asked.length)).toBeGreaterThan(5)
})
