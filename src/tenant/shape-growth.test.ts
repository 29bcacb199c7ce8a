import { expect, test } from 'vitest'
import { processorTime } from '../processor-time.fixture.ts'
import { loadTenantText } from './load-tenant.ts'

const wrong = (items: number): string => `name: x\nasOf: 2024-01-01\ndomains:\n${'  - zz\n'.repeat(items)}users: []\n`
const timeOf = (items: number): number => processorTime(() => loadTenantText(wrong(items), 'many.yaml'))

test('ten times as many wrong items take no more than some thirty times as long', () => {
  timeOf(1000)
  const few = Math.min(timeOf(3000), timeOf(3000), timeOf(3000))
  expect(timeOf(30_000)).toBeLessThan(Math.max(few, 20) * 30)
})
