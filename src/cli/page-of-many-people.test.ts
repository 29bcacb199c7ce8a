import { expect, test, vi } from 'vitest'
import { allFindings, key, sharedWorkbench, textAt, until } from '../page/open-page.fixture.ts'
import { carriedOfMany } from './many-people.fixture.ts'

vi.setConfig({ testTimeout: 60_000 })

const bench = sharedWorkbench()
const file = 'tenant.yaml'

test('many people open in groups by outcome, and each of them is found', async () => {
  const { page, problems, requests } = await bench.open({ file, ...carriedOfMany('Outer') })
  expect(await textAt(page, '.head-bar .under')).toContain('9,000 users')
  const rows = await page.$$eval('.board tr.group', (all) => all.map((one) => one.textContent))
  expect(rows).toEqual(['Group 1: 3,000 people', 'Group 2: 3,000 people', 'Group 3: 3,000 people'])
  expect(await textAt(page, '.board tbody th[scope="row"]')).toBe('Person 0and 2,999 like them')
  // Everyone who is meant is counted, also where these are many.
  await page.type(key('search users'), 'person.8')
  const found = `[...document.querySelectorAll('.board tr.group')].map((one) => one.textContent).join()`
  await until(page, `${found} === 'Group 1: 369 people,Group 2: 369 people,Group 3: 373 people'`)
  await page.type(key('search users'), '888@')
  await until(page, `document.querySelectorAll('.board tbody th[scope="row"]').length === 1`)
  expect(await textAt(page, '.board tbody th[scope="row"]')).toBe('Person 8888person.8888@contoso.com')
  await page.click('button.cell')
  await until(page, `document.querySelector('.session .verdict-sentence') !== null`)
  expect(await textAt(page, '.session h2')).toContain('Person 8888')
  expect(await textAt(page, '.session')).not.toContain('In the file')
  // What is stated in the file of people cannot be changed here, and the page says so.
  expect(await textAt(page, '.what-if')).toContain('Stated in users.csv, which this page does not change.')
  expect(await allFindings(page)).toEqual([])
  expect(problems).toEqual([])
  expect(requests).toEqual([])
  await page.close()
})

test('a change decides everyone again, and shows how many people it concerns', async () => {
  const { page, problems } = await bench.open({ file, ...carriedOfMany('Outer') })
  const place = await page.$$('fieldset.policies select')
  await place[1]?.select('disabled')
  await until(page, `document.querySelector('.trials') !== null`)
  await page.click(key('see changes'))
  await until(page, `document.querySelector('.what-changes table') !== null`)
  expect(await textAt(page, '.what-changes')).toContain('of 3,000 users change')
  expect(problems).toEqual([])
  await page.close()
})

test('the policies answer for a person who is named, and for nobody else', async () => {
  const { page, problems } = await bench.open({ file, ...carriedOfMany('Outer') }, { hash: '#view=policies' })
  expect(await textAt(page, '.sheet-part')).toContain('The sheet is not made for 9,000 users.')
  const name = async (person: string): Promise<void> => {
    await page.click(key('ask person'), { count: 3 })
    await page.type(key('ask person'), person)
    await page.keyboard.press('Enter')
  }
  await name('person.4@contoso.com')
  await until(page, `document.querySelector('.answer-part h2') !== null`)
  expect(await textAt(page, '.answer-part')).toMatch(/^Person 4 requires multifactor authentication.*Applies 1✓MFA/)
  await name('nobody@contoso.com')
  await until(page, `document.querySelector('.answer-part .problems') !== null`)
  expect(await textAt(page, '.answer-part')).toContain('nobody is called “nobody@contoso.com”')
  expect(problems).toEqual([])
  await page.close()
})

test('a policy that names a group whose members are left out is refused with the reason', async () => {
  const carried = carriedOfMany('Inner', 1000)
  const texts = { ...carried.files, [file]: (carried.files[file] ?? '').replace('[Inner]', '[Others]') }
  const { page, problems } = await bench.open({ file, files: texts, packed: carried.packed })
  expect(await textAt(page, '.problems')).toBe(
    'This page does not have the members of “Others”: it was made for a plan that does not name this group. Save the file, and make a new page of it with `authplan report`.',
  )
  expect(problems).toEqual([])
  await page.close()
})
