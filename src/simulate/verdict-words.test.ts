import { expect, test } from 'vitest'
import { allRules } from '../rules/index.ts'
import { wordOf } from './verdict-words.fixture.ts'

/** What can stop a sign-in but is not a policy, no setting of a service and no access rule. */
const ownReasons = /^(ACC|CRED|FLOW|SFB)-/

test('every rule that ends a sign-in and is about no credential, account or product blocks it', () => {
  const wrong = allRules.flatMap(({ id, question, examples }) =>
    examples
      .map(({ expect: answer }) => wordOf(question, answer))
      .filter((word) => word === 'cannot-sign-in' && !ownReasons.test(id))
      .map(() => id),
  )
  expect(wrong).toEqual([])
})
