import { expect, test } from 'vitest'
import { clients } from '../catalog/clients.ts'
import { flowsServed, workloads } from '../catalog/workloads.ts'
import { protocols } from '../vocabulary/protocols.ts'
import { administrationHome } from './administration-home.ts'

const having = (...names: readonly string[]) => ({
  workloads: new Map([...names].map((name) => [name, {}])) as never,
})
const everyKind = ['outlook', 'office', 'skype', 'teams', 'mail', 'browser', 'powershell', 'device', 'script'] as const

const administered = protocols.filter((protocol) =>
  workloads.some(({ id, legs }) => legs.includes('administration') && flowsServed(id, protocol).length > 0),
)

test.each(administered)(
  'what is administered over %s speaks it, regardless of the kind of client and the tenant',
  (protocol) => {
    for (const { id } of workloads)
      for (const kind of everyKind) {
        const home = administrationHome(having(id), { kind }, protocol, undefined)
        // A browser speaks HTTPS to its portal, whatever else is named.
        if (home === undefined || (kind === 'browser' && protocol === 'oauth')) continue
        expect(flowsServed(home, protocol).length, `${kind} in a tenant with ${id}`).toBeGreaterThan(0)
      }
  },
)

test('two servers that speak a protocol leave open which one is administered', () => {
  const tenant = having('exchange-online', 'exchange-server')
  expect(administrationHome(tenant, { kind: 'powershell' }, 'remote-powershell', undefined)).toBeUndefined()
})

test('the one service that speaks a protocol is administered over it, whether the tenant declares it or not', () => {
  const alone = administered.flatMap((protocol) => {
    const able = workloads.filter(
      ({ id, legs }) => legs.includes('administration') && flowsServed(id, protocol).length > 0,
    )
    const [only] = able
    return able.length === 1 && only !== undefined && protocol !== 'https' && protocol !== 'oauth'
      ? [[protocol, only.id] as const]
      : []
  })
  for (const [protocol, id] of alone) {
    expect(administrationHome(having(), { kind: 'powershell' }, protocol, undefined)).toBe(id)
  }
})

test('what cannot be administered is not, although it speaks the protocol', () => {
  expect(
    administrationHome(having('remote-desktop-gateway'), { kind: 'script' }, 'rd-gateway', undefined),
  ).toBeUndefined()
})

test('a script administers what it is asked to, and nothing known otherwise', () => {
  expect(administrationHome(having(), { kind: 'script' }, 'https', undefined)).toBeUndefined()
  expect(administrationHome(having(), { kind: 'script' }, 'https', 'any-id')).toBe('application')
  expect(administrationHome(having(), { kind: 'script' }, 'oauth', 'any-id')).toBe('application')
})

test('every client of the catalog that administers a service speaks its protocol there', () => {
  for (const client of clients) {
    if (!('administers' in client)) continue
    const [protocol] = Object.entries(client.protocols).find(([purpose]) => purpose === 'administer')?.[1] ?? []
    expect(protocol !== undefined && flowsServed(client.administers, protocol).length > 0, client.id).toBe(true)
  }
})
