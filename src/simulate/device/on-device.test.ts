import { describe, expect, test } from 'vitest'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import { brokenInvariants } from '../../trace/invariants.ts'
import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import { decisions, messages } from '../../trace/views.ts'
import type { Signals } from '../../vocabulary/requests.ts'
import { simulateSession } from '../simulate-session.ts'

const loaded = loadTenant('scenarios/devices.yaml', nodeSourceReader('.'))
if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ code, args }) => code + JSON.stringify(args)).join('\n'))
const tenant = loaded.value

function mailbox(user: string, client: string, network: string, signals: Signals = {}): Trace {
  const request = { user, client, purpose: 'read-mail', network, at: tenant.asOf, signals } as const
  const found = simulateSession(tenant, request).find((trace) => trace.request.leg === 'mailbox')
  if (found === undefined) throw new Error('no leg of the mailbox')
  expect(brokenInvariants(found)).toEqual([])
  return found
}

const ruleOf = (trace: Trace, question: string): string | undefined =>
  decisions(trace).find((decision) => decision.question === question)?.rule

describe('what a sign-in to the device leaves behind', () => {
  test.each([
    ['hello@relecloud.com', 'outlook', 'office', 'entra-id', 'multifactor', 'on-use'],
    ['key@relecloud.com', 'outlook', 'office', 'entra-id', 'multifactor', 'on-use'],
    ['key@relecloud.com', 'outlook', 'internet', 'entra-id', 'multifactor', 'none'],
    ['card@relecloud.com', 'outlook', 'office', 'entra-id', 'multifactor', undefined],
    ['password@relecloud.com', 'outlook', 'office', 'entra-id', 'first-factor', 'on-use'],
    ['cloud@relecloud.com', 'outlook', 'office', 'entra-id', 'first-factor', 'none'],
    ['pass@relecloud.com', 'outlook', 'office', 'entra-id', undefined, undefined],
    ['hello@relecloud.com', 'hybrid-outlook', 'office', 'active-directory', 'multifactor', 'at-sign-in'],
    ['hello@relecloud.com', 'hybrid-outlook', 'internet', 'device', 'multifactor', 'none'],
    ['key@relecloud.com', 'hybrid-outlook', 'internet', 'entra-id', 'multifactor', 'none'],
    ['password@relecloud.com', 'domain-browser', 'office', 'active-directory', 'none', 'at-sign-in'],
    ['key@relecloud.com', 'domain-browser', 'office', 'not-possible', 'none', 'none'],
    ['password@relecloud.com', 'private-outlook', 'internet', 'device', 'first-factor', 'none'],
    ['pass@relecloud.com', 'train-outlook', 'internet', 'not-possible', 'none', 'none'],
    ['password@relecloud.com', 'train-outlook', 'internet', 'device', 'first-factor', 'none'],
    ['hello@relecloud.com', 'safari', 'internet', 'device', 'multifactor', 'none'],
    ['federated@adatum.com', 'outlook', 'internet', 'federated-idp', 'first-factor', 'none'],
    ['card@adatum.com', 'outlook', 'internet', 'federated-idp', undefined, 'none'],
    ['password@relecloud.com', 'phone-outlook', 'internet', 'device', undefined, 'none'],
    ['hello@relecloud.com', 'old-outlook', 'internet', 'entra-id', 'none', 'none'],
  ] as const)('%s with %s from the %s network', (user, client, network, checkedBy, token, ticket) => {
    const { device } = mailbox(user, client, network)
    expect(device?.checkedBy).toBe(checkedBy)
    expect(device?.yields).toEqual({
      ...(token === undefined ? {} : { primaryRefreshToken: token }),
      ...(ticket === undefined ? {} : { kerberosTicket: ticket }),
    })
  })
})

describe('who is asked on a device', () => {
  test.each([
    ['hello@relecloud.com', 'outlook', {}, 'primary-refresh-token', false, 'already-satisfied', 'SIL-7'],
    ['hello@relecloud.com', 'edge', {}, 'primary-refresh-token', false, 'already-satisfied', 'SIL-7'],
    ['hello@relecloud.com', 'edge', { privateBrowsing: 'yes' }, undefined, true, 'asked', 'SIL-3'],
    ['hello@relecloud.com', 'edge', { browserProfile: 'other' }, undefined, true, 'asked', 'SIL-4'],
    ['hello@relecloud.com', 'edge', { browserExtension: 'no' }, undefined, true, 'asked', 'SIL-5'],
    ['hello@relecloud.com', 'chrome', {}, undefined, true, 'asked', 'SIL-5'],
    ['hello@relecloud.com', 'outlook', { primaryRefreshToken: 'lost' }, undefined, true, 'asked', 'SIL-9'],
    ['hello@relecloud.com', 'outlook-2013', {}, undefined, true, 'asked', 'SIL-6'],
    ['key@relecloud.com', 'outlook', {}, 'primary-refresh-token', false, 'already-satisfied', 'SIL-7'],
    ['password@relecloud.com', 'outlook', {}, 'primary-refresh-token', true, 'asked', 'SIL-7'],
    ['password@relecloud.com', 'domain-browser', {}, 'kerberos-ticket', true, 'asked', 'SIL-8'],
    ['federated@adatum.com', 'outlook', {}, undefined, true, 'asked', 'SIL-1'],
    ['hello@relecloud.com', 'outlook', { deviceSignIn: 'password' }, 'primary-refresh-token', true, 'asked', 'SIL-7'],
    [
      'hello@relecloud.com',
      'chrome',
      { signedIn: 'yes', mfaClaim: 'entra-id' },
      'cached-token',
      false,
      'already-satisfied',
      'SIL-2',
    ],
  ] as const)('%s with %s %j', (user, client, signals, answeredBy, prompted, secondFactor, rule) => {
    const trace = mailbox(user, client, 'office', signals as Signals)
    const verdict = verdictOf(trace)
    expect(verdict).toMatchObject({ kind: 'signs-in', credential: 'interactive', secondFactor })
    if (verdict.kind !== 'signs-in') throw new Error('does not sign in')
    expect(verdict.answeredBy).toBe(answeredBy)
    expect(verdict.prompted).toBe(prompted)
    expect(ruleOf(trace, 'silent-sign-in')).toBe(rule)
  })

  test('whether anyone is asked is undetermined where it is undetermined what the device holds', () => {
    const trace = mailbox('pass@relecloud.com', 'outlook', 'internet')
    expect(Object.keys(verdictOf(trace))).not.toContain('prompted')
    expect(trace.device?.missing).toEqual(['whether the token of web sign-in claims MFA'])
  })

  test('nobody types anything where the token of the device answers', () => {
    const trace = mailbox('hello@relecloud.com', 'outlook', 'internet')
    expect(messages(trace).map(({ message }) => message.kind)).not.toContain('credential-presented')
    expect(messages(trace).some(({ from }) => from === 'user')).toBe(false)
    expect(verdictOf(trace)).toMatchObject({ presents: 'windowsHelloForBusiness', verifier: 'entra-id' })
  })

  test('after a token of one factor only the second one is asked for', () => {
    const trace = mailbox('password@relecloud.com', 'outlook', 'internet')
    const typed = messages(trace).filter(({ from }) => from === 'user')
    expect(typed).toMatchObject([{ message: { kind: 'second-factor-response', method: 'microsoftAuthenticatorPush' } }])
    expect(verdictOf(trace)).toMatchObject({ presents: 'password,microsoftAuthenticatorPush' })
  })
})
