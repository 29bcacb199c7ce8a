import { expect, test } from 'vitest'
import { playPlan } from '../../plan/play/play-plan.ts'
import { loadPlanText } from '../../plan/states/load-plan.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
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

const [target, source] = ['scenarios/plans/merge/today.yaml', 'scenarios/plans/merge/fabrikam.yaml']

test('a draft of a merge names both tenants relative to its own place, and can be played', async () => {
  const place = 'scenarios/plans/merge/draft.yaml'
  const words = ['plan', target, '--template', 'merge', '--source', source, '-o', place]
  const { code, files } = await recordedRun(words)
  expect(code).toBe(0)
  expect(files[place]).toContain('start: today.yaml\n')
  expect(files[place]).toContain('source: fabrikam.yaml\n')
  const reader = nodeSourceReader('.')
  const loaded = loadPlanText({ name: place, text: files[place] ?? '' }, reader)
  const played = loaded.ok ? playPlan(loaded.value, { reader }) : loaded
  expect(played.ok && played.value.dayOne?.answer).toBe('holds')
})

test.each([
  ['a merge without a source', [today, '--template', 'merge'], /--source/],
  [
    'a source of another template',
    [today, '--template', 'passwordless', '--source', source],
    /is for the template `merge`/,
  ],
  ['a source without a template', ['scenarios/plans/merge/plan.yaml', '--source', source], /a plan names the source/],
  ['a source that is not there', [today, '--template', 'merge', '--source', 'scenarios/none.yaml'], /none\.yaml/],
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
