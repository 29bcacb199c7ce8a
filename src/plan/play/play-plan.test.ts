import { describe, expect, test } from 'vitest'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import type { PlanClaim, PlanResult } from '../result.ts'
import { loadPlan } from '../states/load-plan.ts'
import { playPlan } from './play-plan.ts'

const user = (name: string, more: string): string =>
  `  - { userPrincipalName: ${name}@contoso.com, perUserMfaState: disabled, appPasswords: [], roles: [], groups: [], mailbox: exchange-online, archive: none, registrar: none, ${more} }`

const tenant = `
name: Contoso
asOf: 2023-01-01
createdDateTime: 2015-01-01
domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
multifactorAuthentication: { appPasswords: blocked, availableMethods: [microsoftAuthenticatorPush, fido2, temporaryAccessPassOneTime] }
securityDefaults: false
workloads: { exchange-online: { modernAuthentication: true, SmtpClientAuthenticationDisabled: false } }
networks: [{ name: internet, insideCorporateNetwork: false }]
clients: [browser, { name: scanner, client: multifunction-device, users: [scan@contoso.com] }]
users:
${user('ada', 'methods: [microsoftAuthenticatorPush]')}
${user('bob', 'methods: []')}
${user('scan', 'methods: []')}
${user('glass', 'kind: emergency-access, methods: [fido2]')}
conditionalAccess:
  policies:
      - displayName: Block the browser of Bob
        state: enabled
        conditions: { users: { includeUsers: [bob@contoso.com] }, applications: { includeApplications: [All] }, clientAppTypes: [all] }
        grantControls: { operator: OR, builtInControls: [block] }
`

function played(stages: string, more = '', start = tenant): PlanResult {
  const text = `plan: P\nstart: t.yaml\nuntil: 2023-12-31\nstages:\n${stages}${more}`
  const reader = memorySourceReader({ 'p.yaml': text, 't.yaml': start })
  const loaded = loadPlan('p.yaml', reader)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.map(({ code, args }) => [code, args])))
  const result = playPlan(loaded.value, { reader })
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics.map(({ code, args }) => [code, args])))
  return result.value
}

const answer = (result: PlanResult, claim: PlanClaim): string | undefined =>
  result.claims.find((one) => one.claim === claim)?.answer
const kinds = (result: PlanResult): readonly string[] =>
  result.findings.map(({ kind, stage, users }) => `${stage} ${kind} ${users}`)

const smtpOff = `  - name: SMTP AUTH off
    date: 2023-03-01
    changes: { workloads: { exchange-online: { SmtpClientAuthenticationDisabled: true } } }
`
const policyOn = `  - name: MFA on
    date: 2023-04-01
    adds:
      conditionalAccess:
        policies:
          - displayName: MFA
            state: enabled
            conditions:
              users: { includeUsers: [All], excludeUsers: [glass@contoso.com] }
              applications: { includeApplications: [All] }
              clientAppTypes: [all]
            grantControls: { operator: OR, builtInControls: [mfa] }
`

/** What is otherwise than at the start as each stage ends. */
const againstStart = ({ againstStart: all }: PlanResult): readonly string[] =>
  all.map(({ kind, stage, users }) => `${stage} ${kind} ${users}`)

