import { expect, test, vi } from 'vitest'
import { allFindings, key, type OpenPage, scenario, sharedWorkbench, textAt, until } from './open-page.fixture.ts'

vi.setConfig({ testTimeout: 60_000 })

const session = '#cell=finance.lead@contoso.com~outlook-2010~read-mail'

const bench = sharedWorkbench()

const widths = ({ page }: OpenPage): Promise<{ picture: number; drawn: number; room: number }> =>
  page.$eval('.viewport', (place) => ({
    drawn: place.querySelector('svg')?.viewBox.baseVal.width ?? 0,
    picture: place.querySelector('svg')?.getBoundingClientRect().width ?? 0,
    room: place.clientWidth,
  }))

test('a picture is enlarged, fitted, moved by the pointer and seen on the full screen', async () => {
  const open = await bench.open(scenario('federated-skype-on-premises'), { hash: session, width: 1280 })
  const { page, problems } = open
  await page.click(key('zoom full'))
  const full = (await widths(open)).picture
  expect(await textAt(page, '.zoom-said')).toBe('100 %')
  await page.click(key('zoom in'))
  expect(Math.abs((await widths(open)).picture - full * 1.25)).toBeLessThan(2)
  await page.click(key('zoom in'))
  await page.$eval('.viewport', (place) => place.scrollIntoView({ block: 'center' }))
  const box = await (await page.$('.viewport'))?.boundingBox()
  if (box === null || box === undefined) throw new Error('no viewport')
  const before = await page.$eval('.viewport', (place) => place.scrollLeft)
  const y = Math.max(box.y, 0) + 200
  await page.mouse.move(box.x + 300, y)
  await page.mouse.down()
  await page.mouse.move(box.x + 200, y)
  await page.mouse.up()
  expect(await page.$eval('.viewport', (place) => place.scrollLeft)).toBe(before + 100)
  await page.click(key('zoom fit'))
  const fitted = await widths(open)
  expect(fitted.picture).toBeLessThanOrEqual(fitted.room + 1)
  await page.click(key('full screen'))
  await until(page, `document.querySelector('dialog[open] svg.sequence') !== null`)
  const large = await widths(open)
  expect(large.picture).toBeLessThanOrEqual(large.room + 1)
  expect(large.picture, 'the drawing for a screen, not that for the panel').toBeGreaterThan(full * 1.5)
  expect(large.picture, 'the whole session is readable at 1280 px').toBeGreaterThan(large.drawn * (11 / 12))
  expect(await allFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await until(page, `document.querySelector('dialog') === null`)
  expect(await textAt(page, '.verdict-sentence'), 'the session stays open').toContain('app password')
  expect(await page.evaluate('document.activeElement.dataset.key')).toBe('full screen')
  expect(problems).toEqual([])
  await page.close()
})

test('a leg is folded to its outcome and unfolded', async () => {
  const hash = '#cell=exchange.admin@contoso.com~skype-for-business-2016~check-free-busy'
  const { page, problems } = await bench.open(scenario('federated-skype-on-premises'), { hash })
  const legs = await page.$$eval('.legs-shown button', (all) => all.map((one) => one.textContent))
  expect(legs).toEqual(['Registrar', 'Exchange web services'])
  const items = (): Promise<number> => page.$$eval('svg.sequence [data-item]', (all) => all.length)
  const whole = await items()
  await page.click('.legs-shown button')
  expect(await items()).toBeLessThan(whole - 3)
  expect(await page.$eval('.legs-shown button', (one) => one.getAttribute('aria-pressed'))).toBe('false')
  expect(await allFindings(page)).toEqual([])
  await page.click('.legs-shown button')
  expect(await items()).toBe(whole)
  expect(problems).toEqual([])
  await page.close()
})

test('a session is gone through step by step, each with its rule and its source', async () => {
  const open = await bench.open(scenario('federated-skype-on-premises'), { hash: session })
  const { page } = open
  const said: string[] = []
  const total = Number((await textAt(page, '.step-count')).split(' ')[2])
  expect(total).toBeGreaterThan(8)
  for (let step = 1; step <= total; step += 1) {
    await page.click(key('step on'))
    expect(await textAt(page, '.step-count')).toBe(`${step} of ${total}`)
    expect(await page.$$eval('svg.sequence .stop', (all) => all.length)).toBeGreaterThan(0)
    said.push(await textAt(page, '.step-said'))
  }
  const all = said.join(' ')
  expect(said.every((text) => text.length > 10)).toBe(true)
  expect(all).toContain('Outlook 2010 presents an app password to Exchange Online')
  expect(all).toMatch(/CRED-2 .*Documented: /)
  await page.click(key('step back'))
  expect(await textAt(page, '.step-said')).toBe(said[said.length - 2])
  const titles = await page.$$eval('svg.sequence [data-item] title', (every) => every.map((one) => one.textContent))
  expect(titles.some((title) => title?.includes('CRED-2: '))).toBe(true)
  expect(await allFindings(page)).toEqual([])
  await page.close()
})

test('both halves of a conflict are on screen at 1280 px', async () => {
  const open = await bench.open(scenario('hybrid-autodiscover'), { width: 1280, height: 800 })
  const { page } = open
  await page.click('button.cell.tone-conflict')
  await until(page, `document.querySelector('.halves') !== null`)
  const halves = await page.$$eval('.halves li', (all) =>
    all.map((one) => {
      const { top, bottom, left, right } = one.getBoundingClientRect()
      return { text: one.textContent, seen: top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth }
    }),
  )
  expect(halves).toEqual([
    { text: '■ account passwordfor the on-premises autodiscoverchecked by Active Directory', seen: true },
    { text: '▲ app passwordfor the cloud autodiscover and mailboxchecked by Microsoft Entra ID', seen: true },
  ])
  const { picture, room } = await widths(open)
  expect(picture, 'the whole session fits the panel').toBeLessThanOrEqual(room)
  await page.close()
})
