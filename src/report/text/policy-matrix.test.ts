import { expect, test } from 'vitest'
import { policyMatrixCsv, policyMatrixMarkdown } from './policy-matrix.ts'

const policy = {
  name: 'MFA | for "all"',
  state: 'enforced',
  users: ['Everyone.'],
  resources: ['All resources.'],
  conditions: ['From outside.'],
  grant: ['Requires MFA.'],
  session: ['Asks again every 8 hours.'],
  notUnderstood: ['agents'],
}

test('the matrix of policies has everything that is said of a policy, in both formats', () => {
  const [head, row] = policyMatrixCsv([policy]).split(/\r?\n/)
  expect(head).toBe('Policy,State,Users,Protects,When,Demands')
  expect(row).toBe(
    '"MFA | for ""all""",enforced,Everyone.,All resources.,From outside. Not understood: agents,Requires MFA. Asks again every 8 hours.',
  )
  expect(policyMatrixMarkdown([policy])).toContain('MFA \\| for')
})
