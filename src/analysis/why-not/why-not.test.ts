import { describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { simulateSession } from '../../simulate/simulate-session.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadTenantText } from '../../tenant/load-tenant.ts'
import type { Trace } from '../../trace/step.ts'
import { sessionVerdict } from '../../trace/verdict.ts'
import { planOf, readPlan } from '../matrix/plan.ts'
import { unifiedDiff } from './patch.ts'
import { type TextEdit, withTextEdits, withValueEdits } from './text.ts'
import { type WhyNot, whyNot } from './why-not.ts'

// A search plays hundreds of plans.
vi.setConfig({ testTimeout: 60_000 })

const reader = nodeSourceReader(process.cwd())

/** Whether a session signs in with this credential alone, or has this verdict. */
const ends =
  (want: string) =>
  (traces: readonly Trace[]): boolean => {
    const verdict = sessionVerdict(traces)
    return verdict.kind === want || (verdict.kind === 'signs-in' && verdict.credentials.join() === want)
  }

function search(file: string, user: string, client: string, want: string, network?: string): WhyNot {
  const plan = readPlan(`scenarios/${file}.yaml`, reader)
  if (!plan.ok) throw new Error(`${file} does not load`)
  const filter = { user, client, ...(network && { network }) }
  const found = whyNot({ plan: plan.value, filter, wanted: ends(want), reader })
  if (!found.ok) throw new Error('the search fails')
  return found.value
}

const questions = [
  ['federated-skype-on-premises', 'finance.lead@contoso.com', 'outlook-2010', 'interactive'],
  ['federated-skype-on-premises', 'finance.lead@contoso.com', 'outlook-2013', 'interactive'],
  ['federated-skype-on-premises', 'finance.lead@contoso.com', 'outlook-2010', 'account-password'],
  ['federated-skype-on-premises', 'warehouse.clerk@contoso.com', 'outlook-2016', 'blocked'],
  ['hybrid-autodiscover', 'moved.manager@fabrikam.com', 'outlook-2010', 'signs-in'],
  ['conditional-access', 'clerk@northwind.com', 'imap-client', 'account-password'],
  ['conditional-access', 'warehouse@northwind.com', 'imap-client', 'blocked'],
] as const

const found = questions.map(
  ([file, user, client, want]) => [file, user, client, want, search(file, user, client, want)] as const,
)

describe.each(found)('in %s, why does %s not get from %s: %s', (file, user, client, want, result) => {
  test('there is an answer', () => {
    expect(result.sets.length).toBeGreaterThan(0)
    expect(result.tried).toBeGreaterThanOrEqual(result.levers)
  })

  test('each patch gives what is wanted', () => {
    for (const { text, levers } of result.sets) {
      const loaded = loadTenantText(text, `scenarios/${file}.yaml`, reader)
      if (!loaded.ok) throw new Error(`the patch of ${levers.map(({ what }) => what).join()} does not load`)
      const renamed = levers.find((lever) => lever.client !== undefined)?.client
      for (const request of result.requests)
        expect(ends(want)(simulateSession(loaded.value, { ...request, client: renamed ?? client }))).toBe(true)
    }
  })

  test('each set keeps every comment and every line that it does not change', () => {
    for (const { patch, text } of result.sets) {
      const changed = patch.split('\n').filter((line) => /^[+-](?![+-]{2} )/.test(line)).length
      expect(changed).toBeGreaterThan(0)
      expect(changed).toBeLessThan(16)
      expect(text).toContain('# yaml-language-server')
    }
  })

  test('the same question has the same answer', () => {
    const again = search(file, user, client, want)
    expect(again.sets.map(({ patch }) => patch)).toEqual(result.sets.map(({ patch }) => patch))
  })
})

test('what is so already needs no change', () => {
  const result = search('federated-skype-on-premises', 'finance.lead@contoso.com', 'outlook-2016', 'interactive')
  expect(result).toMatchObject({ already: true, sets: [], tried: 0 })
})

test('where no single change is enough, pairs of changes of different things are tried', () => {
  const text = `name: Two switches
asOf: 2019-10-01
domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
multifactorAuthentication:
  appPasswords: blocked # for now
workloads: { exchange-online: { modernAuthentication: true, SmtpClientAuthenticationDisabled: false } }
networks: [{ name: internet }]
clients: [outlook-2010]
users:
  - { userPrincipalName: a@contoso.com, perUserMfaState: disabled, registered: true, appPasswords: [], roles: [], mailbox: exchange-online }
`
  const plan = planOf({ name: 'two.yaml', text })
  if (!plan.ok) throw new Error(JSON.stringify(plan.diagnostics))
  const filter = { user: 'a@contoso.com', client: 'outlook-2010', purpose: 'read-mail' } as const
  const result = whyNot({ plan: plan.value, filter, wanted: ends('app-password') })
  if (!result.ok) throw new Error('the search fails')
  const { size, sets, tried, levers } = result.value
  expect(size).toBe(2)
  expect(tried).toBeGreaterThan(levers)
  const made = sets.map((set) => set.levers.map(({ what }) => what))
  expect(made).toContainEqual(['users[a@contoso.com].perUserMfaState', 'multifactorAuthentication.appPasswords'])
  expect(made).toContainEqual(['users[a@contoso.com].perUserMfaState', 'users[a@contoso.com].appPasswords'])
  expect(sets.some((set) => set.text.includes('appPasswords: allowed # for now'))).toBe(true)
})

describe('an edit of a text', () => {
  const block =
    '# top\na: 1 # one\nb:\n  c: x\n  d: [p, q] # list\nlist:\n  - n: 1\n    m: 2 # two\n  - n: 2\nwords:\n  - one # first\n  - two\nlast: {k: v}\n'
  const edits: readonly (readonly [string, TextEdit])[] = [
    ['sets a value', { path: ['a'], value: 2 }],
    ['sets a value of a list', { path: ['b', 'd'], value: [] }],
    ['adds a key', { path: ['b', 'e'], value: true }],
    ['adds a key at the top', { path: ['z'], value: { y: [1, 'two words'] } }],
    ['adds keys below one another', { path: ['x', 'y', 'z'], value: 'no' }],
    ['adds an item to a flow list', { path: ['b', 'd', 2], value: 'r@s.t' }],
    ['adds an item to a block list', { path: ['words', 2], value: { name: 'three' } }],
    ['adds a key to an item', { path: ['list', 0, 'o'], value: 3 }],
    ['adds a key to a flow mapping', { path: ['last', 'l'], value: 'w' }],
    ['makes a word an entry', { path: ['words', 0], value: undefined, asEntry: true }],
    ['takes out a key', { path: ['b', 'c'], value: undefined }],
    ['takes out the first key of an item', { path: ['list', 0, 'n'], value: undefined }],
    ['takes out the only key', { path: ['last', 'k'], value: undefined }],
    ['takes out an item of a flow list', { path: ['b', 'd', 0], value: undefined }],
    ['takes out an item of a block list', { path: ['list', 1], value: undefined }],
    ['takes out a whole block', { path: ['b'], value: undefined }],
    ['takes out the last key', { path: ['last'], value: undefined }],
  ]

  test.each(edits)('%s, and means the same as the edit of the data', (_name, edit) => {
    const made = withTextEdits(block, [edit])
    expect(parse(made)).toEqual(JSON.parse(JSON.stringify(withValueEdits(parse(block), [edit]))))
    expect(made).toContain('# top')
  })

  test.each(edits)('%s in JSON too', (_name, edit) => {
    const json = JSON.stringify(parse(block), null, 2)
    const made = withTextEdits(json, [edit])
    expect(JSON.parse(made)).toEqual(JSON.parse(JSON.stringify(withValueEdits(parse(block), [edit]))))
  })

  test.each(edits)('%s with the line ends of Windows', (_name, edit) => {
    const made = withTextEdits(block.replaceAll('\n', '\r\n'), [edit])
    expect(made.replaceAll('\r\n', '\n')).toBe(withTextEdits(block, [edit]))
  })
})

test('a unified diff has hunks with their lines counted', () => {
  const lines = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`)
  const after = lines.flatMap((line, index) => (index === 1 ? ['new', line] : index === 17 ? [] : [line]))
  const diff = unifiedDiff('a.yaml', `${lines.join('\n')}\n`, `${after.join('\n')}\n`)
  expect(diff.split('\n').filter((line) => line.startsWith('@@'))).toEqual(['@@ -1,4 +1,5 @@', '@@ -15,6 +16,5 @@'])
  expect(unifiedDiff('a.yaml', 'x\n', 'x\n')).toBe('')
})
