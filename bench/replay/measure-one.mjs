// Reads one log in a process of its own: the product's reduction and what follows it, or a bare `group by` of DuckDB.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { processorTime } from '../measure.mjs'
import { bareQuery } from './bare.mjs'

const [parts, what, tenantFile, log, plan] = process.argv.slice(2)
const made = createRequire(import.meta.url)(parts)
const load = (reader, file) => {
  const loaded = made.loadTenantText(readFileSync(file, 'utf8'), file)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.slice(0, 3).map(({ code, args }) => [code, args])))
  const people = made.classifyPeople(loaded.value, reader)
  if (!people.ok) throw new Error('no people')
  return people.value
}

async function bare(withSteps) {
  const reader = made.nodeSourceReader(process.cwd())
  const dimensions = made.dimensionsFor(made.settingsOf([load(reader, tenantFile).population.tenant]))
  const engine = await made.openEngine(undefined)
  const { files } = await made.describeParquet(engine, made.openLogs([log], reader).files)
  const query = await bareQuery(made, engine, files, dimensions, { withSteps })
  const start = processorTime()
  try {
    const [[groups, signIns]] = (await engine.connection.runAndReadAll(query)).getRowsJS()
    return { took: (processorTime() - start) / 1000, groups, signIns }
  } catch (problem) {
    return { failed: problem.message.split('\n')[0] }
  } finally {
    engine.close()
  }
}

async function product() {
  // As the command begins.
  made.nodeEnvironment(process).shortWork?.()
  const reader = made.nodeSourceReader(process.cwd())
  const today = load(reader, tenantFile)
  const planned = plan === undefined ? undefined : load(reader, plan)
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

const result = await (what === 'product' ? product() : bare(what === 'bare'))
console.log(JSON.stringify({ ...result, memory: (process.resourceUsage().maxRSS * 1024) / 1e6 }))
