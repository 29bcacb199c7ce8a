// One process that judges mutants; the pool starts it again when a mutant never ends.
import { baselineOf, killerOf } from './judge.mjs'
import { openTestbed } from './testbed.mjs'

const [folder, skipped] = process.argv.slice(2)
const bundles = new Map()
const skip = new Set(JSON.parse(skipped))

/** The bundle that counts for the baseline, the quick one for mutants; each is opened when it is needed. */
function testbedOf(kind) {
  const bundle = kind === 'baseline' ? 'covered.cjs' : 'mutated.cjs'
  if (!bundles.has(bundle)) bundles.set(bundle, openTestbed(folder, bundle))
  return bundles.get(bundle)
}

process.on('message', async (job) => {
  const started = process.cpuUsage()
  const result =
    job.kind === 'baseline'
      ? await baselineOf(testbedOf(job.kind), job.file, (name) => skip.has(name))
      : { killer: await killerOf(testbedOf(job.kind), job) }
  const { user, system } = process.cpuUsage(started)
  process.send({ ...result, ms: (user + system) / 1000 })
})
process.on('disconnect', () => process.exit(0))
