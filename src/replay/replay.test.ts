import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Calibration } from './calibrate/calibrate.ts'
import { withPolicyState } from './calibrate/explain-disagreement.ts'
import { explainedPart } from './calibrate/tally.ts'
import { openEngine } from './engine/duckdb.ts'
import { describeParquet } from './engine/duckdb-parquet.ts'
import type { ShapeSource } from './engine/shape-source.ts'
import {
  diagnosticLines,
  generatedLog,
  graphPage,
  jsonLines,
  type LogRecord,
  libraryLog,
} from './generated-log.fixture.ts'
import { openLogs } from './logs/open-logs.ts'
import { classifyPeople } from './people-of.ts'
import { calibrateShapes, outsideAddressFor, reduceLogs, stageToday } from './replay.ts'

const reader = nodeSourceReader(process.cwd())
function tenantOf(name: string): Tenant {
  const loaded = loadTenant(`scenarios/${name}.yaml`, reader)
  if (!loaded.ok) throw new Error(name)
  return loaded.value
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'authplan-replay-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Replayed extends Pick<ShapeSource, 'shapes' | 'broken' | 'copies'> {
  readonly calibration: Calibration
  readonly signIns: number
}

async function replayed(tenant: Tenant, files: Readonly<Record<string, string | Uint8Array>>): Promise<Replayed> {
  const paths = Object.entries(files).map(([name, data]) => {
    writeFileSync(join(folder, name), data)
    return join(folder, name)
  })
  const people = classifyPeople(tenant, reader)
  const engine = await openEngine(undefined, { memory: '500MB', temporary: '1GB', threads: 1 })
  if (!people.ok || engine === undefined) throw new Error('no people or no engine')
  try {
    const logs = openLogs(paths, reader)
    expect({ ...logs, files: logs.files.length }).toMatchObject({ files: paths.length, unreadable: [], notLogs: [] })
    const described = await describeParquet(engine, logs.files)
    expect(described.notLogs).toEqual([])
    const source = await reduceLogs(engine, described.files, [people.value], reader)
    const calibration = calibrateShapes(stageToday(people.value, source, outsideAddressFor([tenant])))
    const signIns = source.shapes.reduce((sum, shape) => sum + shape.signIns, 0)
    return { ...source, calibration, signIns }
  } finally {
    engine.close()
  }
}

const tenant = tenantOf('conditional-access')
const log = generatedLog(tenant, 7, 60)
const portal = (records: readonly LogRecord[], mark = ''): string =>
  [
    `${mark}Date (UTC),Request ID,User ID,Username,User type,Original transfer method,Application,Application ID ,Resource,Resource ID ,IP address,Location,Sign-in error code,Client app,Device ID,Operating System,Compliant,Join Type,Multifactor authentication result,Authentication requirement,Token issuer type`,
    ...records.map((one) => {
      // The fixture writes exactly these.
      const { deviceDetail: device, status } = one as unknown as {
        readonly deviceDetail: Record<string, unknown>
        readonly status: Record<string, unknown>
      }
      const details = JSON.stringify(one['authenticationDetails']).includes('MFA') ? 'MFA completed in Azure AD' : ''
      return [
        one.createdDateTime,
        one.id,
        one['userId'],
        one.userPrincipalName,
        'member',
        'none',
        one['appDisplayName'],
        one['appId'],
        one['resourceDisplayName'],
        one['resourceId'],
        one['ipAddress'],
        'Berlin, Berlin, DE',
        status['errorCode'],
        one['clientAppUsed'],
        device['deviceId'],
        device['operatingSystem'],
        device['isCompliant'],
        device['trustType'],
        details,
        one['authenticationRequirement'] === 'multiFactorAuthentication'
          ? 'Multifactor authentication'
          : 'Single-factor authentication',
        'Azure AD',
      ]
        .map((cell) => `"${cell}"`)
        .join(',')
    }),
    '',
  ].join('\r\n')

