import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { feature, type Project, project } from './run-features.fixture.ts'

const open: Project[] = []

afterEach(() => {
  for (const one of open.splice(0)) one.remove()
})

const tagged = (tag: string, ...lines: readonly string[]): string =>
  feature(...lines).replace('  Scenario:', `  ${tag}\n  Scenario:`)

const holding = [
  'When the finance lead uses Outlook 2010 to read mail',
  'Then the required credential is the app password',
]
const failing = [holding[0] ?? '', 'Then the required credential is the account password']

const listed = 'requirements:\n  - { id: REQ-1, text: Old clients use app passwords, owner: Messaging team }\n'

function projectOf(files: Readonly<Record<string, string>>): Project {
  const one = project(files)
  open.push(one)
  return one
}

test('a requirement is traced to scenarios, verdicts, rules and sources', async () => {
  const one = projectOf({ 'features/a.feature': tagged('@REQ-1', ...holding), 'requirements.yaml': listed })
  const { exitCode, stdout } = await one.run('requirements')
  expect(exitCode).toBe(0)
  expect(stdout).toMatch(
    /\| REQ-1 \| Old clients use app passwords \| Messaging team \| met \| features\/a\.feature:4 /,
  )
  expect(stdout).toContain('signs in with app password')
  expect(stdout).toMatch(/CRED-2: .+\n {2}- .+learn\.microsoft\.com/)
  expect(stdout).toContain('sequenceDiagram')
  const csv = await one.run('requirements-csv')
  expect(csv.stdout.split('\n')[1]).toMatch(
    /^REQ-1,Old clients use app passwords,Messaging team,met,features\/a\.feature:4,/,
  )
  const html = await one.run('requirements-html')
  expect(html.stdout).toMatch(/<td>.*REQ-1.*<\/td>/)
})

test('without a file, tags of the usual form are the requirements', async () => {
  const one = projectOf({ 'features/a.feature': tagged('@REQ-7 @slow', ...holding) })
  const { stdout } = await one.run('requirements-csv')
  expect(stdout.split('\n').map((line) => line.split(',')[0])).toEqual(['requirement', 'REQ-7', ''])
})

test('a requirement without a scenario fails the run, at its line', async () => {
  const more = `${listed}  - { id: REQ-2, text: Nobody is forgotten }\n`
  const one = projectOf({ 'features/a.feature': tagged('@REQ-1', ...holding), 'requirements.yaml': more })
  const { exitCode, stdout } = await one.run()
  expect(exitCode).toBe(1)
  expect(stdout).toMatch(/requirements\.yaml:3[\s\S]*no scenario shows the requirement REQ-2: Nobody is forgotten/)
})

test('a requirement whose scenario fails is not met', async () => {
  const one = projectOf({ 'features/a.feature': tagged('@REQ-1', ...failing), 'requirements.yaml': listed })
  const { exitCode, stdout } = await one.run('requirements-csv')
  expect(exitCode).toBe(1)
  expect(stdout).toContain('REQ-1,Old clients use app passwords,Messaging team,not met,')
})

test('a tag that looks like a requirement and is none fails the run', async () => {
  const one = projectOf({
    'features/a.feature': tagged('@REQ-1', ...holding),
    'features/b.feature': tagged('@REQ-11 @slow-2', ...holding),
    'requirements.yaml': listed,
  })
  const { exitCode, stdout } = await one.run()
  expect(exitCode).toBe(1)
  expect(stdout).toMatch(/features\/b\.feature:4[\s\S]*no requirement has the id `REQ-11`[\s\S]*did you mean `@REQ-1`/)
  expect(stdout).not.toContain('slow-2`')
})

test('a run of some features asks for the file only where it is named', async () => {
  const one = projectOf({ 'features/a.feature': tagged('@other', ...holding), 'requirements.yaml': listed })
  expect((await one.run('text', { paths: ['features/a.feature'] })).exitCode).toBe(0)
  const named = await one.run('text', { paths: ['features/a.feature'], requirements: 'requirements.yaml' })
  expect(named.exitCode).toBe(1)
})

test.each([
  [
    'an unknown key',
    'requirements:\n  - { id: REQ-1, txt: x }\n',
    /requirements\.yaml:2[\s\S]*unknown key `txt`[\s\S]*`text` is missing/,
  ],
  ['no list', 'requirements: REQ-1\n', /requirements\.yaml:1[\s\S]*is not a list/],
  ['an id that is no tag', 'requirements:\n  - { id: "REQ 1", text: x }\n', /cannot be a tag/],
  [
    'two of one id',
    `${listed}  - { id: REQ-1, text: Again }\n`,
    /requirements\.yaml:3[\s\S]*two requirements have the id/,
  ],
  ['nothing', '{}\n', /states no requirement/],
  ['no mapping', '- x\n', /not a mapping/],
  ['broken YAML', 'requirements: [\n', /requirements\.yaml:/],
  [
    'a pack that is not there',
    'packs: [{ feature: no.feature, personas: p.csv }]\n',
    /requirements\.yaml:1[\s\S]*no file `no\.feature`/,
  ],
])('%s in the file of requirements cannot be run', async (_, text, says) => {
  const one = projectOf({ 'features/a.feature': tagged('@REQ-1', ...holding), 'requirements.yaml': text })
  const { exitCode, stdout } = await one.run()
  expect(stdout).toMatch(says)
  expect(exitCode).toBe(2)
})

test('a file that is named and not there cannot be run', async () => {
  const one = projectOf({ 'features/a.feature': tagged('@REQ-1', ...holding) })
  expect((await one.run('text', { requirements: 'nowhere.yaml' })).exitCode).toBe(2)
})

test('a pack of controls runs for the people of the project, and its failures are at the row', async () => {
  const one = projectOf({
    'features/a.feature': tagged('@REQ-1', ...holding),
    'controls/second-factor.feature': readFileSync('scenarios/packs/second-factor.feature', 'utf8'),
    'controls.csv': 'tenant,person\nfederated-skype-on-premises,finance.lead@contoso.com\n',
    'requirements.yaml': `${listed}  - { id: MFA-2, text: No app passwords }\n  - { id: MFA-1, text: MFA }\npacks:\n  - { feature: controls/second-factor.feature, personas: controls.csv }\n`,
  })
  const { exitCode, stdout } = await one.run('requirements-csv')
  expect(exitCode).toBe(1)
  expect(stdout).toMatch(/MFA-2,No app passwords,,not met,controls\/second-factor\.feature:\d+,/)
  const missing = projectOf({
    'features/a.feature': tagged('@REQ-1', ...holding),
    'controls/second-factor.feature': readFileSync('scenarios/packs/second-factor.feature', 'utf8'),
    'requirements.yaml': `${listed}packs:\n  - { feature: controls/second-factor.feature, personas: controls.csv }\n`,
  })
  const run = await missing.run()
  expect(run.exitCode).toBe(2)
  expect(run.stdout).toMatch(/controls\/second-factor\.feature:\d+[\s\S]*there is no file/)
})
