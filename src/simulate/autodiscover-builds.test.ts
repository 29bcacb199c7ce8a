import { describe, expect, test } from 'vitest'
import { legsOf } from './sign-in.fixture.ts'

interface Case {
  readonly build?: string
  readonly registry?: object
  readonly autodiscover?: object
  readonly device?: object
  readonly network?: Readonly<Record<string, unknown>>
}

test('a mobile app asks the cloud itself, whatever the topology', () => {
  const legs = legsOf({ tenant: { autodiscover: { kind: 'hybrid' } } }, { client: 'outlook-mobile-ios' })
  expect(legs.map(({ request }) => request.leg).filter((leg) => leg.startsWith('autodiscover'))).toEqual([])
})

/** The steps that an Outlook 2016 tries to find a mailbox in the cloud, by the names of the catalog, and where each leads. */
function tried({ build, registry, autodiscover = { kind: 'on-premises' }, device, network }: Case): readonly string[] {
  const client = {
    name: 'desk',
    client: 'outlook-2016',
    ...(build === undefined ? {} : { build }),
    ...(registry === undefined ? {} : { registry }),
    ...(device === undefined ? {} : { device: 'pc' }),
  }
  const [leg] = legsOf(
    {
      tenant: {
        autodiscover,
        clients: [client],
        ...(device === undefined ? {} : { devices: [{ name: 'pc', platform: 'windows', ...device }] }),
      },
      network: network ?? {},
      workloads: {
        'exchange-online': { OAuth2ClientProfileEnabled: true },
        'exchange-server': { servers: [{ version: '2019', cumulativeUpdate: 14 }] },
      },
    },
    { client: 'desk' },
  )
  return (leg?.request.candidates ?? []).map(
    ({ method, host = '-' }) => `${method.replace('outlook-2016-', '')} ${host}`,
  )
}

const cloudFirst = 'office-365-first outlook.office365.com'

describe('Outlook 2016 asks Office 365 first from build 16.0.6741.2017', () => {
  test.each([
    ['16.0.6741.2017', true],
    ['16.0.6741.2018', true],
    ['16.0.6741.2016', false],
    ['16.0.6742.1000', true],
    ['16.0.6740.9999', false],
    ['16.0.4266.1001', false],
    ['16.0.17328.20162', true],
    ['15.0.9999.9999', false],
    ['15.1.6741.2017', false],
    ['17.0.1.1', true],
    ['16.1.1.1', false],
    [undefined, true],
  ])('build %s: %s', (build, first) => {
    expect(tried(build === undefined ? {} : { build }).includes(cloudFirst)).toBe(first)
  })
})

describe('the steps of Outlook 2016', () => {
  const skipping = { ExcludeExplicitO365Endpoint: 1, ExcludeLastKnownGoodURL: 1 }

  test('without those that the registry skips', () => {
    expect(tried({ registry: skipping })).toEqual([
      'restart-cache -',
      'root-domain contoso.com',
      'autodiscover-host autodiscover.contoso.com',
      'local-xml -',
      'http-redirect autodiscover.contoso.com',
      'srv-record _autodiscover._tcp.contoso.com',
    ])
  })

  test('end at the local file where the registry prefers it, which asks for no password', () => {
    expect(tried({ registry: { PreferLocalXML: 1 } })).toEqual([])
    expect(tried({ registry: { PreferLocalXML: 0 } })).not.toContain('local-xml-preferred -')
  })

  const points = [
    { host: 'a.contoso.com', site: 'here', hosting: 'on-premises' },
    { host: 'b.contoso.com', hosting: 'on-premises' },
    { host: 'c.contoso.com', site: 'Elsewhere', hosting: 'on-premises' },
  ]
  const published = { kind: 'on-premises', serviceConnectionPoints: points }
  const atPoints = (one: Case) =>
    tried({ registry: skipping, autodiscover: published, ...one }).filter((step) => /^service-connection/.test(step))

  test('with the connection points of a computer of the domain inside, its own site first', () => {
    const inside = { device: { domainJoined: true }, network: { insideCorporateNetwork: true } }
    expect(atPoints(inside).map((step) => step.split(' ')[1])).toEqual(points.map(({ host }) => host))
    expect(atPoints({ ...inside, network: {} })).toEqual([])
    expect(atPoints({ ...inside, device: { domainJoined: false } })).toEqual([])
    expect(atPoints({ network: inside.network })).toEqual([])
  })
})
