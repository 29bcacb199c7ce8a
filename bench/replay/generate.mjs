// Sign-ins of a tenant's people as its own simulator ends them, in the words of Graph, with mistakes planted in them:
// half of them before a policy changed, a platform that nobody knows, devices of which nothing is known, interruptions.
import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { build } from 'esbuild'
import { root } from '../measure.mjs'

/** Sources of the product that are measured or used here, in one file. */
const parts = `
export { nodeEnvironment } from './src/cli/environment.ts'
export { generatedLog, seeded } from './src/replay/generated-log.fixture.ts'
export { nodeSourceReader } from './src/source/files/read-source.ts'
export { loadTenantText } from './src/tenant/load-tenant.ts'
export { openEngine } from './src/replay/engine/duckdb.ts'
export { describeParquet } from './src/replay/engine/duckdb-parquet.ts'
export { openLogs } from './src/replay/logs/open-logs.ts'
export { groupedQuery } from './src/replay/engine/duckdb-groups.ts'
export { dimensionsFor } from './src/replay/reduction/dimensions.ts'
export { settingsOf } from './src/replay/settings-of.ts'
export { classifyPeople } from './src/replay/people-of.ts'
export { calibrateShapes, judgeShapes, outsideAddressFor, reduceLogs, stageToday } from './src/replay/replay.ts'
`

/** Writes these parts as one module of Node and returns its path. */
export async function bundle(folder) {
  const outfile = join(folder, 'parts.cjs')
  await build({
    stdin: { contents: parts, resolveDir: root, loader: 'ts' },
    ...{ bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'error' },
    define: { 'import.meta.url': JSON.stringify(`file://${root}/dist/index.js`) },
  })
  return outfile
}

const scenario = 'scenarios/conditional-access.yaml'
const clones = 700

/** The scenario with many people, each a copy of one of its people under another name. */
export function writeTenant(folder) {
  const { parse, stringify } = createRequire(`${root}/package.json`)('yaml')
  const file = parse(readFileSync(join(root, scenario), 'utf8'))
  const users = file.users.flatMap((user) =>
    Array.from({ length: clones }, (_, index) => ({
      ...user,
      userPrincipalName: user.userPrincipalName.replace('@', `.${index}@`),
      ...(user.id === undefined ? {} : { id: idOf(`${user.userPrincipalName} ${index}`) }),
    })),
  )
  const named = new Map(file.users.map(({ userPrincipalName }) => [userPrincipalName, userPrincipalName]))
  const groups = file.groups?.map((group) => ({
    ...group,
    ...(group.members === undefined
      ? {}
      : {
          members: group.members.flatMap((member) =>
            named.has(member)
              ? Array.from({ length: clones }, (_, index) => member.replace('@', `.${index}@`))
              : [member],
          ),
        }),
  }))
  const path = join(folder, 'tenant.yaml')
  writeFileSync(path, stringify({ ...file, users, ...(groups === undefined ? {} : { groups }) }))
  return path
}

function idOf(text) {
  const digits = createHash('sha256').update(text).digest('hex')
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => digits.slice(from, to))
    .join('-')
}

/** Records of the scenario, before and after a policy changed, and with what logs have besides. */
function baseRecords({ generatedLog, loadTenantText }, count) {
  const text = readFileSync(join(root, scenario), 'utf8')
  const changed = text.replace('state: enabledForReportingButNotEnforced', 'state: enabled')
  const records = [text, changed].flatMap((one, index) => {
    const loaded = loadTenantText(one, 'tenant.yaml')
    if (!loaded.ok) throw new Error('the scenario does not load')
    return generatedLog(loaded.value, 11 + index, count / 2)
  })
  return records.map((record, index) => {
    if (index % 50 === 1) return { ...record, deviceDetail: { ...record.deviceDetail, operatingSystem: 'Haiku R1' } }
    if (index % 50 === 2) return { ...record, deviceDetail: null }
    if (index % 50 === 3) return { ...record, status: { errorCode: 50074, additionalDetails: 'MFA required' } }
    return record
  })
}

