import { expect, test } from 'vitest'
import type { Flow } from '../vocabulary/protocols.ts'
import { endAlike, type Offer } from './offers.ts'

const offer = (flow: Flow, state: Offer['state'], rule: Offer['rule'] = 'OFF-9'): Offer => ({
  flow,
  state,
  rule,
  missing: state === 'unknown' ? ['fact'] : [],
})
const eitherWay: readonly (readonly Flow[])[] = [['modern', 'basic'], ['basic']]

test.each<[string, readonly Offer[], readonly (readonly Flow[])[], boolean]>([
  ['the one flow that both have', [offer('modern', 'not-offered'), offer('basic', 'open')], eitherWay, true],
  ['two flows', [offer('modern', 'open'), offer('basic', 'open')], eitherWay, false],
  [
    'one rule that refuses both',
    [offer('modern', 'closed', 'GATE-2'), offer('basic', 'closed', 'GATE-2')],
    eitherWay,
    true,
  ],
  ['two rules', [offer('modern', 'closed', 'GATE-2'), offer('basic', 'closed', 'GATE-4')], eitherWay, false],
  ['nothing in common', [], eitherWay, true],
  ['a flow of which it is open', [offer('modern', 'unknown'), offer('basic', 'open')], eitherWay, false],
  ['one order', [offer('basic', 'open')], [['basic']], false],
  ['no order', [offer('basic', 'open')], [], false],
])('%s', (_, offers, ways, expected) => {
  expect(endAlike(ways, offers)).toBe(expected)
})
