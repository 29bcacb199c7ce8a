// Which tests judge which mutant, nearest and quickest first.
import { decisionTests, featureTests, recordTests, warmTests } from './instrument.mjs'

const roomOf = (file) => (file === featureTests ? 'features' : file.split('/')[1])

/**
 * Trace has few tests of its own: what simulate plays is read through it. Features assert what the rooms do together,
 * and the recorded sign-ins judge every room.
 */
const judges = {
  rules: ['rules', 'features'],
  simulate: ['simulate', 'features'],
  trace: ['trace', 'simulate', 'features'],
}

const isJudge = (mutant, file) => warmTests.includes(file) || judges[mutant.room].includes(roomOf(file))

/**
 * The job of each mutant; one that no test reaches has no files. The file of every mutant is given, whether it has a job or
 * not; and whether what is recorded has been played before.
 */
export function jobsOf(mutants, baselines, fileOf, { playsRecords }) {
  const reached = reachOf(fileOf, baselines)
  const toldOf = toldBySource(fileOf, baselines)
  const made = new Map(baselines.map(({ file, loaded }) => [file, new Set(loaded)]))
  return mutants.map((mutant) => {
    const isMade = warmTests.some((file) => made.get(file)?.has(mutant.id))
    const turn = isMade ? turnWithFreshModules : usualTurn
    // Few files are loaded anew: those that tell most of the mutated file from the original.
    const toldIn = ({ file }) => (isMade ? (toldOf.get(file)?.get(mutant.file) ?? 0) : 0)
    const near = [...(reached.get(mutant.id)?.values() ?? [])].filter(
      ({ file }) => isJudge(mutant, file) && !(playsRecords && recordTests.includes(file)),
    )
    const sorted = near
      .map(({ file, tests }) => ({ file, tests: tests.toSorted(order(mutant)) }))
      .sort(
        (one, other) =>
          turn.indexOf(kindOf(one.file)) - turn.indexOf(kindOf(other.file)) ||
          Number(isOwn(mutant.file, other.file)) - Number(isOwn(mutant.file, one.file)) ||
          toldIn(other) - toldIn(one) ||
          nearness(mutant.file, other.file) - nearness(mutant.file, one.file) ||
          cost(one) - cost(other),
      )
    const files = affordable(sorted, playsRecords)
    const hits = files.flatMap(({ tests }) => tests).reduce((sum, test) => sum + (test.hits[mutant.id] ?? 0), 0)
    const named = files.map(({ file, tests }) => ({ file, names: tests.map(({ name }) => name) }))
    // What is made when modules are loaded needs fresh ones.
    const isShared = ({ file }) => !made.get(file).has(mutant.id)
    const shared = named.filter(isShared)
    const isLong = playsRecords && mutant.room !== 'rules'
    return {
      kind: 'mutant',
      id: mutant.id,
      hitLimit: 10_000 + hits * 20,
      timeout: 30_000 + 20 * files.reduce((sum, file) => sum + cost(file), 0),
      shared,
      fresh:
        isLong && !isMade && shared.length > 0
          ? []
          : worthLoading(
              named.filter((file) => !isShared(file)),
              isLong,
            ),
    }
  })
}

/**
 * By mutant and file the tests that can notice it: those that tell it apart. What is made when a file is loaded is told
 * apart by nobody in particular: the tests that reach the same file judge it, and the quick ones, which may read it without
 * calling anything of the file; all of them if none reaches it.
 */
function reachOf(fileOf, baselines) {
  const reached = new Map()
  const add = (id, file, tests) => {
    const files = reached.get(id) ?? new Map()
    reached.set(id, files)
    if (!files.has(file)) files.set(file, { file, tests: [] })
    files.get(file).tests.push(...tests)
  }
  for (const { file, loaded, tests } of baselines) {
    const atLoad = new Set(loaded)
    const within = bySource(tests, fileOf)
    const quick = tests.filter(({ ms }) => ms <= quickest)
    for (const id of atLoad) {
      const reaching = within.get(fileOf.get(id))
      add(id, file, reaching === undefined ? tests : [...new Set([...reaching, ...quick])])
    }
    for (const test of tests) for (const id of test.told) if (!atLoad.has(id)) add(id, file, [test])
  }
  return reached
}

/** How many mutants of each source file the tests of each file tell from the original. */
function toldBySource(fileOf, baselines) {
  return new Map(
    baselines.map(({ file, tests }) => {
      const counts = new Map()
      for (const id of new Set(tests.flatMap(({ told }) => told.map(String)))) {
        const source = fileOf.get(id)
        counts.set(source, (counts.get(source) ?? 0) + 1)
      }
      return [file, counts]
    }),
  )
}

/** How many files of tests are loaded anew for a mutant that nothing recorded notices: that takes longer than running them. */
const mostLoaded = 4

/** The nearest files; the features, which take longest to load, only where nothing else does. Tests of rules load quickly. */
function worthLoading(files, isLong) {
  if (!isLong) return files
  const quick = files.filter(({ file }) => file !== featureTests)
  return (quick.length > 0 ? quick : files).slice(0, mostLoaded)
}

/** What a test that only reads data takes at most, in milliseconds while reaches are counted. */
const quickest = 5

/** The tests that reach each source file. */
function bySource(tests, fileOf) {
  const found = new Map()
  for (const test of tests)
    for (const source of new Set(Object.keys(test.hits).map((id) => fileOf.get(id))))
      found
        .set(source, found.get(source) ?? [])
        .get(source)
        .push(test)
  return found
}

/**
 * How long tests may take that judge one mutant, in milliseconds while reaches are counted, which is slow: by their turn.
 * Where what is recorded is not played before, all of it counts; then come the nearest tests, then the quickest scenarios.
 */
const budgets = (playsRecords) => [
  ['decisions', Number.POSITIVE_INFINITY],
  ['recorded', playsRecords ? 1500 : Number.POSITIVE_INFINITY],
  ['rooms', playsRecords ? 1500 : 6000],
  ['features', playsRecords ? 600 : 1500],
]

function affordable(files, playsRecords) {
  const left = new Map(budgets(playsRecords))
  return files
    .map((one) => {
      const at = kindOf(one.file)
      const tests = one.tests.filter(({ ms }) => {
        if (ms > left.get(at)) return false
        left.set(at, left.get(at) - ms)
        return true
      })
      return { file: one.file, tests }
    })
    .filter(({ tests }) => tests.length > 0)
}

function kindOf(file) {
  if (file === decisionTests) return 'decisions'
  return warmTests.includes(file) ? 'recorded' : file === featureTests ? 'features' : 'rooms'
}

/** What is recorded notices most mutants and comes first, the features are slow and come last. */
const usualTurn = ['decisions', 'recorded', 'rooms', 'features']

/** Recorded sign-ins take long where modules are fresh, recorded decisions do not. */
const turnWithFreshModules = ['decisions', 'rooms', 'recorded', 'features']

const cost = ({ tests }) => tests.reduce((sum, { ms }) => sum + ms, 0)

const order = (mutant) => (one, other) =>
  Number(other.hits[mutant.id] !== undefined) - Number(one.hits[mutant.id] !== undefined) || one.ms - other.ms

/** Whether a test has the name of the file. */
const isOwn = (file, test) => file.replace('.ts', '') === test.replace('.test.ts', '')

/** How many folders two files have in common; a file and the test of its name have one more. */
function nearness(one, other) {
  const [left, right] = [one.replace('.ts', '').split('/'), other.replace('.test.ts', '').split('/')]
  let shared = 0
  while (shared < left.length && left[shared] === right[shared]) shared += 1
  return shared
}
