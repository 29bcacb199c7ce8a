import { describe, expect, test } from 'vitest'
import type { LegFacts } from '../../vocabulary/facts.ts'
import { missing } from '../../vocabulary/facts.ts'
import { legsOf, type Plan } from '../sign-in.fixture.ts'

const day = '2027-03-01'

/** What is known of basic authentication on the leg on which a device sends mail, in a tenant created on a day or any day. */
function submission(asOf: string, createdDateTime: string | undefined, rollouts: readonly object[] = []): LegFacts {
  const tenant = { createdDateTime, rollouts }
  const workloads = { 'exchange-online': { SmtpClientAuthenticationDisabled: false } }
  const plan: Plan = { asOf, tenant, workloads }
  const legs = legsOf(plan, { client: 'multifunction-device', purpose: 'send-mail' })
  const found = legs.find(({ request }) => request.leg === 'submission')
  if (found === undefined) throw new Error('nothing is sent')
  return found.facts
}

const again = (state: string, more: object = {}) => [{ change: 'smtpBasicAuthenticationReEnabled', state, ...more }]

describe('SMTP AUTH with a password after 2026', () => {
  test.each([
    ['in an older tenant', '2020-01-01', [], 'off-by-default', 'no'],
    ['where it was turned on again', '2020-01-01', again('turned-on-again'), 'off-by-default', 'yes'],
    ['where it was not', '2020-01-01', again('not-applied'), 'off-by-default', 'no'],
    ['in a newer tenant', '2027-02-01', again('turned-on-again'), 'retired', 'no'],
    ['in a tenant of unknown age', undefined, [], 'off-by-default', 'no'],
    ['of unknown age that turned it on again', undefined, again('turned-on-again'), missing, missing],
    ['of unknown age that did not', undefined, again('not-applied'), 'off-by-default', 'no'],
    ['of unknown age that will', undefined, again('turned-on-again', { from: '2027-03-02' }), 'off-by-default', 'no'],
    ['of unknown age that has since that day', undefined, again('turned-on-again', { from: day }), missing, missing],
    [
      'of unknown age that no longer has it on',
      undefined,
      again('turned-on-again', { until: day }),
      'off-by-default',
      'no',
    ],
    [
      'of unknown age that has it on for a day more',
      undefined,
      again('turned-on-again', { until: '2027-03-02' }),
      missing,
      missing,
    ],
  ] as const)('%s', (_, created, rollouts, state, turnedOn) => {
    const facts = submission(day, created, rollouts)
    expect([facts.basicAuthentication, facts.basicTurnedOnAgain]).toEqual([state, turnedOn])
  })

  test('on the last day before, and where the end is still to be announced', () => {
    expect(submission('2026-12-31', '2020-01-01').basicAuthentication).toBe('served')
    const later = submission('2027-07-01', '2020-01-01', again('turned-on-again'))
    expect([later.basicAuthentication, later.basicTurnedOnAgain]).toEqual(['off-by-default', missing])
  })
})
