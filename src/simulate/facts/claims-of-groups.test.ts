import { expect, test } from 'vitest'
import { verdictOf } from '../../trace/verdict.ts'
import { federated, legsOf } from '../sign-in.fixture.ts'

/** How a sign-in ends that AD FS denies where a claim about the user's groups is such. */
function ending(
  operator: string,
  value: string | undefined,
  groups: readonly string[] | undefined,
  claim = 'group',
  declared: readonly object[] | null = [{ name: 'Finance' }, { name: 'Sales' }],
): string | undefined {
  const condition = { claim, operator, value }
  const legs = legsOf({
    domain: federated,
    provider: { accessRules: [{ effect: 'deny', conditions: [condition] }] },
    tenant: declared === null ? {} : { groups: declared },
    user: { groups },
  })
  return legs.map((leg) => verdictOf(leg).kind).at(-1)
}

test.each([
  ['equals', 'finance', ['Finance'], 'blocked'],
  ['equals', 'finance', ['Sales'], 'signs-in'],
  ['equals', 'finance', [], 'signs-in'],
  ['not-equals', 'Finance', ['Finance'], 'signs-in'],
  ['not-equals', 'Finance', ['Sales'], 'blocked'],
] as const)('denied where the group %s %s, to a member of %j: %s', (operator, value, groups, expected) => {
  expect(ending(operator, value, groups)).toBe(expected)
  const sid = 'http://schemas.microsoft.com/ws/2008/06/identity/claims/groupsid'
  expect(ending(operator, value, groups, sid)).toBe(expected)
})

test.each([
  ['exists', undefined, [], 'blocked'],
  ['exists', 'Finance', ['Sales'], 'blocked'],
  ['absent', undefined, ['Finance'], 'signs-in'],
  ['matches', '^Fin', ['Finance'], 'undetermined'],
  ['not-matches', '^Fin', ['Sales'], 'undetermined'],
  ['equals', 'S-1-5-21-1-2-3-512', ['Sales'], 'undetermined'],
  ['not-equals', 's-1-5-21-1-2-3-512', [], 'undetermined'],
] as const)('denied where the group %s %s, to a member of %j: %s', (operator, value, groups, expected) => {
  expect(ending(operator, value, groups)).toBe(expected)
  expect(ending(operator, value, groups, 'groupsid')).toBe(expected)
})

test('a group that is named by its security identifier has the members who are said to be in it', () => {
  const sid = 'S-1-5-21-1-2-3-512'
  expect(ending('equals', sid, [sid], 'groupsid', [{ name: sid }])).toBe('blocked')
  expect(ending('not-equals', sid, [sid], 'groupsid', [{ name: sid }])).toBe('signs-in')
})

test.each([
  ['exists', undefined, 'blocked'],
  ['absent', undefined, 'signs-in'],
  ['equals', 'wap1', 'undetermined'],
  ['not-equals', 'wap1', 'undetermined'],
  ['matches', '^wap', 'undetermined'],
  ['not-matches', '^wap', 'undetermined'],
] as const)('denied where the name of the proxy %s %s: %s', (operator, value, expected) => {
  expect(ending(operator, value, [], 'x-ms-proxy')).toBe(expected)
})

test.each(['equals', 'not-equals'])('of a user whose groups nobody states nobody knows what %s', (operator) => {
  expect(ending(operator, 'finance', undefined, 'group', null)).toBe('undetermined')
})
