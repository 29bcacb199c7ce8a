import { expect, test, vi } from 'vitest'
import { allFindings, scenario, sharedWorkbench, smallTexts, textAt, until } from './open-page.fixture.ts'

vi.setConfig({ testTimeout: 60_000 })

const leaving = scenario('leaving-ad-fs')

const bench = sharedWorkbench()

test('a box says what the file says of it and who signs in there; from there a sign-in is traced', async () => {
  const { page, problems } = await bench.open(leaving, { hash: '#view=architecture', width: 1280 })
  expect(await smallTexts(page)).toEqual([])
  const box = (id: string): string => `[data-box="${id}"]`
  await page.click(box('exchange-online'))
  await until(page, `document.querySelector('.reaching') !== null`)
  expect(await textAt(page, '.arch-box h3')).toBe('Exchange Online')
  expect(await textAt(page, '.arch-box .file-lines')).toContain('leaving-ad-fs.yaml:33')
  expect(await textAt(page, '.arch-box')).toContain('Exchange Online → Microsoft Entra ID: trusts its tokens')
  expect(await textAt(page, '.reaching')).toContain(
    'Outlook: blocked blocked, policy “Registration only in the office” 1 person to read mail',
  )
  expect(await page.$eval(box('exchange-online'), (one) => one.getAttribute('aria-pressed'))).toBe('true')
  expect(decodeURIComponent(new URL(page.url()).hash)).toContain('box=exchange-online')
  await page.click('.reaching .tone-interactive')
  await until(page, `document.querySelector('svg.picture.traced') !== null`)
  expect(await textAt(page, '.arch-trace .sentence')).toContain('Analyst uses an interactive sign-in')
  const hops = await page.$$eval('.hops li', (all) => all.map((one) => one.textContent))
  expect(hops[0]).toBe('Outlook connects to Exchange Online (MAPI over HTTP).')
  expect(await allFindings(page)).toEqual([])
  await page.click('[data-key="open traced"]')
  await until(page, `document.querySelector('.session h2')?.textContent === 'Analyst · Outlook'`)
  expect(problems).toEqual([])
  await page.close()
})

test('a traced sign-in lights what takes part: a federated one passes through AD FS, one of the roll-out does not', async () => {
  const { page, problems } = await bench.open(leaving, { hash: '#view=architecture' })
  const lit = async () => ({
    boxes: await page.$$eval('[data-box].on', (all) => all.map((one) => one.getAttribute('data-box'))),
    links: (await page.$$eval('[data-link].on', (all) => all.map((one) => one.getAttribute('data-link') ?? ''))).sort(),
  })
  await page.select('[data-key="trace person"]', 'accountant@tailwindtraders.com')
  await page.select('[data-key="trace client"]', 'teams')
  const federated = await lit()
  expect(federated.boxes).toEqual([
    'people',
    'network home',
    'clients',
    'entra-id',
    'teams',
    'active-directory',
    'provider adfs',
  ])
  expect(federated.links).toEqual([
    'check provider adfs active-directory',
    'federation entra-id provider adfs',
    'sign-in clients teams',
    'trust teams entra-id',
  ])
  await page.select('[data-key="trace person"]', 'analyst@tailwindtraders.com')
  expect((await lit()).boxes).toEqual(['people', 'network home', 'clients', 'entra-id', 'teams'])
  await page.click('[data-key="trace none"]')
  expect(await lit()).toEqual({ boxes: [], links: [] })
  expect(problems).toEqual([])
  await page.close()
})

test('the boxes are worked with the keyboard, and a link to a box that is gone says so', async () => {
  const { page } = await bench.open(leaving, { hash: '#view=architecture' })
  await page.$eval('[data-box="provider adfs"]', (box) => box instanceof SVGElement && box.focus())
  await page.keyboard.press('Enter')
  await until(page, `document.querySelector('.arch-box h3')?.textContent === 'AD FS'`)
  await page.keyboard.press('Space')
  await until(page, `document.querySelector('.arch-box') === null`)
  const stale = await bench.open(leaving, { hash: '#view=architecture&box=exchange-server' })
  expect(await textAt(stale.page, 'body')).toContain('exchange-server')
  await stale.page.close()
  await page.close()
})

test('the file marks the lines that decisions read, those that none reads, and what was assumed', async () => {
  const { page, problems } = await bench.open(leaving, { hash: '#view=file' })
  await until(page, `document.querySelector('.use-legend') !== null`)
  expect(await textAt(page, '.uses')).toContain('What 102 sign-ins read of the file.')
  const lineWith = (words: string) =>
    page.$$eval(
      '.source li',
      (all, text) => {
        const line = all.find((one) => one.querySelector('code')?.textContent.includes(text))
        return { kind: line?.className, says: line?.title ?? '' }
      },
      words,
    )
  const domain = await lineWith('authenticationType: federated')
  expect(domain.kind).toBe('use-decides')
  expect(domain.says).toMatch(/^Read in \d+ of 102 sign-ins: domain authentication/)
  expect((await lineWith('sharepoint-online:')).kind).toBe('use-decides')
  expect((await lineWith('displayName: Registration only in the office')).says).toContain(
    'the policy “Registration only in the office”',
  )
  await page.click('.uses summary')
  expect(await textAt(page, '.uses details')).toContain('default-windows-authentication-inside')
  expect(await allFindings(page)).toEqual([])
  expect(problems).toEqual([])
  const trial = await bench.open(scenario('conditional-access'), { hash: '#view=file' })
  await until(trial.page, `document.querySelector('.use-legend') !== null`)
  const idle = await trial.page.$$eval('.source .use-idle', (all) =>
    all.map((one) => one.querySelector('code')?.textContent),
  )
  expect(idle).toEqual(['    - displayName: Block unknown countries (trial)'])
  await trial.page.close()
  await page.close()
})
