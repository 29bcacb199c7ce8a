import { expect, test } from 'vitest'
import { founding, recordedRun } from '../recorded-run.fixture.ts'

test('spec names a tenant in scenarios/ by its name, and takes a date', async () => {
  const { code, stdout } = await recordedRun(['spec', founding, '--as-of', '2026-11-22'])
  expect(code).toBe(0)
  expect(stdout).toContain('Given the tenant architecture "federated-skype-on-premises"')
  expect(stdout).toContain('And the date is 2026-11-22')
  expect(stdout).toMatch(/Finance lead +\| read mail +\| GATE-4/)
})

test('a date that is none is a problem of usage', async () => {
  expect((await recordedRun(['spec', founding, '--as-of', 'soon'])).code).toBe(2)
})