/** The steps of a sign-in, each with its time, so that no two sign-ins have the same. */
const stepsOf = ({ authenticationDetails }) => [
  {
    ...{ authenticationStepDateTime: '\u0002', authenticationMethod: 'Password', succeeded: true },
    ...{ authenticationMethodDetail: 'Password in the cloud', authenticationStepResultDetail: 'Correct password' },
    authenticationStepRequirement: 'Primary authentication',
  },
  ...authenticationDetails.map((step) => ({
    ...{ authenticationStepDateTime: '\u0002', authenticationMethod: 'Mobile app notification', ...step },
    ...{ authenticationMethodDetail: '', authenticationStepRequirement: 'Multifactor authentication' },
  })),
]

/** A record as pieces of text around its id, its times and its person. */
function piecesOf(record) {
  const filled = {
    ...record,
    ...{ id: '\u0001', createdDateTime: '\u0002', userPrincipalName: '\u0003', userId: '\u0004' },
    authenticationDetails: stepsOf(record),
    ...{ correlationId: idOf(record.id), isInteractive: true, conditionalAccessStatus: record.conditionalAccessStatus },
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0',
  }
  const pieces = JSON.stringify(filled).split(/\\u000([1-4])/)
  return { pieces, name: record.userPrincipalName }
}

const begin = Date.UTC(2022, 5, 1)
const fourWeeks = 28 * 24 * 3600

function* lines(bases, next, count) {
  const ids = new Map()
  let made = []
  for (let index = 0; index < count; index += 1) {
    const { pieces, name } = bases[Math.floor(next() * bases.length)]
    const clone = Math.floor(next() * clones)
    const key = `${name} ${clone}`
    if (!ids.has(key)) ids.set(key, idOf(key))
    const id = [0, 0, 0, 0]
      .map(() =>
        Math.floor(next() * 2 ** 32)
          .toString(16)
          .padStart(8, '0'),
      )
      .join('')
    const time = new Date(begin + Math.floor(next() * fourWeeks) * 1000).toISOString().replace('.000Z', 'Z')
    const values = {
      1: `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`,
      ...{ 2: time, 3: name.replace('@', `.${clone}@`), 4: ids.get(key) },
    }
    let text = ''
    for (let at = 0; at < pieces.length; at += 1) text += at % 2 === 0 ? pieces[at] : values[pieces[at]]
    made.push(text)
    if (made.length === 500) {
      yield `${made.join('\n')}\n`
      made = []
    }
  }
  if (made.length > 0) yield `${made.join('\n')}\n`
}

/** Writes a log to a folder, unless a run before has written it whole. */
async function once(target, write) {
  if (existsSync(target)) return target
  const half = `${target}.half-${process.pid}`
  mkdirSync(half)
  await write(half)
  renameSync(half, target)
  return target
}

/** How many files a log has: as with folders by hour, no file can be read by two threads. */
const files = 8

/** Writes a log of so many sign-ins as JSON Lines in gz, and returns its folder. */
export async function writeLines(made, folder, count, baseCount = 4000) {
  return once(join(folder, `lines-${count}`), (target) => linesTo(target, made, count, baseCount))
}

async function linesTo(target, made, count, baseCount) {
  const bases = baseRecords(made, baseCount).map(piecesOf)
  const next = made.seeded(5)
  for (let file = 0; file < files; file += 1) {
    const part = Math.floor(count / files) + (file < count % files ? 1 : 0)
    const output = createWriteStream(join(target, `hour-${file}.json.gz`))
    await pipeline(lines(bases, next, part), createGzip({ level: 1 }), output)
  }
}

/** Writes one object with a list of so many records, as a page of Graph. */
export async function writePage(made, folder, bytes) {
  const bases = baseRecords(made, 1000).map(piecesOf)
  const target = join(folder, 'page.json')
  function* page() {
    yield '{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#auditLogs/signIns","value":[\n'
    let written = 0
    for (const some of lines(bases, made.seeded(6), Math.ceil(bytes / 1500))) {
      yield (written === 0 ? '' : ',') + some.trimEnd().replaceAll('\n', ',\n')
      written += some.length
    }
    yield ']}'
  }
  await pipeline(page(), createWriteStream(target))
  return target
}

