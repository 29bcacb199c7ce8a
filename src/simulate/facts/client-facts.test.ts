import { describe, expect, test } from 'vitest'
import type { FactName, LegFacts } from '../../vocabulary/facts.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { legsOf, type Plan } from '../sign-in.fixture.ts'

function factsOf(plan: Plan, request: Partial<ClientRequest> = {}): LegFacts {
  const facts = legsOf(plan, request).at(-1)?.facts
  if (facts === undefined) throw new Error('no leg')
  return facts
}

const outlook = (product: string, more: object) => ({
  plan: { tenant: { clients: [{ name: 'mine', client: product, ...more }] } },
  request: { client: 'mine' },
})

describe('whether Office has the authentication library', () => {
  test.each([
    ['outlook-2013', '15.0.4766.1000', 'no'],
    ['outlook-2013', '15.0.4767.1000', 'yes'],
    ['outlook-2013', '15.0.6001.1033', 'yes'],
    ['outlook-2016', '16.0.4293.1000', 'no'],
    ['outlook-2016', '16.0.4294.1000', 'yes'],
    ['outlook-2016', '16.0.5999.1', 'yes'],
    ['outlook-2016', '16.0.6000.1', 'no'],
    ['outlook-2016', '16.0.6001.1032', 'no'],
    ['outlook-2016', '16.0.6001.1033', '?'],
    ['outlook-2016', '16.0.6224.1', 'no'],
    ['outlook-2016', '16.0.6225.1', 'yes'],
    ['outlook-2016', '16.0.0.4293', 'no'],
    ['outlook-2016', '16.1.4293.1000', 'yes'],
    ['outlook-2016', '16.1.6001.1033', 'yes'],
  ] as const)('%s %s: %s', (product, build, expected) => {
    const { plan, request } = outlook(product, { build })
    expect(factsOf(plan, request).adalBuild).toBe(expected)
  })
})

describe('registry values', () => {
  const of = (registry: object, fact: FactName, product = 'outlook-2013') => {
    const { plan, request } = outlook(product, { registry })
    return factsOf(plan, request)[fact]
  }
  test.each([
    [{}, 'unset'],
    [{ EnableADAL: 0 }, '0'],
    [{ EnableADAL: 1 }, '1'],
    [{ EnableADAL: '1' }, '1'],
    [{ EnableADAL: 1, Version: 1 }, '1'],
    [{ EnableADAL: 1, Version: 0 }, 'unset'],
    [{ EnableADAL: 0, Version: 1 }, '0'],
  ])('EnableADAL with %j: %s', (registry, expected) => {
    expect(of(registry, 'enableAdal')).toBe(expected)
  })
  test('count for a program that the file declares, since nobody knows which ones it reads', () => {
    const client = { kind: 'outlook', flows: ['modern'], protocols: { 'read-mail': ['mapi-http'] } }
    const of = (registry: object) => factsOf({ client: { ...client, registry } }).enableAdal
    expect([of({ EnableADAL: 1 }), of({})]).toEqual(['1', 'unset'])
  })

  test.each([
    ['AlwaysUseMSOAuthForAutoDiscover', 'alwaysUseMsoAuth', 'outlook-2013'],
    ['EnableExchangeOnPremModernAuth', 'onPremModernAuth', 'outlook-2016'],
  ] as const)('%s counts as 1 and as nothing else', (name, fact, product) => {
    expect([1, 0].map((value) => of({ [name]: value }, fact, product))).toEqual(['1', 'unset'])
    expect(of({}, fact, product)).toBe('unset')
  })
})