describe('a log that the model itself wrote', () => {
  /** The same sign-ins with ids of their own, so that none of them is a copy. */
  const again = (form: number, part = log): readonly LogRecord[] =>
    part.map((one) => ({ ...one, id: `${one.id.slice(0, -2)}${(16 + form).toString(16)}` }))
  const forms: Readonly<Record<string, string | Uint8Array>> = {
    'page.json': graphPage(again(0)),
    'indented with a byte-order mark.json': `\uFEFF${JSON.stringify(JSON.parse(graphPage(again(1))), null, 2)}`,
    'list.json': JSON.stringify(again(2)),
    'lines.jsonl': jsonLines(again(3)),
    'lines with a byte-order mark.jsonl': `\uFEFF${jsonLines(again(4))}`,
    'lines in UTF-16.jsonl': new Uint8Array(Buffer.from(`\uFEFF${jsonLines(again(5))}`, 'utf16le')),
    'lines packed.json.gz': gzipSync(jsonLines(again(6))),
    'page packed.gz': gzipSync(graphPage(again(7))),
    'PT1H.json': diagnosticLines(again(8)),
    'half [1].json': graphPage(again(9, log.slice(0, 20))),
    "other's half.jsonl": jsonLines(again(9, log.slice(20))),
  }
  test('is explained whole in every form of a log at once', async () => {
    const { calibration, broken, shapes } = await replayed(tenant, forms)
    const times = Object.keys(forms).length - 1
    expect(calibration.disagreements).toEqual([])
    expect(broken).toEqual([])
    expect(shapes.filter(({ signIns }) => signIns % times !== 0)).toEqual([])
    expect(calibration.total.agrees.signIns).toBe(times * log.length)
    expect(explainedPart(calibration.total)).toBe(1)
    expect(calibration.byPolicy.map(({ name, agrees }) => [name, agrees.signIns])).toEqual(
      tenant.conditionalAccess.policies.map(({ name }) => [name, times * log.length]).toSorted(),
    )
  })

  test('counts once where files overlap, and the copy that says most counts', async () => {
    const twice = {
      'lines.jsonl': jsonLines(log),
      'portal.csv': portal(log),
      'late.json.gz': gzipSync(graphPage(log.slice(30))),
    }
    const { calibration, signIns, copies } = await replayed(tenant, twice)
    expect({ signIns, copies }).toEqual({ signIns: log.length, copies: log.length + log.length - 30 })
    expect(calibration.byPolicy.map(({ agrees }) => agrees.signIns)).toEqual(
      tenant.conditionalAccess.policies.map(() => log.length),
    )
  })

  test('counts once where Log Analytics took a sign-in in twice', async () => {
    const row = (at: string) =>
      `${at},aaaaaaaa-0000-4000-8000-000000000002,ada@contoso.com,IMAP4,0,"12/5/2026, 8:59:00.000 AM"`
    const columns = 'TimeGenerated [UTC],Id,UserPrincipalName,ClientAppUsed,ResultType,CreatedDateTime [UTC]'
    const table = [columns, row('"12/5/2026, 9:00:00.000 AM"'), row('"12/5/2026, 9:10:00.000 AM"'), ''].join('\n')
    const { signIns, copies } = await replayed(tenant, { 'table.csv': table })
    expect({ signIns, copies }).toEqual({ signIns: 1, copies: 1 })
  })

  test('is explained as a download of the portal, which names no policies', async () => {
    const { calibration, signIns } = await replayed(tenant, { 'portal.csv': portal(log, '\uFEFF') })
    expect({ signIns, disagreements: calibration.disagreements, byPolicy: calibration.byPolicy }).toEqual({
      signIns: log.length,
      disagreements: [],
      byPolicy: [],
    })
    expect(calibration.unmapped).toEqual([])
    expect(explainedPart(calibration.total)).toBe(1)
  })
})

test.each([
  ['Einstufige Authentifizierung', 'Mehrstufige Authentifizierung'],
  ['Autenticación de factor único', 'Autenticación multifactor'],
])('a download that says %s is understood there, and %s is counted as a word of no table', async (single, multi) => {
  const table = portal(log).replaceAll('Single-factor authentication', single)
  const { calibration } = await replayed(tenant, { 'words.csv': table.replaceAll('Multifactor authentication', multi) })
  expect(calibration.unmapped.map(({ name }) => name)).toEqual([`requirement: ${multi}`])
  expect(calibration.disagreements).toEqual([])
})

