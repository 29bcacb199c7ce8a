import { expect, test } from 'vitest'
import { policyNames } from './policy-names.ts'

const named = (...values: readonly unknown[]) => policyNames(values.map((value, index) => ({ value, path: [index] })))

test('policies of one display name are distinguished by id, otherwise by number', () => {
  expect(
    named(
      { displayName: 'MFA', id: 'a' },
      { displayName: 'mfa', id: 'b' },
      { displayName: 'Block' },
      { displayName: 'MFA' },
      { displayName: 'MFA', id: 'a' },
      { displayName: 'MFA (b)' },
      { id: 'c' },
      {},
    ),
  ).toEqual(['MFA (a)', 'mfa (b, 2)', 'Block', 'MFA (1)', 'MFA (a, 2)', 'MFA (b)', 'c', 'policy 7'])
})
