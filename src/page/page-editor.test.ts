import { readFileSync } from 'node:fs'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { allFindings, textAt, until, type Workbench, workbench } from './open-page.fixture.ts'

vi.setConfig({ testTimeout: 60_000 })

const scenario = (name: string) => {
  const file = `scenarios/${name}.yaml`
  return { file, files: { [file]: readFileSync(file, 'utf8') } }
}
const leaving = scenario('leaving-ad-fs')

let bench: Workbench
beforeAll(async () => {
  bench = await workbench()
}, 60_000)
afterAll(() => bench.close())

const key = (name: string): string => `[data-key="${name}"]`
const field = key(`edit ${leaving.file}`)

/** Replaces words in the text field by typing. */
async function type(page: Page, before: string, after: string): Promise<void> {
  await page.focus(field)
  await page.$eval(
    field,
    (area, words) => {
      if (!(area instanceof HTMLTextAreaElement)) throw new Error('no field')
      const at = area.value.indexOf(words)
      if (at < 0) throw new Error(`no ${words}`)
      area.setSelectionRange(at, at + words.length)
    },
    before,
  )
  await page.keyboard.type(after)
}

test('a text that is typed is checked, decides at once, and can be taken back', async () => {
  const { page, problems, requests } = await bench.open(leaving, { hash: '#view=file' })
  await page.click(key('edit'))
  expect(await textAt(page, '.editor-problems')).toBe('No problems.')
  await type(page, 'appPasswords: blocked', 'appPasswords: blokced')
  await until(page, `document.querySelector('.editor-problems')?.textContent.includes('error[')`)
  expect(await textAt(page, '.editor-problems')).toContain('did you mean `blocked`?')
  await type(page, 'appPasswords: blokced', 'appPasswords: blocked')
  await type(page, 'state: enabled', 'state: disabled')
  await until(page, `!document.querySelector('.editor-problems')?.textContent.includes('error[')`)
  expect(await allFindings(page)).toEqual([])
  await page.click(key('see changes of text'))
  await until(page, `document.querySelector('#view-changes .lead') !== null`)
  expect(await textAt(page, '#view-changes')).toContain('Changed: the text of the file.')
  await page.click('#tab-credentials')
  await until(page, `document.querySelector('.chip-changed') !== null`)
  expect(await textAt(page, '.trials')).toContain('the text of the file')
  await page.click(key('reset'))
  await page.click('#tab-file')
  expect(await page.$eval(field, (area) => area instanceof HTMLTextAreaElement && area.value)).toBe(
    leaving.files[leaving.file],
  )
  expect(problems).toEqual([])
  expect(requests).toEqual([])
  await page.close()
})

test('settings that were tried out are in the text, and typing goes on from there', async () => {
  const { page } = await bench.open(leaving, {
    hash: '#view=file&change=multifactorAuthentication~appPasswords~allowed',
  })
  await page.click(key('edit'))
  const value = () => page.$eval(field, (area) => (area instanceof HTMLTextAreaElement ? area.value : ''))
  expect(await value()).toContain('appPasswords: allowed')
  await type(page, 'securityDefaults: false', 'securityDefaults: true')
  await until(page, `document.querySelector('.editor-problems')?.textContent !== 'No problems.See what changes'`)
  expect(await value()).toContain('appPasswords: allowed')
  await page.close()
})

test('a link carries the text; a damaged one says so and shows the file as it came', async () => {
  const { page } = await bench.open(leaving, { hash: '#view=file' })
  await page.click(key('edit'))
  await type(page, 'name: Tailwind, leaving AD FS for passkeys', 'name: "Ours: דוד 👩‍💻 <b>"')
  await page.evaluate('new Promise((done) => setTimeout(done, 400))')
  await page.click(key('copy link'))
  await until(page, `location.hash.includes('text=')`)
  const { hash } = new URL(page.url())
  expect(hash.length).toBeLessThan(4000)
  await page.close()
  const again = await bench.open(leaving, { hash })
  expect(await textAt(again.page, '.source')).toContain('name: "Ours: דוד 👩‍💻 <b>"')
  expect(await again.page.$('.stale-link')).toBeNull()
  expect(again.problems).toEqual([])
  await again.page.close()
  for (const packed of ['AAAA', 'not+base64!', hash.replace(/.*text=/, '').slice(0, -9), 'A'.repeat(40_000)]) {
    const bad = await bench.open(leaving, { hash: `#view=file&text=${packed}` })
    await until(bad.page, `document.querySelector('.stale-link') !== null`)
    expect(await textAt(bad.page, '.stale-link')).toContain('The text in this link cannot be read')
    expect(await textAt(bad.page, '.source')).toContain('name: Tailwind, leaving AD FS for passkeys')
    expect(bad.problems).toEqual([])
    await bad.page.close()
  }
})

test('a playground begins with any tenant of the library', async () => {
  const other = scenario('conditional-access')
  const examples = [leaving, other].map((one) => ({ name: `Library: ${one.file}`, ...one }))
  const { page, problems, milliseconds } = await bench.open({ ...leaving, examples })
  expect(milliseconds).toBeLessThan(4000)
  // While the page is loaded again there is nothing to ask.
  const title = (): Promise<string> => textAt(page, 'h1').catch(() => '')
  await page.select(key('example'), other.file)
  await expect.poll(title, { timeout: 10_000 }).toBe('Northwind, managed, Conditional Access')
  expect(decodeURIComponent(new URL(page.url()).hash)).toContain('example=scenarios/conditional-access.yaml')
  await page.click('#tab-credentials')
  expect(new URL(page.url()).hash, 'the example stays in the address').toContain('example=')
  expect(await page.$('.stale-link')).toBeNull()
  expect(await allFindings(page)).toEqual([])
  await page.select(key('example'), leaving.file)
  await expect.poll(title, { timeout: 10_000 }).toBe('Tailwind, leaving AD FS for passkeys')
  expect(problems).toEqual([])
  await page.close()
})
