import { describe, expect, test } from 'vitest'
import type { StepDefinition } from './definition.ts'
import { allSteps } from './vocabulary.ts'

const assertions = allSteps.filter(({ keyword, block }) => keyword === 'Then' && block === undefined)

/** Pairs of which each denies the other, from before denials were declared. */
const pairs: readonly (readonly [string, string])[] = [
  ['{participant} is contacted', '{participant} is not contacted'],
  ['the sign-in is recorded by {trail}', 'the sign-in is not recorded by {trail}'],
  ['checking the tenant architecture finds {string}', 'checking the tenant architecture does not find {string}'],
  ['sweeping the tenant architecture finds {gap}', 'sweeping the tenant architecture does not find {gap}'],
]

/** Assertions that are no single facts, and why. */
const noSingleFact: Readonly<Record<string, string>> = {
  '{claim}': 'a claim denies itself: `no sign-in ...`, `is not ...`',
  'it is proved that {provable}': 'what is not proved may be open; what is refuted has a step of its own',
  'it is refuted that {provable}': 'what is not refuted may be open; what is proved has a step of its own',
  '{user} must use one of {credentials} to {purpose} with {client}': 'a list is denied by a denial of each',
  'the required credential is one of {credentials}': 'a list is denied by a denial of each',
  'compared with the tenant architecture {string}, no verdict changes': 'a comparison; a table says what changes',
  'compared with the tenant architecture {string}, no credential changes': 'a comparison; a table says what changes',
  'compared with the unchanged tenant architecture, no verdict changes': 'a comparison; a table says what changes',
  'compared with {date}, no verdict changes': 'a comparison; a table says what changes',
  'nobody is stranded in any stage': 'a claim about a plan; a finding in a stage contradicts it',
  'no stage opens what was closed': 'a claim about a plan; a finding in a stage contradicts it',
  'no stage takes a second factor away': 'a claim about a plan; a finding in a stage contradicts it',
  'every stage can be undone': 'a claim about a plan; a stage that cannot be undone contradicts it',
  'every exception ends': 'a claim about a plan; what expires is stated there',
  'emergency access works throughout': 'a claim about a plan; a sign-in at a stage contradicts it',
  'nobody is stranded in the stage {string}': 'undetermined is neither; a finding in the stage contradicts it',
  'nobody is stranded on day one of the merge': 'undetermined is neither; a person who is stranded contradicts it',
  'the finding {plan finding} appears first in the stage {string}': 'another stage, or no stage, contradicts it',
  'the finding {plan finding} appears in no stage': 'the first stage in which it appears contradicts it',
  '{user} is prompted {int} time(s) in a day': 'a count of a day, which another count contradicts',
  '{user} is prompted at most {int} time(s) in a day': 'a bound, which a smaller one contradicts',
  'at least {percentage} of the recorded sign-ins are explained': 'a bound, which a larger one contradicts',
  'under the plan {string} nobody who signed in is blocked': 'a count of people contradicts it',
  'under the plan {string} {int} of those who signed in is/are blocked': 'a count, which another count contradicts',
  'with the policy {policy} enforced nobody who signed in is blocked': 'a count of people contradicts it',
  'with the policy {policy} enforced {int} of those who signed in is/are blocked':
    'a count, which another count contradicts',
  'on {date} nobody who signed in is blocked': 'a count of people contradicts it',
  'on {date} {int} of those who signed in is/are blocked': 'a count, which another count contradicts',
  'for {user} to use {credential} with {client} no two changes are enough': 'a search; a table says what it finds',
}

const denied = ({ negates = [] }: StepDefinition): readonly string[] =>
  typeof negates === 'string' ? [negates] : negates

describe('every assertion of a single fact', () => {
  const denials = new Set(assertions.filter((step) => denied(step).length > 0).map(({ pattern }) => pattern))
  const withDenial = new Set([...assertions.flatMap(denied), ...pairs.flat()])
  const facts = assertions.filter(({ pattern }) => !denials.has(pattern) && noSingleFact[pattern] === undefined)

  test.each(facts.map(({ pattern }) => pattern))('"%s" has a denial', (pattern) => {
    expect([...withDenial]).toContain(pattern)
  })

  test.each([...withDenial])('"%s", which is denied, exists', (pattern) => {
    expect(assertions.map((step) => step.pattern)).toContain(pattern)
  })

  test.each(Object.keys(noSingleFact))('"%s", which is none, exists', (pattern) => {
    expect(assertions.map((step) => step.pattern)).toContain(pattern)
  })
})
