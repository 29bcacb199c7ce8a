import { expect, test } from 'vitest'
import { verdictOf } from '../../trace/verdict.ts'
import { libraryTenants, signInsOf } from '../plays.fixture.ts'
import { simulateSession } from '../simulate-session.ts'
import { cloudCombinations } from './cloud-method.ts'

const asks: ReadonlySet<string> = new Set(['asked', 'may-be-asked', 'registration-required'])

/** How sign-ins of the library end that state no methods, and those of them at which the user presents something. */
function played() {
  const verdicts = libraryTenants().flatMap((tenant) =>
    signInsOf(tenant, 5, 13)
      .filter(({ request }) => request.signals.methods === undefined)
      .flatMap(({ request }) => simulateSession(tenant, request).map(verdictOf)),
  )
  const fresh = verdicts.flatMap((one) =>
    one.kind === 'signs-in' && one.prompted === true && one.presents !== undefined ? [one] : [],
  )
  return { verdicts, fresh }
}

test('a fresh sign-in presents what it is asked for', () => {
  const { verdicts, fresh } = played()
  // What replaces the password is checked by Microsoft Entra ID, never by who checks the password.
  const replacing = fresh.filter(
    ({ presents }) => presents !== undefined && cloudCombinations.some((alone) => alone === presents),
  )
  expect(replacing.length).toBeGreaterThan(20)
  expect(replacing.filter(({ verifier }) => verifier !== 'entra-id').slice(0, 3)).toEqual([])

  // A second method is presented only where a second factor is asked for.
  const two = fresh.filter(({ presents }) => presents?.includes(','))
  expect(two.length).toBeGreaterThan(20)
  expect(two.filter(({ secondFactor }) => !asks.has(secondFactor)).slice(0, 3)).toEqual([])

  // Who is asked for a second factor, of stated methods, can present one of them.
  const asked = verdicts.filter((one) => one.kind === 'signs-in' && one.secondFactor === 'asked' && one.admissible)
  expect(asked.length).toBeGreaterThan(20)
  expect(asked.filter((one) => one.kind === 'signs-in' && one.admissible?.length === 0).slice(0, 3)).toEqual([])
})
