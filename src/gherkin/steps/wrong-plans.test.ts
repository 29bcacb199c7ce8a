import { expect, test } from 'vitest'
import { claimWords } from '../../report/plan/words.ts'
import { failureOf, type PlayedLine } from './play-steps.fixture.ts'
import { thenPlan } from './then-plan.ts'
import { type WrongPlanClaim, wrongPlanClaims } from './wrong-plans.fixture.ts'

const scenarioOf = ({ plan, given = [], change, claim }: WrongPlanClaim) => ({
  feature: 'features/plans/wrong.feature',
  name: claim,
  lines: [
    { type: 'Context', text: `the plan "${plan}"` },
    ...(change === undefined ? [] : [{ type: 'Context', text: 'the plan has these changes:', block: change } as const]),
    ...given.map((text) => ({ type: 'Context', text }) as const),
    { type: 'Outcome', text: claim },
  ] satisfies readonly PlayedLine[],
})

test.each(wrongPlanClaims.map((one) => [one.claim, one] as const))('fails where it is not so: %s', (_claim, wrong) => {
  expect(failureOf(scenarioOf(wrong))).toMatch(wrong.says)
})

test('every built-in claim is said where it is not so', () => {
  const said = new Set(wrongPlanClaims.map(({ claim }) => claim))
  // No plan of the library starts with something closed; `play-plan.test.ts` refutes this one.
  expect(Object.values(claimWords).filter((claim) => !said.has(claim))).toEqual(['no stage opens what was closed'])
  expect(thenPlan.length).toBeGreaterThan(Object.keys(claimWords).length)
})

test.each([
  ['nobody is stranded in any stage', /no plan is set/],
  ['the finding stranded appears in no stage', /no plan is set/],
])('an assertion about a plan needs one: %s', (text, says) => {
  const lines = [
    { type: 'Context', text: 'the tenant architecture "passwordless-company"' },
    { type: 'Outcome', text },
  ] as const
  expect(failureOf({ feature: 'features/a.feature', name: text, lines })).toMatch(says)
})
