import { expect, test } from 'vitest'
import { completeFeature } from './complete-feature.ts'
import { completeYaml } from './complete-yaml.ts'
import { withCursor, workspaceWith } from './lsp.fixture.ts'

const opening = 'name: T\nasOf: 2025-06-01\n'
const declared = `${opening}domains:\n  - { name: contoso.com, authenticationType: managed }\ngroups: [{ name: Pilot team }]\nnetworks: [{ name: office }]\n`

const policy = `${declared}conditionalAccess:\n  policies:\n    - displayName: P\n`

const yaml = (marked: string, name = 'tenants/t.yaml') => {
  const { text, at } = withCursor(marked)
  return completeYaml(workspaceWith({ [name]: text }), name, text, at)
}

const plan = 'plan: P\nstart: today.yaml\nstages:\n  - name: S\n    date: 2025-07-01\n'

test.each([
  ['a key of a stage', `${plan}    gat‸`, 'gates'],
  ['a key of the tenant file', `${plan}    changes:\n      dom‸`, 'domains'],
  ['a value of the tenant file', `${plan}    changes:\n      domains:\n        - { authenticationType: ‸ }`, 'managed'],
  ['a property of people', `${plan}    acts:\n      meth‸`, 'methods'],
])('offers %s in a plan', (_, marked, label) => {
  expect(yaml(marked, 'plans/p.yaml').map((one) => one.label)).toContain(label)
})

test.each([
  ['a key of the file', `${opening}dom‸`, 'domains', 'domains: '],
  ['a key on an empty line', `${opening}‸`, 'users', 'users: '],
  ['a key before its colon', `${opening}dom‸: []`, 'domains', 'domains'],
  ['a key of an item', `${declared}users:\n  - userPrincipalName: a@contoso.com\n    mail‸`, 'mailbox', 'mailbox: '],
  ['the first key of an item', `${opening}domains:\n  - ‸`, 'name', 'name: '],
  [
    'a key within brackets',
    `${opening}domains:\n  - { name: a.com, auth‸ }`,
    'authenticationType',
    'authenticationType: ',
  ],
  [
    'a value of a list of words',
    `${opening}domains:\n  - { name: a.com, authenticationType: ‸ }`,
    'federated',
    'federated',
  ],
  ['a value on a line', `${opening}domains:\n  - name: a.com\n    authenticationType: f‸`, 'federated', 'federated'],
  ['a flag', `${opening}securityDefaults: ‸`, 'true', 'true'],
  ['a type of event', `${opening}events:\n  - at: 2025-07-01\n    type: ‸`, 'account-disabled', 'account-disabled'],
  [
    'a key that the type of an event has',
    `${opening}events:\n  - type: mfa-state-changed\n    ‸`,
    'perUserMfaState',
    'perUserMfaState: ',
  ],
  [
    'a group declared elsewhere',
    `${declared}users:\n  - userPrincipalName: a@contoso.com\n    groups: [‸]`,
    'Pilot team',
    'Pilot team',
  ],
  [
    'a group of a policy',
    `${declared}conditionalAccess:\n  policies:\n    - displayName: P\n      conditions:\n        users:\n          includeGroups: [‸]`,
    'Pilot team',
    'Pilot team',
  ],
  [
    'a group that was begun with a quotation mark',
    `${declared}users:\n  - groups: ["Pi‸"]`,
    'Pilot team',
    '"Pilot team"',
  ],
  ['a client of the catalog', `${opening}clients:\n  - outl‸`, 'outlook-2013', 'outlook-2013'],
  ['the product of a client', `${opening}clients:\n  - name: x\n    client: ‸`, 'outlook-2013', 'outlook-2013'],
  [
    'a role',
    `${declared}users:\n  - userPrincipalName: a@contoso.com\n    roles: [‸]`,
    'Global Administrator',
    'Global Administrator',
  ],
  [
    'the state of a policy',
    `${opening}conditionalAccess:\n  policies:\n    - displayName: P\n      state: ‸`,
    'disabled',
    'disabled',
  ],
  ['a key of a policy', `${policy}      cond‸`, 'conditions', 'conditions: '],
  ['a key of the conditions', `${policy}      conditions:\n        ‸`, 'clientAppTypes', 'clientAppTypes: '],
  ['a key of an assignment', `${policy}      conditions: { users: { ‸ } }`, 'excludeGroups', 'excludeGroups: '],
  ['a word for people', `${policy}      conditions: { users: { includeUsers: [‸] } }`, 'All', 'All'],
  [
    'a kind of guest',
    `${policy}      conditions: { users: { includeGuestsOrExternalUsers: { guestOrExternalUserTypes: ‸ } } }`,
    'b2bCollaborationGuest',
    'b2bCollaborationGuest',
  ],
  [
    'a word for resources',
    `${policy}      conditions: { applications: { includeApplications: [‸] } }`,
    'Office365',
    'Office365',
  ],
  [
    'a client app type',
    `${policy}      conditions: { clientAppTypes: [browser, ‸] }`,
    'exchangeActiveSync',
    'exchangeActiveSync',
  ],
  ['a platform', `${policy}      conditions: { platforms: { includePlatforms: [‸] } }`, 'iOS', 'iOS'],
  [
    'a word for locations',
    `${policy}      conditions: { locations: { excludeLocations: [‸] } }`,
    'AllTrusted',
    'AllTrusted',
  ],
  ['a risk level', `${policy}      conditions: { userRiskLevels: [‸] }`, 'high', 'high'],
  [
    'a way of transfer',
    `${policy}      conditions: { authenticationFlows: { transferMethods: ‸ } }`,
    'deviceCodeFlow',
    'deviceCodeFlow',
  ],
  [
    'a grant control',
    `${policy}      grantControls:\n        builtInControls:\n          - ‸`,
    'compliantDevice',
    'compliantDevice',
  ],
  ['an operator', `${policy}      grantControls: { operator: ‸ }`, 'OR', 'OR'],
  ['a session control', `${policy}      sessionControls: { ‸ }`, 'signInFrequency', 'signInFrequency: '],
  ['a key of a session control', `${policy}      sessionControls: { persistentBrowser: { ‸ } }`, 'mode', 'mode: '],
])('offers %s', (_, marked, label, newText) => {
  const found = yaml(marked).find((one) => one.label === label)
  expect(found?.textEdit).toMatchObject({ newText })
})

