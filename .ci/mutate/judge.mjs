// Runs tests with one mutant switched on, and records once which tests reach which mutants.
import vm from 'node:vm'
import { recordReach } from './told-apart.mjs'

const switches = () => {
  globalThis.__stryker__ ??= {}
  return globalThis.__stryker__
}

const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Runs all tests of one file without a mutant: what each reaches and tells apart, how long it takes, and whether it fails. */
export async function baselineOf(testbed, file, isSkipped) {
  Object.assign(switches(), { activeMutant: undefined, currentTestId: undefined, hitCount: undefined })
  const recorded = recordReach()
  const opened = testbed.open()
  const tests = await opened.testsOf(file)
  const { told: loaded } = recorded()
  const results = []
  for (const { name, run } of tests) {
    if (isSkipped(name)) continue
    const start = cpu()
    const failure = await failureOf(run)
    results.push({ name, ms: cpu() - start, ...recorded(), ...(failure && { failure }) })
  }
  return { file, loaded, tests: results }
}

async function failureOf(run) {
  try {
    await run()
    return undefined
  } catch (error) {
    return `${error?.message ?? error}`.split('\n')[0] || 'failed'
  }
}

/** Runs the tests that reach a mutant until one fails; the name of that one, or undefined if all pass. */
export async function killerOf(testbed, { id, hitLimit, recorded, files }) {
  const ns = switches()
  ns.mutantCoverage = { static: {}, perTest: {} }
  try {
    const killer = await killerAmong(testbed, { id, hitLimit, recorded })
    if (killer !== undefined || files.length === 0) return killer
    Object.assign(ns, { activeMutant: id, currentTestId: undefined, hitCount: 0, hitLimit })
    const opened = testbed.open()
    for (const { file, names } of files) {
      const byName = new Map((await opened.testsOf(file)).map((test) => [test.name, test.run]))
      for (const name of names) {
        const run = byName.get(name)
        if (run !== undefined && (await failureOf(run)) !== undefined) return name
      }
    }
    return undefined
  } catch {
    return 'the tests do not load'
  } finally {
    ns.activeMutant = undefined
  }
}

const warm = new WeakMap()

/** The tests that keep nothing but what caches keep: loaded once for all mutants that need no fresh modules. */
async function warmTests(testbed, file) {
  if (!warm.has(testbed)) warm.set(testbed, { opened: testbed.open(), files: new Map() })
  const { opened, files } = warm.get(testbed)
  if (!files.has(file)) files.set(file, new Map((await opened.testsOf(file)).map((test) => [test.name, test.run])))
  const { dropAll } = await opened.moduleOf(toolsFile)
  return { byName: files.get(file), dropAll }
}

/** What the warm modules are asked to forget with. */
export const toolsFile = 'src/simulate/record-tools.fixture.ts'

async function killerAmong(testbed, { id, hitLimit, recorded }) {
  const ns = switches()
  for (const { file, names } of recorded) {
    const { byName, dropAll } = await warmTests(testbed, file)
    Object.assign(ns, { activeMutant: id, currentTestId: undefined, hitCount: 0, hitLimit })
    dropAll()
    const killer = names.find((name) => isFailing(byName.get(name)))
    ns.activeMutant = undefined
    if (killer !== undefined) return killer
  }
  return undefined
}

const guarded = new vm.Script('playGuarded()')

/** Whether a test fails, or does not end in a time that is long for it. */
function isFailing(run) {
  globalThis.playGuarded = run
  try {
    guarded.runInThisContext({ timeout: 10_000 })
    return false
  } catch {
    return true
  }
}
