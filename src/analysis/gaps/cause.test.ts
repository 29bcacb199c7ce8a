import { describe, expect, test } from 'vitest'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadTenant, loadTenantText } from '../../tenant/load-tenant.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { readBaseline } from './baseline.ts'
import { gaps } from './gaps.ts'
import { judgeBaseline, writeBaseline } from './judge-baseline.ts'
import { type Finding, type GapCase, type Gaps, gapKinds, gapSeverities } from './result.ts'

const disk = nodeSourceReader(process.cwd())

function sweep(tenant: ReturnType<typeof loadTenant>): Gaps {
  if (!tenant.ok) throw new Error(JSON.stringify(tenant.diagnostics.map(({ code, args }) => [code, args])))
  const swept = gaps(tenant.value, { reader: disk })
  if (!swept.ok) throw new Error('the sweep fails')
  return swept.value
}

const read = (text: string) => {
  const result = readBaseline({ name: 'baseline.yaml', text })
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result
}

/** The most findings that each scenario may show: how many causes it has. */
const scenarios = [
  ['conditional-access-controls', 14],
  ['exchange-online-switches', 12],
  ['security-defaults', 11],
  ['federated-skype-on-premises', 6],
  ['leaver', 10],
] as const

const swept = scenarios.map(([name, most]) => ({
  name,
  most,
  made: sweep(loadTenant(`scenarios/${name}.yaml`, disk)),
}))

const casesOf = (findings: readonly Finding[]): readonly GapCase[] => findings.flatMap(({ cases }) => cases)

/** An entry as a baseline named a finding before causes were grouped. */
const formerEntry = ({ kind, about, witness: { user, client, purpose, network } }: GapCase): string =>
  `- ${JSON.stringify({ kind, about, witness: { user, client, purpose, network }, reason: 'reviewed', expires: '2099-01-01' })}\n`

describe.each(swept)('in $name', ({ made, most }) => {
  const { findings, summary } = made

  test('each cause is said once', () => {
    const causes = findings.map(({ kind, severity, way, about, because, details }) =>
      JSON.stringify([kind, severity, way, kind === 'undetermined' ? about : '', because, details]),
    )
    expect(new Set(causes).size).toBe(causes.length)
    expect(findings.length).toBeLessThanOrEqual(most)
  })

  test('who and which clients are the sets of the cases', () => {
    for (const { cases, people, clients, purposes, networks, users, parts, origins } of findings) {
      const all = <T>(pick: (one: GapCase) => readonly T[]) => new Set(cases.flatMap(pick))
      expect(new Set(people.map((one) => one.class))).toEqual(all((one) => one.people.map((some) => some.class)))
      expect(users).toBe(people.reduce((sum, { size }) => sum + size, 0))
      expect(new Set(clients)).toEqual(all((one) => one.clients))
      expect(new Set(purposes)).toEqual(all((one) => one.purposes))
      expect(new Set(networks)).toEqual(all((one) => one.networks))
      expect(origins).toHaveLength(all(({ origin }) => [`${origin.file}:${origin.line}:${origin.column}`]).size)
      const pairs = (rows: readonly Pick<GapCase, 'people' | 'clients'>[]) =>
        new Set(
          rows.flatMap((row) => row.people.flatMap((one) => row.clients.map((client) => `${one.class} ${client}`))),
        )
      expect(pairs(parts)).toEqual(pairs(cases))
    }
  })

  test('the worst comes first, and the summary counts it', () => {
    const ranks = findings.map(
      ({ severity, kind }) => [gapSeverities.indexOf(severity), gapKinds.indexOf(kind)] as const,
    )
    expect(ranks).toEqual([...ranks].sort((one, other) => one[0] - other[0] || one[1] - other[1]))
    for (const { kind, bySeverity, findings: count } of summary) {
      const own = findings.filter((one) => one.kind === kind)
      expect(count).toBe(own.length)
      for (const severity of gapSeverities)
        expect(bySeverity[severity]).toBe(own.filter((one) => one.severity === severity).length)
    }
    expect(summary.reduce((sum, one) => sum + one.findings, 0)).toBe(findings.length)
  })

  test('an entry written before causes were grouped accepts what it named, and nothing else', () => {
    const cases = casesOf(findings)
    const every = read(cases.map(formerEntry).join(''))
    expect(judgeBaseline(findings, every, made.at)).toMatchObject({ findings: [], problems: [] })
    for (const one of cases) {
      const { findings: left, problems } = judgeBaseline(findings, read(formerEntry(one)), made.at)
      const key = ({ kind, about, witness }: GapCase) => JSON.stringify([kind, about, witness])
      expect(problems).toEqual([])
      expect(casesOf(left).map(key)).toEqual(cases.map(key).filter((other) => other !== key(one)))
    }
  })

  test('a baseline that was written has an entry for each part, and accepts everything', () => {
    const written = read(writeBaseline(findings, made.at))
    expect(written.entries.length).toBe(findings.reduce((sum, { parts }) => sum + parts.length, 0))
    expect(judgeBaseline(findings, written, made.at)).toMatchObject({ findings: [], problems: [] })
  })

  test('without one of its entries, what that named is found again', () => {
    const written = read(writeBaseline(findings, made.at))
    // A record that is kept nowhere on-premises is one case for everyone, whatever let each of them in.
    for (const entry of written.entries.filter(({ kind }) => kind !== 'no-on-premises-audit')) {
      const others = { ...written, entries: written.entries.filter((one) => one !== entry) }
      const left = judgeBaseline(findings, others, made.at).findings
      expect(left.map(({ kind }) => kind)).toContain(entry.kind)
    }
  })
})

