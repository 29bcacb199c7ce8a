import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type CommandName, commandNames } from './commands.ts'
import { formatsOf, type ProjectFolder, projectFolder } from './every-command.fixture.ts'
import { checksOfOutput, expectPlain } from './output-checks.fixture.ts'

// The first run loads the program, and every sign-in of the tenant is drawn.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

/** Names that anything can have, and that mean something to a page, a terminal, a table, a diagram or an object. */
const names = [
  '<script>alert(1)</script>',
  '| pipe | `code` **bold**',
  '\u001b[31mred \u009b2J',
  'over \u202egnp.exe \u2066x',
  'half \ud800 other \udc00',
  'x'.repeat(500),
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'style x;#59; %% end',
  '"quoted" \\ back',
  '::error::MARK',
] as const

const upn = (index: number): string => `user${index}@contoso.com`
/** A few names that hold all of them, each of which begins with another. */
const joined = [0, 1].map((start) => names.filter((_, index) => index % 2 === start).join(' / '))
const policy = (displayName: string, index: number) => ({
  displayName,
  state: index % 2 ? 'enabledForReportingButNotEnforced' : 'enabled',
  conditions: {
    users: { includeUsers: [upn(index)], excludeGroups: [displayName] },
    applications: { includeApplications: ['All'] },
    clientAppTypes: ['all'],
  },
  grantControls: { operator: 'OR', builtInControls: [index % 4 ? 'mfa' : 'block'] },
})
const tenant = {
  name: joined.join(' '),
  asOf: '2026-01-01',
  domains: [{ name: 'contoso.com', authenticationType: 'managed', managedSignIn: 'password-hash-sync' }],
  networks: [{ name: joined.join(' / ') }],
  workloads: { 'exchange-online': { modernAuthentication: true } },
  clients: [...joined.map((name) => ({ name, displayName: name, client: 'outlook-2016' })), 'outlook-2010'],
  devices: names.map((name) => ({ name, platform: 'windows' })),
  groups: names.map((name, index) => ({ name, members: [upn(index)] })),
  users: names.map((displayName, index) => ({
    userPrincipalName: upn(index),
    displayName,
    mailbox: 'exchange-online',
    ...(index % 2 ? { perUserMfaState: 'enforced', registered: true, appPasswords: [displayName] } : {}),
  })),
  conditionalAccess: { policies: names.map(policy) },
}
const file = 'scenarios/hostile.json'
const people = {
  ...tenant,
  groups: names.map((name) => ({ name })),
  conditionalAccess: { policies: [] },
  users: { from: 'people.csv', memberships: 'memberships.csv' },
}
const csv = names.map((name, index) => `${upn(index)},"${name.replaceAll('"', '""')}",exchange-online\n`).join('')
const request = {
  signInIdentity: { '@odata.type': '#microsoft.graph.userSignIn', userId: upn(3) },
  signInContext: { '@odata.type': '#microsoft.graph.applicationContext', includeApplications: ['exchange-online'] },
  signInConditions: {},
}
const exported = {
  '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users',
  value: names.map((displayName, id) => ({
    id: `u${id}`,
    userPrincipalName: upn(id),
    displayName,
    userType: 'Member',
  })),
}

/** Sign-ins with such words in every field that is shown. */
const signIns = names.map((name, index) => ({
  id: name,
  createdDateTime: `2026-01-${10 + index}T08:00:00Z`,
  userPrincipalName: index % 2 ? upn(index) : name,
  appDisplayName: name,
  resourceDisplayName: name,
  resourceId: index % 2 ? name : '00000002-0000-0ff1-ce00-000000000000',
  clientAppUsed: index % 3 ? 'Browser' : name,
  ipAddress: index % 5 ? '192.0.2.7' : name,
  deviceDetail: { deviceId: name, operatingSystem: name, trustType: name, isCompliant: name },
  riskLevelDuringSignIn: name,
  status: { errorCode: index % 4 ? 0 : name, additionalDetails: name },
  appliedConditionalAccessPolicies: [{ id: name, displayName: name, result: index % 2 ? 'success' : name }],
}))
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
const signInTable = [
  'Date (UTC),Request ID,Username,Application,Resource,Client app,IP address,Sign-in error code',
  ...signIns.map((one) =>
    [one.createdDateTime, one.id, one.userPrincipalName, one.id, one.id, one.clientAppUsed, one.ipAddress, '0']
      .map(quoted)
      .join(','),
  ),
].join('\n')

