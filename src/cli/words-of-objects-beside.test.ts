import { afterAll, describe, expect, test } from 'vitest'
import { plainWords } from '../analysis/claims/plain-words.ts'
import { shareOf } from '../share.fixture.ts'
import { type ProjectFolder, projectFolder } from './every-command.fixture.ts'
import { places, withWord, words } from './words-of-objects.fixture.ts'

/** A word of the same form that no object knows. */
const unlike = (word: string): string =>
  word.replace(/[a-z]/gi, (letter) => String.fromCharCode(letter.charCodeAt(0) + (/z/i.test(letter) ? -25 : 1)))
const tenant = 'scenarios/our-tenant.yaml'
const exchange = '00000002-0000-0ff1-ce00-000000000000'

const documents: Readonly<Record<string, { readonly value: unknown; readonly argv: readonly string[] }>> = {
  'request.json': {
    argv: ['what-if', tenant, '-r', 'request.json'],
    value: {
      signInIdentity: { '@odata.type': '#microsoft.graph.userSignIn', userId: 'alex@example.com' },
      signInContext: { '@odata.type': '#microsoft.graph.applicationContext', includeApplications: [exchange] },
      signInConditions: {
        clientAppType: 'browser',
        devicePlatform: 'windows',
        country: 'US',
        signInRiskLevel: 'low',
        deviceInfo: { isCompliant: true, trustType: 'AzureAD' },
        authenticationFlow: { transferMethod: 'deviceCodeFlow' },
      },
    },
  },
  'baseline.json': {
    argv: ['gaps', tenant, '--baseline', 'baseline.json'],
    value: [
      {
        kind: 'mfa-bypassed',
        about: 'outlook-2010',
        witness: { user: 'alex@example.com', client: 'outlook-2010', purpose: 'read-mail', network: 'internet' },
        reason: 'known',
        expires: '2099-01-01',
      },
    ],
  },
  'exports/users.json': {
    argv: ['import', 'exports', '--as-of', '2026-06-01'],
    value: {
      value: [
        {
          id: 'u1',
          userPrincipalName: 'alex@example.com',
          displayName: 'Alex',
          userType: 'Member',
          onPremisesSyncEnabled: true,
          accountEnabled: true,
        },
      ],
    },
  },
  'exports/policies.json': {
    argv: ['import', 'exports', '--as-of', '2026-06-01'],
    value: {
      value: [
        {
          id: '00000000-0000-0000-0000-000000000001',
          displayName: 'P',
          state: 'enabled',
          conditions: {
            users: { includeUsers: ['All'], excludeGroups: ['00000000-0000-0000-0000-000000000002'] },
            applications: { includeApplications: ['Office365'] },
            clientAppTypes: ['browser'],
            platforms: { includePlatforms: ['windows'] },
            locations: { includeLocations: ['AllTrusted'] },
            userRiskLevels: ['high'],
          },
          grantControls: { operator: 'OR', builtInControls: ['mfa'] },
          sessionControls: { signInFrequency: { isEnabled: true, value: 8, type: 'hours' } },
        },
      ],
    },
  },
}

const feature = (...steps: readonly string[]): string =>
  ['Feature: F', '  Scenario: S', `    Given the tenant architecture "../${tenant}"`, ...steps].join('\n    ')
const row = (...cells: readonly string[]): string => `  | ${cells.join(' | ')} |`

const beside = `name: Beside
asOf: 2026-01-01
domains: [{ name: example.com, authenticationType: managed, managedSignIn: cloud-only }]
networks: [{ name: internet }]
workloads: { exchange-online: {} }
clients: [outlook-2016]
users: { from: people.csv }
`

type Text = readonly [
  what: string,
  make: (word: string) => readonly [file: string, text: string, argv: readonly string[]],
]

const columns = 'displayName id groups roles kind mailbox perUserMfaState methods authenticationPolicy'.split(' ')
const ofPeople = (what: string, text: (word: string) => string): Text => [
  `${what} of a file of people`,
  (word) => ['scenarios/people.csv', text(word), ['simulate', 'scenarios/beside.yaml']],
]
const ofFeature = (what: string, ...steps: readonly ((word: string) => string)[]): Text => [
  `${what} of a feature`,
  (word) => ['features/w.feature', feature(...steps.map((make) => make(word))), ['test', 'features/w.feature']],
]
const uses = () => 'When Alex uses Outlook 2010 to read mail'
const required = () => 'Then the required credentials are:'
const settings = () => 'Given the user Alex has these settings:'
const succeeds = () => 'Then every sign-in succeeds'

