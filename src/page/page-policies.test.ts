import type { Page } from 'puppeteer'
import { expect, test, vi } from 'vitest'
import { parseSource } from '../source/document/located-document.ts'
import { allFindings, scenario, sharedWorkbench, textAt, until } from './open-page.fixture.ts'

vi.setConfig({ testTimeout: 60_000 })

const northwind = scenario('conditional-access')

const bench = sharedWorkbench()

const sheetOf = (page: Page) =>
  page.$$eval('table.sheet tr', (rows) =>
    rows.map((row) =>
      [...row.children].map((cell) => (cell.querySelector('.word') ?? cell).textContent?.replace(/\s+/g, ' ').trim()),
    ),
  )

test('people by policies say who is exempt, who is missed and by what, for the sign-in that the form describes', async () => {
  const { page, problems, requests } = await bench.open(northwind, { hash: '#view=policies' })
  expect((await sheetOf(page))[0]?.slice(2, 4)).toEqual(['Block legacy authentication', 'MFA for executives'])
  await page.select('[data-key="ask client"]', 'browser')
  await page.$eval('[data-key="ask address"]', (field) => {
    if (!(field instanceof HTMLInputElement)) throw new Error('no address')
    field.value = '198.51.100.7'
    field.dispatchEvent(new Event('change'))
  })
  expect((await sheetOf(page)).slice(1)).toEqual([
    ['Chief', 'requires multifactor authentication', 'misses client', 'applies', 'applies', 'report-only'],
    [
      'Clerk',
      'requires a compliant device or multifactor authentication',
      'misses client',
      'misses users',
      'applies',
      'report-only',
    ],
    [
      'Warehouse',
      'requires a compliant device or multifactor authentication',
      'exempt',
      'misses users',
      'applies',
      'report-only',
    ],
  ])
  expect(await page.evaluate('location.hash')).toContain('ask=client~browser')
  expect(problems).toEqual([])
  expect(requests).toEqual([])
  await page.close()
})

test('a person of the sheet is asked about, and the answer says what applies, what does not, why, and the combination', async () => {
  const hash = '#view=policies&ask=client~other&ask=address~198.51.100.7'
  const { page, problems } = await bench.open(northwind, { hash })
  await page.click('[data-key="row warehouse@northwind.com"]')
  await until(page, `document.querySelector('.answer-part h2') !== null`)
  expect(await textAt(page, '.answer-part h2')).toMatch(/^Warehouse /)
  expect(await page.$$eval('.answer-group h3', (all) => all.map((one) => one.textContent))).toContain(
    'Does not apply 3',
  )
  expect(await textAt(page, '.answer-line.says-exempt')).toBe(
    '⊘Block legacy authentication exempt: the user is excluded',
  )
  expect(await textAt(page, 'tr.chosen th')).toBe('Warehouse')
  await page.evaluate('navigator.clipboard.writeText = async (text) => { window.copied = text }')
  await page.click('[data-key="copy request"]')
  await until(page, 'window.copied !== undefined')
  const copied = parseSource({ name: 'request.json', text: String(await page.evaluate('window.copied')) })
  expect(copied.ok && copied.value.value).toMatchObject({
    signInIdentity: { userId: 'warehouse@northwind.com' },
    signInConditions: { clientAppType: 'other', ipAddress: '198.51.100.7' },
  })
  await page.click('[data-key="reset question"]')
  await until(page, `document.querySelector('.answer-part').textContent === ''`)
  expect(problems).toEqual([])
  await page.close()
})

test('an address that is none is refused in words', async () => {
  const { page } = await bench.open(northwind, { hash: '#view=policies&ask=address~nowhere' })
  expect(await textAt(page, '.answer-part .problems')).toContain('nowhere')
  await page.close()
})

test('the sheet is copied as Markdown', async () => {
  const { page } = await bench.open(northwind, { hash: '#view=policies' })
  await page.evaluate('navigator.clipboard.writeText = async (text) => { window.copied = text }')
  await page.click('[data-key="copy markdown"]')
  await until(page, 'window.copied !== undefined')
  expect(String(await page.evaluate('window.copied'))).toMatch(/^\| people like \| number \| Block legacy/)
  await page.close()
})

test('the matrix of policies is copied as Markdown, with what each asks for', async () => {
  const { page } = await bench.open(northwind, { hash: '#view=policies' })
  await page.evaluate('navigator.clipboard.writeText = async (text) => { window.copied = text }')
  await page.click('[data-key="copy policies"]')
  await until(page, 'window.copied !== undefined')
  const lines = String(await page.evaluate('window.copied')).split('\n')
  expect(lines[0]).toMatch(/^\| Policy +\| State +\| Users +\| Protects +\| When +\| Demands/)
  expect(lines.find((line) => line.includes('MFA for executives'))).toMatch(/enforced .*multifactor authentication/i)
  await page.close()
})

test('a policy opens with what depends on it alone, and who else covers that', async () => {
  const { page, problems } = await bench.open(northwind, { hash: '#view=policies' })
  await page.click('[data-key="policy Block legacy authentication"]')
  await until(page, `document.querySelector('.impact') !== null`)
  const said = await textAt(page, '.impact')
  expect(said).toMatch(/^Needed\.Alone blocks: for anyone except /)
  expect(said).toContain('no other policy decides there')
  expect(await page.evaluate('location.hash')).toContain('policy=Block%20legacy%20authentication')
  await page.click('[data-key="policy Block legacy authentication"]')
  await until(page, `document.querySelector('.impact') === null`)
  expect(problems).toEqual([])
  await page.close()
})

test.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
  ['dark', 390],
] as const)('axe-core finds nothing in an answer with an open policy, %s, %d px wide', async (scheme, width) => {
  const hash = '#view=policies&ask=person~chief@northwind.com&ask=client~browser&policy=MFA%20for%20executives'
  const { page } = await bench.open(northwind, { hash, scheme, width, height: 844 })
  await until(page, `document.querySelector('.impact') !== null`)
  expect(await allFindings(page)).toEqual([])
  expect(Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'))).toBeLessThanOrEqual(0)
  await page.close()
})