/** Scenarios with such names: some fail, one cannot be read as steps. */
const feature = [
  `Feature: ${names.join(' ')}`,
  '',
  ...names.flatMap((name, index) => [
    `  @REQ-${index}`,
    `  Scenario: ${name}`,
    '    Given the tenant architecture "hostile.json"',
    `    Then ${upn(index)} must use a certificate to read mail with Outlook 2010`,
    '',
  ]),
  '  Scenario: no step',
  `    Given ${names.join(' ')}`,
  '',
].join('\n')

const someone = (index: number): readonly string[] => ['-u', upn(index), '-c', joined[0] ?? '', '-p', 'read-mail']
const lines = (...all: readonly (readonly string[])[]): readonly (readonly string[])[] => all
/** What each command is asked of such names, without `--format`. */
const asked: Readonly<
  Record<
    Exclude<CommandName, 'init' | 'view' | 'mcp' | 'lsp' | 'completion' | 'schema'>,
    readonly (readonly string[])[]
  >
> = {
  check: lines([file], ['scenarios/people.json'], ['scenarios/broken.json']),
  simulate: lines(
    [file, '-p', 'read-mail'],
    ['scenarios/people.json', '--expand'],
    [file, '--group-by', 'user,client'],
  ),
  explain: lines(
    ...[0, 4, 5, 7].map((index) => [file, ...someone(index)]),
    ...names.slice(1, 6).map((name) => [file, '--policy', name]),
  ),
  'what-if': lines([file, '-r', 'hostile-request.json'], [file, '-r', 'hostile-request.json', '--everyone']),
  diagram: lines(...[0, 4, 5, 7].map((index) => [file, ...someone(index)]), [
    file,
    ...someone(1),
    '--audience',
    'user',
  ]),
  report: lines([file], ['scenarios/people.json']),
  import: lines(['graph', 'hostile-users.json', '--as-of', '2026-06-01', '--name', names.join(' ')]),
  test: lines(['features/hostile.feature', 'features/spec.feature', '--requirements', 'hostile-requirements.json']),
  spec: lines([file]),
  diff: lines([file, 'scenarios/other.json']),
  compare: lines([file, 'scenarios/other.json']),
  prove: lines(
    [file, 'every sign-in succeeds'],
    ...[0, 6, 8].map((index) => [file, `policy "${names[index]}" is never needed`]),
  ),
  impact: lines([file]),
  replay: lines(
    [file, '--signins', 'hostile-log.jsonl', '--plan', 'scenarios/other.json', '--people'],
    [file, '--signins', 'hostile-log.csv', '--plan', 'scenarios/other.json'],
    [file, '--signins', 'hostile-log.jsonl', '--clients', '--people', '-o', 'hostile-start.yaml'],
    [file, '--what-if', 'hostile-answers'],
  ),
  timeline: lines([file, '--to', '2027-01-01']),
  plan: lines(['plan.json']),
  day: lines(...[0, 4, 5].map((index) => [file, '-u', upn(index)])),
  gaps: lines([file]),
  'why-not': lines(...[0, 4].map((index) => [file, ...someone(index), '--want', 'interactive'])),
  rules: lines([], ['<script>alert(1)</script>']),
  'explain-code': lines([], ['<script>alert(1)</script>']),
  catalog: lines(['clients'], ['<script>']),
  steps: lines([]),
}

