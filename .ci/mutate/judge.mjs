// Runs tests with one mutant switched on, and records once which tests reach which mutants.

const switches = () => {
  globalThis.__stryker__ ??= {}
  return globalThis.__stryker__
}

const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Runs all tests of one file without a mutant: what each reaches, how long it takes, and whether it fails. */
export async function baselineOf(testbed, file, isSkipped) {
  const ns = switches()
  Object.assign(ns, { activeMutant: undefined, currentTestId: undefined, hitCount: undefined })
  ns.mutantCoverage = { static: {}, perTest: {} }
  const opened = testbed.open()
  const tests = await opened.testsOf(file)
  const loaded = Object.keys(ns.mutantCoverage.static)
  const results = []
  for (const [at, { name, run }] of tests.entries()) {
    if (isSkipped(name)) continue
    ns.currentTestId = `${at}`
    const start = cpu()
    const failure = await failureOf(run)
    ns.currentTestId = undefined
    results.push({ name, ms: cpu() - start, hits: ns.mutantCoverage.perTest[at] ?? {}, ...(failure && { failure }) })
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
export async function killerOf(testbed, { id, hitLimit, files }) {
  const ns = switches()
  ns.mutantCoverage = { static: {}, perTest: {} }
  Object.assign(ns, { activeMutant: id, currentTestId: undefined, hitCount: 0, hitLimit })
  try {
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
