import { expect, test } from 'vitest'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { positionOf } from '../../source/text/source-text.ts'
import type { DayOne } from '../day-one-result.ts'
import { loadPlan, loadPlanText } from '../states/load-plan.ts'
import { playPlan } from './play-plan.ts'

const reader = nodeSourceReader('.')
const name = 'scenarios/plans/merge/plan.yaml'
const read = reader.read(name)
const text = read.ok ? read.value.text : ''

function loaded(change: (text: string) => string) {
  const changed = change(text)
  if (changed === text) throw new Error('the plan is changed')
  return loadPlanText({ name, text: changed }, reader)
}

function dayOne(change: (text: string) => string): DayOne {
  const plan = loaded(change)
  const played = plan.ok ? playPlan(plan.value, { reader }) : plan
  if (!played.ok || played.value.dayOne === undefined)
    throw new Error(JSON.stringify(played.ok ? [] : played.diagnostics.map(({ code, args }) => [code, args])))
  return played.value.dayOne
}

const same = (whole: string): string => `${whole}\n`
const personOf = ({ people }: DayOne, to: string) => people.find((one) => one.to.startsWith(to))

test('the clerk is stranded on day one, and nobody else', () => {
  const day = dayOne(same)
  expect(day).toMatchObject({ stage: 2, answer: 'refuted', tenant: 'Fabrikam, before the merge' })
  expect(day.people.map(({ to, answer }) => [to.split('.')[0], answer])).toEqual([
    ['controller', 'works'],
    ['clerk', 'stranded'],
    ['engineer', 'works'],
  ])
  const lost = personOf(day, 'clerk')?.lost ?? []
  expect(new Set(lost.map(({ network }) => network))).toEqual(new Set(['internet']))
  expect(lost.map(({ purpose }) => purpose)).toEqual(
    expect.arrayContaining(['read-mail', 'open-address-book', 'check-free-busy', 'send-mail']),
  )
})

test('who needs a Temporary Access Pass before day one is told from who has one or needs none', () => {
  const day = dayOne(same)
  expect(day.people.map(({ registration }) => registration)).toEqual(['has-pass', 'needs-pass', 'not-needed'])
})

test('without the policy for registration the clerk registers on day one', () => {
  const open = dayOne((whole) =>
    whole
      .replace('builtInControls: [block]', 'builtInControls: [compliantDevice]')
      .replace('state: enabled', 'state: disabled'),
  )
  expect(open.answer).toBe('holds')
  expect(personOf(open, 'clerk')).toMatchObject({ answer: 'works', registration: 'on-day-one' })
})

test('a pass that the clerk receives before lets the clerk go on', () => {
  const day = dayOne((whole) =>
    whole.replace(
      'clerk.fabrikam@contoso.com, mailbox: exchange-online',
      'clerk.fabrikam@contoso.com, mailbox: exchange-online, methods: [temporaryAccessPassOneTime]',
    ),
  )
  expect(day.answer).toBe('holds')
  expect(personOf(day, 'clerk')).toMatchObject({ answer: 'works', registration: 'has-pass' })
})

test('methods that the target does not state leave day one undetermined', () => {
  const day = dayOne((whole) =>
    whole.replace(
      'clerk.fabrikam@contoso.com, mailbox: exchange-online',
      'clerk.fabrikam@contoso.com, mailbox: exchange-online, methods: null',
    ),
  )
  expect(personOf(day, 'clerk')).toMatchObject({ registration: 'unknown' })
  expect(day.answer).not.toBe('holds')
})

