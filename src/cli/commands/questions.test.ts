import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { founding, recordedRun } from '../recorded-run.fixture.ts'

const text = readFileSync(founding, 'utf8')
const enforced = text.replace('perUserMfaState: disabled', 'perUserMfaState: enforced')
const reordered = text.replace('networks:\n', 'networks: # the same\n')
const files = memorySourceReader({ 'a.yaml': text, 'b.yaml': enforced, 'c.yaml': reordered })

describe('diff', () => {
  test('a plan does not differ from itself', async () => {
    const { code, stdout } = await recordedRun(['diff', 'a.yaml', 'c.yaml', '-f', 'json'], files)
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ formatVersion: 1, changes: 0, causes: [] })
  })

  test('a change is put down to its cause, and is 1', async () => {
    const { code, stdout } = await recordedRun(['diff', 'a.yaml', 'b.yaml', '-f', 'json'], files)
    const { causes, users } = JSON.parse(stdout)
    expect({ code, users }).toEqual({ code: 1, users: 1 })
    expect(causes[0].differences[0].path).toContain('perUserMfaState')
    expect(causes[0].changes[0]).toMatchObject({ users: { representative: 'warehouse.clerk@contoso.com' } })
  })

  test.each(['text', 'markdown'])('%s names cause, people and both ends', async (format) => {
    const { stdout } = await recordedRun(['diff', 'a.yaml', 'b.yaml', '-f', format], files)
    for (const word of ['perUserMfaState', 'warehouse.clerk', 'account password', 'b.yaml'])
      expect(stdout).toContain(word)
  })

  test('one plan on two dates', async () => {
    const { code, stdout } = await recordedRun(
      ['diff', 'a.yaml', '--as-of', '2019-10-01..2026-11-22', '-f', 'json'],
      files,
    )
    const { before, after, causes } = JSON.parse(stdout)
    expect(code).toBe(1)
    expect([before.asOf, after.asOf]).toEqual(['2019-10-01', '2026-11-22'])
    expect(
      causes.flatMap((cause: { differences: readonly { kind: string }[] }) =>
        cause.differences.map(({ kind }) => kind),
      ),
    ).toContain('vendor')
  })

  test.each(['account-disabled', '1'])('one plan before and after the event `%s`', async (event) => {
    const leaver = memorySourceReader({
      'a.yaml': `${text}\nevents:\n  - { at: 2019-11-01T08:00:00Z, type: account-disabled, user: Finance lead }\n`,
    })
    const { code, stdout } = await recordedRun(['diff', 'a.yaml', '--event', event, '-f', 'json'], leaver)
    const { before, after, users, causes } = JSON.parse(stdout)
    expect([code, users, before.asOf, after.asOf]).toEqual([1, 1, '2019-11-01T07:59:59.999Z', '2019-11-01T11:00:00Z'])
    expect(causes[0].differences[0]).toMatchObject({ kind: 'event', type: 'account-disabled' })
  })

  test.each<[string, readonly string[]]>([
    ['an event that is not declared', ['a.yaml', '--event', 'account-disabled']],
    ['an event and a second file', ['a.yaml', 'b.yaml', '--event', '1']],
    ['one file at one date', ['a.yaml']],
    ['the same date twice', ['a.yaml', '--as-of', '2020-01-01']],
    ['three dates', ['a.yaml', '--as-of', '2020-01-01..2021-01-01..2022-01-01']],
    ['a file that is not there', ['a.yaml', 'd.yaml']],
  ])('%s cannot be compared', async (_name, words) => {
    expect(await recordedRun(['diff', ...words], files)).toMatchObject({ code: 2, stdout: '' })
  })
})

describe('timeline', () => {
  const span = ['--from', '2022-01-01', '--to', '2024-01-01']

  test('lists the dates at which sign-ins change', async () => {
    const { code, stdout } = await recordedRun(['timeline', 'a.yaml', ...span, '-f', 'json'], files)
    const { moments, from, to } = JSON.parse(stdout)
    expect({ code, from, to }).toEqual({ code: 0, from: '2022-01-01', to: '2024-01-01' })
    expect(moments.map(({ at }: { at: string }) => at)).toContain('2023-01-01')
  })

  test.each(['text', 'markdown', 'mermaid'])('%s shows them', async (format) => {
    const { stdout } = await recordedRun(['timeline', 'a.yaml', ...span, '-f', format], files)
    expect(stdout).toContain('2023-01-01')
  })

  test('time runs forward', async () => {
    expect((await recordedRun(['timeline', 'a.yaml', '--from', '2024-01-01', '--to', '2022-01-01'], files)).code).toBe(
      2,
    )
  })
})
