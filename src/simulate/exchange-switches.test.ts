import { expect, test } from 'vitest'
import { legsOf } from './sign-in.fixture.ts'

const online = { OAuth2ClientProfileEnabled: true, SmtpClientAuthenticationDisabled: false }

/** How submitting mail ends for a person whose mailbox is in one of two places. */
function endOf(mailbox: string, tenant: object, exchangeOnline: object = {}, user: object = {}): string | undefined {
  const [leg] = legsOf(
    {
      asOf: '2023-09-12',
      tenant: { ...tenant },
      user: { mailbox, ...user },
      workloads: {
        'exchange-online': { ...online, ...exchangeOnline },
        'exchange-server': { servers: [{ version: '2019', cumulativeUpdate: 13 }] },
      },
    },
    { client: 'imap-client', purpose: 'send-mail' },
  )
  const last = leg?.steps.at(-1)
  return last?.kind === 'outcome' ? last.verdict.kind : undefined
}

test.each<[what: string, tenant: object, exchangeOnline: object, user: object]>([
  ['the switch of the organization', {}, { SmtpClientAuthenticationDisabled: true }, {}],
  ['the switch of the mailbox', {}, {}, { mailboxSwitches: { SmtpClientAuthenticationDisabled: true } }],
  ['security defaults', { securityDefaults: true }, {}, {}],
  [
    'an authentication policy',
    {},
    {
      authenticationPolicies: [{ name: 'none', AllowBasicAuthSmtp: false }],
      DefaultAuthenticationPolicy: 'none',
    },
    {},
  ],
])('%s stops submission to Exchange Online and none to a server', (_, tenant, exchangeOnline, user) => {
  expect(endOf('exchange-online', tenant, exchangeOnline, user)).toBe('blocked')
  expect(endOf('exchange-server', tenant, exchangeOnline, user)).toBe('signs-in')
})

test.each(['read-mail', 'open-address-book', 'check-free-busy', 'send-mail'] as const)(
  'Outlook on the web that is switched off for a mailbox is off to %s',
  (purpose) => {
    const legs = legsOf({ user: { mailboxSwitches: { OWAEnabled: false } } }, { client: 'outlook-web', purpose })
    const kinds = legs
      .map(({ steps }) => steps.at(-1))
      .map((last) => (last?.kind === 'outcome' ? last.verdict.kind : ''))
    expect(kinds).toContain('blocked')
  },
)

test.each([
  ['2019', 14, 'signs-in'],
  ['2019', 13, 'undetermined'],
  ['2016', 23, 'undetermined'],
] as const)('Outlook on the web takes tokens of Exchange %s CU %s: %s', (version, cumulativeUpdate, kind) => {
  const server = {
    hybrid: 'classic-full',
    modernAuthority: 'entra-id',
    OAuth2ClientProfileEnabled: true,
    owaModernAuthentication: true,
    servers: [{ version, cumulativeUpdate }],
  }
  const plan = {
    asOf: '2024-06-01',
    user: { mailbox: 'exchange-server' },
    workloads: { 'exchange-online': {}, 'exchange-server': server },
  }
  const last = legsOf(plan, { client: 'outlook-web' })[0]?.steps.at(-1)
  expect(last?.kind === 'outcome' ? last.verdict.kind : '').toBe(kind)
})
