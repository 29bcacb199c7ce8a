import { expect, test } from 'vitest'
import { accountFacts } from './account-facts.ts'
import { blankPersonFacts } from './blank-person-facts.ts'
import { networkFacts } from './network-facts.ts'

test('the facts of a user have each property from the start that account and network fill', () => {
  expect(Object.keys(blankPersonFacts).sort()).toEqual([...accountFacts, ...networkFacts].sort())
})
