import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { loadTenantText } from '../tenant/load-tenant.ts'
import { replayLogs } from './replay-logs.ts'

const file = readFileSync('scenarios/conditional-access.yaml', 'utf8')
const policy = (name: string, conditions: string, control: string): string => `
    - displayName: ${name}
      state: enabled
      conditions: { clientAppTypes: [all], ${conditions} }
      grantControls: { operator: OR, builtInControls: [${control}] }`

function tenantWith(...policies: readonly string[]) {
  const loaded = loadTenantText(`${file.trimEnd()}${policies.join('')}\n`, 'tenant.yaml')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  return loaded.value
}

const everybody = 'users: { includeUsers: [All] }'
const everything = 'applications: { includeApplications: [All] }'
const context = policy(
  'Step-up',
  `${everybody}, applications: { includeAuthenticationContextClassReferences: [c1] }`,
  'mfa',
)
const action = policy(
  'Registering',
  `${everybody}, applications: { includeUserActions: ['urn:user:registersecurityinfo'] }`,
  'mfa',
)
const programs = policy(
  'Programs',
  `users: { includeUsers: [None] }, ${everything}, clientApplications: { includeServicePrincipals: [ServicePrincipalsInMyTenant] }`,
  'block',
)

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'authplan-other-sign-ins-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const clerk = {
  createdDateTime: '2022-06-02T10:00:00Z',
  ...{ userId: 'c1e7c000-0000-4000-8000-000000000001', userPrincipalName: 'clerk@northwind.com', userType: 'member' },
  ...{ appId: '1950a258-227b-4e31-a9cf-717495945fc2', appDisplayName: 'PowerShell', ipAddress: '203.0.113.9' },
  ...{ resourceId: '00000003-0000-0000-c000-000000000000', resourceDisplayName: 'Microsoft Graph' },
  ...{ clientAppUsed: 'Mobile Apps and Desktop clients', authenticationProtocol: 'none' },
  ...{ originalTransferMethod: 'none', riskLevelDuringSignIn: 'none', riskLevelAggregated: 'none' },
  ...{ deviceDetail: { deviceId: '', operatingSystem: 'Windows 10' }, location: { countryOrRegion: 'US' } },
  ...{ status: { errorCode: 0 }, authenticationRequirement: 'singleFactorAuthentication' },
}

async function replayed(
  records: readonly Record<string, unknown>[],
  today: ReturnType<typeof tenantWith>,
  plan?: ReturnType<typeof tenantWith>,
) {
  const lines = records.map((one, index) => JSON.stringify({ id: `sign-in ${index}`, ...clerk, ...one }))
  writeFileSync(join(folder, 'log.jsonl'), lines.join('\n'))
  const answer = await replayLogs(today, ['log.jsonl'], nodeSourceReader(folder), plan === undefined ? {} : { plan })
  if (!answer.ok) throw new Error(answer.message)
  const { total, disagreements, missing } = answer.value.calibration
  const [agrees, open] = [total.agrees.signIns, total.undetermined.signIns]
  return { agrees, open, disagreements, missing: missing.map(({ name }) => name), plan: answer.value.plan }
}

const factorGiven = {
  authenticationRequirement: 'multiFactorAuthentication',
  authenticationDetails: [{ authenticationStepResultDetail: 'MFA completed in Azure AD' }],
}
const notApplied = ['Block legacy authentication', 'MFA for executives', 'Compliant device or MFA outside'].map(
  (name) => ({ displayName: name, result: 'notApplied' }),
)
const policies = (name: string, result: string) => ({
  appliedConditionalAccessPolicies: [
    ...notApplied,
    { displayName: 'Block unknown countries (trial)', result: 'reportOnlyNotApplied' },
    { displayName: name, result },
  ],
})

describe('a password that a program sends, where a second factor is demanded', () => {
  const chief = { userId: 'c1e7c000-0000-4000-8000-000000000002', userPrincipalName: 'chief@northwind.com' }
  const ropc = { ...chief, authenticationProtocol: 'ropc' }
  const refused = { ...ropc, status: { errorCode: 50076 } }

  test('ends with the error of the log, though others are asked for the factor by that error', async () => {
    const today = tenantWith()
    const planned = tenantWith(policy('MFA for everybody', `${everybody}, ${everything}`, 'mfa'))
    const { agrees, disagreements, plan } = await replayed([refused, refused], today, planned)
    expect({ agrees, disagreements }).toEqual({ agrees: 2, disagreements: [] })
    expect(plan).toEqual({ judged: 0, notJudged: 0, perhapsBlocked: 0, effects: [] })
  })

  test('is another client than one that asks the person, in one log', async () => {
    const asked = { ...ropc, authenticationProtocol: 'none', ...factorGiven }
    expect(await replayed([refused, asked], tenantWith())).toMatchObject({ agrees: 2, disagreements: [] })
  })
})

test.each([
  ['an authentication context', context, 'Step-up', 'authenticationContext'],
  ['a user action', action, 'Registering', 'userAction'],
])('what a log does not say of %s is missing, and no disagreement', async (_, text, name, fact) => {
  const effective = { ...factorGiven, ...policies(name, 'success') }
  const records = [effective, policies(name, 'notApplied'), policies(name, 'notEnabled')]
  const { agrees, open, missing, disagreements } = await replayed(records, tenantWith(text))
  expect({ agrees, open, missing }).toEqual({ agrees: 1, open: 1, missing: [fact] })
  expect(disagreements.map(({ policy: of, recorded }) => [of, recorded])).toEqual([[name, 'off']])
})

test('a program that signs in as itself is no person, whatever else its record says', async () => {
  const nobody = { userType: '', servicePrincipalId: 'dd000000-0000-4000-8000-000000000001' }
  const records = ['', '00000000-0000-0000-0000-000000000000'].flatMap((userId) =>
    ['', 'Browser', 'Mobile Apps and Desktop clients'].map((clientAppUsed) => ({
      ...{ ...nobody, userId, userPrincipalName: '', clientAppUsed },
      ...policies('Programs', 'failure'),
      status: { errorCode: 53003 },
    })),
  )
  const planned = tenantWith(policy('Nobody', `${everybody}, ${everything}`, 'block'))
  const { open, disagreements, missing, plan } = await replayed(records, tenantWith(programs), planned)
  expect({ open, disagreements }).toEqual({ open: records.length, disagreements: [] })
  expect(missing).toContain('sign-in of a program')
  expect(plan?.effects).toEqual([])
})
