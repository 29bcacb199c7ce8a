import { describe, expect, test } from 'vitest'
import { errorCodeOf } from '../catalog/errors.ts'
import { allRules } from '../rules/index.ts'
import type { Trace } from '../trace/step.ts'
import { verdictOf } from '../trace/verdict.ts'
import { libraryTenants, type SignIn, signInsOf, tenantOfText } from './plays.fixture.ts'
import { simulateSession } from './simulate-session.ts'

const signIns = libraryTenants().flatMap((tenant) =>
  signInsOf(tenant, 7, 11).flatMap((signIn): readonly SignIn[] => {
    const { request } = signIn
    return [signIn, { tenant, request: { ...request, signals: { ...request.signals, firstFactor: 'wrong' } } }]
  }),
)
const traces: readonly Trace[] = signIns.flatMap(({ tenant, request }) => simulateSession(tenant, request))

const saidOf = (trace: Trace): string | undefined => {
  const verdict = verdictOf(trace)
  return 'error' in verdict ? verdict.error : undefined
}

/** Whether an error can be heard on a leg: its protocol speaks it, and whoever says it takes part. */
function fits(error: string, { request, actors }: Trace): boolean {
  if (errorCodeOf(error) === undefined) return false
  const smtp = request.protocol.startsWith('smtp')
  if (error.startsWith('smtp-')) return smtp
  if (error.startsWith('http-')) return !smtp
  return actors.some(({ id }) => id === 'entra-id' || id === 'home-tenant')
}

test('what a user gets besides is told where a policy blocks an ActiveSync client, and nowhere else', () => {
  const wrong = traces.filter((trace) => {
    const verdict = verdictOf(trace)
    if (verdict.kind !== 'blocked') return false
    const byPolicy = verdict.policies.length > 0 && trace.facts.policyDecision === 'block'
    const told = trace.request.protocol === 'exchange-activesync' && byPolicy && verdict.stage === 'after-password'
    return told !== (verdict.notice !== undefined)
  })
  expect(wrong.slice(0, 3).map((trace) => JSON.stringify([trace.request.client, verdictOf(trace)]))).toEqual([])
})

test('every error that a rule names is a row of the catalog', () => {
  const named = allRules.flatMap(({ error, errorOver = {} }) => [error, ...Object.values(errorOver)])
  const unknown = named.filter((error) => typeof error === 'string' && errorCodeOf(error) === undefined)
  expect(unknown).toEqual([])
})

describe('on every leg of the library', () => {
  test('an error is one that its protocol can say, by someone who takes part', () => {
    const wrong = new Set<string>()
    for (const trace of traces) {
      const error = saidOf(trace)
      if (error !== undefined && !fits(error, trace))
        wrong.add(`${trace.request.client} ${trace.request.protocol} ${error}`)
    }
    expect(traces.some((trace) => saidOf(trace) !== undefined)).toBe(true)
    expect([...wrong]).toEqual([])
  })

  test('a password that meets a demand for MFA hears one code, whatever says so', () => {
    const heard = new Set<string | undefined>()
    for (const trace of traces) {
      const { flowClass, secondFactor, policyDecision } = trace.facts
      const verdict = verdictOf(trace)
      if (flowClass !== 'legacy' && flowClass !== 'password-grant') continue
      if (secondFactor !== 'required' || policyDecision !== 'allow' || verdict.kind !== 'cannot-sign-in') continue
      if (verdict.stage === 'after-password') heard.add(verdict.error)
    }
    expect([...heard]).toEqual(['AADSTS50076'])
  })
})

describe('of a sign-in that ends with a code of Microsoft Entra ID', () => {
  const ended = signIns.flatMap((signIn) =>
    simulateSession(signIn.tenant, signIn.request).flatMap((trace) => {
      const error = saidOf(trace)
      return error !== undefined && errorCodeOf(error)?.kind === 'entra' ? [{ signIn, trace, error }] : []
    }),
  )

  test('the code is one of the stage at which it ends', () => {
    const wrong = ended.flatMap(({ trace, error }) => {
      const verdict = verdictOf(trace)
      const stage = 'stage' in verdict ? verdict.stage : undefined
      return errorCodeOf(error)?.stage === stage ? [] : [`${verdict.rule} ${stage} ${error}`]
    })
    expect([...new Set(wrong)]).toEqual([])
  })

  test('whoever presents the password that is asked for hears the code that is told beforehand', () => {
    const wrong = new Set<string>()
    let tried = 0
    for (const { signIn, trace, error } of ended) {
      const { flowClass } = trace.facts
      if (flowClass !== 'legacy' && flowClass !== 'password-grant') continue
      const verdict = verdictOf(trace)
      if (signIn.request.presents !== undefined || !('stage' in verdict) || verdict.stage !== 'after-password') continue
      tried += 1
      const presents = { ...signIn.request, presents: 'account-password' as const }
      const leg = simulateSession(signIn.tenant, presents).find(({ request }) => request.leg === trace.request.leg)
      const heard = leg === undefined ? undefined : saidOf(leg)
      if (heard !== error) wrong.add(`${verdict.rule} ${error}, presented ${heard}`)
    }
    expect(tried).toBeGreaterThan(20)
    expect([...wrong]).toEqual([])
  })
})

// https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-conditions
describe('a policy that blocks', () => {
  const tenant = tenantOfText(
    JSON.stringify({
      name: 'Quarantine',
      asOf: '2020-06-01',
      createdDateTime: '2018-01-01',
      securityDefaults: false,
      domains: [{ name: 'contoso.com', authenticationType: 'managed' }],
      workloads: { 'exchange-online': { OAuth2ClientProfileEnabled: true, SmtpClientAuthenticationDisabled: false } },
      networks: [{ name: 'internet' }],
      clients: ['eas-client', 'imap-client', 'outlook-2016'],
      users: [{ userPrincipalName: 'anna@contoso.com', perUserMfaState: 'disabled', mailbox: 'exchange-online' }],
      conditionalAccess: {
        policies: [
          {
            displayName: 'block',
            state: 'enabled',
            conditions: {
              users: { includeUsers: ['All'] },
              applications: { includeApplications: ['All'] },
              clientAppTypes: ['all'],
            },
            grantControls: { operator: 'OR', builtInControls: ['block'] },
          },
        ],
      },
    }),
    'tenant.json',
  )
  test.each([
    ['eas-client', 'activesync-quarantine-mail'],
    ['imap-client', undefined],
    ['outlook-2016', undefined],
  ])('%s brings the notice %s', (client, notice) => {
    const legs = simulateSession(tenant, {
      user: 'anna@contoso.com',
      client,
      purpose: 'read-mail',
      network: 'internet',
      at: tenant.asOf,
      signals: {},
    })
    const verdict = legs.map(verdictOf).find(({ kind }) => kind === 'blocked')
    expect(verdict).toMatchObject({ kind: 'blocked', error: 'AADSTS53003' })
    expect(verdict !== undefined && 'notice' in verdict ? verdict.notice : undefined).toBe(notice)
  })
})
