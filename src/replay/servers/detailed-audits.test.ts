import { describe, expect, test } from 'vitest'
import type { AuditItem } from './ad-fs-detail.ts'
import {
  type Audited,
  activityId,
  claims,
  detailedCsv,
  detailedXml,
  instanceId,
  noActivity,
} from './detailed-audits.fixture.ts'
import { joinAudits } from './join-audits.ts'
import { itemsOfEventCsv, itemsOfEventXml } from './security-log.ts'
import type { ServerItem } from './server-row.ts'

const outlook = 'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.10396; Pro)'
const userNameToken = 'http://schemas.microsoft.com/ws/2006/05/identitymodel/tokens/UserName'
const microsoftOnline = 'urn:federation:MicrosoftOnline'

const page = (request: number, address: string, agent: string): Audited => [
  403,
  ...[instanceId(90), activityId(request), '2026-05-20 09:00:00', address, 'GET', '/adfs/ls/', '?wa=wsignin1.0'],
  ...['443', '10.0.0.1', agent, '0', '-', '-', '-', 'False'],
]
const token = (group: number, request: string, relyingParty = microsoftOnline): Audited => [
  299,
  ...[instanceId(group), request, relyingParty],
]
const caller = (group: number, user: string, address = '-', agent = '-'): Audited => [
  501,
  ...[instanceId(group), ...claims(user, address, agent), '-', '-'],
]
const refused = (error: string, type = userNameToken): Audited => [
  411,
  ...[noActivity, type, error, 'System.IdentityModel: at x', '198.51.100.7,10.0.0.2'],
]

/** Both ways of saving a log, which have to say the same. */
const saved: readonly (readonly [string, (events: readonly Audited[]) => readonly ServerItem[]])[] = [
  ['in XML', (events) => [...itemsOfEventXml([detailedXml(events)])]],
  ['in CSV of Event Viewer', (events) => [...itemsOfEventCsv([detailedCsv(events)])]],
]

const said = (items: readonly ServerItem[]): readonly string[] =>
  items
    .flatMap((item) => {
      if (item.kind === 'broken') return ['broken']
      if (item.kind === 'left out') return [`left out: ${item.reason}`]
      const { userName, resource, application, client, address, authentication, errorCode } = item.row
      return [[userName, resource, application, client, address, authentication, errorCode].join(' | ')]
    })
    .sort()

const counted = (items: readonly ServerItem[], reason: string): number =>
  said(items).filter((one) => one === `left out: ${reason}`).length

describe.each(saved)('audits of AD FS at the detailed level, %s', (_, read) => {
  test('a token, the claims of its caller and the page that was opened are one request', () => {
    const items = read([
      page(1, '203.0.113.9', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 14)'),
      token(1, activityId(1), 'https://crm.contoso.com/'),
      caller(1, 'ada@contoso.com'),
      token(2, noActivity),
      [500, instanceId(2), 'http://schemas.xmlsoap.org/claims/UPN', 'issued@contoso.com'],
      caller(2, 'bo@contoso.com', '192.0.2.7, 10.0.0.2', outlook),
    ])
    const method = 'http://schemas.microsoft.com/ws/2008/06/identity/authenticationmethod/password'
    expect(said(items)).toEqual([
      `ada@contoso.com | https://crm.contoso.com/ | browser | wstrust | 203.0.113.9 | ${method} | 0`,
      `bo@contoso.com | ${microsoftOnline} | Microsoft Outlook 16.0 | wstrust | 192.0.2.7 | ${method} | 0`,
      ...Array.from({ length: 4 }, () => 'left out: event that describes another one'),
    ])
  })

  test('a refused password names the person and the address, whatever hyphens the name has', () => {
    const items = read([
      refused('anna-maria@my-corp.com-The user name or password is incorrect'),
      refused('CONTOSO\\bo-The referenced account is currently locked out'),
      refused('eve@contoso.com'),
      refused('-'),
      refused('MSIS3126: Access denied', 'urn:oasis:names:tc:SAML:2.0:assertion'),
    ])
    expect(said(items)).toEqual([
      ...['CONTOSO\\bo', 'anna-maria@my-corp.com', 'eve@contoso.com'].map(
        (name) => `${name} |  |  |  | 198.51.100.7 |  | 411`,
      ),
      ...Array.from({ length: 2 }, () => 'left out: request without a person'),
    ])
  })

  test('the token for AD FS itself is no sign-in, and a token of nobody is counted', () => {
    const items = read([token(1, noActivity, 'http://sts.contoso.com/adfs/services/trust'), token(2, noActivity)])
    expect(said(items)).toEqual(['left out: request without a person', 'left out: token for AD FS itself'])
  })

  test('other events are counted, and one without its ids is broken', () => {
    const items = read([
      [510, instanceId(1), '{"Host":"sts"}'],
      [1206, activityId(1), ''],
      [501, 'x'],
    ])
    expect(said(items)).toEqual([
      'broken',
      'left out: event of AD FS that records no request for a token',
      'left out: event that describes another one',
    ])
  })
})

const basic = (request: string, event: number, user: string): Audited => [
  event,
  request,
  `<AuditBase><UserId>${user}</UserId><RelyingParty>x</RelyingParty></AuditBase>`,
]

describe('a request that the basic level records as well', () => {
  test('counts once, whichever of its events comes first', () => {
    const detailed = [token(1, activityId(1)), caller(1, 'ada@contoso.com')]
    for (const events of [
      [basic(activityId(1), 1200, 'ada@contoso.com'), ...detailed],
      [...detailed, basic(activityId(1), 1200, 'ada@contoso.com')],
    ]) {
      const items = [...itemsOfEventXml([detailedXml(events)])]
      expect(items.filter(({ kind }) => kind === 'row')).toHaveLength(1)
      expect(counted(items, 'event that another one records as well')).toBe(1)
    }
  })

  test('does not hide the request of another id', () => {
    const events = [basic(activityId(1), 1200, 'bo@contoso.com'), token(1, activityId(2)), caller(1, 'ada@contoso.com')]
    const items = [...itemsOfEventXml([detailedXml(events)])]
    expect(items.filter(({ kind }) => kind === 'row')).toHaveLength(2)
  })

  test('hides a refused password without an id, since 1203 records every one', () => {
    const events = [refused('ada@contoso.com-The user name'), basic(noActivity, 1203, 'ada@contoso.com')]
    const items = [...itemsOfEventXml([detailedXml(events)])]
    expect(items.filter(({ kind }) => kind === 'row')).toHaveLength(1)
  })
})

test('of more requests than can wait at a time nothing is lost', () => {
  function* many(): Generator<AuditItem> {
    for (let index = 0; index < 20_100; index += 1) {
      const row = { time: '2026-05-20T09:00:00Z', resource: 'x', errorCode: '0' }
      yield { kind: 'token', instance: `${index}`, activity: '', row }
      yield { kind: 'claims', instance: `${index}`, caller: { userName: 'ada@contoso.com' }, issued: false }
    }
  }
  expect([...joinAudits(many())].filter(({ kind }) => kind === 'row')).toHaveLength(20_100)
})

test('the oldest request is settled before the log is read to its end', () => {
  let read = 0
  function* many(): Generator<AuditItem> {
    for (; read < 20_100; read += 1)
      yield {
        ...{ kind: 'token', instance: `${read}`, activity: '' },
        row: { time: '2026-05-20T09:00:00Z', resource: 'x', userName: 'ada@contoso.com' },
      }
  }
  const first = joinAudits(many()).next()
  expect([first.done, read]).toEqual([false, 20_000])
})
