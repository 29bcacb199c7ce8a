import { describe, expect, test } from 'vitest'
import { workloadNames } from '../vocabulary/actors.ts'
import { sources } from '../vocabulary/citations.ts'
import { conditionNames, grantControls } from '../vocabulary/policies.ts'
import { protocols } from '../vocabulary/protocols.ts'
import { purposes } from '../vocabulary/requests.ts'
import type { Source } from '../vocabulary/sources/source.ts'
import { applicationOf, applicationSuites, applications, inSuite } from './applications.ts'
import { autodiscoverOrder } from './autodiscover-methods.ts'
import type { Client } from './client.ts'
import { clientSettings } from './client-settings.ts'
import { clientOf, clients } from './clients.ts'
import { conditions } from './conditions.ts'
import { csAuthTypeOf } from './csauth.ts'
import { errorCodeOf } from './errors.ts'
import { grantControlTable } from './grant-controls.ts'
import { catalogTables, tableNames } from './index.ts'
import { licences } from './licences.ts'
import { methods } from './methods.ts'
import { protocolTable } from './protocols.ts'
import { purposeTable } from './purposes.ts'
import { roleOf, roles } from './roles.ts'
import { sendingOptions } from './sending-options.ts'
import { canonicalCombination, strengths } from './strengths.ts'
import { topologies } from './topologies.ts'
import type { VendorChange } from './vendor-change.ts'
import { timelineDates, vendorTimeline } from './vendor-timeline.ts'
import { flowsServed, workloadOf, workloads } from './workloads.ts'

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const isoDay = /^\d{4}-\d{2}-\d{2}$/

const isDay = (text: string): boolean =>
  isoDay.test(text) && new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text

const allClients: readonly Client[] = clients

describe('every table', () => {
  test.each(tableNames)('%s has rows with their own ids', (table) => {
    const ids = catalogTables[table].map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(0)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(ids.filter((id) => id.trim() === '')).toEqual([])
  })

  test.each(tableNames)('%s cites a public page and a place on it', (table) => {
    for (const { id, citation } of catalogTables[table]) {
      expect(Object.keys(sources), id).toContain(citation.source)
      expect(citation.section ?? '', id).not.toBe('')
    }
  })
})

describe('the bibliography', () => {
  test.each(Object.entries(sources) as [string, Source][])('%s is a page with an address and a day', (_key, source) => {
    expect(source.url).toMatch(/^https:\/\/\S+$/)
    expect(source.title.trim()).not.toBe('')
    expect(isDay(source.read)).toBe(true)
  })

  test('gives each page once', () => {
    const urls = Object.values(sources).map(({ url }) => url)
    expect(urls.filter((url, index) => urls.indexOf(url) !== index)).toEqual([])
  })
})