let project: ProjectFolder
beforeAll(async () => {
  project = projectFolder()
  project.place(file, JSON.stringify(tenant))
  project.place('scenarios/other.json', JSON.stringify({ ...tenant, conditionalAccess: { policies: [] } }))
  const stage = {
    when: names.join(' '),
    owner: names[1] ?? '',
    watch: names,
    changes: { conditionalAccess: { policies: null } },
  }
  const claims = { after: ['every sign-in succeeds'] }
  const stages = [
    { ...stage, name: names.join(' '), gates: claims, wayBack: { possible: 'no', reason: names.join(' ') } },
  ]
  project.place('plan.json', JSON.stringify({ plan: names.join(' '), start: file, stages }))
  project.place('scenarios/people.json', JSON.stringify(people))
  project.place('scenarios/people.csv', `userPrincipalName,displayName,mailbox\n${csv}`)
  // Half a character is none in a file of UTF-8.
  const pairs = names.flatMap((name, index) =>
    name.startsWith('half') ? [] : [`"${name.replaceAll('"', '""')}",${upn(index)}\n`],
  )
  project.place('scenarios/memberships.csv', `group,member\n${pairs.join('')}`)
  const broken = names.map((name, index) => ({ userPrincipalName: upn(index), mailbox: name, groups: [name] }))
  project.place('scenarios/broken.json', JSON.stringify({ ...tenant, groups: [], users: broken }))
  project.place('hostile-request.json', JSON.stringify(request))
  project.place('hostile-answers/a.request.json', JSON.stringify(request))
  const answers = names.map((name, index) => ({
    displayName: name,
    policyApplies: index % 2 === 0,
    analysisReasons: name,
  }))
  project.place('hostile-answers/a.answer.json', JSON.stringify({ value: answers }))
  project.place('hostile-users.json', JSON.stringify(exported))
  project.place('hostile-log.jsonl', signIns.map((one) => JSON.stringify(one)).join('\n'))
  project.place('hostile-log.csv', signInTable)
  const requirements = names.map((name, index) => ({ id: `REQ-${index}`, text: name, owner: name }))
  project.place('hostile-requirements.json', JSON.stringify({ requirements }))
  project.place('features/hostile.feature', feature)
  project.place('features/spec.feature', (await project.run('spec', file)).stdout)
})
afterAll(() => project.remove())

/** Words for which a command ends with 2. */
const refused = ['scenarios/broken.json', '<script>alert(1)</script>', '<script>']

// Object.keys of a record are its keys, which its type cannot say.
const commands = Object.keys(asked) as readonly (keyof typeof asked)[]

test('every command that shows a tenant is asked', () => {
  expect([...commands, 'init', 'view', 'mcp', 'lsp', 'completion', 'schema'].toSorted()).toEqual(
    commandNames.toSorted(),
  )
})

describe.each(commands)('%s', (command) => {
  test('shows such names as what they are in each of its formats', async () => {
    const formats = await formatsOf(command)
    expect(formats.filter((format) => checksOfOutput[format] === undefined)).toEqual([])
    for (const words of asked[command]) {
      const files = formats.flatMap((format) => ['-f', `${format}:out/${format}`])
      const run = await project.run(command, ...words, ...files)
      const what = [command, ...words].join(' ').slice(0, 90)
      expect({ what, said: /defect in authplan.*/.exec(run.stderr + run.stdout)?.[0] }).toEqual({ what })
      expectPlain(run.stdout + run.stderr, what)
      for (const [name, text] of Object.entries(run.files)) checksOfOutput[name.slice(4)]?.(text, `${what} ${name}`)
      const isRefused = words.some((word) => refused.includes(word))
      expect({ what, code: run.code, said: run.code < 2 ? '' : run.stderr }).toMatchObject(
        isRefused ? { code: 2 } : { said: '' },
      )
      if (!isRefused) expect(Object.keys(run.files).length, what).toBeGreaterThanOrEqual(formats.length)
    }
  })
})
