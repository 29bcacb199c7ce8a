import { describe, expect, test } from 'vitest'
import { appPasswordTrace, blockedTrace, openTrace, skypeTrace } from '../trace.fixture.ts'
import { explainJson, jsonText, sessionJson, simulationJson } from './json.ts'

const header = { tenant: 'Contoso', asOf: '2019-10-01' }

describe('the JSON contract', () => {
  test('has the fields of a session in their order', () => {
    expect(Object.keys(sessionJson([appPasswordTrace]))).toEqual([
      'user',
      'client',
      'purpose',
      'network',
      'verdict',
      'prompts',
      'legs',
    ])
  })

  test('writes a leg as promised', () => {
    expect(sessionJson([appPasswordTrace])['legs']).toEqual([
      {
        leg: 'mailbox',
        relyingParty: 'exchange-online',
        protocol: 'mapi-http',
        authentication: { offered: ['modern', 'basic'], order: ['basic'], used: 'basic' },
        issuer: 'entra-id',
        clientAppType: 'other',
        verdict: {
          kind: 'signs-in',
          credential: 'app-password',
          verifier: 'entra-id',
          secondFactor: 'bypassed',
          rule: 'CRED-2',
        },
        refused: [
          { credential: 'account-password', by: 'entra-id', rule: 'ACC-1', owner: 'client', error: 'AADSTS50126' },
        ],
        contacted: ['exchange-online', 'entra-id'],
        audit: ['entra-id'],
        facts: { issuer: 'entra-id', perUserMfaState: 'enforced', appPassword: 'exists', homeRealm: 'federated' },
        assumptions: [{ id: 'default-security-defaults', fact: 'securityDefaults', value: 'off' }],
      },
    ])
  })

  test.each([
    ['signs in', [appPasswordTrace], { kind: 'signs-in', credentials: ['app-password'] }],
    ['is blocked', [blockedTrace], { kind: 'blocked', leg: 'mailbox', rule: 'GATE-3', owner: 'policy' }],
    ['is undetermined', [openTrace], { kind: 'undetermined', missing: ['mfaRegistered'] }],
    [
      'needs two credentials in one prompt',
      [appPasswordTrace, { ...skypeTrace, request: { ...skypeTrace.request, prompt: 'outlook' } }],
      {
        kind: 'conflict',
        credentials: [
          { leg: 'mailbox', credential: 'app-password' },
          { leg: 'registrar', credential: 'account-password' },
        ],
      },
    ],
  ])('says about a session that %s', (_, traces, verdict) => {
    expect(sessionJson(traces)['verdict']).toEqual(verdict)
  })

  test('leaves out what has no meaning on a leg', () => {
    const [leg] = sessionJson([openTrace])['legs'] as readonly object[]
    expect(Object.keys(leg ?? {})).toEqual([
      'leg',
      'relyingParty',
      'protocol',
      'verdict',
      'refused',
      'contacted',
      'audit',
      'facts',
      'assumptions',
    ])
  })

  test('says where a failed leg stopped and with which error', () => {
    expect(JSON.stringify(sessionJson([blockedTrace]))).toContain('"stage":"before-password","error":"http-401"')
  })

  test('has its version first', () => {
    const text = jsonText(simulationJson({ ...header, sessions: [sessionJson([skypeTrace])] }))
    expect(text).toMatch(
      /^\{\n {2}"formatVersion": 1,\n {2}"tenant": "Contoso",\n {2}"asOf": "2019-10-01",\n {2}"sessions": \[/,
    )
    expect(text.endsWith('}\n')).toBe(true)
  })

  test('adds the trace where it explains', () => {
    const { sessions } = explainJson(header, [[appPasswordTrace]])
    expect(JSON.parse(JSON.stringify(sessions))[0].legs[0].trace.steps).toEqual(appPasswordTrace.steps)
  })
})
