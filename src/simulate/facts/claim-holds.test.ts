import { expect, test } from 'vitest'
import type { ClaimCondition } from '../../tenant/domain.ts'
import { claimHolds } from './claim-holds.ts'

type Case = readonly [ClaimCondition['operator'], string | undefined, string | undefined, boolean | undefined]

const cases: readonly Case[] = [
  ['exists', undefined, 'x', true],
  ['exists', undefined, undefined, false],
  ['absent', undefined, 'x', false],
  ['absent', undefined, undefined, true],
  ['equals', 'EWS', 'ews', true],
  ['equals', 'ews', 'mapi', false],
  ['equals', 'ews', undefined, false],
  ['not-equals', 'ews', 'EWS', false],
  ['not-equals', 'ews', 'mapi', true],
  ['not-equals', 'ews', undefined, true],
  ['matches', '^198\\.', '198.51.100.7', true],
  ['matches', '^198\\.', '203.0.113.7', false],
  ['matches', '.*', undefined, false],
  ['not-matches', '^198\\.', '203.0.113.7', true],
  ['not-matches', '^198\\.', '198.51.100.7', false],
  ['not-matches', '.*', undefined, true],
  ['matches', '^(?!198)', '203.0.113.7', undefined],
  ['not-matches', '^(?!198)', '203.0.113.7', undefined],
]

test.each(cases)('a claim that %s %s, of the value %s', (operator, wanted, value, expected) => {
  const condition = { claim: 'c', operator, ...(wanted === undefined ? {} : { value: wanted }) }
  expect(claimHolds(condition as ClaimCondition, value)).toBe(expected)
})
