import { expect, test } from 'vitest'
import { type ImportedTenant, importExports } from '../import-exports.ts'

const context = (path: string) => `https://graph.microsoft.com/v1.0/$metadata#${path}`
const person = { id: 'u-ada', userPrincipalName: 'ada@contoso.com', displayName: 'Ada' }
const domains = { value: [{ id: 'contoso.com', authenticationType: 'Managed', isDefault: true, isVerified: true }] }
const users = { value: [{ ...person, userType: 'Member' }] }

const imported = (...exports: readonly object[]): ImportedTenant => {
  const sources = exports.map((value, index) => ({ name: `${index}.json`, text: JSON.stringify(value) }))
  const loaded = importExports(sources, { asOf: '2026-01-01' })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  expect(loaded.warnings).toEqual([])
  return loaded.value
}

const pascal = (value: object): object =>
  Object.fromEntries(Object.entries(value).map(([key, part]) => [key.charAt(0).toUpperCase() + key.slice(1), part]))

const signIn = { ...person, appId: 'a', clientAppUsed: 'IMAP4', status: { errorCode: 0 } }
const detection = { ...person, riskEventType: 'unfamiliarFeatures' }
const riskyUser = { ...person, riskLevel: 'high', riskState: 'atRisk' }
const audit = { id: 'a', activityDisplayName: 'Update user', initiatedBy: { user: person } }
const deleted = { ...person, deletedDateTime: '2026-01-01T00:00:00Z' }

test.each<[string, object, string]>([
  ['a sign-in by its fields', { value: [signIn] }, '1 sign-in record'],
  ['sign-ins as PowerShell writes them', [pascal(signIn), pascal(signIn)], '2 sign-in records'],
  [
    'sign-ins by their address',
    { '@odata.context': context('auditLogs/signIns'), value: [person] },
    '1 sign-in record',
  ],
  ['a sign-in by its type', { ...person, '@odata.type': '#microsoft.graph.signIn' }, '1 sign-in record'],
  ['an audit record', { value: [audit] }, '1 audit record'],
  ['a risk detection', { value: [detection] }, '1 risk detection'],
  [
    'risk by its address',
    { '@odata.context': context('identityProtection/riskyUsers'), value: [person] },
    '1 risky user',
  ],
  ['a risky user', { value: [riskyUser] }, '1 risky user'],
  ['a deleted user', { value: [{ ...deleted, '@odata.type': '#microsoft.graph.user' }] }, '1 deleted item'],
])('%s is reported and never becomes a user', (_name, records, kind) => {
  const alone = imported(domains)
  const beside = imported(domains, records)
  expect(beside.text).toBe(alone.text)
  expect(beside.coverage).toContainEqual(
    expect.objectContaining({ source: '1.json', kind, status: 'not-imported', note: expect.any(String) }),
  )
})

test.each([null, '', '0001-01-01T00:00:00'])('a user with the deletion date %j is not deleted', (deletedDateTime) => {
  const kept = imported(domains, { value: [{ ...person, userType: 'Member', deletedDateTime }] })
  expect(kept.text).toBe(imported(domains, users).text)
})
