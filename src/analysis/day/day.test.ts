import { describe, expect, test } from 'vitest'
import { type LocatedDocument, parseSource } from '../../source/document/located-document.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import { defaultDay, readDay } from './day-plan.ts'
import { playDay } from './play-day.ts'

const loaded = loadTenant('scenarios/devices.yaml', nodeSourceReader('.'))
if (!loaded.ok) throw new Error('scenarios/devices.yaml does not load')
const tenant = loaded.value
function parseText(text: string): LocatedDocument {
  const parsed = parseSource({ name: 'day.json', text })
  if (!parsed.ok) throw new Error('the day is no document')
  return parsed.value
}

const midnight = Date.parse('2026-11-16')

const steps = [
  ['08:00', 'unlock', 'outlook'],
  ['08:05', 'read-mail', 'outlook'],
  ['08:10', 'read-mail', 'edge'],
  ['10:10', 'read-mail', 'edge'],
  ['12:30', 'unlock', 'outlook'],
  ['12:31', 'read-mail', 'outlook'],
].map(([at, does, client]) => ({ at, do: does, client, network: 'office' }))

function played(name: string) {
  const user = tenant.users.get(name)
  const day = readDay(tenant, parseText(JSON.stringify(steps)))
  if (user === undefined || !day.ok) throw new Error('the day does not read')
  return playDay(tenant, user, day.value, midnight)
}

// https://learn.microsoft.com/entra/identity/conditional-access/concept-session-lifetime
describe('how often a user is asked in a day', () => {
  test.each([
    ['hello@relecloud.com', [1, 0, 0, 0, 1, 0], 2],
    // The token of a password gets its second factor in the first program, on which the browser rides.
    ['password@relecloud.com', [1, 1, 0, 0, 1, 0], 3],
    // An hour after the last renewal the user is asked again; to unlock after four hours renews.
    ['federated@adatum.com', [1, 1, 0, 1, 1, 0], 4],
  ] as const)('%s: %j', (name, prompts, sum) => {
    const day = played(name)
    expect(day.steps.map((step) => step.prompts)).toEqual(prompts)
    expect(day.prompts).toBe(sum)
  })

  test('what answers is said about each step', () => {
    expect(played('hello@relecloud.com').steps.map(({ answeredBy }) => answeredBy)).toEqual([
      [],
      ['primary-refresh-token'],
      ['primary-refresh-token'],
      ['cached-token'],
      [],
      ['cached-token'],
    ])
  })

  test('a day that nobody gives begins by unlocking the device at eight', () => {
    const user = tenant.users.get('hello@relecloud.com')
    if (user === undefined) throw new Error('no user')
    expect(defaultDay(tenant, user)).toMatchObject([
      { minute: 480, does: 'unlock', client: 'outlook' },
      { minute: 485, does: 'read-mail', client: 'outlook' },
    ])
  })
})

test.each([
  ['{}', ['SHAPE-4']],
  ['[]', ['SHAPE-10']],
  ['[3, null]', ['SHAPE-4', 'SHAPE-4']],
  ['[{}]', ['SHAPE-2', 'SHAPE-2', 'SHAPE-2', 'SHAPE-2']],
  ['[{"at":"25:00","do":"x","client":"x","network":"x"}]', ['SHAPE-9', 'SHAPE-3', 'SHAPE-3', 'SHAPE-3']],
  ['[{"at":8,"do":"unlock","client":"outlook","network":"office","when":1}]', ['SHAPE-1', 'SHAPE-4']],
])('the day %s is refused where it is wrong', (text, codes) => {
  const day = readDay(tenant, parseText(text))
  expect(day.ok ? [] : day.diagnostics.map(({ code }) => code)).toEqual(codes)
})