describe('a plan', () => {
  test('compares each stage with the start, too, whichever stage brought what is otherwise', () => {
    const nothing = `  - name: Nothing
    date: 2023-04-01
    changes: { multifactorAuthentication: { appPasswords: allowed } }
`
    const back = `  - name: SMTP AUTH on
    date: 2023-05-01
    changes: { workloads: { exchange-online: { SmtpClientAuthenticationDisabled: false } } }
`
    const result = played(`${smtpOff}${nothing}${back}`)
    expect(kinds(result)).toEqual(['1 stranded 1', '3 restored 1'])
    expect(againstStart(result)).toEqual(['1 stranded 1', '2 stranded 1'])
  })

  test('names whom a stage strands, and the change responsible', () => {
    const result = played(smtpOff)
    expect(kinds(result)).toEqual(['1 stranded 1'])
    const [finding] = result.findings
    expect(finding?.changes[0]).toMatchObject({ users: { representative: 'scan@contoso.com' }, client: 'scanner' })
    expect(finding?.because).toMatchObject([
      {
        path: 'workloads.exchange-online.SmtpClientAuthenticationDisabled',
        origin: { after: { file: 'p.yaml', line: 7 } },
      },
    ])
    expect(answer(result, 'nobody-stranded')).toBe('refuted')
    expect(answer(result, 'stages-can-be-undone')).toBe('holds')
  })

  test('plays the end of an exception as a point of its own', () => {
    const exception = `exceptions:
  - name: Scanner
    owner: Print team
    reason: old firmware
    stage: SMTP AUTH off
    expires: 2023-06-01
    changes: { workloads: { exchange-online: { SmtpClientAuthenticationDisabled: false } } }
`
    const result = played(smtpOff, exception)
    expect(result.findings.map(({ kind, stage, at, by }) => [kind, stage, formatInstant(at), by])).toEqual([
      ['stranded', 1, '2023-06-01', 'time'],
    ])
    expect(answer(result, 'exceptions-end')).toBe('holds')
    const late = played(smtpOff, exception.replace('2023-06-01', '2024-06-01'))
    expect([answer(late, 'nobody-stranded'), answer(late, 'exceptions-end')]).toEqual(['holds', 'refuted'])
  })

  test('leaves open whether a second factor is taken away where a stage makes sign-ins undetermined', () => {
    const unclear = `  - { name: Unclear, date: 2023-05-01, changes: { conditionalAccess: { policies: [{ displayName: MFA, conditions: { authenticationFlows: { transferMethods: newMethod } } }] } } }\n`
    const result = played(policyOn + unclear)
    expect([answer(played(policyOn), 'nothing-weakened'), answer(result, 'nothing-weakened')]).toEqual([
      'holds',
      'open',
    ])
  })

  test('says what a stage opens, and what it weakens', () => {
    const off = `  - { name: Off, date: 2023-05-01, removes: { conditionalAccess: { policies: [MFA, Block the browser of Bob] } } }\n`
    const result = played(policyOn + off)
    expect(kinds(result)).toContain('2 opened 1')
    expect(kinds(result)).toContain('2 weakened 2')
    expect([answer(result, 'nothing-opened'), answer(result, 'nothing-weakened')]).toEqual(['refuted', 'refuted'])
  })

  test('never takes an undetermined sign-in for a good one', () => {
    const stage = `  - { name: Unknown, date: 2023-05-01, cohorts: [Ada], settings: { perUserMfaState: null, methods: null } }\n`
    const cohorts = 'cohorts:\n  - { name: Ada, users: [ada@contoso.com] }\n  - { name: Others, rest: true }\n'
    const result = played(policyOn + stage, cohorts, tenant.replace(/, \{ name: scanner.*?\}/, ''))
    expect(answer(result, 'nobody-stranded')).toBe('open')
    const finding = result.findings.find(({ kind }) => kind === 'perhaps-stranded')
    expect(finding?.cohorts).toEqual([{ cohort: 'Ada', users: 1 }])
  })

  test('keeps what people did when a stage is undone', () => {
    const cohorts = 'cohorts:\n  - { name: Ada, users: [ada@contoso.com] }\n  - { name: Others, rest: true }\n'
    const acts = (methods: string) =>
      `  - { name: Other methods, date: 2023-05-01, cohorts: [Ada], acts: { methods: ${methods} }, changes: { multifactorAuthentication: { availableMethods: [fido2, microsoftAuthenticatorPush] } } }\n`
    const kept = played(policyOn + acts('[microsoftAuthenticatorPush, fido2]'), cohorts)
    expect(kept.undo.at(-1)).toMatchObject({ answer: 'can-be-undone', keepsActs: true })
    const start = tenant.replace('Push, fido2, temp', 'Push, temp')
    const lost = played(policyOn + acts('[fido2]'), cohorts, start)
    expect(lost.undo.at(-1)).toMatchObject({ answer: 'can-be-undone', mustActUsers: 1 })
    expect(kept.undo.at(-1)?.mustActUsers).toBe(0)
  })

  test('plays a stage without a date wherever it can begin', () => {
    const result = played(
      smtpOff.replace('date: 2023-03-01', 'when: the scanner is replaced') +
        policyOn.replace('2023-04-01', '2023-11-01'),
    )
    expect(result.points.filter(({ stage }) => stage === 1).length).toBeGreaterThan(1)
    expect(answer(result, 'nobody-stranded')).toBe('refuted')
  })

  test('without an emergency access account claims nothing of it', () => {
    const result = played(smtpOff, '', tenant.replace('kind: emergency-access, ', ''))
    expect(answer(result, 'break-glass-works')).toBe('about-nobody')
  })

  test('that locks emergency access out says so', () => {
    const block = `  - { name: Block, date: 2023-05-01, changes: { conditionalAccess: { policies: [{ displayName: Block the browser of Bob, conditions: { users: { includeUsers: [All] } } }] } } }\n`
    expect(answer(played(block), 'break-glass-works')).toBe('refuted')
  })

  test('judges a gate that covers no declared sign-in by what policies do with any', () => {
    const legacy = `  - name: legacy off
    date: 2023-03-01
    adds:
      conditionalAccess:
        policies:
          - displayName: Legacy
            state: enabled
            conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [exchangeActiveSync, other] }
            grantControls: { operator: OR, builtInControls: [block] }
    gates: { before: [legacy clients get in nowhere], after: [legacy clients get in nowhere, every sign-in by guests uses the certificate] }
`
    const start = tenant.replace(/clients: .*/, 'clients: [browser]')
    const found = played(legacy, '', start).gates.map(({ moment, answer: one, witness = '' }) => [moment, one, witness])
    expect(found).toEqual([
      ['before', 'refuted', expect.stringContaining('Exchange ActiveSync clients')],
      ['after', 'holds', ''],
      ['after', 'about-nobody', ''],
    ])
  })
  test('judges its gates at the stage', () => {
    const gates = `    gates: { before: [every sign-in by "scan@contoso.com" with scanner succeeds], after: [every sign-in by "scan@contoso.com" with scanner succeeds] }\n`
    expect(played(smtpOff + gates).gates.map(({ moment, answer: one }) => [moment, one])).toEqual([
      ['before', 'holds'],
      ['after', 'refuted'],
    ])
  })
})
