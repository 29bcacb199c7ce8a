import { describe, expect, test } from 'vitest'
import { shareOf } from '../../share.fixture.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadTenant, loadTenantText } from '../../tenant/load-tenant.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { sessionVerdict, verdictOf } from '../../trace/verdict.ts'
import { readBaseline } from './baseline.ts'
import { gaps } from './gaps.ts'
import { judgeBaseline, writeBaseline } from './judge-baseline.ts'
import type { Finding, Gaps } from './result.ts'

const reader = nodeSourceReader(process.cwd())
const scenario = (name: string): Tenant => {
  const loaded = loadTenant(`scenarios/${name}.yaml`, reader)
  if (!loaded.ok) throw new Error(`${name} does not load`)
  return loaded.value
}
const sweep = (tenant: Tenant): Gaps => {
  const swept = gaps(tenant, { reader })
  if (!swept.ok) throw new Error('the sweep fails')
  return swept.value
}

const scenarios = ['federated-skype-on-premises', 'hybrid-autodiscover', 'conditional-access'] as const
const swept = new Map(scenarios.map((name) => [name, sweep(scenario(name))]))
const all = scenarios.flatMap((name) =>
  (swept.get(name)?.findings ?? []).map((finding) => [`${finding.kind} of ${finding.about}`, name, finding] as const),
)

/** Whether the witness, played again, shows what the finding says. */
function shows(tenant: Tenant, { kind, witness, way, details, about }: Finding): boolean {
  const traces = simulateSession(tenant, { ...witness, signals: {} })
  const verdict = sessionVerdict(traces)
  const legs = traces.map(verdictOf)
  const fails = ['blocked', 'cannot-sign-in', 'refused'].includes(verdict.kind)
  switch (kind) {
    case 'nobody-can-sign-in':
    case 'emergency-access-locked-out':
    case 'breaks-on-known-date':
      return fails && verdict.kind === details.verdict
    case 'two-credentials-one-prompt':
      return verdict.kind === 'conflict'
    case 'second-factor-bypassed':
      return legs.some(
        (leg) =>
          leg.kind === 'signs-in' &&
          leg.secondFactor === (way === 'legacy-path' || way === 'excluded-account' ? 'not-required' : 'bypassed'),
      )
    case 'app-password-outlives':
      return legs.some((leg) => leg.kind === 'signs-in' && leg.credential === 'app-password')
    case 'no-on-premises-audit':
      return traces.some(({ audit }) => audit.length > 0 && !audit.includes('active-directory'))
    case 'undetermined':
      return verdict.kind === 'undetermined' && verdict.missing.join(', ') === about
    case 'verdict-hangs-on-assumption':
      return traces.some(({ steps }) => steps.some((step) => step.kind === 'assumption' && step.default === about))
    case 'policy-decides-nothing':
      return traces.every(
        ({ policyOutcomes }) => policyOutcomes?.find(({ policy }) => policy === about)?.effect !== 'applies',
      )
    case 'exclusion-uncovered':
      return traces.some(
        ({ policyOutcomes }) => policyOutcomes?.find(({ policy }) => policy === about)?.conditions.users === 'miss',
      )
    case 'policy-shadowed':
      return traces.some(
        ({ policyOutcomes }) => policyOutcomes?.find(({ policy }) => policy === about)?.effect === 'applies',
      )
  }
}

describe('every finding', () => {
  test('there are some in each scenario', () => {
    for (const name of scenarios) expect(swept.get(name)?.findings.length).toBeGreaterThan(3)
  })

  test.each(all)('%s in %s has a witness that shows it', (_name, name, finding) => {
    expect(shows(scenario(name), finding)).toBe(true)
  })

  test.each(all)('%s in %s has a line and a reason', (_name, name, finding) => {
    expect(finding.origin).toMatchObject({ file: `scenarios/${name}.yaml` })
    expect(finding.origin.line).toBeGreaterThan(1)
    expect(finding.because.length).toBeGreaterThan(0)
    expect(finding.users).toBeGreaterThan(0)
  })

  test.each(scenarios)('is found again in %s, in the same order', (name) => {
    expect(sweep(scenario(name))).toEqual(swept.get(name))
  })
})

const small = (changes: string): Tenant => {
  const loaded = loadTenantText(`name: Small\nasOf: 2019-10-01\n${changes}`, 'small.yaml')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  return loaded.value
}