const small = (users: string, clients = '[imap-client]', defaults = true): Tenant => {
  const loaded = loadTenantText(
    `name: Small
asOf: 2022-01-01
domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
networks: [{ name: internet }]
securityDefaults: ${defaults}
workloads: { exchange-online: { modernAuthentication: true, SmtpClientAuthenticationDisabled: false } }
${clients === '' ? '' : `clients: ${clients}`}
users:
${users}`,
    'small.yaml',
  )
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.map(({ code, args }) => [code, args])))
  return loaded.value
}

const person = (name: string, more = 'mailbox: exchange-online'): string =>
  `  - { userPrincipalName: ${name}@contoso.com, perUserMfaState: disabled, registered: true, appPasswords: [], roles: [], groups: [], ${more} }\n`

const findingsOf = (tenant: Tenant): Gaps => {
  const made = gaps(tenant)
  if (!made.ok) throw new Error('the sweep fails')
  return made.value
}

test('someone new in a class of accepted users is found', () => {
  const before = findingsOf(small(person('ada') + person('ben')))
  const baseline = read(writeBaseline(before.findings, before.at))
  expect(judgeBaseline(before.findings, baseline, before.at).findings).toEqual([])
  const after = findingsOf(small(person('new') + person('ada') + person('ben')))
  const { findings, problems } = judgeBaseline(after.findings, baseline, after.at)
  expect(problems).toEqual([])
  const blocked = findings.find(({ kind }) => kind === 'nobody-can-sign-in')
  expect(blocked?.people.flatMap(({ members }) => members)).toEqual(['new@contoso.com'])
  expect(blocked?.witness.user).toBe('new@contoso.com')
})

describe('an account without a mailbox', () => {
  const scanner = '[{ name: scanner, client: multifunction-device }]'
  const found = (users: string, clients = scanner) =>
    findingsOf(small(users, clients, false))
      .findings.filter(({ kind }) => kind === 'nobody-can-sign-in')
      .map(({ severity, way, people }) => [severity, way, people.map(({ representative }) => representative)])

  test('for emergency access is not an error', () => {
    expect(found(person('glass', 'kind: emergency-access, mailbox: none'))).toEqual([
      ['note', 'no-mailbox', ['glass@contoso.com']],
    ])
  })

  test('is an error where a device is given to it', () => {
    const given = '[{ name: scanner, client: multifunction-device, users: [scanner@contoso.com] }]'
    expect(found(person('scanner', 'mailbox: none') + person('ada'), given)).toEqual([
      ['error', 'blocked', ['scanner@contoso.com']],
    ])
  })

  test('is no error where the file does not say that there is a device', () => {
    const severities = new Set(found(person('ada', 'mailbox: none'), '').map(([severity]) => severity))
    expect([...severities]).toEqual(['warning'])
  })

  test('is an error where a device can send for nobody', () => {
    expect(found(person('ada', 'mailbox: none'))).toEqual([['error', 'blocked', ['ada@contoso.com']]])
  })
})
