import { describe, expect, test, vi } from 'vitest'
import { simulateSession } from '../../simulate/simulate-session.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadTenantText } from '../../tenant/load-tenant.ts'
import type { Trace } from '../../trace/step.ts'
import { sessionVerdict } from '../../trace/verdict.ts'
import { planOf, readPlan } from '../matrix/plan.ts'
import { unifiedDiff } from './patch.ts'
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
  ['hybrid-autodiscover', 'moved.manager@fabrikam.com', 'outlook-2010', 'signs-in'],
  ['conditional-access', 'clerk@northwind.com', 'imap-client', 'account-password'],
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

  test('checking flags nothing in a changed file that it did not flag before', () => {
    const source = reader.read(`scenarios/${file}.yaml`)
    const flags = (text: string): readonly string[] => {
      const loaded = loadTenantText(text, `scenarios/${file}.yaml`, reader)
      return (loaded.ok ? loaded.warnings : loaded.diagnostics).map(({ code, args }) => JSON.stringify([code, args]))
    }
    const before = new Set(source.ok ? flags(source.value.text) : [])
    for (const { text } of result.sets) expect(flags(text).filter((flag) => !before.has(flag))).toEqual([])
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

test('a unified diff has hunks with their lines counted', () => {
  const lines = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`)
  const after = lines.flatMap((line, index) => (index === 1 ? ['new', line] : index === 17 ? [] : [line]))
  const diff = unifiedDiff('a.yaml', `${lines.join('\n')}\n`, `${after.join('\n')}\n`)
  expect(diff.split('\n').filter((line) => line.startsWith('@@'))).toEqual(['@@ -1,4 +1,5 @@', '@@ -15,6 +16,5 @@'])
  expect(unifiedDiff('a.yaml', 'x\n', 'x\n')).toBe('')
})