/** Texts with a word at one place, and the command line that reads them. */
const texts: readonly Text[] = [
  ofPeople('heading', (word) => `userPrincipalName,${word}\na@example.com,x\n`),
  ofPeople('name', (word) => `userPrincipalName\n${word}\n`),
  ...columns.map((key) => ofPeople(key, (word) => `userPrincipalName,${key}\na@example.com,${word}\n`)),
  ofFeature('user', (word) => `When ${word} uses Outlook 2010 to read mail`),
  ofFeature('client', (word) => `When Alex uses ${word} to read mail`),
  ofFeature('purpose', (word) => `When Alex uses Outlook 2010 to ${word}`),
  ofFeature('credential', (word) => `Then Alex must use ${word} to read mail with Outlook 2010`),
  ofFeature('rule', uses, (word) => `Then rule ${word} decides the credential`),
  ofFeature('fact', uses, (word) => `Then the fact ${word} is yes`),
  ofFeature('claim', (word) => `Then every sign-in by ${word} succeeds`),
  ofFeature('key of a claim', (word) => `Then every sign-in where ${word}=x succeeds`),
  ofFeature('value of a claim', (word) => `Then every sign-in where rule=${word} succeeds`),
  ofFeature(
    'heading of a table',
    required,
    (word) => row('user', word),
    () => row('Alex', 'x'),
  ),
  ofFeature(
    'cell of a table',
    required,
    () => row('user', 'client', 'purpose', 'credential'),
    (word) => row('Alex', 'Outlook 2010', 'read mail', word),
  ),
  ofFeature('key of a setting', settings, (word) => row(word, 'x'), succeeds),
  ofFeature('value of a setting', settings, (word) => row('perUserMfaState', word), succeeds),
  ofFeature(
    'signal',
    () => 'Given these signals:',
    (word) => row(word, 'x'),
    succeeds,
  ),
  ofFeature('step', (word) => `Then ${word}`),
]

const one = [tenant, '-u', 'Alex', '-c', 'outlook-2010', '-p', 'read-mail']
/** Command lines with a word at one place. */
const lines: readonly ((word: string) => readonly string[])[] = [
  (word) => [word],
  (word) => ['rules', word],
  (word) => ['explain-code', word],
  (word) => ['catalog', word],
  (word) => ['schema', `--${word}`],
  (word) => ['completion', word],
  (word) => ['check', tenant, '-f', word],
  (word) => ['import', 'exports', '--only', word],
  (word) => ['rules', '--tier', word],
  (word) => ['rules', '--question', word],
  ...[
    '--where',
    '--group-by',
    '--expect',
    '--present',
    '--signal',
    '-u',
    '-c',
    '-p',
    '-n',
    '--as-of',
    '--application',
  ].flatMap((option) => [
    (word: string) => ['simulate', tenant, option, word],
    (word: string) => ['simulate', tenant, option, `${word}=x`],
    (word: string) => ['simulate', tenant, option, `devicePlatform=${word}`],
    (word: string) => ['simulate', tenant, option, `credential=${word}`],
  ]),
  (word) => ['explain', ...one, '--policy', word],
  (word) => ['explain', ...one, '--signal', `deviceInfo.${word}=x`],
  (word) => ['why-not', ...one, '--want', word],
  (word) => ['diagram', ...one, '--audience', word],
  (word) => ['diagram', ...one, '--theme', word],
  (word) => ['what-if', tenant, '-r', 'request.json', '--missing', word],
  (word) => ['gaps', tenant, '--fail-on', word],
  (word) => ['timeline', tenant, '--from', word],
]

const project: ProjectFolder = projectFolder()
const originals = new Map<string, string>()
for (const [name, { value }] of Object.entries(documents)) originals.set(name, JSON.stringify(value))
for (const [name, text] of originals) project.place(name, text)
project.place('scenarios/beside.yaml', beside)
afterAll(() => project.remove())

/** What a run says, whichever word it was about: suggestions differ, since words differ. */
async function said(word: string, argv: readonly string[]): Promise<readonly string[]> {
  const { code, stdout, stderr } = await project.run(...argv)
  const text = `${stdout}${stderr}`
    .replaceAll(word, 'WORD')
    .replaceAll(word.toLowerCase(), 'word')
    .replace(new RegExp(`\\b${plainWords(word)}\\b`, 'g'), 'word')
    .replace(/^.*….*$/gm, '')
    .replace(/did you mean [^?]*\? ?/g, '')
    .replace(/[-^~ ]{2,}/g, ' ')
    .replace(/\d+ms|\d+\.\d+s/g, '')
  return [`exit ${code}`, ...text.split('\n').map((line) => line.trim())]
}

/** Each word, and the like word that a run is compared with. */
const pairs = words.map((word) => [word, unlike(word)] as const)

describe('a word that every object knows is a word like any other', () => {
  test.each(Object.entries(documents))('everywhere in %s', async (name, { value, argv }) => {
    const failures: unknown[] = []
    let index = 0
    for (const path of shareOf([...places(value)], 2)) {
      const [word, control] = pairs[index++ % pairs.length] ?? ['', '']
      project.place(name, withWord(value, path, control))
      const expected = await said(control, argv)
      project.place(name, withWord(value, path, word))
      const found = await said(word, argv)
      if (found.join('\n') !== expected.join('\n')) failures.push({ path: path.join('/'), word, found, expected })
    }
    project.place(name, originals.get(name) ?? '')
    expect(failures).toEqual([])
  })

  test.each(texts.map(([what, make], index) => [what, make, index] as const))('as %s', async (_, make, index) => {
    const run = async (word: string) => {
      const [file, text, argv] = make(word)
      project.place(file, text)
      return said(word, argv)
    }
    const [word, control] = pairs[index % pairs.length] ?? ['', '']
    expect(await run(word)).toEqual(await run(control))
  })

  test('on the command line', async () => {
    for (const line of lines)
      for (const [word, control] of pairs) {
        const expected = await said(control, line(control))
        expect(expected[0], line(control).join(' ')).toBe('exit 2')
        expect(await said(word, line(word)), line(word).join(' ')).toEqual(expected)
      }
  })
})
