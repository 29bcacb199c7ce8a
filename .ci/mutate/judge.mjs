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
  const { dropAll } = await opened.moduleOf(toolsFile)
  recorded()
  const results = []
  for (const { name, run } of tests) {
    if (isSkipped(name)) continue
    // As when it judges: what is kept of other tests would hide what this one reaches, and what it takes.
    dropAll()
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
export async function killerOf(testbed, job) {
  const ns = switches()
  ns.mutantCoverage = { static: {}, perTest: {} }
  try {
    return (await killerAmongShared(testbed, job)) ?? (await killerAmongFresh(testbed, job))
  } catch {
    return 'the tests do not load'
  } finally {
    ns.activeMutant = undefined
  }
}

const switchOn = ({ id, hitLimit }) =>
  Object.assign(switches(), { activeMutant: id, currentTestId: undefined, hitCount: 0, hitLimit })

const switchOff = () => {
  switches().activeMutant = undefined
}

/** What is made when modules are loaded is judged with modules of its own. */
async function killerAmongFresh(testbed, { fresh, ...job }) {
  if (fresh.length === 0) return undefined
  switchOn(job)
  const opened = testbed.open()
  for (const { file, names } of fresh) {
    const byName = namedTests(await opened.testsOf(file))
    for (const name of names) {
      const run = byName.get(name)
      if (run !== undefined && (await failureOf(run)) !== undefined) return name
    }
  }
  return undefined
}

const namedTests = (tests) => new Map(tests.map(({ name, run }) => [name, run]))

const shared = new WeakMap()

/** The tests of a file in modules that all mutants share. */
async function sharedTests(testbed, file) {
  if (!shared.has(testbed)) shared.set(testbed, { opened: testbed.open(), files: new Map() })
  const { opened, files } = shared.get(testbed)
  if (!files.has(file)) files.set(file, namedTests(await opened.testsOf(file)))
  const { dropAll } = await opened.moduleOf(toolsFile)
  return { byName: files.get(file), dropAll }
}

/** What the shared modules are asked to forget with. */
export const toolsFile = 'src/simulate/record-tools.fixture.ts'

async function killerAmongShared(testbed, { shared: files, ...job }) {
  for (const { file, names } of files)
    for (const name of names) if (await isNoticed(testbed, file, name, job)) return name
  return undefined
}

/**
 * Whether a test fails with the mutant and passes without it. A test that fails without it as well has kept something
 * of a mutant before: it is judged once more in modules that nobody has used.
 */
async function isNoticed(testbed, file, name, job) {
  if (!(await failsShared(testbed, file, name, job))) return false
  if (!(await failsShared(testbed, file, name))) return true
  shared.delete(testbed)
  return (await failsShared(testbed, file, name, job)) && !(await failsShared(testbed, file, name))
}

async function failsShared(testbed, file, name, job) {
  const { byName, dropAll } = await sharedTests(testbed, file)
  const run = byName.get(name)
  if (run === undefined) return false
  if (job !== undefined) switchOn(job)
  dropAll()
  const isFailed = await isFailing(run)
  switchOff()
  return isFailed
}

const guarded = new vm.Script('playGuarded()')

/** Whether a test fails, or does not end in a time that is long for it. */
async function isFailing(run) {
  globalThis.playGuarded = run
  try {
    await guarded.runInThisContext({ timeout: 10_000 })
    return false
  } catch {
    return true
  }
}
