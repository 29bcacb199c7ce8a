import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { feature, type Project, project } from '../run/run-features.fixture.ts'

const open: Project[] = []

afterEach(() => {
  for (const one of open.splice(0)) one.remove()
})

async function outputOf(text: string, files: Readonly<Record<string, string>> = {}) {
  const one = project({ 'features/a.feature': text, ...files })
  open.push(one)
  return one.run()
}

/** The place at which a text is in a feature, as reports write it. */
function placeOf(text: string, wanted: string): string {
  const before = (text.split(wanted)[0] ?? '').split('\n')
  return `features/a.feature:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
}

const inlineTenant = [
  'Given the tenant architecture:',
  '  """yaml',
  '  name: Small',
  '  asOf: 2019-10-01',
  '  domains:',
  '    - { name: contoso.com, authenticationType: fedrated }',
  '  """',
]

const then = 'Then no sign-in is undetermined'

describe('a mistake in a block of a feature is shown at its line and column:', () => {
  test.each([
    ['a tenant in the feature', ['fedrated'], [...inlineTenant, then]],
    [
      'YAML that cannot be read',
      ['"never closed'],
      ['Given the tenant architecture has these changes:', '  """yaml', '  name: "never closed', '  """', then],
    ],
    [
      'two things laid over the file',
      ['enforcd', 'maybe'],
      [
        'Given the tenant architecture has these changes:',
        '  """yaml',
        '  users:',
        '    - userPrincipalName: finance.lead@contoso.com',
        '      perUserMfaState: enforcd',
        '  multifactorAuthentication: { appPasswords: maybe }',
        '  """',
        then,
      ],
    ],
    [
      'an unknown key',
      ['color'],
      ['Given the tenant architecture has these changes:', '  """yaml', '  color: red', '  """', then],
    ],
    [
      'a setting in a table',
      ['enforcd'],
      [
        'Given the user finance lead has these settings:',
        '  | registered | true |',
        '  | perUserMfaState | enforcd |',
        then,
      ],
    ],
    [
      'the name of a setting in a table',
      ['perUserMfaStat '],
      [
        'Given the user finance lead has these settings:',
        '  | registered | true |',
        '  | perUserMfaStat | enforced |',
        then,
      ],
    ],
    [
      'a cell of an entry',
      ['outlook-1999'],
      [
        'Given these clients:',
        '  | name | client       |',
        '  | one  | outlook-2007 |',
        '  | two  | outlook-1999 |',
        then,
      ],
    ],
    [
      'a column of entries',
      ['color'],
      [
        'Given these networks:',
        '  | name   | ranges            | color |',
        '  | branch | [198.51.100.0/24] | red    |',
        then,
      ],
    ],
    [
      'a policy that cannot be read',
      ['[never'],
      [
        'Given the Conditional Access policy:',
        '  """yaml',
        '  displayName: Block',
        '  conditions: [never',
        '  """',
        then,
      ],
    ],
    [
      'a policy',
      ['"enabld'],
      [
        'Given the Conditional Access policy:',
        '  """json',
        '  {',
        '    "displayName": "Block",',
        '    "state": "enabld",',
        '    "conditions": { "users": { "includeUsers": ["All"] }, "applications": { "includeApplications": ["All"] } },',
        '    "grantControls": { "operator": "OR", "builtInControls": ["block"] }',
        '  }',
        '  """',
        then,
      ],
    ],
  ])('%s', async (_what, marks, lines) => {
    const text = feature(...lines)
    const { stdout, stderr } = await outputOf(text)
    for (const mark of marks) expect(stdout + stderr).toContain(`${placeOf(text, mark)} `)
    expect(stdout + stderr).not.toContain('with the changes of the scenario')
  })

  test('in a copy filled from a file the lines are those of the feature', async () => {
    const text = [
      'Feature: A',
      '  Scenario Outline: of <user>',
      ...inlineTenant.map((line) => `    ${line}`),
      '    Then <user> cannot read mail with Outlook 2010',
      '    @examples:people.csv',
      '    Examples:',
      '',
      ...['  Scenario: later', ...inlineTenant, then].map((line) => `  ${line}`),
      '',
    ].join('\n')
    const { stdout, exitCode } = await outputOf(text, { 'features/people.csv': 'user\nAda\nEve\n' })
    expect(stdout).toContain(placeOf(text, 'fedrated'))
    expect(exitCode).toBe(2)
  })
})

test('the errors of a tenant are shown once, however many scenarios use it', async () => {
  const founding = readFileSync('scenarios/federated-skype-on-premises.yaml', 'utf8')
  const text = [1, 2, 3]
    .map(
      (number) =>
        `  Scenario: ${number}\n    Given the tenant architecture "federated-skype-on-premises"\n    ${then}\n`,
    )
    .join('\n')
  const broken = { 'scenarios/federated-skype-on-premises.yaml': founding.replace('enforced', 'enforcd') }
  const { stdout, exitCode } = await outputOf(`Feature: A\n\n${text}`, broken)
  expect(stdout.match(/error\[/g)).toHaveLength(1)
  expect(stdout.match(/has errors, shown at the first scenario that uses it/g)).toHaveLength(2)
  expect(stdout).toContain('3 failed')
  expect(exitCode).toBe(2)
})

const twice = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']
const policyOf = (id: string, state: string): string =>
  `{ id: ${id}, displayName: One name, state: ${state}, conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] }, grantControls: { operator: OR, builtInControls: [block] } }`
const twoPolicies = [
  'Given the tenant architecture has these changes:',
  '  """yaml',
  '  conditionalAccess:',
  '    policies:',
  `      - ${policyOf(twice[0] ?? '', 'disabled')}`,
  `      - ${policyOf(twice[1] ?? '', 'enabled')}`,
  '  """',
]
const switchedOff = (which: string) => [
  'And the tenant architecture has these changes:',
  '  """yaml',
  '  conditionalAccess:',
  '    policies:',
  `      - { ${which}, state: disabled }`,
  '  """',
]
const signsIn = 'Then no sign-in with the browser is blocked'

describe('a change of one of two things of one name', () => {
  test('is refused by name alone', async () => {
    const { stdout, exitCode } = await outputOf(
      feature(...twoPolicies, ...switchedOff('displayName: One name'), signsIn),
    )
    expect(stdout).toContain('2 entries are named `one name`')
    expect(exitCode).not.toBe(0)
  })

  test('is made by id', async () => {
    for (const [id, code] of [
      [twice[1], 0],
      [twice[0], 1],
    ] as const)
      expect(
        (await outputOf(feature(...twoPolicies, ...switchedOff(`id: ${id}, displayName: One name`), signsIn))).exitCode,
      ).toBe(code)
  })
})

describe('a mistyped key that is taken out', () => {
  test.each([
    [
      'of the file',
      ['Given the tenant architecture has these changes:', '  """yaml', '  securityDefault: null', '  """'],
      'securityDefault',
    ],
    ['of a user', ['Given the user finance lead has these settings:', '  | registerd | null |'], 'registerd'],
    [
      'of an entry of a list',
      [
        'Given the tenant architecture has these changes:',
        '  """yaml',
        '  networks: [{ name: internet, contry: null }]',
        '  """',
      ],
      'contry',
    ],
  ])('%s is refused, though nothing is there', async (_name, lines, key) => {
    const { stdout, exitCode } = await outputOf(feature(...lines, then))
    expect(stdout).toContain(`unknown key \`${key}\``)
    expect(exitCode).not.toBe(0)
  })

  test('is no mistake where the key is one that a file can have', async () => {
    const lines = [
      'Given the tenant architecture has these changes:',
      '  """yaml',
      '  crossTenantAccess: null',
      '  """',
    ]
    expect((await outputOf(feature(...lines, then))).exitCode).toBe(0)
  })
})
