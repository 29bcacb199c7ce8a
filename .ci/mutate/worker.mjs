// One process that judges mutants; the pool starts it again when a mutant never ends.
import { killersAtLoad, killersOf, openRecords, reachOfRecords, timesOf } from './by-records.mjs'
import { baselineOf, killerOf } from './judge.mjs'
import { openTestbed } from './testbed.mjs'

const [folder, skipped] = process.argv.slice(2)
const opened = new Map()
const skip = new Set(JSON.parse(skipped))

/** The bundle that counts what is reached, or the quick one for mutants; each is opened once, when it is needed. */
function once(open, bundle) {
  const key = `${open.name} ${bundle}`
  if (!opened.has(key)) opened.set(key, open(folder, bundle))
  return opened.get(key)
}

const answers = {
  baseline: ({ file }) => baselineOf(once(openTestbed, 'covered.cjs'), file, (name) => skip.has(name)),
  mutant: async (job) => ({ killer: await killerOf(once(openTestbed, 'mutated.cjs'), job) }),
  reach: async ({ first, every }) => reachOfRecords(await once(openRecords, 'covered.cjs'), first, every),
  times: async () => timesOf(await once(openRecords, 'mutated.cjs')),
  records: async ({ mutants }) => ({ killers: killersOf(await once(openRecords, 'mutated.cjs'), mutants) }),
  recordsAtLoad: async ({ mutants }) => ({
    killers: await killersAtLoad(await once(openRecords, 'mutated.cjs'), mutants),
  }),
}

process.on('message', async (job) => {
  const started = process.cpuUsage()
  const result = await answers[job.kind](job)
  const { user, system } = process.cpuUsage(started)
  process.send({ ...result, ms: (user + system) / 1000 })
})
process.on('disconnect', () => process.exit(0))