/** A table of Log Analytics, in which device, place and policies are JSON inside of cells. */
function analyticsTable(records: readonly LogRecord[], suffix: string): string {
  const nested = (one: LogRecord, name: string) => JSON.stringify(one[name] ?? '').replaceAll('"', '""')
  return [
    `TimeGenerated [UTC],Id,UserId,UserPrincipalName,AppId,AppDisplayName,ResourceId,ResourceIdentity,ResourceDisplayName,IPAddress,ClientAppUsed,AuthenticationRequirement,UserType,AuthenticationProtocol,OriginalTransferMethod,TokenIssuerType,RiskLevelAggregated,ResultType,RiskLevelDuringSignIn,DeviceDetail${suffix},LocationDetails${suffix},Status${suffix},AuthenticationDetails,ConditionalAccessPolicies${suffix}`,
    ...records.map((one) =>
      [
        ...[
          'createdDateTime',
          'id',
          'userId',
          'userPrincipalName',
          'appId',
          'appDisplayName',
          'workspace',
          'resourceId',
        ],
        ...['resourceDisplayName', 'ipAddress', 'clientAppUsed', 'authenticationRequirement'],
        ...['userType', 'authenticationProtocol', 'originalTransferMethod', 'tokenIssuerType', 'riskLevelAggregated'],
      ]
        .map((name) => (name === 'workspace' ? '/tenants/1/providers/Microsoft.aadiam' : one[name]))
        .concat(
          // The fixture writes exactly these.
          (one['status'] as { readonly errorCode: number }).errorCode,
          one['riskLevelDuringSignIn'],
          ...['deviceDetail', 'location', 'status', 'authenticationDetails', 'appliedConditionalAccessPolicies'].map(
            (name) => nested(one, name),
          ),
        )
        .map((cell) => `"${cell}"`)
        .join(','),
    ),
    '',
  ].join('\n')
}

describe('device, place and status that a table keeps in one column', () => {
  const whole = async (files: Readonly<Record<string, string | Uint8Array>>) => {
    const { calibration, shapes } = await replayed(tenant, files)
    expect(calibration.disagreements).toEqual([])
    expect(calibration.unmapped).toEqual([])
    expect(calibration.total.agrees.signIns).toBe(log.length)
    return shapes.map(({ witness, application, resource, people, ...shape }) => shape)
  }
  let fromJson: Awaited<ReturnType<typeof whole>> = []
  beforeAll(async () => {
    fromJson = await whole({ 'nested.jsonl': jsonLines(log) })
  })

  test.each(['', '_dynamic', '_string'])('is read from a table of Log Analytics, named with "%s"', async (suffix) => {
    expect(await whole({ [`analytics${suffix}.csv`]: analyticsTable(log, suffix) })).toEqual(fromJson)
  })

  test('is read from Parquet, as structures and as text', async () => {
    writeFileSync(join(folder, 'parquet.jsonl'), jsonLines(log))
    writeFileSync(join(folder, 'parquet.csv'), analyticsTable(log, ''))
    const engine = await openEngine(undefined)
    const written = async (from: string, to: string): Promise<Uint8Array> => {
      await engine?.connection.run(`COPY (SELECT * FROM ${from}) TO '${join(folder, to)}' (FORMAT parquet)`)
      return readFileSync(join(folder, to))
    }
    const structured = await written(`read_json_auto('${join(folder, 'parquet.jsonl')}')`, 'structured.parquet')
    const texts = await written(`read_csv_auto('${join(folder, 'parquet.csv')}')`, 'texts.parquet')
    const all = `SELECT *, row_number() OVER () AS place FROM read_csv('${join(folder, 'parquet.csv')}', all_varchar=true)`
    const half = (from: string, columns: string) => `(SELECT ${columns} FROM (${all}) WHERE place ${from} 30)`
    const halves = {
      'numbers.parquet': await written(
        half('<=', '* REPLACE ("ResultType"::INTEGER AS "ResultType")'),
        'numbers.parquet',
      ),
      'words.parquet': await written(half('>', `* REPLACE ('0' || "ResultType" AS "ResultType")`), 'words.parquet'),
    }
    engine?.close()
    expect(await whole({ 'structured.parquet': structured })).toEqual(fromJson)
    expect(await whole({ 'texts.parquet': texts })).toEqual(fromJson)
    const { shapes } = await replayed(tenant, halves)
    expect(new Set(shapes.map(({ values }) => values.error))).toEqual(new Set(['0', '53003', '00', '053003']))
  })
})

