import { expect, test, vi } from 'vitest'
import { readBaseline } from '../analysis/gaps/baseline.ts'
import { gaps } from '../analysis/gaps/gaps.ts'
import { judgeBaseline } from '../analysis/gaps/judge-baseline.ts'
import { memorySourceReader } from '../source/files/memory-source.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import { allFindings, scenario, scenarioNamed, sharedWorkbench, textAt, until } from './open-page.fixture.ts'

vi.setConfig({ testTimeout: 60_000 })

const founding = scenario('federated-skype-on-premises')

const bench = sharedWorkbench()

test('findings are counted, filtered by severity and words, and accepted as a baseline that the program takes', async () => {
  const { page, problems } = await bench.open(founding, { hash: '#view=findings' })
  await until(page, `document.querySelectorAll('.finding').length > 0`)
  const shown = () =>
    page.$$eval('.finding', (all) => all.filter((one) => one.checkVisibility()).map((one) => one.className))
  const all = (await shown()).length
  const errors = (await shown()).filter((name) => name.includes('finding-error')).length
  expect(await textAt(page, '.severity-error')).toBe(`✕ ${errors === 1 ? 'error' : 'errors'} ${errors}`)
  await page.click('.severity-warning')
  expect((await shown()).every((name) => !name.includes('finding-warning'))).toBe(true)
  await page.click('.severity-warning')
  await page.type('[data-key="search findings"]', 'powershell')
  expect((await shown()).length).toBeLessThan(all)
  expect(await allFindings(page)).toEqual([])
  await page.evaluate('navigator.clipboard.writeText = async (text) => { window.copied = text }')
  await page.click('.finding:not([hidden]) .accept input')
  expect(await textAt(page, '[data-key="copy baseline"]')).toBe('Copy baseline of 1')
  await page.click('[data-key="copy baseline"]')
  await until(page, 'window.copied !== undefined')
  expect(left(String(await page.evaluate('window.copied')))).toBe(all - 1)
  expect(problems).toEqual([])
  await page.close()
})

/** How many findings a baseline leaves. */
function left(yaml: string): number {
  const reader = memorySourceReader({ ...founding.files, 'baseline.yaml': yaml })
  const tenant = loadTenant(founding.file, reader)
  const source = reader.read('baseline.yaml')
  if (!tenant.ok || !source.ok) throw new Error('the files can be read')
  const made = gaps(tenant.value, { reader })
  const read = readBaseline(source.value)
  if (!made.ok || !read.ok) throw new Error(`the baseline can be read: ${yaml}`)
  return judgeBaseline(made.value.findings, read, made.value.at).findings.length
}

test('tests show failures first with steps and reason, are searched and filtered, and lead to their cell', async () => {
  const played = {
    user: 'finance.lead@contoso.com',
    client: 'outlook-2010',
    purpose: 'read-mail',
    network: 'corporate',
  }
  const failing = scenarioNamed('fails', {
    status: 'failed',
    tags: ['@calls'],
    message: 'expected: a\nactual: b\nsign-in: c\ndecisions: d',
    steps: [{ keyword: 'Then', text: 'it must use a password', status: 'failed' }],
    signIns: [played, { ...played, client: 'gone' }],
  })
  const features = [
    { uri: 'features/a.feature', name: 'All pass', scenarios: [scenarioNamed('holds')] },
    { uri: 'features/b.feature', name: 'One fails', scenarios: [scenarioNamed('holds too'), failing] },
  ]
  const tests = { features, older: 0, others: 1082, stopped: 0, unrecorded: 0 }
  const { page, problems } = await bench.open({ ...founding, tests }, { hash: '#view=tests' })
  const names = () =>
    page.$$eval('.scenario', (all) =>
      all.filter((one) => one.checkVisibility()).map((one) => one.querySelector('bdi')?.textContent),
    )
  expect(await names()).toEqual(['fails', 'holds too', 'holds'])
  expect(await textAt(page, '#view-tests .lead')).toContain('1082 scenarios of the run are about other tenants.')
  expect(await textAt(page, '.scenario.failed .run-steps')).toBe('✕failed: Then it must use a password')
  await page.select('[data-key="tag"]', '@calls')
  expect(await names()).toEqual(['fails'])
  await page.select('[data-key="tag"]', '')
  await page.select('[data-key="outcome"]', 'passed')
  expect(await names()).toEqual(['holds too', 'holds'])
  await page.select('[data-key="outcome"]', '')
  await page.type('[data-key="search scenarios"]', 'a.feature')
  expect(await names()).toEqual(['holds'])
  await page.evaluate(search, 'nothing like it')
  expect(await textAt(page, '#view-tests .empty:not([hidden])')).toBe('No scenario matches.')
  await page.evaluate(search, '')
  expect(await allFindings(page)).toEqual([])
  expect(await page.$$eval('.scenario .where button', (all) => all.length)).toBe(1)
  await page.click('.scenario .where button')
  await until(page, `document.querySelector('.verdict-facts')?.textContent.startsWith('from corporate')`)
  expect(problems).toEqual([])
  await page.close()
})

/** Says in the page what is searched for. */
const search = (words: string): void => {
  const field = document.querySelector<HTMLInputElement>('[data-key="search scenarios"]')
  if (field === null) throw new Error('no search')
  field.value = words
  field.dispatchEvent(new Event('input'))
}

test('the timeline shows the dates that change something, each with its users and clients, in ISO dates', async () => {
  const { page, problems } = await bench.open(founding, { hash: '#view=timeline' })
  const shown = () =>
    page.$$eval('.day', (all) =>
      all.filter((one) => one.checkVisibility()).map((one) => one.querySelector('time')?.textContent),
    )
  await until(
    page,
    `document.querySelector('.day') !== null && document.querySelector('.day-changes > button') === null`,
  )
  const some = await shown()
  expect(some).toContain('2023-01-01')
  expect(some).not.toContain('2020-04-30')
  expect(await page.$$eval('.day', (all) => all.length)).toBeGreaterThan(some.length)
  const sums = await page.$$eval('.day:not(.without-effect) .day-sum', (all) => all.map((one) => one.textContent))
  expect(sums.length).toBe(some.length)
  const said = await page.$$eval('.day', (all) =>
    all.map((day) => [...day.querySelectorAll('.day-body > p bdi')].map((one) => one.textContent)),
  )
  expect(
    said.every((words) => new Set(words).size === words.length),
    'each statement once',
  ).toBe(true)
  expect(sums.every((text) => /^Changes sign-ins of .+ with .+\.$/.test(text ?? ''))).toBe(true)
  await page.click('#view-timeline .tick-box input')
  expect((await shown()).length).toBeGreaterThan(some.length)
  await page.click('#tab-credentials')
  expect(await page.$eval('[data-key="date"]', (field) => (field instanceof HTMLInputElement ? field.value : ''))).toBe(
    '2019-10-01',
  )
  await page.$eval('[data-key="date"]', (field) => field instanceof HTMLInputElement && field.select())
  await page.type('[data-key="date"]', 'soon\n')
  expect(await page.$eval('[data-key="date"]', (field) => field.getAttribute('aria-invalid'))).toBe('true')
  expect(await page.$$eval('.years span', (all) => all.length)).toBeGreaterThan(2)
  expect(problems).toEqual([])
  await page.close()
})
