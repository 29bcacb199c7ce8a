import { expect, test } from 'vitest'
import type { Verdict } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import { legsOf, policy } from '../sign-in.fixture.ts'

const hour = 60 * 60 * 1000
const hourly = { isEnabled: true, value: 1, type: 'hours', frequencyInterval: 'timeBased' }
const always = { isEnabled: true, frequencyInterval: 'everyTime' }

/** What happens to the second factor of a sign-in that brings a claim of this age. */
function endOf(frequency: object | undefined, lastMfa: number | undefined): Verdict | undefined {
  const mfa = policy({ builtInControls: ['mfa'] })
  const legs = legsOf(
    {
      tenant: { licences: ['p1'] },
      policies: [{ ...mfa, ...(frequency === undefined ? {} : { sessionControls: { signInFrequency: frequency } }) }],
    },
    { client: 'browser', signals: { mfaClaim: 'entra-id', ...(lastMfa === undefined ? {} : { lastMfa }) } },
  )
  return legs.map(verdictOf).at(-1)
}

function secondFactor(frequency: object | undefined, lastMfa: number | undefined): string {
  const verdict = endOf(frequency, lastMfa)
  return verdict?.kind === 'signs-in' ? verdict.secondFactor : (verdict?.kind ?? 'none')
}

test.each<readonly [name: string, frequency: object | undefined, lastMfa: number | undefined, expected: string]>([
  ['no frequency', undefined, 100 * hour, 'already-satisfied'],
  ['within the hour', hourly, hour / 2, 'already-satisfied'],
  ['past the hour', hourly, 2 * hour, 'asked'],
  ['of unknown age', hourly, undefined, 'already-satisfied'],
  ['every time, a moment ago', always, 60_000, 'already-satisfied'],
  ['every time, earlier', always, hour, 'asked'],
])('the claim of a second factor: %s', (_, frequency, lastMfa, expected) => {
  expect(secondFactor(frequency, lastMfa)).toBe(expected)
})

test('a sign-in whose claim is too old goes as one that brings none: somebody is asked, on whichever device', () => {
  expect(endOf(hourly, 2 * hour)).toMatchObject({ kind: 'signs-in', prompted: true })
})
