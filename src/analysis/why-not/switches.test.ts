import { expect, test, vi } from 'vitest'
import { simulateSession } from '../../simulate/simulate-session.ts'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { type MailboxSwitch, mailboxSwitchNames } from '../../tenant/settings/mailbox.ts'
import type { Trace } from '../../trace/step.ts'
import { sessionVerdict } from '../../trace/verdict.ts'
import type { Purpose } from '../../vocabulary/requests.ts'
import { readPlan } from '../matrix/plan.ts'
import { whyNot } from './why-not.ts'

vi.setConfig({ testTimeout: 60_000 })

/** A client that each switch stops by itself; those that need another to stop anything say why they have none. */
const stopped: Readonly<Record<MailboxSwitch, { readonly client: string; readonly purpose?: Purpose } | string>> = {
  ActiveSyncEnabled: { client: 'eas-client' },
  OWAEnabled: { client: 'outlook-web' },
  PopEnabled: { client: 'pop-client' },
  ImapEnabled: { client: 'imap-client' },
  MAPIEnabled: { client: 'outlook-2016' },
  MapiHttpEnabled: 'it changes the protocol of Outlook and stops nothing',
  EwsEnabled: { client: 'ews-client' },
  EwsAllowOutlook: 'it stops one leg of Outlook, which the session survives',
  EwsAllowMacOutlook: { client: 'outlook-mac-2016' },
  OutlookMobileEnabled: { client: 'outlook-mobile-ios' },
  MacOutlookEnabled: 'it concerns clients with Microsoft Sync, which a plan declares by their protocol',
  OneWinNativeOutlookEnabled: { client: 'outlook-new-windows' },
  UniversalOutlookEnabled: { client: 'windows-mail' },
  SmtpClientAuthenticationDisabled: { client: 'imap-client', purpose: 'send-mail' },
}

const plan = (client: string, closed: string) => `
name: Switches
asOf: 2021-03-01
createdDateTime: 2019-01-01
domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
networks: [{ name: internet }]
securityDefaults: false
workloads: { exchange-online: { modernAuthentication: true } }
autodiscover: { kind: cloud }
clients: [{ name: program, client: ${client}, accountSetup: since-modern }]
users: [{ userPrincipalName: ada@contoso.com, perUserMfaState: disabled, registered: true, appPasswords: [],
  roles: [], groups: [], mailbox: exchange-online, archive: none, mailboxSwitches: { ${closed} } }]
`

const signsIn = (traces: readonly Trace[]) => sessionVerdict(traces).kind === 'signs-in'

for (const name of mailboxSwitchNames) {
  const case_ = stopped[name]
  if (typeof case_ === 'string') continue
  const value = name === 'SmtpClientAuthenticationDisabled'
  test(`${name}: ${value} is undone by one change`, () => {
    const reader = memorySourceReader({ 'tenant.yaml': plan(case_.client, `${name}: ${value}`) })
    const loaded = readPlan('tenant.yaml', reader)
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.map(({ code, args }) => [code, args])))
    const filter = { user: 'ada@contoso.com', client: 'program', purpose: case_.purpose ?? 'read-mail' } as const
    const found = whyNot({ plan: loaded.value, filter, wanted: signsIn, reader })
    if (!found.ok) throw new Error('the search fails')
    const ends = found.value.requests.map(
      (request) => sessionVerdict(simulateSession(loaded.value.tenant, request)).kind,
    )
    expect(ends).not.toContain('signs-in')
    expect(found.value.sets.map(({ levers }) => levers.map(({ what }) => what))).toContainEqual([
      `users[ada@contoso.com].mailboxSwitches.${name}`,
    ])
  })
}