test('a tenant without users has no findings', () => {
  expect(sweep(small('clients: [browser]\n')).findings).toEqual([])
})

test('people are not tried on clients made for applications, nor on administration without a role', () => {
  const tenant = scenario('powershell-automation')
  const programs = new Set(['service-principal', 'managed-identity'])
  const tried = sweep(tenant).findings.filter(({ witness }) => {
    const client = tenant.clients.get(witness.client)
    const user = tenant.users.get(witness.user)
    if (client?.users !== undefined || user === undefined || programs.has(user.kind)) return false
    return client?.product.appOnly !== undefined || (witness.purpose === 'administer' && user.roles?.size === 0)
  })
  expect(tried).toEqual([])
})

describe('a baseline', () => {
  const made = swept.get('hybrid-autodiscover')
  const findings = made?.findings ?? []
  const at = made?.at ?? 0
  const read = (text: string) => {
    const result = readBaseline({ name: 'baseline.yaml', text })
    if (!result.ok) throw new Error(JSON.stringify(result))
    return result
  }
  const entry = (expires: string, user = 'moved.manager@fabrikam.com'): string =>
    `- kind: two-credentials-one-prompt\n  witness: { user: ${user} }\n  reason: until the move\n  expires: ${expires}\n`

  test('that was written accepts everything it was written of', () => {
    expect(judgeBaseline(findings, read(writeBaseline(findings, at)), at)).toMatchObject({ findings: [], problems: [] })
  })

  test('accepts what its selector means, and nothing else', () => {
    const { findings: left, accepted } = judgeBaseline(findings, read(entry('2020-01-01')), at)
    expect(accepted.flatMap(({ finding }) => finding.clients)).toEqual(['outlook-2010', 'outlook-2013', 'eas-client'])
    const casesOf = (some: readonly Finding[]) => some.flatMap(({ cases }) => cases)
    expect(casesOf(left)).toHaveLength(casesOf(findings).length - 3)
  })

  test('that is past its day counts no more', () => {
    const { findings: left, expired } = judgeBaseline(findings, read(entry('2019-10-01')), at)
    expect(left).toEqual(findings)
    expect(expired).toHaveLength(1)
  })

  test('with an entry for nothing is told where', () => {
    const { problems } = judgeBaseline(findings, read(entry('2020-01-01', 'nobody@fabrikam.com')), at)
    expect(problems).toMatchObject([{ file: 'baseline.yaml', line: 1, column: 3 }])
  })

  test.each([
    ['an unknown kind', '- { kind: second-factor-bypased, witness: {}, reason: x, expires: 2020-01-01 }', 1],
    ['an unknown key', '- { kind: undetermined, witness: {}, reason: x, expires: 2020-01-01, until: x }', 1],
    ['no reason', '- { kind: undetermined, witness: {}, expires: 2020-01-01 }', 1],
    ['no day', '- { kind: undetermined, witness: {}, reason: x, expires: soon }', 1],
    ['three mistakes', '- { kind: no, witness: {usr: x}, reason: x, expires: 2020-13-01 }', 3],
    ['a number that it is about', '- { kind: undetermined, about: 5, witness: {}, reason: x, expires: 2020-01-01 }', 1],
    ['nothing that it is about', '- { kind: undetermined, about: , witness: {}, reason: x, expires: 2020-01-01 }', 1],
    ['a number for a name', '- { kind: undetermined, witness: {user: 5}, reason: x, expires: 2020-01-01 }', 1],
    ['an empty name', '- { kind: undetermined, witness: {user: ""}, reason: x, expires: 2020-01-01 }', 1],
    ['no list', 'kind: undetermined', 1],
  ])('with %s is refused', (_name, text, count) => {
    const result = readBaseline({ name: 'baseline.yaml', text })
    expect(result.ok).toBe(false)
    expect('problems' in result ? result.problems.length : 0).toBe(count)
  })
})

const dated = [
  'leaver',
  'hybrid-autodiscover',
  'security-defaults',
  'app-password-life',
  'conditional-access',
  'sending-mail',
]

test.each(shareOf(dated, 2))('what is taken over from one date to the next changes no finding of %s', (name) => {
  const tenant = scenario(name)
  const horizon = tenant.asOf + 8 * 365 * 24 * 60 * 60 * 1000
  expect(gaps(tenant, { reader, horizon })).toEqual(gaps(tenant, { reader, horizon, exhaustive: true }))
})
