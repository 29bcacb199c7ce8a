import { describe, expect, test } from 'vitest'
import type { Trace } from '../trace/step.ts'
import { verdictOf } from '../trace/verdict.ts'
import { messages } from '../trace/views.ts'
import type { ClientRequest } from '../vocabulary/requests.ts'
import { legsOf } from './sign-in.fixture.ts'

/** Joining a VPN whose Network Policy Server has the NPS extension, over a connection, with these methods. */
function joining(
  radiusAuthentication: string,
  methods: readonly string[],
  request: Partial<ClientRequest> = {},
  user: object = {},
): Trace {
  const plan = {
    asOf: '2026-11-16',
    workloads: { vpn: { npsExtension: true, npsExtensionVersion: '1.2.2893.1', radiusAuthentication } },
    user: { methods, mailbox: 'none', onPremisesSyncEnabled: true, ...user },
  }
  const leg = legsOf(plan, { client: 'vpn-client', purpose: 'connect-to-vpn', ...request }).at(-1)
  if (leg === undefined) throw new Error('nobody joins')
  return leg
}

const said = (leg: Trace): readonly string[] =>
  messages(leg).map(({ from, to, message }) => `${from} to ${to}: ${message.kind}`)

describe('a VPN with the NPS extension', () => {
  test('has Microsoft Entra ID ask whoever Active Directory lets in', () => {
    const leg = joining('PAP', ['microsoftAuthenticatorPush'])
    expect(verdictOf(leg).kind).toBe('signs-in')
    expect(said(leg)).toContain('vpn to entra-id: second-factor-request')
    expect(said(leg)).toContain('entra-id to user: second-factor-challenge')
    expect(said(leg)).toContain('entra-id to vpn: token-issued')
  })

  test('can demand MFA and nothing else', () => {
    expect(joining('PAP', ['microsoftAuthenticatorPush']).enforceable).toEqual(['mfa'])
  })

  test('lets nobody in who is not enrolled, which Microsoft Entra ID says', () => {
    const leg = joining('PAP', [], {}, { registered: false })
    expect(verdictOf(leg).kind).toBe('cannot-sign-in')
    expect(said(leg)).not.toContain('entra-id to user: second-factor-challenge')
    const refusal = leg.refused?.find(({ credential }) => credential === 'account-password')
    expect(refusal?.by).toBe('entra-id')
  })

  test('takes the method that the sign-in says', () => {
    const both = ['voice', 'sms']
    const factor = (methods: readonly string[]) =>
      joining('CHAPV2', both, { signals: { methods: ['password', ...methods] } }).facts.radiusFactor
    expect(factor(['voice'])).toBe('carried')
    expect(factor(['sms'])).toBe('not-carried')
    expect(joining('CHAPV2', both).facts.radiusFactor).toBe('?')
  })
})
