import { expect, test, vi } from 'vitest'
import { allFindings, scenario, sharedWorkbench, textAt, until } from './open-page.fixture.ts'

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
test.concurrent.each([
  ['light', 1440, session],
  ['dark', 1440, `${session}&date=2023-05-01&${changed}`],
  ['light', 390, `${session}&date=2023-05-01`],
  ['dark', 390, '#view=credentials'],
] as const)('axe-core finds nothing at all on any tab, %s, %d px wide', async (scheme, width, hash) => {
  const { page, problems } = await bench.open({ ...founding, tests }, { scheme, width, height: 844, hash })
  const found: string[] = []
  for (const view of views) {
    await page.click(`#tab-${view}`)
    await page.evaluate('new Promise((done) => setTimeout(done, 300))')
    found.push(...(await allFindings(page)).map((one) => `${view}: ${one}`))
    const sideways = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    if (Number(sideways) > 0) found.push(`${view}: the page scrolls sideways by ${sideways}`)
    // The parts of a wide page scroll, and not the whole.
    const down = await page.evaluate('innerWidth < 821 ? 0 : document.documentElement.scrollHeight - innerHeight')
    if (Number(down) > 0) found.push(`${view}: the page scrolls down by ${down}`)
  }
  expect(found).toEqual([])
  expect(problems).toEqual([])
  await page.close()
})

test.concurrent.each([
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
])('a link that no longer means anything says so: %s', async (hash, said) => {
  const { page } = await bench.open(founding, { hash: `#${hash}` })
  await until(page, `document.querySelector('.stale-link') !== null`)
  expect(await textAt(page, '.stale-link')).toContain(said)
  await page.click('.stale-link button')
  await until(page, `document.querySelector('.stale-link') === null`)
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
