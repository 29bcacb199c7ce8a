import { describe, expect, test } from 'vitest'
import type { LegFacts } from '../../vocabulary/facts.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { legsOf } from '../sign-in.fixture.ts'

function sent(
  client: string,
  settings: object,
  network: Readonly<Record<string, unknown>> = {},
  request: Partial<ClientRequest> = {},
): LegFacts {
  const plan = { workloads: { 'exchange-online': settings }, network }
  const leg = legsOf(plan, { client, purpose: 'send-mail', ...request }).find(
    ({ request: { leg } }) => leg === 'submission',
  )
  if (leg === undefined) throw new Error('nothing is sent')
  return leg.facts
}

const from = (...SenderIPAddresses: readonly string[]) => ({ connectors: [{ name: 'in', SenderIPAddresses }] })
const here = { ranges: ['198.51.100.0/30'] }

describe('an address that a connector allows', () => {
  test.each([
    ['the whole network', from('198.51.100.0/24'), here, 'yes'],
    ['none of it', from('203.0.113.0/24'), here, 'no'],
    ['a part of it', from('198.51.100.1'), here, '?'],
    ['nothing, and nobody says from where mail is sent', { connectors: [] }, {}, 'no'],
    ['something, and nobody says from where mail is sent', from('203.0.113.0/24'), {}, '?'],
    ['nobody says what', {}, here, '?'],
  ] as const)('%s', (_, settings, network, expected) => {
    expect(sent('relay-connector', settings, network).sendsFromAllowedAddress).toBe(expected)
  })

  test('of a sign-in that gives its address, that one counts', () => {
    const signals = { ipAddress: '198.51.100.1' }
    expect(sent('relay-connector', from('198.51.100.1'), here, { signals }).sendsFromAllowedAddress).toBe('yes')
  })

  test('is no matter of a device that signs in', () => {
    expect(sent('multifunction-device', from('198.51.100.0/24'), here).sendsFromAllowedAddress).toBe('no')
  })
})

describe('direct send', () => {
  const rejecting = { RejectDirectSend: true }
  test.each([
    ['is accepted', {}, here, 'accepted'],
    ['is rejected', { ...rejecting, connectors: [] }, here, 'rejected'],
    ['is accepted from where a connector matches', { ...rejecting, ...from('198.51.100.0/24') }, here, 'accepted'],
    ['is open where nobody says which connectors there are', rejecting, here, '?'],
  ] as const)('%s', (_, settings, network, expected) => {
    expect(sent('direct-send-device', settings, network).directSend).toBe(expected)
  })
})
