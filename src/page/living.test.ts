import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { feature, type Project, project } from '../gherkin/run/run-features.fixture.ts'
import type { PageBundle } from '../report/pages/html.ts'
import { allFindings, freshBundle, sharedWorkbench, textAt, until } from './open-page.fixture.ts'

vi.setConfig({ testTimeout: 60_000 })

const bench = sharedWorkbench()
let bundle: PageBundle
let living: string
const open: Project[] = []

beforeAll(async () => {
  bundle = await freshBundle('bundleLiving')
  living = await livingPage(files)
}, 60_000)
afterAll(() => {
  for (const one of open) one.remove()
})

const uses = 'When the finance lead uses Outlook 2010 to read mail'
const good = feature(uses, 'Then the required credential is the app password')
const wrong = feature(uses, 'Then the required credential is the account password')

async function livingPage(files: Readonly<Record<string, string>>): Promise<string> {
  const one = project(files)
  open.push(one)
  return (await one.run('html', { livingBundle: async () => bundle })).stdout
}

const unknown = feature('When the finance lead levitates')
const files = {
  'features/a.feature': good.replace('  Scenario: one', '  @fast\n  Scenario: a login that works'),
  'features/b.feature': wrong,
  'features/c.feature': wrong,
  'features/d.feature': unknown,
}

test('failures come first, grouped by what decided; each is open with its diagram', async () => {
  const { page, problems, requests } = await bench.openText(living)
  expect(await textAt(page, 'h1')).toBe('3 of 4 scenarios fail')
  expect(await page.$$eval('.cause', (all) => all.map((one) => one.querySelector('p')?.textContent))).toEqual([
    expect.stringMatching(/^CRED-2 decides otherwise: .* 2 scenarios$/),
    'No step matches “the finance lead levitates” 1 scenario',
  ])
  await page.$eval('#features-b-feature-3', (one) => one.scrollIntoView())
  await until(page, `document.querySelector('#features-b-feature-3 svg.sequence') !== null`)
  expect(await page.$('#features-a-feature-4 svg.sequence')).toBeNull()
  expect(await textAt(page, '#features-b-feature-3 figcaption')).toContain('signs in with app password')
  await page.$eval('#features-a-feature-4 summary', (one) => (one instanceof HTMLElement ? one.click() : undefined))
  await until(page, `document.querySelector('#features-a-feature-4 svg.sequence') !== null`)
  expect(await textAt(page, '#features-a-feature-4 figure > details:last-child pre')).toMatch(/\[CRED-2\]/)
  expect(await allFindings(page)).toEqual([])
  expect([problems, requests]).toEqual([[], []])
  await page.close()
})

test('scenarios are found by word, outcome and tag', async () => {
  const { page } = await bench.openText(living, { width: 390, height: 800, scheme: 'dark' })
  const shown = async (): Promise<readonly string[]> =>
    page.$$eval('details.scenario:not([hidden])', (all) => all.map(({ id }) => id))
  await page.type('[data-key="search scenarios"]', 'A LOGIN')
  expect(await shown()).toEqual(['features-a-feature-4'])
  expect(await page.$$eval('section.feature:not([hidden])', (all) => all.length)).toBe(1)
  await page.select('[data-key="outcome"]', 'failed')
  expect(await shown()).toEqual([])
  expect(await textAt(page, '.empty')).toBe('No scenario matches.')
  await page.$eval('[data-key="search scenarios"]', (one) => {
    if (!(one instanceof HTMLInputElement)) return
    one.value = ''
    one.dispatchEvent(new Event('input'))
  })
  expect(await shown()).toHaveLength(3)
  await page.select('[data-key="outcome"]', '')
  await page.select('[data-key="tag"]', '@fast')
  expect(await shown()).toEqual(['features-a-feature-4'])
  expect(await allFindings(page)).toEqual([])
  await page.close()
})

test('a link to a scenario opens it', async () => {
  const { page } = await bench.openText(living, { hash: '#features-a-feature-4' })
  await until(page, `document.querySelector('#features-a-feature-4').open`)
  await page.close()
})

test('a thousand scenarios open within a second of processor time', async () => {
  const rows = Array.from({ length: 1000 }, (_, at) => `      | ${at} |`)
  const text = `Feature: Many

  Scenario Outline: number <n>
    Given the tenant architecture "federated-skype-on-premises"
    When the finance lead uses Outlook 2010 to read mail
    Then the required credential is the app password

    Examples:
      | n |
${rows.join('\n')}
`
  const { page } = await bench.openText((await livingPage({ 'features/a.feature': text })).replace(/<n>/g, ''))
  expect(await page.$$eval('details.scenario', (all) => all.length)).toBe(1000)
  const { ScriptDuration = 9, LayoutDuration = 9, RecalcStyleDuration = 9 } = await page.metrics()
  expect(ScriptDuration + LayoutDuration + RecalcStyleDuration).toBeLessThan(1)
  await page.close()
})
