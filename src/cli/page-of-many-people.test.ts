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
  await page.type(key('search users'), 'person.8888@')
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

test('a change decides everyone anew, and shows how many people it concerns', async () => {
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