const text = (value) => `'${value.replaceAll("'", "''")}'`

/** Writes so many sign-ins in Parquet, with the columns of Log Analytics, from a log in lines. */
export const writeParquet = ({ openEngine }, folder, from, count) =>
  once(join(folder, `parquet-${count}`), (target) => parquetTo(target, openEngine, from, count))

async function parquetTo(target, openEngine, from, count) {
  const engine = await openEngine(undefined, { memory: '1500MB', temporary: '20GB' })
  const columns = `id AS "Id", userId AS "UserId", userPrincipalName AS "UserPrincipalName", userType AS "UserType",
    appId AS "AppId", appDisplayName AS "AppDisplayName", resourceId AS "ResourceIdentity", resourceDisplayName AS "ResourceDisplayName",
    clientAppUsed AS "ClientAppUsed", authenticationProtocol AS "AuthenticationProtocol", originalTransferMethod AS "OriginalTransferMethod",
    deviceDetail::VARCHAR AS "DeviceDetail", ipAddress AS "IPAddress", location::VARCHAR AS "LocationDetails",
    riskLevelDuringSignIn AS "RiskLevelDuringSignIn", riskLevelAggregated AS "RiskLevelAggregated", authenticationRequirement AS "AuthenticationRequirement",
    json_extract_string(status, '$.errorCode') AS "ResultType", status::VARCHAR AS "Status", appliedConditionalAccessPolicies::VARCHAR AS "ConditionalAccessPolicies",
    tokenIssuerType AS "TokenIssuerType", authenticationDetails::VARCHAR AS "AuthenticationDetails", createdDateTime AS "time"`
  const types = `{id: 'VARCHAR', userId: 'VARCHAR', userPrincipalName: 'VARCHAR', userType: 'VARCHAR', appId: 'VARCHAR', appDisplayName: 'VARCHAR',
    resourceId: 'VARCHAR', resourceDisplayName: 'VARCHAR', clientAppUsed: 'VARCHAR', authenticationProtocol: 'VARCHAR', originalTransferMethod: 'VARCHAR',
    deviceDetail: 'JSON', ipAddress: 'VARCHAR', location: 'JSON', riskLevelDuringSignIn: 'VARCHAR', riskLevelAggregated: 'VARCHAR',
    authenticationRequirement: 'VARCHAR', status: 'JSON', appliedConditionalAccessPolicies: 'JSON', tokenIssuerType: 'VARCHAR',
    authenticationDetails: 'JSON', createdDateTime: 'VARCHAR'}`
  const { connection } = engine
  await connection.run(`CREATE TEMP TABLE base AS SELECT row_number() OVER () - 1 AS place, ${columns}
    FROM read_json(${text(join(from, '*.gz'))}, columns=${types}, format='newline_delimited', compression='gzip')`)
  const [[size]] = (await connection.runAndReadAll('SELECT count(*)::INTEGER FROM base')).getRowsJS()
  for (let part = 0; part < files; part += 1) {
    const [low, high] = [Math.floor((count * part) / files), Math.floor((count * (part + 1)) / files)]
    await connection.run(`COPY (SELECT base.* EXCLUDE (place, "time") REPLACE (md5(made.i::VARCHAR)::UUID::VARCHAR AS "Id",
        replace("AuthenticationDetails", "time", made.at) AS "AuthenticationDetails"), made.at AS "CreatedDateTime"
      FROM (SELECT i, strftime(make_timestamp(${begin * 1000} + (hash(i, 7) % ${fourWeeks})::BIGINT * 1000000), '%Y-%m-%dT%H:%M:%SZ') AS at
        FROM (SELECT range AS i FROM range(${low}, ${high}))) AS made JOIN base ON base.place = (hash(made.i) % ${size})::BIGINT)
      TO ${text(join(target, `part-${part}.parquet`))} (FORMAT parquet, COMPRESSION zstd)`)
  }
  engine.close()
}
