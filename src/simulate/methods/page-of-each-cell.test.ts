import { expect, test } from 'vitest'
import { ruleById } from '../../rules/index.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import { verdictOf } from '../../trace/verdict.ts'
import { sources } from '../../vocabulary/citations.ts'
import { planRequests } from '../plan-requests.ts'
import { simulateSession } from '../simulate-session.ts'

const loaded = loadTenant('scenarios/passwordless-company.yaml', nodeSourceReader(process.cwd()))
if (!loaded.ok) throw new Error('the scenario does not load')
const tenant = loaded.value

/** Cells by what is presented, each with the page that says it of these very methods, and the day on which it was read. */
const pagesOf = (): readonly string[] =>
  [...planRequests(tenant)].flatMap((request) =>
    simulateSession(tenant, request).flatMap((trace) => {
      const verdict = verdictOf(trace)
      if (verdict.kind !== 'signs-in') return []
      const shown = verdict.presents ?? (verdict.admissible ?? []).join(' or ')
      const rule = trace.methods?.admits
      const source = rule === undefined ? undefined : ruleById(rule)?.citation.source
      return [`${shown}: ${source ?? 'no page'}, ${source === undefined ? '' : sources[source].read}`]
    }),
  )

test('each cell of the passwordless company that is decided cites a page about what is presented there', () => {
  const pages = pagesOf()
  expect([...new Set(pages)].sort()).toEqual([
    'fido2: entra-passkey-support, 2026-11-30',
    'password,microsoftAuthenticatorPush: entra-authenticator-app, 2026-11-30',
    'password,sms: entra-phone-options, 2026-11-30',
    'password,softwareOath: entra-oath-tokens, 2026-11-30',
    'windowsHelloForBusiness or password,microsoftAuthenticatorPush: hello-authentication, 2026-11-30',
  ])
  expect(pages.length).toBe(96)
})