describe('clients', () => {
  const names = allClients.map(({ name }) => name.toLowerCase())

  test('have their own names, case ignored', () => {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test.each(allClients)('$id can do something, with a flow and a protocol for it', (client) => {
    expect(client.flows.length).toBeGreaterThan(0)
    expect(Object.keys(client.protocols).length).toBeGreaterThan(0)
    for (const list of Object.values(client.protocols)) expect(list.length).toBeGreaterThan(0)
    for (const id of [client.appId, client.resource]) if (id !== undefined) expect(id).toMatch(guid)
    if (client.sendingOption !== undefined) expect(sendingOptions.map(({ id }) => id)).toContain(client.sendingOption)
  })

  test('speak only what some service serves for the purpose', () => {
    const served = new Set(workloads.flatMap((workload) => workload.protocols.map(({ protocol }) => protocol)))
    for (const client of allClients)
      for (const list of Object.values(client.protocols))
        for (const protocol of list) expect(served, client.id).toContain(protocol)
  })

  test('are found by id and not by anything else', () => {
    expect(clientOf('outlook-2010')?.name).toBe('Outlook 2010')
    expect(clientOf('Outlook 2010')).toBeUndefined()
  })

  test.each([
    ['outlook-2007', 'read-mail', 'rpc-http'],
    ['outlook-2010', 'read-mail', 'mapi-http'],
    ['outlook-2016', 'open-address-book', 'oab'],
    ['outlook-2016', 'check-free-busy', 'ews'],
    ['pop-client', 'send-mail', 'smtp-auth'],
    ['skype-for-business-2016', 'send-instant-messages', 'sip'],
    ['skype-for-business-2016', 'open-address-book', 'ews'],
    ['browser', 'register-for-mfa', 'https'],
    ['exchange-online-powershell-v3', 'administer', 'exchange-rest'],
  ] as const)('%s does %s over %s', (id, purpose, protocol) => {
    expect(clientOf(id)?.protocols[purpose]?.[0]).toBe(protocol)
  })
})

describe('the timeline', () => {
  test.each(vendorTimeline)('$id has days in order', ({ from, until, appliesTo }) => {
    expect(isDay(from)).toBe(true)
    if (until !== undefined) {
      expect(isDay(until)).toBe(true)
      expect(from < until).toBe(true)
    }
    for (const day of Object.values(appliesTo ?? {})) expect(isDay(day)).toBe(true)
  })

  test.each(vendorTimeline)('$id says where its word comes from', ({ citation, standing }) => {
    const source: Source = sources[citation.source]
    expect(standing).toBe((source.tier ?? 'vendor') === 'vendor' ? 'documented' : 'secondary')
  })

  test('never has two entries for one fact, subject, day and tenant', () => {
    const key = ({ fact, subject, from, cloud, appliesTo }: VendorChange): string =>
      JSON.stringify([fact, subject, from, cloud ?? null, appliesTo ?? null])
    const keys = vendorTimeline.map(key)
    expect(keys.filter((one, index) => keys.indexOf(one) !== index)).toEqual([])
  })

  test('names a client of the catalog in every change of a module', () => {
    const modules = vendorTimeline.filter(({ fact }) => fact === 'module').map(({ subject }) => subject)
    expect(modules.filter((id) => clientOf(id) === undefined)).toEqual([])
  })

  test('lists its days once each and in order', () => {
    const dates = timelineDates()
    expect(dates).toEqual([...new Set(dates)].sort())
    expect(dates).toEqual(
      expect.arrayContaining(['2021-07-31', '2022-10-01', '2023-01-01', '2027-01-01', '2027-04-01']),
    )
  })

  test.each([
    ['mapi-http', '2023-01-01'],
    ['pop3', '2023-01-01'],
    ['autodiscover', '2023-01-01'],
  ])('takes basic authentication from %s for good on %s', (subject, from) => {
    const last = vendorTimeline
      .filter(
        ({ fact, subject: of, cloud }) => fact === 'basic-authentication' && of === subject && cloud === 'worldwide',
      )
      .sort((a, b) => (a.from < b.from ? 1 : -1))[0]
    expect(last).toMatchObject({ from, value: 'off' })
    expect(last?.override).toBeUndefined()
  })
})

describe('services and protocols', () => {
  test('every service of the vocabulary has an entry', () => {
    expect(workloads.map(({ id }) => id).sort()).toEqual([...workloadNames].sort())
    for (const name of workloadNames) expect(workloadOf(name).id).toBe(name)
  })

  test('every protocol of the vocabulary has a row', () => {
    expect(protocolTable.map(({ id }) => id).sort()).toEqual([...protocols].sort())
  })

  test('every purpose of the vocabulary has a row', () => {
    expect(purposeTable.map(({ id }) => id)).toEqual([...purposes])
  })

  test.each(workloads)('$id has a lower-case app id, if any', ({ appId }) => {
    if (appId !== undefined) expect(appId).toMatch(guid)
  })

  test('a protocol that cannot carry tokens is offered with modern authentication nowhere', () => {
    const without = protocolTable.filter(({ modern }) => !modern).map(({ id }) => id)
    for (const { id, protocols: served } of workloads)
      for (const { protocol, flows } of served)
        if (without.includes(protocol)) expect(flows, `${id} ${protocol}`).not.toContain('modern')
  })

  test.each([
    ['exchange-online', 'rpc-http', ['basic']],
    ['exchange-server', 'pop3', ['basic']],
    ['teams', 'https', ['modern']],
    ['teams', 'mapi-http', []],
  ] as const)('%s over %s takes %j', (service, protocol, flows) => {
    expect(flowsServed(service, protocol)).toEqual(flows)
  })

  test('nobody authenticates on premises to a service in the cloud', () => {
    for (const { id, hosting, zone } of workloads) expect(zone === 'on-premises', id).toBe(hosting === 'on-premises')
  })
})

describe('applications', () => {
  test.each(applications)('$id has lower-case app ids and known suites', ({ appIds, suites }) => {
    for (const appId of appIds) expect(appId).toMatch(guid)
    for (const suite of suites) expect(applicationSuites).toContain(suite)
  })

  test('share no app id', () => {
    const ids = applications.flatMap(({ appIds }) => appIds)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test('depend on applications of the table', () => {
    const ids = applications.map(({ id }) => id)
    for (const { dependsOn } of applications) for (const { on } of dependsOn ?? []) expect(ids).toContain(on)
  })

  test.each(workloads)('$id is an application of the table', ({ appId }) => {
    if (appId !== undefined) expect(applicationOf(appId)).toBeDefined()
  })

  test.each([
    ['00000002-0000-0FF1-CE00-000000000000', 'Office365', true],
    ['c44b4083-3bb0-49c1-b47d-974e53cbdf3c', 'MicrosoftAdminPortals', true],
    ['797f4846-ba00-4fd7-ba43-dac1f8f63013', 'Office365', false],
    ['11111111-2222-3333-4444-555555555555', 'Office365', false],
  ])('%s in %s: %s', (appId, suite, expected) => {
    expect(inSuite(appId, suite)).toBe(expected)
  })

  test('Teams and Skype wait for the policy of Exchange', () => {
    for (const id of ['teams', 'skype-for-business-online'])
      expect(applicationOf(id)?.dependsOn).toContainEqual({ on: 'exchange-online', binding: 'early' })
    expect(applicationOf('teams')?.dependsOn).toContainEqual({ on: 'planner', binding: 'late' })
  })
})

describe('methods and strengths', () => {
  const met = (combination: string): readonly string[] => {
    const row = methods.find(({ id }) => canonicalCombination(id) === canonicalCombination(combination))
    return row?.kind === 'combination' ? row.strengths : ['no such row']
  }

  test('the multifactor strength has nineteen combinations', () => {
    expect(strengths.map(({ combinations }) => combinations.length)).toEqual([19, 4, 3])
  })

  test('every allowed combination is a row', () => {
    for (const { combinations } of strengths)
      for (const combination of combinations) expect(met(combination)).not.toEqual(['no such row'])
  })

  test.each([
    ['fido2', ['mfa', 'passwordless', 'phishing-resistant']],
    ['deviceBasedPush', ['mfa', 'passwordless']],
    ['temporaryAccessPassOneTime', ['mfa']],
    ['sms,password', ['mfa']],
    ['federatedMultiFactor', ['mfa']],
    ['federatedSingleFactor', []],
    ['password', []],
    ['sms', []],
  ])('%s meets %j', (combination, expected) => {
    expect(met(combination)).toEqual(expected)
  })

  test('an app password can be registered and deleted and not changed', () => {
    expect(methods.find(({ id }) => id === 'app-password')).toMatchObject({
      register: true,
      change: false,
      delete: true,
    })
  })
})

describe('policies', () => {
  test('every condition of the vocabulary has a row, in the order of evaluation', () => {
    expect(conditions.map(({ id }) => id)).toEqual([...conditionNames])
  })

  test('every control of the vocabulary has a row, in the order in which it is asked for', () => {
    const rows = grantControlTable.map(({ id }): string => id)
    expect(rows.filter((id) => grantControls.some((control) => control === id))).toEqual([...grantControls])
    const orders = grantControlTable.map(({ order }) => order)
    expect(orders).toEqual([...orders].sort((a, b) => a - b))
  })

  test.each(grantControlTable)('$id names an error of the table, if any', ({ error }) => {
    if (error !== undefined) expect(errorCodeOf(error)).toBeDefined()
  })
})

describe('published tables', () => {
  test.each(clientSettings)('$id concerns clients of the table', ({ clients: concerned }) => {
    for (const id of concerned) expect(clientOf(id)).toBeDefined()
  })

  test.each(['outlook-2016', 'outlook'] as const)('%s skips steps by settings of the table', (kind) => {
    const names = clientSettings.map(({ name }) => name)
    for (const { skippedBy, movedToFrontBy } of autodiscoverOrder(kind))
      for (const name of [skippedBy, movedToFrontBy]) if (name !== undefined) expect(names).toContain(name)
  })

  test.each([
    ['BlockWindowsAuthExternalyAndModernAuthInternally', 4, 'modern', 'windows'],
    ['blockwindowsauthexternallyandmodernauthinternally', 4, 'modern', 'windows'],
    ['AllowAllExternallyAndInternally', 1, 'modern-and-windows', 'modern-and-windows'],
    ['BlockModernAuthInternally', 5, 'modern-and-windows', 'windows'],
  ])('%s is type %i', (spelling, type, external, internal) => {
    expect(csAuthTypeOf(spelling)).toMatchObject({ type, external, internal })
  })

  test('three topologies need the Skype setting on Windows desktops', () => {
    expect(topologies.filter(({ needsAllowAdal }) => needsAllowAdal).map(({ id }) => id)).toEqual([
      'mixed-1',
      'mixed-3',
      'mixed-5',
    ])
  })

  test.each(topologies)('$id places each home on a separate side', ({ homes, modernOn, modernNotStated }) => {
    expect(homes.length).toBeGreaterThan(0)
    expect(modernOn.filter((place) => modernNotStated.includes(place))).toEqual([])
  })

  test.each(['outlook-2016', 'outlook', 'ews', 'mobile'] as const)('%s looks for its mailbox in order', (kind) => {
    expect(autodiscoverOrder(kind).map(({ order }) => order)).toEqual(
      autodiscoverOrder(kind).map((_, index) => index + 1),
    )
  })

  test('a client that finds nothing by itself has no steps', () => {
    expect(autodiscoverOrder('none')).toEqual([])
  })

  test.each([
    ['53003', 'BlockedByConditionalAccess', 'after-password'],
    ['AADSTS50126', 'InvalidUserNameOrPassword', 'at-password'],
    ['http-401', 'HTTP 401', 'before-password'],
  ])('error %s is %s', (code, name, stage) => {
    expect(errorCodeOf(code)).toMatchObject({ name, stage })
  })

  test('risk needs P2 and trusted addresses need P1', () => {
    const licencesOf = (id: string): unknown => licences.find((row) => row.id === id)
    expect(licencesOf('risk-based-conditional-access')).toMatchObject({ licences: ['p2'] })
    expect(licencesOf('trusted-ips')).toMatchObject({ licences: ['p1', 'p2'] })
  })

  test('roles are found by template id and by name', () => {
    expect(roleOf('62e90394-69f5-4237-9190-012177145e10')?.name).toBe('Global Administrator')
    expect(roleOf('global administrator')?.id).toBe('62e90394-69f5-4237-9190-012177145e10')
    expect(roles.filter(({ securityDefaultsAdministrator }) => securityDefaultsAdministrator)).toHaveLength(16)
    for (const { id } of roles) expect(id).toMatch(guid)
  })
})

test('the day on which a client became available has a separate page', () => {
  const listed: readonly Client[] = clients
  const wrong = listed.filter(({ from, fromCitation }) => (from === undefined) !== (fromCitation === undefined))
  expect(wrong.map(({ id }) => id)).toEqual([])
})
