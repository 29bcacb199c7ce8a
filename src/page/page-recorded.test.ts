import { expect, test, vi } from 'vitest'
import type { PageReplay } from '../report/pages/page-replay.ts'
import { allFindings, scenario, sharedWorkbench } from './open-page.fixture.ts'

vi.setConfig({ testTimeout: 60_000 })

const tally = (name: string, agrees: number, disagrees: number) => ({
  name,
  agrees,
  disagrees,
  undetermined: 1,
  notComparable: 0,
})
const replay: PageReplay = {
  read: ['46 sign-ins of 2 people in 1 file'],
  explained: '91.3 % of the comparable sign-ins are explained',
  tables: [{ heading: 'Policy', rows: [tally('Block legacy authentication', 40, 2), tally('<b>MFA</b>', 42, 0)] }],
  weeks: [tally('2022-05-30', 20, 1), tally('2022-06-13', 22, 1)],
  disagreements: [{ title: 'end: the log says blocked', lines: ['2 sign-ins of 1 person'] }],
  words: [{ heading: 'Missing fact', rows: [{ name: 'platform', signIns: 2 }] }],
  plan: {
    title: 'planned.yaml',
    judged: '40 sign-ins that got through',
    quiet: [],
    effects: [
      {
        title: 'NEWLY BLOCKED: 1 person, 3 sign-ins',
        bad: true,
        parts: [{ heading: 'Cause', groups: [{ name: 'rule GATE-4', people: '1 person', signIns: 3 }] }],
        weeks: [{ name: '2022-06-13', signIns: 3 }],
        people: ['clerk@northwind.com'],
      },
    ],
  },
}
const data = { ...scenario('conditional-access'), replay }

const bench = sharedWorkbench()

test('recorded sign-ins are what the page opens with: by week, by part, and whom the plan blocks', async () => {
  const { page, problems, requests } = await bench.open(data)
  expect(await page.$eval('[aria-selected="true"]', (tab) => tab.textContent)).toBe('Sign-ins')
  const bars = await page.$$eval('svg.weeks', (all) => all.map((one) => one.querySelectorAll('rect').length))
  // One week in between has no sign-ins.
  expect(bars).toEqual([1, 6])
  const rows = () =>
    page.$$eval('.recorded tbody tr, .disagreement, .person', (all) =>
      all.filter((row) => !row.matches('[hidden]')).map((row) => row.textContent),
    )
  expect(await rows()).toHaveLength(6)
  await page.type('[data-key="search recorded"]', 'legacy')
  expect(await rows()).toEqual(['Block legacy authentication40210'])
  expect(await page.$('.recorded b')).toBeNull()
  expect([problems, requests]).toEqual([[], []])
  await page.close()
})

test('a page without logs has no such part', async () => {
  const { page } = await bench.open(scenario('conditional-access'))
  expect(await page.$('#tab-sign-ins')).toBeNull()
  await page.close()
})

test.each([
  ['light', 1440],
  ['dark', 390],
] as const)('axe-core finds nothing in recorded sign-ins, %s, %d px wide', async (scheme, width) => {
  const { page } = await bench.open(data, { scheme, width })
  expect(await allFindings(page)).toEqual([])
  await page.close()
})
