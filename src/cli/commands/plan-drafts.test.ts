import { expect, test } from 'vitest'
import { recordedRun } from '../recorded-run.fixture.ts'

const today = 'scenarios/plans/leave-ad-fs/today.yaml'

test('a draft starts from the tenant file that it was made for', async () => {
  const { code, stdout } = await recordedRun(['plan', today, '--template', 'leave-ad-fs'])
  expect(code).toBe(0)
  expect(stdout).toContain(`start: ${today}\n`)
  expect(stdout).toContain('registers:')
})

test('a draft names the tenant file relative to its own place', async () => {
  const place = 'scenarios/plans/draft.yaml'
  const { code, stdout, files } = await recordedRun(['plan', today, '--template', 'passwordless', '-o', place])
  expect(code).toBe(0)
  expect(stdout).toBe('')
  expect(files[place]).toContain('start: leave-ad-fs/today.yaml\n')
})

test.each([
  ['an unknown template', [today, '--template', 'leave-adfs'], /did you mean `leave-ad-fs`\?/],
  ['a tenant that does not suit', [today, '--template', 'end-of-sms'], /nobody uses text messages/],
  ['a format besides', [today, '--template', 'leave-ad-fs', '-f', 'json'], /has no other format/],
  ['an output without a template', ['scenarios/plans/leave-ad-fs/plan.yaml', '-o', 'x.yaml'], /is for drafts/],
  [
    'a plan instead of a tenant file',
    ['scenarios/plans/leave-ad-fs/plan.yaml', '--template', 'passwordless'],
    /plan\.yaml:1:1/,
  ],
])('%s ends with 2', async (_, words, says) => {
  const { code, stderr } = await recordedRun(['plan', ...words])
  expect(code).toBe(2)
  expect(stderr).toMatch(says)
})