test('a person without a mailbox in the target has lost mail everywhere', () => {
  const day = dayOne((whole) => whole.replace(/ {8}- \{ userPrincipalName: engineer.*\n/, ''))
  const engineer = personOf(day, 'engineer')
  expect(engineer?.answer).toBe('stranded')
  expect(new Set(engineer?.lost.map(({ network }) => network))).toEqual(new Set(['head office', 'internet']))
})

test('devices and guests that the merge breaks are named', () => {
  const day = dayOne(same)
  expect(day.devices).toEqual([{ device: 'fabrikam laptop', because: 'not-registered' }])
  expect(day.guests).toEqual([
    { user: 'auditor@example.com', because: 'of-source' },
    { user: 'clerk_fabrikam.com#EXT#@contoso.com', because: 'home-is-source' },
  ])
  expect(day.leaving).toEqual(['intern@fabrikam.com'])
})

const placed = ({ code, at }: Diagnostic): string => `${code} ${positionOf(at).line}`
const lineOf = (words: string): number => text.split('\n').findIndex((line) => line.includes(words)) + 1

test.each([
  [
    'nobody of that name in the source',
    (whole: string) => whole.replace('from: clerk@', 'from: clerc@'),
    'PLAN-6',
    'clerk@fabrikam.com, to',
  ],
  [
    'nobody of that name in the target',
    (whole: string) => whole.replace('to: clerk.', 'to: clerc.'),
    'PLAN-6',
    'clerk@fabrikam.com, to',
  ],
  [
    'one person twice',
    (whole: string) => whole.replace('from: engineer@', 'from: clerk@'),
    'PLAN-9',
    'engineer@fabrikam.com, to',
  ],
  [
    'someone of whom the plan says nothing',
    (whole: string) => whole.replace(/\n {2}leaving: .*/, ''),
    'PLAN-18',
    '  people:',
  ],
  [
    'a stage that does not exist',
    (whole: string) => whole.replace('stage: Day one', 'stage: Day two'),
    'PLAN-6',
    '  stage: Day one',
  ],
  [
    'a source that does not exist',
    (whole: string) => whole.replace('source: fabrikam', 'source: fabricam'),
    'SRC-1',
    '  source:',
  ],
])('%s is an error at its place', (_, change, code, words) => {
  const plan = loaded(change)
  expect(plan.ok ? [] : plan.diagnostics.map(placed)).toContain(`${code} ${lineOf(words)}`)
})

/** The same merge with everyone in CSV files beside the plan, and who becomes whom in one more. */
const besides = {
  'plan.yaml': `plan: Merge
start: target.yaml
until: 2027-01-31
stages: [{ name: Day one, date: 2026-11-02, changes: { workloads: { exchange-online: { EwsEnabled: false } } } }]
merge: { source: source.yaml, stage: Day one, peopleFrom: moves.csv }
`,
  'target.yaml': besideTenant('Contoso', 'contoso.com', 'target.csv'),
  'source.yaml': besideTenant('Fabrikam', 'fabrikam.com', 'source.csv'),
  'source.csv': `userPrincipalName,kind,methods,mailbox,perUserMfaState,appPasswords,roles,groups,archive,registrar
ada@fabrikam.com,member,microsoftAuthenticatorPush,exchange-online,disabled,,,,none,none
bob@fabrikam.com,member,microsoftAuthenticatorPush,exchange-online,disabled,,,,none,none
eve@fabrikam.com,member,microsoftAuthenticatorPush,exchange-online,disabled,,,,none,none
out@example.com,guest,microsoftAuthenticatorPush,none,disabled,,,,none,none
`,
  'target.csv': `userPrincipalName,kind,methods,mailbox,perUserMfaState,appPasswords,roles,groups,archive,registrar
ada@contoso.com,member,fido2,exchange-online,disabled,,,,none,none
bob@contoso.com,member,fido2,none,disabled,,,,none,none
`,
  'moves.csv': `from,to
ada@fabrikam.com,ada@contoso.com
bob@fabrikam.com,BOB@contoso.com
eve@fabrikam.com,
`,
}

function besideTenant(of: string, domain: string, file: string): string {
  return `name: ${of}
asOf: 2026-09-01
createdDateTime: 2016-03-01
domains: [{ name: ${domain}, authenticationType: managed, managedSignIn: password-hash-sync }]
securityDefaults: false
multifactorAuthentication: { appPasswords: blocked }
workloads: { exchange-online: { modernAuthentication: true, EwsEnabled: true, SmtpClientAuthenticationDisabled: true } }
networks: [{ name: internet, insideCorporateNetwork: false }]
clients: [browser]
users: { from: ${file} }
conditionalAccess: { policies: [] }
`
}

function beside(changed: Partial<typeof besides>) {
  const files = memorySourceReader({ ...besides, ...changed })
  const plan = loadPlan('plan.yaml', files)
  return plan.ok ? playPlan(plan.value, { reader: files }) : plan
}

test('people in files beside both tenants move as a file says', () => {
  const played = beside({})
  if (!played.ok) throw new Error(JSON.stringify(played.diagnostics.map(({ code, args }) => [code, args])))
  const day = played.value.dayOne
  expect(day?.people.map(({ from, to, answer }) => [from, to, answer])).toEqual([
    ['ada@fabrikam.com', 'ada@contoso.com', 'works'],
    ['bob@fabrikam.com', 'bob@contoso.com', 'stranded'],
  ])
  expect(day?.leaving).toEqual(['eve@fabrikam.com'])
  expect(day?.guests).toEqual([{ user: 'out@example.com', because: 'of-source' }])
})

test.each([
  [
    'an unknown person of the source',
    { 'moves.csv': `${besides['moves.csv']}zed@fabrikam.com,\n` },
    'PLAN-6 moves.csv:5',
  ],
  [
    'an unknown person of the target',
    { 'moves.csv': besides['moves.csv'].replace('ada@con', 'adda@con') },
    'PLAN-6 moves.csv:2',
  ],
  ['a person who moves twice', { 'moves.csv': `${besides['moves.csv']}ada@fabrikam.com,\n` }, 'PLAN-9 moves.csv:5'],
  [
    'a person of whom the file says nothing',
    { 'moves.csv': besides['moves.csv'].replace(/eve.*\n/, '') },
    'PLAN-18 plan.yaml:5',
  ],
  ['an unknown heading', { 'moves.csv': besides['moves.csv'].replace('from,to', 'form,to') }, 'SHAPE-1 moves.csv:1'],
  ['a missing heading', { 'moves.csv': 'from\nada@fabrikam.com\n' }, 'SHAPE-2 moves.csv:1'],
  ['an empty file', { 'moves.csv': '' }, 'SRC-8 moves.csv:1'],
  [
    'a file that is not there',
    { 'plan.yaml': besides['plan.yaml'].replace('moves.csv', 'move.csv') },
    'SRC-1 plan.yaml:5',
  ],
])('%s in a file of people who move is an error at its place', (_, changed, wanted) => {
  const played = beside(changed)
  const found = played.ok
    ? []
    : played.diagnostics.map(({ code, at }) => `${code} ${at.source.name}:${positionOf(at).line}`)
  expect(found).toContain(wanted)
})
