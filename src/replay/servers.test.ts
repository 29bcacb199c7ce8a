import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { loadTenantText } from '../tenant/load-tenant.ts'
import { openEngine } from './engine/duckdb.ts'
import { openLogs } from './logs/open-logs.ts'
import { classifyPeople } from './people-of.ts'
import { calibrateShapes, inventoryOfShapes, outsideAddressFor, reduceLogs, stageToday } from './replay.ts'
import { type Audit, eventCsv, eventXml, iisLog, proxyLog } from './servers/server-logs.fixture.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'authplan-servers-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const file = {
  name: 'Contoso',
  asOf: '2026-06-01',
  domains: [{ name: 'contoso.com', authenticationType: 'managed' }],
  networks: [{ name: 'office', ranges: ['192.0.2.0/24'] }],
  users: [{ userPrincipalName: 'ada@contoso.com' }],
}

async function read(files: Readonly<Record<string, string | Uint8Array>>, tenant: object = file) {
  for (const [name, data] of Object.entries(files)) writeFileSync(join(folder, name), data)
  const reader = nodeSourceReader(folder)
  const loaded = loadTenantText(JSON.stringify(tenant), 'tenant.json')
  if (!loaded.ok) throw new Error('the tenant')
  const classes = classifyPeople(loaded.value, reader)
  const engine = await openEngine(undefined, { memory: '300MB', temporary: '1GB', threads: 1 })
  if (!classes.ok || engine === undefined) throw new Error('no people or no engine')
  try {
    const logs = openLogs(Object.keys(files), reader)
    expect(logs.notLogs).toEqual([])
    const source = await reduceLogs(engine, logs.files, [classes.value], reader)
    const outside = outsideAddressFor([loaded.value])
    const inventory = await inventoryOfShapes(classes.value, source, outside)
    const names = await source.namePeople(source.shapes.map(({ index }) => index))
    const [people] = await source.countPeople([source.shapes.map(({ index }) => index)])
    return {
      source,
      names,
      people: people?.people,
      inventory,
      calibration: calibrateShapes(stageToday(classes.value, source, outside)),
    }
  } finally {
    engine.close()
  }
}

const outlook = 'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.10396; Pro)'
const phone = 'Apple-iPhone12C1/1902.55'
const proxied = proxyLog(
  [
    ['Eas', 'Basic', 'CONTOSO\\bob', phone, '203.0.113.9', '200'],
    ['Eas', 'Basic', 'CONTOSO\\bob', phone, '192.0.2.7', '401'],
    ['Eas', 'Basic', 'CONTOSO\\eve', 'Apple-iPad6C3/1902.55', '203.0.113.9', '200'],
    ['Mapi', 'Negotiate', 'ada@contoso.com', outlook, '192.0.2.7', '200'],
    ['Owa', 'FBA', 'ada@contoso.com', 'Mozilla/5.0 (Windows NT 10.0)', '192.0.2.7', '302'],
    ['Ews', 'Bearer', 'ada@contoso.com', 'MacOutlook/16.80', 'fe80::1%3', '200'],
    ['PushNotifications', 'Hologram', 'ada@contoso.com', '', '', '200'],
    ['Eas', '', '', phone, '203.0.113.9', '401'],
    ['Ews', 'Negotiate', 'CONTOSO\\HealthMailbox123', 'AMProbe/Local', '::1', '200'],
  ],
  'yesterday,x,15,Eas',
  'x'.repeat(1024 * 1024 + 1),
)

describe('the proxy of an Exchange server', () => {
  test('says who speaks which protocol with which authentication, from where', async () => {
    const { source, inventory } = await read({ 'HttpProxy_1.LOG': proxied })
    const rows = inventory.clients.map(({ server, application, spoke, platform, authentication, signIns, people }) =>
      [server, application, spoke, platform, authentication, signIns, people.people].join(' | '),
    )
    expect(rows).toEqual([
      'exchange-server | Apple-iPhone | exchange-activesync | iOS | basic | 2 | 1',
      'exchange-server | Apple-iPad | exchange-activesync | iOS | basic | 1 | 1',
      'exchange-server | Microsoft Outlook 16.0 | mapi-http | windows | negotiate | 1 | 1',
      'exchange-server | browser | browser | windows | forms | 1 | 1',
      'exchange-server | MacOutlook | ews | macOS | modern | 1 | 1',
      'exchange-server |  | ?PushNotifications |  | unknown | 1 | 1',
    ])
    const [eas, , mapi, owa] = inventory.clients
    expect(eas).toMatchObject({ succeeded: 1, catalog: [], applicationId: '', file: { flows: ['basic'] } })
    expect([mapi?.file?.flows, owa?.file, eas?.ends]).toEqual([['windows-integrated'], undefined, undefined])
    expect([inventory.networks.map(({ name }) => name), inventory.elsewhere]).toEqual([['office'], true])
    expect(source.leftOut).toEqual([
      { reason: 'request without a person', count: 1 },
      { reason: 'request of a health mailbox', count: 1 },
    ])
    expect(source.broken).toMatchObject([{ count: 2, lines: [14, 15] }])
  })

  test('is not compared with the model, and that is counted', async () => {
    const { calibration } = await read({ 'HttpProxy_2.LOG': proxied })
    expect(calibration.total).toMatchObject({ notComparable: { signIns: 7 }, undetermined: { signIns: 0 } })
    expect(calibration.servers).toMatchObject([{ name: 'exchange-server', signIns: 7 }])
    expect(calibration.missing).toEqual([])
    expect(calibration.unmapped.map(({ name }) => name).sort()).toEqual([
      'authentication: Hologram',
      'client: PushNotifications',
    ])
  })

  test('is read compressed as well, and where a heading is repeated; a copied request counts once', async () => {
    const twice = proxied + proxyLog([['Eas', 'Basic', 'CONTOSO\\bob', phone, '203.0.113.9', '200']])
    const { source } = await read({ 'HttpProxy_3.LOG.gz': gzipSync(twice) })
    expect([source.shapes.reduce((sum, { signIns }) => sum + signIns, 0), source.copies]).toEqual([7, 1])
  })
})

