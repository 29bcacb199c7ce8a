import { describe, expect, test } from 'vitest'
import { progressWords, statusLine, watchOn } from './progress.ts'
import { recordedRun } from './recorded-run.fixture.ts'

describe('progress', () => {
  test.each([
    [{ users: 1 }, 0, '1 user read'],
    [{ users: 120_000 }, 0, '120,000 users read'],
    [{ users: 0, ofUsers: 10 }, 5000, '0 of 10 users'],
    [{ users: 2500, ofUsers: 10_000, paths: 12_000 }, 4000, '2,500 of 10,000 users, 12,000 paths, about 12 s left'],
    [{ users: 0, ofUsers: 10_000, paths: 1, share: 0.01 }, 60_000, '0 of 10,000 users, 1 path, about 99 min left'],
    [{ users: 10, ofUsers: 10, paths: 40 }, 4000, '10 of 10 users, 40 paths, about 0 s left'],
  ])('%o is said in one line', (progress, worked, expected) => expect(progressWords(progress, worked)).toBe(expected))

  test('is shown after a second, and five times a second at most', () => {
    const lines: string[] = []
    let time = 0
    const watch = watchOn({ show: (line) => lines.push(line) }, () => time)
    for (time = 0; time <= 2000; time += 10) watch({ users: time })
    expect(lines).toEqual(
      [1000, 1200, 1400, 1600, 1800, 2000].map((users) => `${users.toLocaleString('en-US')} users read`),
    )
  })

  test('the line is written over, taken away before other words, and gone once it is stopped', () => {
    const written: string[] = []
    const line = statusLine((text) => written.push(text))
    line.clear()
    line.show('one')
    line.show('two')
    line.clear()
    line.clear()
    line.show('three')
    line.stop()
    line.show('four')
    const erase = '\r\u001b[K'
    expect(written).toEqual([`${erase}one`, `${erase}two`, erase, `${erase}three`, erase])
  })
})

const file = 'scenarios/federated-skype-on-premises.yaml'

test.each([
  ['simulate', ['simulate', file, '--group-by', 'verdict']],
  ['simulate class by class', ['simulate', file, '--group-by', 'user']],
  ['gaps', ['gaps', file]],
  ['diff', ['diff', file, '--as-of', '2019-10-01..2021-01-01']],
])('%s says how far it is, and ends with everyone', async (_, argv) => {
  const heard: { readonly users: number; readonly ofUsers?: number }[] = []
  await recordedRun(argv, undefined, { watch: (progress) => heard.push(progress) })
  const played = heard.filter(({ ofUsers }) => ofUsers !== undefined)
  expect(played.length).toBeGreaterThan(2)
  expect(played.at(-1)?.users).toBe(played.at(-1)?.ofUsers)
})
