import { expect, test } from 'vitest'
import { verdictOf } from '../../trace/verdict.ts'
import { federated, legsOf } from '../sign-in.fixture.ts'

/** How a sign-in ends that AD FS denies where a claim about the user's groups is such. */
function ending(
  operator: string,
  value: string | undefined,
  groups: readonly string[] | undefined,
  claim = 'group',
): string | undefined {
  const condition = { claim, operator, value }
  const legs = legsOf({
    domain: federated,
    provider: { accessRules: [{ effect: 'deny', conditions: [condition] }] },
    tenant: { groups: [{ name: 'Finance' }, { name: 'Sales' }] },
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
