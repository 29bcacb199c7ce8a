import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { tenantOf } from '../random-plan.fixture.ts'
import { parseClaim } from './parse-claim.ts'
import { claimWords } from './print-claim.ts'

const tenant = tenantOf(readFileSync('scenarios/conditional-access.yaml', 'utf8'))

const claims: readonly string[] = [
  'no sign-in to Exchange Online from outside succeeds without a second factor',
  'every sign-in by guests meets a phishing-resistant strength',
  'legacy clients get in nowhere',
  'break-glass accounts are never blocked',
  'no sign-in uses the app password',
  'no sign-in of the clerk uses one of certificate, app password',
  'no sign-in with the app password contacts the identity provider',
  'every sign-in with the app password is verified by Microsoft Entra ID',
  'every client of every user has a working credential',
  'every client of the warehouse has a working credential',
  'no sign-in succeeds without a second factor',
  'no sign-in from the internet succeeds without a second factor',
  'only service accounts use basic authentication',
  'no client needs two credentials for one prompt',
  'no sign-in is undetermined',
  'some sign-in by members of the group Executives is asked for a second factor',
  'every sign-in by members of Executives or Legacy exceptions on compliant devices signs in',
  'at most two people use the app password to read mail',
  'at most two sign-ins are undetermined without deviceInfo',
  'at least one administrator signs in with interactive sign-in from the office',
  'nobody loses access on 2026-10-01',
  'at most three guests lose access between 2026-09-01 and 2026-10-01',
  'no sign-in not by service accounts authenticates with basic authentication',
  'every sign-in by people other than administrators on unmanaged devices is blocked',
  'every successful sign-in by the chief requires multifactor authentication',
  'no sign-in where protocol=imap4 succeeds',
  'every sign-in where protocol!=imap4 is not blocked by the policy "Block legacy authentication"',
  'administrators always sign in with a second factor from outside',
  'no sign-in for send mail is recorded by Active Directory',
  'every sign-in with browsers is prompted at most 1 times',
  'no sign-in is decided by rule CRED-2',
  'some sign-in ends with error AADSTS53003',
  'no administrator is kept out from the office',
  'holders of the role Global Administrator are never asked for a second factor by the identity provider',
  'no sign-in to the application "microsoft-graph" by "clerk@northwind.com" is subject to the policy "MFA for executives"',
  'no sign-in on iOS or android does not use interactive',
  'no sign-in from Android to Exchange Online succeeds without MFA',
  'no sign-in from unmanaged devices gets in without multifactor authentication',
  'every sign-in by administrators is asked for MFA by the identity provider',
]

describe('a claim', () => {
  test.each(claims)('"%s" is read, and its words mean the same', (text) => {
    const parsed = parseClaim({ tenant }, text)
    expect(parsed.ok ? [] : parsed.problems).toEqual([])
    if (!parsed.ok) return
    const words = claimWords(tenant, parsed.value)
    const again = parseClaim({ tenant }, words)
    expect([words, again.ok ? again.value : again.problems]).toEqual([words, parsed.value])
  })

  const wrong: readonly (readonly [string, string, string])[] = [
    ['no sign-in uses the app pasword', 'unknown credential `app pasword`', 'did you mean `app password`'],
    [
      'no sign-in uses basik authentication',
      'unknown flow `basik authentication`',
      'did you mean `basic authentication`',
    ],
    [
      'no sign-in by administratos is blocked',
      'unknown people or group or role or user `administratos`',
      'administrators',
    ],
    [
      'no sign-in from the intranet is blocked',
      'unknown network or place or platform or device `intranet`',
      'internet',
    ],
    ['no sign-in on 2026-13-01 is blocked', 'unknown date `2026-13-01`', 'write'],
    ['no sign-in is blokked', '`is blokked` is not a known statement', 'is blocked'],
    ['no sign-in is blocked today', '`today` is not understood', 'no sign-in is blocked'],
    ['every user signs in', '`every user` is not a claim about sign-ins', 'every sign-in by'],
    ['administrators are blocked', '`administrators are blocked` has no quantity', 'never'],
    ['nobody loses access', 'a claim about losing access needs a date', 'on 2026-10-01'],
    ['some sign-in loses access on 2026-10-01', 'a claim about losing access starts with', 'nobody'],
    ['at most many people use the app password', '`many` is not a number', 'two'],
    ['no sign-in by administrators or clerk is blocked', 'is a user', 'a separate claim for each'],
    ['no sign-in where protocl=imap4 is blocked', 'unknown key `protocl`', 'protocol'],
    ['no sign-in between 2026-10-01 and 2026-09-01 is blocked', 'the second date is not after the first', 'earlier'],
    ['it rains', '`it rains` is not a claim', 'every sign-in'],
  ]
  test.each(wrong)('"%s" is refused', (text, message, help) => {
    const parsed = parseClaim({ tenant }, text)
    expect(parsed.ok).toBe(false)
    if (parsed.ok) return
    expect(parsed.problems[0]?.message).toContain(message)
    expect(parsed.problems[0]?.help).toContain(help)
  })
})

describe('names that differ in little', () => {
  const groups = ['A', 'Sales-EU', 'Sales EU', 'The Board'].map((name) => ({ name, members: [] }))
  const few = tenantOf(
    JSON.stringify({
      name: 'Contoso',
      asOf: '2026-01-01',
      domains: [{ name: 'contoso.com', authenticationType: 'managed' }],
      users: [{ userPrincipalName: 'ada@contoso.com' }],
      groups,
    }),
  )
  const named = (name: string) => {
    const parsed = parseClaim({ tenant: few }, `no sign-in by members of the group ${name} is blocked`)
    return parsed.ok ? parsed.value.where[0]?.values : parsed.problems[0]
  }
  test.each([
    ['"A"', 'a'],
    ['"Sales-EU"', 'sales-eu'],
    ['Sales EU', 'sales eu'],
    ['board', 'the board'],
  ])('%s is the group %s', (name, value) => expect(named(name)).toEqual([value]))
  test('are not chosen from where neither is written so', () => {
    expect(named('sales_eu')).toMatchObject({ help: 'write one of `sales-eu`, `sales eu`' })
    expect(named('Sails')).toMatchObject({ help: 'known: `a`, `sales eu`, `board`' })
  })
})