test('offers no key twice, required keys first, and each with its meaning', () => {
  const labels = yaml(`${opening}domains:\n  - ‸`).map(({ label }) => label)
  expect(labels[0]).toBe('name')
  expect(new Set(labels).size).toBe(labels.length)
  const found = yaml(`${opening}‸`)
  expect(found.map(({ label }) => label)).not.toContain('asOf')
  expect(found.every(({ documentation }) => documentation !== undefined)).toBe(true)
})

test.each([
  ['a key of a policy', '{ "displayName": "P", "conditions": {}, "st‸" }', 'state', 'state: '],
  ['a key of a listed policy', '{ "value": [{ "conditions": { "‸": {} } }] }', 'locations', 'locations'],
  ['a word', '[{ "conditions": { "clientAppTypes": ["‸"] } }]', 'browser', '"browser"'],
  [
    'a state',
    '{ "conditions": {}, "state": "‸" }',
    'enabledForReportingButNotEnforced',
    '"enabledForReportingButNotEnforced"',
  ],
])('offers %s in a file of policies', (_, marked, label, newText) => {
  const found = yaml(marked, 'policies/p.json').find((one) => one.label === label)
  expect(found?.textEdit).toMatchObject({ newText })
})

test.each([
  ['in a comment', `${opening}# dom‸`],
  ['in a file of another kind', `on: push\n‸`],
])('offers nothing %s', (_, marked) => expect(yaml(marked, 'x.yaml')).toEqual([]))

const background =
  'Feature: F\n\n  Background:\n    Given the tenant architecture "federated-skype-on-premises"\n\n  Scenario: S\n'

const feature = (marked: string, snippets = false) => {
  const { text, at } = withCursor(marked)
  return completeFeature(workspaceWith(), 'features/f.feature', text, at, { snippets })
}

test.each([
  ['a step filled from the tenant', `${background}    When ‸`, 'Finance lead uses Outlook 2010 to read mail'],
  ['a step of its keyword', `${background}    Then ‸`, 'the sign-in succeeds'],
  ['a tenant', 'Feature: F\n  Background:\n    Given the tenant architecture "fed‸"', 'federated-skype-on-premises'],
  ['a rule', `${background}    Then rule CR‸`, 'CRED-2'],
  ['a user of a cell', `${background}    Examples:\n      | user | purpose |\n      | ‸`, 'Finance lead'],
  ['a purpose of a cell', `${background}    Examples:\n      | user | purpose |\n      | x | ‸`, 'read mail'],
  ['a keyword', `${background}    Wh‸`, 'When'],
])('a feature is offered %s', (_, marked, label) => {
  const labels = feature(marked).map((one) => one.label)
  expect(labels.map((one) => one.toLowerCase())).toContain(label.toLowerCase())
})

test('a step is offered with places to fill where the editor has them', () => {
  const item = feature(`${background}    When ‸`, true).find(({ label }) => / uses .* from /.test(label))
  expect(item?.insertTextFormat).toBe(2)
  expect(item?.textEdit).toMatchObject({ newText: expect.stringMatching(/^\$\{1\|.*\|\} uses \$\{2\|/) })
})
