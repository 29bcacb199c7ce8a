// Reads one log in a process of its own: the product's reduction and what follows it, or a bare `group by` of DuckDB.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { processorTime } from '../measure.mjs'

const [parts, what, tenantFile, log, plan] = process.argv.slice(2)
const made = createRequire(import.meta.url)(parts)
const text = (value) => `'${value.replaceAll("'", "''")}'`

const jsonTypes = `{createdDateTime: 'VARCHAR', id: 'VARCHAR', userId: 'VARCHAR', userPrincipalName: 'VARCHAR', userType: 'VARCHAR',
  servicePrincipalId: 'VARCHAR', appId: 'VARCHAR', appDisplayName: 'VARCHAR', resourceId: 'VARCHAR', resourceDisplayName: 'VARCHAR',
  clientAppUsed: 'VARCHAR', authenticationProtocol: 'VARCHAR', originalTransferMethod: 'VARCHAR',
  deviceDetail: 'STRUCT("operatingSystem" VARCHAR, "deviceId" VARCHAR, "isCompliant" VARCHAR, "trustType" VARCHAR)',
  userAgent: 'VARCHAR', ipAddress: 'VARCHAR', location: 'STRUCT("countryOrRegion" VARCHAR)', riskLevelDuringSignIn: 'VARCHAR', riskLevelAggregated: 'VARCHAR',
  authenticationRequirement: 'VARCHAR', status: 'STRUCT("errorCode" VARCHAR, "additionalDetails" VARCHAR)', authenticationDetails: 'VARCHAR',
  appliedConditionalAccessPolicies: 'STRUCT("id" VARCHAR, "displayName" VARCHAR, "result" VARCHAR)[]', tokenIssuerType: 'VARCHAR'}`
/** The same types as those of a structure. */
const structOf = () =>
  [...jsonTypes.matchAll(/(\w+): '([^']*)'/g)].map(([, name, type]) => `"${name}" ${type}`).join(', ')
const isFolder = statSync(log).isDirectory()
const isParquet = isFolder && readdirSync(log).some((name) => name.endsWith('.parquet'))

/**
 * The raw columns that the reduction reads, grouped as they are, but ids and times. What says of the steps of a sign-in when they were
 * differs as ids do: it is grouped by or, as the reduction need not, left out.
 */
async function bare(withSteps) {
  const engine = await made.openEngine(undefined)
  const own = ['id', 'createdDateTime', 'authenticationDetails']
  const [id, time, steps] = isParquet ? own.map((name) => name.charAt(0).toUpperCase() + name.slice(1)) : own
  const source = isParquet
    ? `read_parquet(${text(join(log, '*.parquet'))})`
    : isFolder
      ? `read_json(${text(join(log, '*.gz'))}, columns=${jsonTypes}, format='newline_delimited', compression='gzip')`
      : `(SELECT unnest(r) FROM (SELECT unnest(value) AS r FROM read_json(${text(log)}, columns={value: 'STRUCT(${structOf()})[]'}, format='unstructured', maximum_object_size=${statSync(log).size + 2 ** 20})))`
  const start = processorTime()
  const [left, least] = withSteps ? ['', ''] : [`, "${steps}"`, `, min("${steps}")`]
  const found = await engine.connection.runAndReadAll(
    `SELECT count(*)::INTEGER, sum(n)::INTEGER FROM (SELECT * EXCLUDE ("${id}", "${time}"${left}), count(*) AS n, min("${id}"), min("${time}"), max("${time}")${least} FROM ${source} GROUP BY ALL)`,
  )
  const took = (processorTime() - start) / 1000
  const [[groups, signIns]] = found.getRowsJS()
  engine.close()
  return { took, groups, signIns }
}

async function product() {
  const reader = made.nodeSourceReader(process.cwd())
  const load = (file) => {
    const loaded = made.loadTenantText(readFileSync(file, 'utf8'), file)
    if (!loaded.ok)
      throw new Error(JSON.stringify(loaded.diagnostics.slice(0, 3).map(({ code, args }) => [code, args])))
    const people = made.classifyPeople(loaded.value, reader)
    if (!people.ok) throw new Error('no people')
    return people.value
  }
  const today = load(tenantFile)
  const planned = plan === undefined ? undefined : load(plan)
  const engine = await made.openEngine(undefined)
  const start = processorTime()
  const opened = made.openLogs([log], reader)
  const { files } = await made.describeParquet(engine, opened.files)
  const source = await made.reduceLogs(engine, files, planned === undefined ? [today] : [today, planned], reader)
  const reduced = processorTime()
  const tenants = [today, ...(planned === undefined ? [] : [planned])].map(({ population }) => population.tenant)
  const outside = made.outsideAddressFor(tenants)
  const staged = made.stageToday(today, source, outside)
  const calibration = made.calibrateShapes(staged)
  await source.countPeople(calibration.disagreements.map(({ shapes }) => shapes))
  if (planned !== undefined) await made.judgeShapes(staged, { people: planned }, source, outside)
  const end = processorTime()
  engine.close()
  return {
    took: (reduced - start) / 1000,
    after: (end - reduced) / 1000,
    shapes: source.shapes.length,
    signIns: source.shapes.reduce((sum, { signIns }) => sum + signIns, 0),
  }
}

const result = await (what === 'product' ? product() : bare(what === 'bare with steps'))
console.log(JSON.stringify({ ...result, memory: process.resourceUsage().maxRSS / 1024 }))
