import type { Page } from 'puppeteer'
import { expect, test, vi } from 'vitest'
import { allFindings, key, scenario, sharedWorkbench, textAt, until } from './open-page.fixture.ts'

vi.setConfig({ testTimeout: 60_000 })

const leaving = scenario('leaving-ad-fs')

const bench = sharedWorkbench()

/** The place of the text within the tree of the field. */
const field = `>>> .cm-content[aria-label="Text of ${leaving.file}"]`

const textIn = (page: Page, selector = field): Promise<string> =>
  // The editor keeps lines that are out of sight to itself.
  page.$eval(selector, (content) => Reflect.get(content, 'cmTile').view.state.doc.toString())

/** Puts the cursor behind words, or over them. */
async function select(page: Page, words: string, how: 'over' | 'behind', selector = field): Promise<void> {
  await page.focus(selector)
  await page.$eval(
    selector,
    (content, wanted, over) => {
      const { view } = Reflect.get(content, 'cmTile')
      const at = view.state.doc.toString().indexOf(wanted)
      if (at < 0) throw new Error(`no ${wanted}`)
      view.dispatch({
        selection: { anchor: over ? at : at + wanted.length, head: at + wanted.length },
        scrollIntoView: true,
      })
    },
    words,
    how === 'over',
  )
}

/** Replaces words in the text field by typing. */
async function type(page: Page, before: string, after: string): Promise<void> {
  await select(page, before, 'over')
  await page.keyboard.type(after)
}

test('a text that is typed is checked, decides at once, and can be taken back', async () => {
  const { page, problems, requests } = await bench.open(leaving, { hash: '#view=file' })
  await page.click(key('edit'))
  expect(await textAt(page, '.editor-problems')).toBe('No problems.')
  await type(page, 'appPasswords: blocked', 'appPasswords: blokced')
  await until(page, `document.querySelector('.editor-problems')?.textContent.includes('error[')`)
  expect(await textAt(page, '.editor-problems')).toContain('did you mean `blocked`?')
  // The words concerned are marked; F8 shows the sentence with a button that mends it, all by keys.
  const wrong = '>>> .cm-lintRange-error'
  await until(page, `document.querySelector('.editor').shadowRoot.querySelector('.cm-lintRange-error') !== null`)
  expect(await textAt(page, wrong)).toBe('blokced')
  await page.keyboard.press('F8')
  expect(await textAt(page, '>>> .cm-tooltip-lint')).toContain('unknown app-password setting `blokced`')
  await page.click('>>> .cm-diagnosticAction')
  expect(await textIn(page)).toBe(leaving.files[leaving.file])
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
  expect(await textIn(page)).toBe(leaving.files[leaving.file])
  expect(problems).toEqual([])
  expect(requests).toEqual([])
  await page.close()
})

test('keys, values and names declared in the file are offered where they fit, and chosen by keys', async () => {
  const { page, problems } = await bench.open(leaving, { hash: '#view=file', width: 390, scheme: 'dark' })
  await page.click(key('edit'))
  const list = '>>> .cm-tooltip-autocomplete [role="listbox"]'
  const labels = (): Promise<readonly string[]> =>
    page
      .$$eval(`${list} .cm-completionLabel`, (found) => found.map(({ textContent }) => textContent ?? ''))
      .catch(() => [])
  const offers = async (typed: string, ...wanted: readonly string[]): Promise<void> => {
    await page.keyboard.type(typed)
    await expect.poll(labels, { timeout: 10_000 }).toEqual(wanted)
    // A list that has just opened takes no key yet, lest it catches one that was meant for the text.
    await page.evaluate('new Promise((done) => setTimeout(done, 100))')
  }
  await select(page, 'managedSignIn: password-hash-sync', 'behind')
  await page.keyboard.press('Enter')
  await offers('seamlessSi', 'seamlessSingleSignOn')
  await page.keyboard.press('Enter')
  await expect.poll(() => textIn(page)).toContain('password-hash-sync\n    seamlessSingleSignOn: ')
  // Then its values are offered.
  await offers('', 'true', 'false')
  await page.keyboard.press('Enter')
  await select(page, 'managedSignIn: password-hash-sync', 'over')
  await offers('managedSignIn: pass', 'password-hash-sync', 'pass-through')
  await page.keyboard.press('Escape')
  await select(page, 'groups: [Cloud authentication]', 'over')
  await offers('groups: [Cl', 'Cloud authentication')
  expect(await allFindings(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
  await page.keyboard.press('Escape')
  // Tab leaves the field.
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement?.shadowRoot ?? null')).toBeNull()
  expect(problems).toEqual([])
  await page.close()
})

test('policies and people can be added as files, which a link carries', async () => {
  const { page, problems, requests } = await bench.open(leaving, { hash: '#view=file' })
  await page.click(key('edit'))
  await page.click('.editor-adding summary')
  const add = async (name: string): Promise<void> => {
    await page.$eval(key('name of new file'), (input) => input instanceof HTMLInputElement && input.select())
    await page.type(key('name of new file'), name)
    await page.keyboard.press('Enter')
  }
  await add('../outside.json')
  expect(await textAt(page, '.editor-adding [role="alert"]')).toContain('folders below the one of the tenant file')
  await add('policies/block.json')
  expect(await textIn(page)).toContain('- policies/block.json')
  const policy = '>>> .cm-content[aria-label="Text of scenarios/policies/block.json"]'
  expect(await textIn(page, policy)).toContain('"displayName": "New policy"')
  await add('people.csv')
  expect(await textAt(page, '.editor-file:last-child .hint')).toContain('nothing in it counts')
  expect(await allFindings(page)).toEqual([])
  await page.click(key('copy link'))
  await until(page, `location.hash.includes('text=')`)
  const { hash } = new URL(page.url())
  await page.click(key('remove scenarios/people.csv'))
  expect(await page.$$('.editor-file')).toHaveLength(2)
  await page.click('#tab-policies')
  await until(page, `document.querySelector('#view-policies').textContent.includes('New policy')`)
  expect([problems, requests]).toEqual([[], []])
  await page.close()
  const again = await bench.open(leaving, { hash })
  expect(await textAt(again.page, '#view-file')).toContain('scenarios/people.csv')
  expect(await again.page.$('.stale-link')).toBeNull()
  await again.page.close()
})

test('settings that were tried out are in the text, and typing goes on from there', async () => {
  const { page } = await bench.open(leaving, {
    hash: '#view=file&change=multifactorAuthentication~appPasswords~allowed',
  })
  await page.click(key('edit'))
  const value = () => textIn(page)
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
  const { page, problems } = await bench.open({ ...leaving, examples })
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
