import type { Page } from 'puppeteer'
import { expect, test, vi } from 'vitest'
import { shareOf } from '../share.fixture.ts'
import { allFindings, scenario, sharedWorkbench, smallTexts, textAt, until } from './open-page.fixture.ts'

vi.setConfig({ testTimeout: 120_000 })

const founding = scenario('federated-skype-on-premises')
const session = '#cell=finance.lead@contoso.com~skype-for-business-2016~open-address-book'
const tests = {
  features: [
    {
      uri: 'features/a.feature',
      name: 'Mail',
      scenarios: [
        { name: 'holds', line: 3, status: 'passed' as const, tags: ['@mail'] },
        { name: 'fails', line: 9, status: 'failed' as const, message: 'expected: a\nactual: b\nsign-in: c\nmore' },
      ],
    },
  ],
  older: 0,
  others: 0,
  stopped: 0,
  unrecorded: 0,
}
const views = [
  'policies',
  'architecture',
  'timeline',
  'changes',
  'findings',
  'knowledge',
  'tests',
  'file',
  'credentials',
] as const

const bench = sharedWorkbench()

const changed = 'change=multifactorAuthentication~appPasswords~blocked'

// Two at a time on two cores; none of them measures time.
const looks = [
  ['light', 1280, session],
  ['dark', 1440, `${session}&date=2023-05-01&${changed}`],
  ['dark', 390, `${session}&date=2023-05-01`],
  ['light', 390, '#view=credentials'],
] as const
test.concurrent.each(shareOf(looks, 2))(
  'axe-core finds nothing at all on any tab, %s, %d px wide',
  async (scheme, width, hash) => {
    const { page, problems } = await bench.open({ ...founding, tests }, { scheme, width, height: 844, hash })
    const found: string[] = []
    for (const view of views) {
      await page.click(`#tab-${view}`)
      await page.evaluate('new Promise((done) => setTimeout(done, 300))')
      // Once everything has been drawn, the page is judged as a whole.
      const where = view === views.at(-1) ? 'whole' : 'shown'
      found.push(...(await allFindings(page, where)).map((one) => `${view}: ${one}`))
      const sideways = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      if (Number(sideways) > 0) found.push(`${view}: the page scrolls sideways by ${sideways}`)
      if (width === 1280) for (const text of await smallTexts(page)) found.push(`${view}: ${text}`)
      // The parts of a wide page scroll, and not the whole.
      const down = await page.evaluate('innerWidth < 821 ? 0 : document.documentElement.scrollHeight - innerHeight')
      if (Number(down) > 0) found.push(`${view}: the page scrolls down by ${down}`)
    }
    expect(found).toEqual([])
    expect(problems).toEqual([])
    await page.close()
  },
)

const staleLinks = [
  ['cell=nobody@contoso.com~outlook-2010~read-mail', 'nobody@contoso.com'],
  ['cell=finance.lead@contoso.com~gone~read-mail', 'gone'],
  ['cell=finance.lead@contoso.com~outlook-2010~fly', 'fly'],
  ['network=moon', 'moon'],
  ['view=nowhere', 'nowhere'],
  ['purpose=fly', 'fly'],
  ['date=yesterday', 'yesterday'],
  ['show=purple', 'purple'],
  ['group=mood', 'mood'],
  ['ask=person~gone@contoso.com', 'gone@contoso.com'],
  ['ask=mood~bad', 'mood'],
  ['ask=device~device:gone', 'device:gone'],
  ['policy=Gone', 'Gone'],
  ['change=users~[gone@contoso.com]~perUserMfaState~disabled', 'gone@contoso.com'],
] as const

/** What the page says about its link, until that is dismissed. */
async function saidOfLink(page: Page): Promise<string> {
  await until(page, `document.querySelector('.stale-link') !== null`)
  const said = await textAt(page, '.stale-link')
  await page.click('.stale-link button')
  await until(page, `document.querySelector('.stale-link') === null`)
  return said
}

// Two of them by opening the page; all of them by following a link within it.
test.concurrent.each([staleLinks[0], staleLinks.at(-1) ?? staleLinks[0]])(
  'a page that is opened by a link that no longer means anything says so: %s',
  async (hash, said) => {
    const { page } = await bench.open(founding, { hash: `#${hash}` })
    expect(await saidOfLink(page)).toContain(said)
    await page.close()
  },
)

test('a link that no longer means anything says so, whatever it names', async () => {
  const { page } = await bench.open(founding)
  const said: string[] = []
  for (const [hash] of staleLinks) {
    await page.evaluate(`location.hash = ${JSON.stringify(hash)}`)
    said.push(await saidOfLink(page))
  }
  expect(said).toEqual(staleLinks.map(([, name]) => expect.stringContaining(`“${name}”`)))
  await page.close()
})

test('a link that means something says nothing', async () => {
  const { page } = await bench.open(founding, {
    hash: `${session}&network=corporate&date=2023-05-01&change=users~[finance.lead@contoso.com]~perUserMfaState~disabled&show=conflict`,
  })
  await page.evaluate('new Promise((done) => setTimeout(done, 300))')
  expect(await page.$('.stale-link')).toBe(null)
  await page.close()
})