test('IIS says who opened which directory of Exchange, and nothing of the authentication', async () => {
  const agent = outlook.replaceAll(' ', '+')
  const log = iisLog(
    `2026-05-20 08:00:00 10.0.0.1 POST /mapi/emsmdb/ MailboxId=1 443 CONTOSO\\bob 192.0.2.7 ${agent} 200 15`,
    `2026-05-20 08:01:00 10.0.0.1 POST /Microsoft-Server-ActiveSync/default.eas - 443 CONTOSO\\bob 203.0.113.7 ${phone} 403 1`,
    `2026-05-20 08:02:00 10.0.0.1 POST /mapi/emsmdb/ - 443 - 192.0.2.7 ${agent} 401 1`,
    '2026-05-20 08:03:00 10.0.0.1 GET /favicon.ico - 443 - 192.0.2.7 - 404 1',
    '2026-05-20 8 o clock',
  )
  const { inventory, source } = await read({ 'u_ex1.log': log })
  expect(
    inventory.clients.map(({ server, spoke, authentication, succeeded }) => [server, spoke, authentication, succeeded]),
  ).toEqual([
    ['iis', 'exchange-activesync', 'unknown', 0],
    ['iis', 'mapi-http', 'unknown', 1],
  ])
  expect(source.leftOut?.map(({ count }) => count)).toEqual([1, 1])
  expect(source.broken).toMatchObject([{ file: 'u_ex1.log', count: 1, lines: [7] }])
})

const ada = {
  userPrincipalName: 'Ada@contoso.com',
  onPremisesSamAccountName: 'a.lovelace',
  onPremisesDomainName: 'contoso.local',
}
const adaAlone = [
  ['Eas', 'Basic', 'CONTOSO\\A.Lovelace', phone, '203.0.113.9', '200'],
  ['Eas', 'Basic', 'contoso.local\\a.lovelace', phone, '203.0.113.9', '200'],
  ['Eas', 'Basic', 'FABRIKAM\\a.lovelace', phone, '203.0.113.9', '200'],
  ['Owa', 'FBA', 'ada@contoso.com', 'Mozilla/5.0 (Windows NT 10.0)', '192.0.2.7', '302'],
] as const
const withDomain = 'userPrincipalName,onPremisesSamAccountName,onPremisesDomainName'

test.each<[string, object, Readonly<Record<string, string>>]>([
  ['in the tenant file', { users: [ada] }, {}],
  [
    'in a CSV file beside it',
    { users: { from: 'people.csv' } },
    { 'people.csv': `${withDomain}\nAda@contoso.com,a.lovelace,contoso.local\nbo@contoso.com,,\n` },
  ],
  [
    'in JSON Lines beside it',
    { users: { from: 'people.jsonl' } },
    { 'people.jsonl': `${JSON.stringify(ada)}\n{"userPrincipalName":"bo@contoso.com","onPremisesDomainName":null}\n` },
  ],
])('an account on-premises that is stated %s is the person whose it is', async (_place, users, beside) => {
  for (const [name, text] of Object.entries(beside)) writeFileSync(join(folder, name), text)
  const { source, names, people } = await read({ 'HttpProxy_7.LOG': proxyLog([...adaAlone]) }, { ...file, ...users })
  expect([people, names, source.accountNames]).toEqual([2, ['Ada@contoso.com', 'FABRIKAM\\a.lovelace'], 1])
  expect(source.shapes.map(({ values }) => values.class).sort()).toEqual(['', '0', '0'])
})

