import { expect, test } from 'vitest'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { positionOf } from '../../source/text/source-text.ts'
import type { DayOne } from '../day-one-result.ts'
import { loadPlanText } from '../states/load-plan.ts'
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
