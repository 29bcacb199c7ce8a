import { describe, expect, test, vi } from 'vitest'
import { shareOf } from '../../share.fixture.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { recordedRun } from '../recorded-run.fixture.ts'

// A sweep plays every sign-in.
vi.setConfig({ testTimeout: 60_000 })

const scenarios = shareOf(
  ['federated-skype-on-premises', 'conditional-access-controls', 'basic-authentication-retirement'],
  2,
)
const reader = nodeSourceReader(process.cwd())

/** Lines of a terminal that is 100 columns wide. */
const linesAt100 = (text: string): number => text.trimEnd().split('\n').length

describe.each(scenarios)('%s', (name) => {
  const file = `scenarios/${name}.yaml`
  const years = ['--as-of', '2019-10-01..2027-10-01']

  test.each([
    ['gaps', ['gaps', file], /^\d+ findings: /],
    ['timeline', ['timeline', file], /sign-ins change on \d+ dates/],
    ['diff', ['diff', file, ...years], /\d+ sign-ins of \d+ users change/],
  ])('%s says how much before anything else, and fits a screen', async (command, argv, counts) => {
    const short = await recordedRun(argv, reader, { columns: 100 })
    expect(short.stdout).toMatch(counts)
    expect(linesAt100(short.stdout)).toBeLessThanOrEqual(55)
    expect(short.stderr).toContain('--details')
    const long = await recordedRun([...argv, '--details'], reader, { columns: 100 })
    expect(linesAt100(long.stdout)).toBeGreaterThan(linesAt100(short.stdout))
    expect(long.stderr).not.toContain('--details')
    expect(long.code, command).toBe(short.code)
  })
})

test.each(scenarios)('the counts of a date add up to what changes on it: %s', async (name) => {
  const argv = ['timeline', `scenarios/${name}.yaml`]
  const { stdout, files } = await recordedRun([...argv, '-f', 'text', '-f', 'json:all.json'], reader)
  const { moments } = JSON.parse(files['all.json'] ?? '')
  const counts = new Map<string, number>()
  let date = ''
  for (const line of stdout.split('\n')) {
    date = /^\d{4}-\d\d-\d\d/.exec(line)?.[0] ?? date
    if (!line.startsWith(' ')) continue
    const here = [...line.matchAll(/(\d+) sign-ins? (?:of|with) /g)].reduce((sum, [, count]) => sum + Number(count), 0)
    counts.set(date, (counts.get(date) ?? 0) + here)
  }
  // A sign-in that two causes change on one day is told under both.
  const sizes = (causes: readonly { changes: readonly { users: { size: number } }[] }[]): number =>
    causes.flatMap(({ changes }) => changes).reduce((sum, { users }) => sum + users.size, 0)
  const expected = moments.map(({ at, causes }: { at: string; causes: [] }) => [at, sizes(causes)])
  expect([...counts]).toEqual(expected)
})