test('an account that two people have, or whose domain is not stated, is nobody', async () => {
  const { onPremisesDomainName: _, ...anywhere } = ada
  for (const users of [[ada, { ...ada, userPrincipalName: 'bo@contoso.com' }], [anywhere]]) {
    const { people, source } = await read({ 'HttpProxy_8.LOG': proxyLog([...adaAlone]) }, { ...file, users })
    expect([people, source.accountNames]).toEqual([4, 3])
  }
})

test('who is named by an id in one log and by the same name in another is one person', async () => {
  const record = (id: string, userId: string, userPrincipalName: string) => ({
    ...{ id, userId, userPrincipalName, createdDateTime: '2026-05-20T08:00:00Z', appId: 'a', clientAppUsed: 'Browser' },
    ...{ status: { errorCode: 0 }, appliedConditionalAccessPolicies: [] },
  })
  const graph = [record('1', 'u-ada', 'Ada@contoso.com'), record('2', 'u-bo', 'bo@contoso.com')]
  const { source, names, people } = await read({
    'HttpProxy_4.LOG': proxied,
    'graph.json': JSON.stringify({ value: graph }),
  })
  expect(names).toEqual(['Ada@contoso.com', 'CONTOSO\\bob', 'CONTOSO\\eve', 'bo@contoso.com'])
  expect([people, source.accountNames]).toEqual([4, 2])
})

const password = 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport'
const browser = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 14)'
const audits: readonly Audit[] = [
  {
    id: '1',
    event: '1200',
    user: 'CONTOSO\\bob',
    protocol: 'WSFederation',
    method: password,
    agent: browser,
    address: '203.0.113.7,10.0.0.2',
  },
  { id: '2', event: '1202', user: 'CONTOSO\\bob', protocol: 'WSFederation', method: password, agent: browser },
  {
    id: '3',
    event: '1200',
    user: 'ada@contoso.com',
    protocol: 'WSFederation',
    method: 'urn:federation:authentication:windows',
    agent: browser,
    address: '192.0.2.7',
  },
  {
    id: '4',
    event: '1203',
    user: 'o<b>&"x"@contoso.com',
    protocol: 'WSTrust',
    method: password,
    agent: '=cmd|x',
    address: '192.0.2.7',
  },
  { id: '5', event: '4624', user: 'x', source: 'Microsoft-Windows-Security-Auditing' },
]
const found = [
  'ad-fs | browser | ws-federation | macOS | negotiate | 1 | 1',
  'ad-fs | browser | ws-federation | macOS | password | 1 | 1',
  'ad-fs | =cmd|x | ws-trust |  | password | 1 | 0',
]
const xml = `\uFEFF<?xml version="1.0" encoding="utf-8"?>\n<Events>\n${audits.map(eventXml).join('\n')}\n`

describe('the security log of an AD FS server', () => {
  test.each([
    [
      'in XML',
      {
        'events.xml': `${xml}${eventXml(audits[0] ?? { id: '', event: '', user: '' }).replace('AuditBase ', 'Other ')}\n<Event xmlns='x'><System>`,
      },
      [58, 69],
    ],
    ['in UTF-16', { 'wide.xml': Buffer.from(`${xml}</Events>`, 'utf16le') }, []],
    ['in CSV of Event Viewer', { 'events.csv': eventCsv(audits, 'Audit Success,,AD FS Auditing,1200,(3),x') }, [67]],
  ] as const)(
    '%s says who asked for a token by which protocol, and how they authenticated',
    async (_, files, lines) => {
      const { inventory, source, names } = await read(files)
      const rows = inventory.clients.map(
        ({ server, application, spoke, platform, authentication, signIns, succeeded }) =>
          [server, application, spoke, platform, authentication, signIns, succeeded].join(' | '),
      )
      expect(rows).toEqual(found)
      expect(source.leftOut).toEqual([
        { reason: 'event of another source', count: 1 },
        { reason: 'event that another one records as well', count: 1 },
      ])
      expect(source.broken.flatMap((one) => one.lines)).toEqual(lines)
      expect(names).toEqual(['CONTOSO\\bob', 'ada@contoso.com', 'o<b>&"x"@contoso.com'])
      expect(inventory.clients.map(({ first }) => new Date(first).toISOString().slice(0, 19))).toEqual(
        Array.from({ length: 3 }, () => '2026-05-20T09:00:00'),
      )
    },
  )

  test('an event that never ends is broken, and what follows is read', async () => {
    const endless = `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>${'<a>'.repeat(600_000)}`
    const [one] = audits
    if (one === undefined) throw new Error('no audit')
    const { source } = await read({ 'endless.xml': `<Events>\n${endless}\n${eventXml(one)}\n</Events>` })
    expect(source.shapes).toHaveLength(1)
    expect(source.broken).toMatchObject([{ count: 1, lines: [2] }])
  })
})