test('the log of the library is what the fixture writes', async () => {
  await expect(jsonLines(libraryLog(tenant))).toMatchFileSnapshot('../../features/replay/sign-ins.jsonl')
})

/** The same records, some of them changed. */
const changed = (records: readonly LogRecord[], change: (one: LogRecord, index: number) => Record<string, unknown>) =>
  records.map((one, index): LogRecord => ({ ...one, ...change(one, index) }))

interface Applied {
  readonly displayName: string
  readonly result: string
}
// The fixture writes exactly these.
const applied = (one: LogRecord) => one['appliedConditionalAccessPolicies'] as readonly Applied[]
const withResult = (one: LogRecord, policy: string, result: (before: string) => string) => ({
  appliedConditionalAccessPolicies: applied(one).map((found) =>
    found.displayName === policy ? { ...found, result: result(found.result) } : found,
  ),
})

describe('what is planted in a log is found', () => {
  const half = Math.floor(log.length / 2)
  const name = 'Block legacy authentication'

  test('a policy that was off at first, with the change that explains it', async () => {
    const [policy] = tenant.conditionalAccess.policies
    if (policy === undefined) throw new Error('no policy')
    const before = generatedLog(withPolicyState(tenant, policy, 'disabled'), 7, 60)
    const off = [...before.slice(0, half), ...log.slice(half)]
    const { calibration } = await replayed(tenant, { 'off.jsonl': jsonLines(off) })
    const about = calibration.disagreements.filter(({ policy }) => policy === name)
    expect(about.reduce((sum, { signIns }) => sum + signIns, 0)).toBe(half)
    expect(new Set(about.map(({ recorded }) => recorded))).toEqual(new Set(['off']))
    for (const { explanations } of about) expect(explanations).toContain(`the policy \`${name}\` is off`)
    const ends = calibration.disagreements.filter(({ about: what }) => what === 'end')
    expect(ends.map(({ recorded, predicted }) => `${recorded}, ${predicted}`)).toEqual(['success, blocked (53003)'])
  })

  test('a policy that only reported, and one that the file does not have', async () => {
    const trial = 'Compliant device or MFA outside'
    const extra = { id: 'p-new', displayName: 'New', result: 'notApplied' }
    const planted = changed(log, (one, index) => {
      const reported = withResult(one, trial, (before) =>
        before === 'notApplied' ? 'reportOnlyNotApplied' : 'reportOnlySuccess',
      )
      return index % 10 === 0
        ? { appliedConditionalAccessPolicies: [...reported.appliedConditionalAccessPolicies, extra] }
        : {}
    })
    const { calibration } = await replayed(tenant, { 'trial.jsonl': jsonLines(planted) })
    const expected = planted.filter((_, index) => index % 10 === 0).length
    const tally = (policy: string) => calibration.byPolicy.find((one) => one.name === policy)?.disagrees.signIns
    expect([tally(trial), tally('p-new')]).toEqual([expected, expected])
  })

  test('words of no table and risks that are hidden leave it undetermined, and are counted', async () => {
    const strange = changed(log, (_, index) => {
      if (index % 3 === 0) return { clientAppUsed: 'Hologram' }
      return index % 3 === 1 ? { riskLevelDuringSignIn: 'hidden', deviceDetail: { operatingSystem: 'BeOS' } } : {}
    })
    const { calibration } = await replayed(tenant, { 'strange.jsonl': jsonLines(strange) })
    const count = (rest: number) => strange.filter((_, index) => index % 3 === rest).length
    expect(calibration.unmapped.map(({ name: word, signIns }) => [word, signIns])).toEqual([
      ['client: Hologram', count(0)],
      ['platform: BeOS', count(1)],
    ])
    expect(calibration.missing.find(({ name: fact }) => fact === 'clientAppUsed:?Hologram')?.signIns).toBe(count(0))
    expect(calibration.disagreements).toEqual([])
  })
})

