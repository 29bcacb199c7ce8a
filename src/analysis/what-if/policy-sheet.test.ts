import { expect, test } from 'vitest'
import { policySheetCsv, policySheetMarkdown } from '../../report/text/policy-sheet.ts'
import { parseSource } from '../../source/document/located-document.ts'
import { loadTenantText } from '../../tenant/load-tenant.ts'
import { populationOf } from '../population/population.ts'
import { policySheet, sheetOfOne } from './policy-sheet.ts'
import { type WhatIfOptions, whatIf, whatIfQuestion } from './what-if.ts'

const policy = (displayName: string, conditions: object, more: object = {}) => ({
  displayName,
  state: 'enabled',
  conditions: {
    users: { includeUsers: ['All'] },
    applications: { includeApplications: ['All'] },
    clientAppTypes: ['all'],
    ...conditions,
  },
  grantControls: { operator: 'OR', builtInControls: ['mfa'] },
  ...more,
})

const text = JSON.stringify({
  name: 'Contoso',
  asOf: '2025-06-01',
  domains: [{ name: 'contoso.com', authenticationType: 'managed' }],
  users: [
    { userPrincipalName: 'anna@contoso.com', groups: [], roles: [] },
    { userPrincipalName: 'ben@contoso.com', groups: [], roles: [] },
    { userPrincipalName: 'eve@contoso.com', groups: [], roles: [] },
    { userPrincipalName: 'robot@contoso.com', kind: 'service-principal' },
  ],
  conditionalAccess: {
    policies: [
      policy('MFA', { users: { includeUsers: ['All'], excludeUsers: ['eve@contoso.com'] } }),
      policy('Phones', { platforms: { includePlatforms: ['iOS'] } }, { grantControls: undefined }),
      policy('Phones of eve', {
        users: { includeUsers: ['eve@contoso.com'] },
        platforms: { includePlatforms: ['iOS', 'android'] },
        clientAppTypes: ['browser'],
      }),
      policy('Trial', {}, { state: 'enabledForReportingButNotEnforced' }),
      policy('Old', {}, { state: 'disabled' }),
    ],
  },
})

const request = (conditions: object, identity: object = { userId: 'anna@contoso.com' }) => {
  const body = {
    signInIdentity: identity,
    signInContext: { includeApplications: ['exchange-online'] },
    signInConditions: conditions,
  }
  const parsed = parseSource({ name: 'request.json', text: JSON.stringify(body) })
  if (!parsed.ok) throw new Error('the request can be read')
  return parsed.value
}

function tenantOf() {
  const loaded = loadTenantText(text, 'tenant.json')
  if (!loaded.ok) throw new Error('the tenant can be read')
  return loaded.value
}

function questionFor(conditions: object, options: WhatIfOptions = { missing: 'undetermined' }) {
  const question = whatIfQuestion(tenantOf(), request(conditions), options)
  if (!question.ok) throw new Error('the question can be asked')
  return question.value
}

function sheetFor(conditions: object, options?: WhatIfOptions) {
  const population = populationOf(tenantOf())
  if (!population.ok) throw new Error('the people can be counted')
  const sheet = policySheet(questionFor(conditions, options), population.value)
  if (!sheet.ok) throw new Error('the sheet can be made')
  return sheet.value
}

test('a row says of every policy whether it applies, by which conditions it misses, or that the person is exempt', () => {
  const { rows, policies } = sheetFor({ devicePlatform: 'windows', clientAppType: 'browser' })
  expect(policies.map(({ name }) => name)).toEqual(['MFA', 'Phones', 'Phones of eve', 'Trial', 'Old'])
  expect(rows.map(({ representatives, people }) => [representatives, people])).toEqual([
    [['anna@contoso.com'], 2],
    [['eve@contoso.com'], 1],
    [['robot@contoso.com'], 1],
  ])
  expect(rows[0]?.cells).toEqual([
    { says: 'applies' },
    { says: 'misses', conditions: ['devicePlatform'] },
    { says: 'misses', conditions: ['users', 'devicePlatform'] },
    { says: 'reports' },
    { says: 'off' },
  ])
  expect(rows[1]?.cells[0]).toEqual({ says: 'exempt' })
  expect(rows[1]?.cells[2]).toEqual({ says: 'misses', conditions: ['devicePlatform'] })
  expect(rows[0]?.combined.required).toEqual([['mfa']])
})

test('what is not stated stays open, or is absent as in the vendor’s service', () => {
  const open = sheetFor({ clientAppType: 'browser' }).rows[1]
  expect(open?.representatives).toEqual(['eve@contoso.com'])
  expect(open?.cells[2]).toEqual({ says: 'depends', missing: ['devicePlatform'] })
  const absent = sheetFor({ clientAppType: 'browser' }, { missing: 'none' }).rows[1]
  expect(absent?.cells[2]).toEqual({ says: 'misses', conditions: ['devicePlatform'] })
})

test('a policy without any demand is empty where everything else matches', () => {
  expect(sheetFor({ devicePlatform: 'iOS', clientAppType: 'browser' }).rows[0]?.cells[1]).toEqual({ says: 'empty' })
})

test('the sheet of one person agrees with the answer in the form of Graph', () => {
  const conditions = { devicePlatform: 'android', clientAppType: 'browser' }
  for (const userId of ['anna@contoso.com', 'eve@contoso.com', 'robot@contoso.com']) {
    const document = request(conditions, { userId })
    const question = whatIfQuestion(tenantOf(), document)
    const answer = whatIf(tenantOf(), document)
    if (!question.ok || !answer.ok) throw new Error('the question can be asked')
    const sheet = sheetOfOne(question.value)
    const row = sheet.ok ? sheet.value.rows[0] : undefined
    expect(row?.representatives).toEqual([userId])
    const applying = row?.cells.map(({ says }) => says === 'applies' || says === 'reports')
    expect(applying).toEqual(answer.value.value.map(({ policyApplies }) => policyApplies))
    expect(row?.combined.decision).toBe(answer.value.combined.decision)
  }
})

test('the sheet is a table for a spreadsheet and for Markdown', () => {
  const sheet = sheetFor({ devicePlatform: 'windows', clientAppType: 'browser' })
  expect(policySheetCsv(sheet).split('\r\n').slice(0, 3)).toEqual([
    'people like,number,MFA,Phones,Phones of eve,Trial,Old,together',
    'anna@contoso.com,2,applies,misses platform,"misses users, platform",report-only,off,requires multifactor authentication',
    'eve@contoso.com,1,exempt,misses platform,misses platform,report-only,off,allowed',
  ])
  const lines = policySheetMarkdown(sheet).split('\n')
  expect(lines[0]).toBe('| people like | number | MFA | Phones | Phones of eve | Trial | Old | together |')
  expect(lines).toHaveLength(6)
})
