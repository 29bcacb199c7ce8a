import { expect, test, vi } from 'vitest'
import type { PagePlan } from '../report/pages/page-data.ts'
import { allFindings, key, sharedWorkbench, textAt, until } from './open-page.fixture.ts'

vi.setConfig({ testTimeout: 60_000 })

const file = 'today.yaml'
const today = `name: Fabrikam
asOf: 2026-10-01
domains: [{ name: fabrikam.com, authenticationType: managed }]
securityDefaults: false
users: [{ userPrincipalName: ada@fabrikam.com, displayName: Ada, perUserMfaState: disabled, roles: [], groups: [], mailbox: exchange-online }]
workloads: { exchange-online: { modernAuthentication: true }, sharepoint-online: {} }
clients: [browser, outlook-microsoft-365]
networks: [{ name: home, insideCorporateNetwork: false }]
`
const blocked = `conditionalAccess:
  policies:
    - displayName: Nobody
      state: enabled
      conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] }
      grantControls: { operator: OR, builtInControls: [block] }
`
const plan: PagePlan = {
  name: 'To the end',
  file: 'plan.yaml',
  stages: [
    { name: 'Start', at: Date.UTC(2026, 9, 1), text: today, notes: [] },
    {
      name: 'Everything closes',
      at: Date.UTC(2026, 10, 1),
      text: today + blocked,
      notes: [{ words: 'Everyone: can no longer do it with any client (1 user)', grave: true }],
    },
    { name: 'It opens', at: Date.UTC(2026, 11, 1), when: 'the helpdesk is quiet', text: today, notes: [] },
  ],
}

const bench = sharedWorkbench()

test('a stage of a plan is chosen by the slider or its buttons; matrix, changes, file and address follow', async () => {
  const { page, problems, requests } = await bench.open({ file, files: { [file]: today }, plan })
  const blockedCells = `document.querySelectorAll('table.board .tone-blocked').length`
  expect(await textAt(page, '.stage-bar')).toContain('of the plan “To the end” (plan.yaml)')
  expect(await page.evaluate(blockedCells)).toBe(0)
  await page.focus(key('stage'))
  await page.keyboard.press('ArrowRight')
  await until(page, `${blockedCells} === 2`)
  expect(await textAt(page, '.stage-name')).toMatch(/^1\. Everything closes 2026-11-01/)
  expect(await textAt(page, '.stage-notes .grave')).toContain('can no longer do it with any client')
  expect(await textAt(page, '.trials')).toContain('stage 1, Everything closes')
  expect(new URL(page.url()).hash).toBe('#stage=1&date=2026-11-01')
  expect(await allFindings(page)).toEqual([])
  await page.click('#tab-changes')
  await until(page, `document.querySelector('#view-changes .lead') !== null`)
  expect(await textAt(page, '#view-changes')).toContain('stage 1, Everything closes.')
  await page.click('#tab-file')
  expect(await textAt(page, '#view-file .source')).toContain('displayName: Nobody')
  await page.click(key('stage after'))
  await until(page, `document.querySelector('.stage-name')?.textContent.startsWith('2. It opens')`)
  expect(await textAt(page, '.stage-name')).toContain('2026-12-01 at the earliest: the helpdesk is quiet')
  expect(await textAt(page, '#view-file .source')).not.toContain('displayName: Nobody')
  await page.goBack()
  await until(page, `document.querySelector('.stage-name')?.textContent.startsWith('1. ')`)
  await page.click('#tab-credentials')
  await until(page, `${blockedCells} === 2`)
  await page.click(key('reset'))
  await until(page, `${blockedCells} === 0`)
  expect(await textAt(page, '.stage-name')).toMatch(/^Start/)
  expect([problems, requests]).toEqual([[], []])
  await page.close()
})

test('a stage is compared with the start, or with the stage before, by matrix, session, changes and address', async () => {
  const { page, problems } = await bench.open(
    { file, files: { [file]: today }, plan },
    { hash: '#stage=2&against=before&cell=ada@fabrikam.com~browser~open-documents' },
  )
  await until(page, `document.querySelectorAll('button.cell.changed').length === 2`)
  expect(await textAt(page, '.verdict .before')).toContain('△ In the stage before: ')
  expect(await textAt(page, '.verdict .before')).toContain('Nobody')
  expect(await page.$('.stale-link')).toBeNull()
  await page.click('#tab-changes')
  await until(page, `document.querySelector('#view-changes tbody tr') !== null`)
  expect(await textAt(page, '#view-changes thead')).toContain('In the stage before')
  expect(await textAt(page, '#view-changes tbody')).toMatch(/blocked.*interactive/)
  await page.select(key('against'), 'start')
  await until(page, `document.querySelector('#view-changes .empty') !== null`)
  expect(await textAt(page, '#view-changes .empty')).toBe('Every sign-in has the same outcome as in the file.')
  expect(new URL(page.url()).hash).not.toContain('against')
  expect(await allFindings(page)).toEqual([])
  expect(problems).toEqual([])
  await page.close()
})

test('a stage in which another method is presented is marked as changed, and says by which', async () => {
  const [start, other] = ['methods: [fido2, microsoftAuthenticatorPush]', 'methods: [microsoftAuthenticatorPush]'].map(
    (methods) =>
      today.replace('roles: []', `roles: [], ${methods}`).replace('securityDefaults: false', 'securityDefaults: true'),
  )
  if (start === undefined || other === undefined) throw new Error('two texts')
  const stages = [start, other].map((text, index) => ({
    name: `${index}`,
    at: Date.UTC(2026, 9, 1 + index),
    text,
    notes: [],
  }))
  const { page } = await bench.open({ file, files: { [file]: start }, plan: { ...plan, stages } }, { hash: '#stage=1' })
  await until(page, `document.querySelectorAll('button.cell.changed').length === 2`)
  expect(await textAt(page, 'button.cell.changed .note')).toMatch(/^was .*passkey/)
  await page.close()
})

test('a link leads to a stage with its date, in the dark at 390 px; one to a stage that is none says so', async () => {
  const { page } = await bench.open(
    { file, files: { [file]: today }, plan },
    { hash: '#stage=1', width: 390, scheme: 'dark' },
  )
  await until(page, `document.querySelectorAll('table.board .tone-blocked').length === 2`)
  expect(await textAt(page, '.trials')).not.toContain('date')
  expect(await allFindings(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
  await page.close()
  const gone = await bench.open({ file, files: { [file]: today }, plan }, { hash: '#stage=7' })
  expect(await textAt(gone.page, '.stale-link')).toContain('there is no “stage 7”')
  await gone.page.close()
})