test('broken records are counted by file with their lines, and everything else is read', async () => {
  const lines = jsonLines(log.slice(0, 10)).split('\n')
  const broken = [
    ...lines.slice(0, 3),
    '{"half": ',
    'nothing',
    JSON.stringify({ createdDateTime: 'soon', appId: 'x' }),
    ...lines.slice(3),
  ]
  const table = `${portal(log.slice(10, 13))}only,two\r\n`
  const files = { 'broken.jsonl': broken.join('\n'), 'broken.csv': table }
  const packed = Object.fromEntries(Object.entries(files).map(([name, text]) => [`${name}.gz`, gzipSync(text)]))
  for (const [ending, given] of [
    ['', files],
    ['.gz', packed],
  ] as const) {
    const { signIns, broken: found } = await replayed(tenant, given)
    expect(found.map(({ file, count, lines: where }) => [file.split('/').at(-1), count, where])).toEqual([
      [`broken.csv${ending}`, 1, [5]],
      [`broken.jsonl${ending}`, 3, [4, 5, 6]],
    ])
    expect(signIns).toBe(13)
  }
})

test('a page with a record on each line is one object, and is no log of lines', async () => {
  const page = `{"@odata.context":"x","value":[\n${log
    .slice(0, 5)
    .map((one) => JSON.stringify(one))
    .join(',\n')}\n]}`
  const { signIns, broken } = await replayed(tenant, { 'page-in-lines.json': page })
  expect([signIns, broken]).toEqual([5, []])
})

test('odd values mean the same in lines, in a page and in an envelope', async () => {
  const device = { deviceId: 'd1', isCompliant: true, trustType: 'Azure AD joined', operatingSystem: 'Windows 10' }
  const odd: readonly Record<string, unknown>[] = [
    { deviceDetail: 'Windows 10' },
    { deviceDetail: [device] },
    { deviceDetail: { ...device, isCompliant: 'true', operatingSystem: { name: 'Windows' } } },
    { deviceDetail: null, location: 'DE', status: 50074 },
    { status: { errorCode: '53003' }, appliedConditionalAccessPolicies: 'none' },
    { appDisplayName: { name: 'Mail' }, clientAppUsed: 5, riskLevelAggregated: [] },
    { authenticationDetails: ' MFA Completed in Azure AD ', userType: true },
  ]
  const [one] = log
  const records = odd.map((more, index) => ({ ...one, ...more, id: `${index}` })) as unknown as readonly LogRecord[]
  const [lines, page, enveloped] = [
    await replayed(tenant, { 'odd-values.jsonl': jsonLines(records) }),
    await replayed(tenant, { 'odd-values.json': graphPage(records) }),
    await replayed(tenant, { 'PT2H.json': diagnosticLines(records) }),
  ]
  expect(lines.shapes).toEqual(page.shapes)
  expect(lines.shapes).toEqual(enveloped.shapes)
  expect(lines.signIns).toBe(odd.length)
})

test('characters that separate texts in the reduction change no result', async () => {
  const [one] = log
  if (one === undefined) throw new Error('no record')
  const names = ['Mail', 'M\u001fail', '\u001f', '\u001e\u001f\u001e']
  const records = names.map((appDisplayName, index) => ({ ...one, appDisplayName, id: `${index}` }))
  const plainly = records.map((record) => ({ ...record, appDisplayName: 'Mail' }))
  const [odd, plain] = [
    await replayed(tenant, { 'odd.jsonl': jsonLines(records) }),
    await replayed(tenant, { 'plain.jsonl': jsonLines(plainly) }),
  ]
  expect([odd.signIns, odd.shapes.map(({ values }) => values)]).toEqual([4, plain.shapes.map(({ values }) => values)])
})

test('a time with an offset is the instant that it means, wherever this machine is', async () => {
  const [one] = log
  if (one === undefined) throw new Error('no record')
  const times = ['2026-03-01T10:00:00Z', '2026-03-01T12:00:00.5+02:00', '2026-03-01 05:00:01-0500']
  const records = times.map((createdDateTime, index) => ({ ...one, createdDateTime, id: `${index}` }))
  const { shapes } = await replayed(tenant, { 'offsets.jsonl': jsonLines(records) })
  const start = Date.UTC(2026, 2, 1, 10)
  expect(shapes.map(({ signIns, first, last }) => [signIns, first - start, last - start])).toEqual([[3, 0, 1000]])
})
