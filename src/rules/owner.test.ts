import { expect, test } from 'vitest'
import { endings } from '../vocabulary/questions.ts'
import { allRules } from './index.ts'
import { ownerOf } from './owner.ts'
import type { Rule } from './rule.ts'

/** Whether a rule gives an answer that ends a sign-in, by its examples, which name every answer that it gives. */
function ends({ question, examples }: Rule): boolean {
  const ending: ReadonlySet<string> = new Set(endings[question])
  return examples.some(({ expect: answer }) => ending.has(answer))
}

test('every rule that can end a sign-in has an owner, and no other has', () => {
  const wrong = allRules.filter((rule) => ends(rule) !== (rule.owner !== undefined))
  expect(wrong.map(({ id, owner }) => `${id}: ${owner ?? 'say who is responsible for the failure'}`)).toEqual([])
})

test('an ending has one owner: a rule that continues with some facts and ends with others is two rules', () => {
  const both = allRules.filter(
    (rule) =>
      rule.owner !== undefined &&
      rule.examples.some(
        ({ expect: answer }) =>
          answer !== 'does-not-apply' &&
          answer !== 'undetermined' &&
          !new Set<string>(endings[rule.question]).has(answer),
      ),
  )
  expect(both.map(({ id }) => id)).toEqual([])
})

test('few words are for rules that end a sign-in', () => {
  expect(allRules.filter(({ inFewWords, owner }) => inFewWords !== undefined && owner === undefined)).toEqual([])
})

test.each([
  ['GATE-4', 'vendor'],
  ['MBX-5', undefined],
  ['MBX-1', 'service'],
  ['MBX-8', 'person'],
  ['POL-3', 'policy'],
  ['POL-7', 'device'],
  ['ACC-27', 'device'],
  ['ACC-11', 'client'],
  ['CRED-1', undefined],
] as const)('%s is up to %s', (rule, owner) => {
  expect(ownerOf(rule)).toBe(owner)
})
