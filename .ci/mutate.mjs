// Mutation testing of rules, simulate and trace: which small changes of the code would no test notice?
//   node .ci/mutate.mjs                       every mutant (`npm run test:mutants`)
//   node .ci/mutate.mjs --only PATTERN        the mutants of files whose path matches
//   node .ci/mutate.mjs --resume              every mutant that a run before, which was stopped, has not judged yet
//   node .ci/mutate.mjs --recorded            by what is recorded alone; writes the keys of the others to out/mutate/alive
//   node .ci/mutate.mjs --untold              lists the mutants that no test tells from the original, without running any
//   node .ci/mutate.mjs --sample N --seed S   N mutants, and those that survived once, without the features (`npm test`)
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { bundle } from './mutate/bundle.mjs'
import { refused } from './mutate/compiles.mjs'
import { equivalent } from './mutate/equivalent.mjs'
import { floors } from './mutate/floors.mjs'
import { featureTests, instrument, rooms, setTests, sourceFiles, testFiles } from './mutate/instrument.mjs'
import { toolsFile } from './mutate/judge.mjs'
import { killedNow } from './mutate/killed-now.mjs'
import { noticedByRecords } from './mutate/noticed-by-records.mjs'
import { freeSwaps } from './mutate/order.mjs'
import { jobsOf } from './mutate/plan.mjs'
import { runAll } from './mutate/pool.mjs'
import { recordEntries } from './mutate/records.mjs'
import { shuffled } from './mutate/sample.mjs'
import { skippedTests } from './mutate/skipped.mjs'
import { stateOf } from './mutate/state.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = join(root, 'out/mutate')
const journal = join(folder, 'judged.jsonl')
const { values } = parseArgs({
  options: {
    workers: { type: 'string', default: '2' },
    only: { type: 'string' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    part: { type: 'string' },
    resume: { type: 'boolean', default: false },
    untold: { type: 'boolean', default: false },
    recorded: { type: 'boolean', default: false },
  },
})

/** The files to instrument: in a sample some of each room, and those of the mutants that survived once. */
function chosenFiles() {
  const all = sourceFiles(root).filter((file) => new RegExp(values.only ?? '').test(file))
  if (values.sample === undefined) return all
  const some = rooms.flatMap((room) =>
    shuffled(
      all.filter((file) => file.startsWith(`src/${room}/`)),
      values.seed,
    ).slice(0, filesOfSample),
  )
  const watched = new Set(killedNow.map((key) => key.slice(0, key.indexOf(' '))))
  return all.filter((file) => some.includes(file) || watched.has(file))
}

const keyOf = ({ key }) => key

/** What is recorded is played by itself first, and not by tests, unless there are few mutants. */
const playsRecords = values.sample === undefined

/** How many files of each room a sample looks at. */
const filesOfSample = 12

/** The mutants to judge. */
function chosenMutants(mutants) {
  const counted = mutants.filter((mutant) => !equivalent.has(mutant.key) && !isFreeSwap(mutant))
  const alike = mutants.length - counted.length
  if (alike > 0) console.error(`${alike} mutants behave as the original: see .ci/mutate/equivalent.mjs and order.mjs`)
  if (values.part !== undefined) return shuffled(counted, values.seed, keyOf).slice(0, Number(values.part))
  if (values.sample === undefined) return counted
  const each = Math.ceil(Number(values.sample) / rooms.length)
  const watched = new Set(killedNow)
  const drawn = rooms.flatMap((room) =>
    shuffled(
      counted.filter((mutant) => mutant.room === room && !watched.has(mutant.key)),
      values.seed,
      keyOf,
    ).slice(0, each),
  )
  return [...drawn, ...counted.filter(({ key }) => watched.has(key))]
}

/** Without those that the compiler refuses: they can never run, so they count neither as noticed nor as missed. */
function whatCompiles(mutants) {
  // A sample is not worth the compiler's time.
  if (values.sample !== undefined) return mutants
  const keys = refused(root, folder, mutants)
  console.error(`the compiler refuses ${keys.size} of ${mutants.length} mutants, ${seconds()}`)
  return mutants.filter(({ key }) => !keys.has(key))
}

/** Runs every test once without a mutant; a test that fails then can judge nothing. What an equal run found is kept. */
async function baselinesOf(tests, options) {
  const kept = join(folder, 'baselines.json')
  const state = stateOf(root, [...files, ...tests])
  if (existsSync(kept)) {
    const { state: before, baselines } = JSON.parse(readFileSync(kept, 'utf8'))
    if (before === state) return baselines
  }
  const baselines = await baselinesNow(tests, options)
  writeFileSync(kept, JSON.stringify({ state, baselines }))
  return baselines
}

async function baselinesNow(tests, options) {
  const jobs = tests.map((file) => ({ kind: 'baseline', file, timeout: 1_800_000 }))
  const baselines = await runAll(jobs, options)
  const failing = baselines.flatMap(({ tests: run = [{ name: 'did not end', failure: ' ' }] }) =>
    run.filter(({ failure }) => failure !== undefined),
  )
  for (const { name, failure } of failing) console.error(`fails without a mutant: ${name}: ${failure}`)
  if (failing.length > 0) process.exit(1)
  return baselines
}

const optionsOf = () => ({ root, workers: Number(values.workers), words: [folder, JSON.stringify([...skippedTests])] })

/** Writes the mutants that nothing recorded notices, for whoever records more. */
async function judgeByRecords(mutants) {
  const { killers } = await noticedByRecords(mutants, { ...optionsOf(), say })
  const alive = mutants.filter(({ id }) => !killers.has(id))
  writeFileSync(join(folder, 'alive'), alive.map(keyOf).join('\n'))
  for (const room of rooms) {
    const [all, left] = [mutants, alive].map((list) => list.filter((mutant) => mutant.room === room).length)
    console.log(`${room}: what is recorded notices ${all - left} of ${all} mutants, ${seconds()}`)
  }
}

/** Judges mutants and says about each how it died; nothing if it survived. */
async function judge(mutants, tests, fileOf) {
  const options = optionsOf()
  const baselines = await baselinesOf(tests, options)
  if (values.untold) return untold(mutants, jobsOf(mutants, baselines, fileOf, { playsRecords: false }))
  console.error(`the tests ran without a mutant after ${seconds()}`)
  const judged = judgedBefore()
  const note = (result) => {
    judged.set(result.key, result)
    appendFileSync(journal, `${JSON.stringify(result)}\n`)
  }
  let reachedByRecords = new Map()
  const unjudged = () => mutants.filter(({ key }) => !judged.has(key))
  if (playsRecords) {
    const { killers, reached } = await noticedByRecords(unjudged(), { ...options, say })
    reachedByRecords = reached
    for (const mutant of unjudged())
      if (killers.has(mutant.id)) note({ ...mutant, killer: killers.get(mutant.id), reached: true })
    console.error(`what is recorded notices ${killers.size} of ${mutants.length} mutants, ${seconds()}`)
  }
  const open = unjudged()
  const jobs = jobsOf(open, baselines, fileOf, { playsRecords })
  let done = 0
  const onDone = (at, answer) => {
    const isReached = hasTests(jobs[at]) || reachedByRecords.has(open[at].id)
    note({ ...resultOf(open[at], answer), reached: isReached })
    done += 1
    if (done % 500 === 0) console.error(`${done} of ${jobs.length} mutants after ${seconds()}`)
  }
  await runAll(jobs, { ...options, onDone })
  return mutants.map(({ key }) => judged.get(key))
}

/** The mutants that no test tells apart, as survivors. */
const untold = (mutants, jobs) =>
  mutants.flatMap((mutant, at) => (!hasTests(jobs[at]) ? [{ ...mutant, reached: false }] : []))

const resultOf = (mutant, { ms, timeout, died, killer }) => ({
  ...mutant,
  ms,
  killer: timeout ? 'timeout' : died ? 'the process died' : killer,
})

const hasTests = ({ shared, fresh }) => shared.length + fresh.length > 0

/** The results of a run that was stopped, by the mutants' keys; none unless it is resumed. */
function judgedBefore() {
  if (!values.resume || !existsSync(journal)) {
    rmSync(journal, { force: true })
    return new Map()
  }
  // The last line is incomplete where the process was stopped while it wrote.
  const lines = readFileSync(journal, 'utf8').split('\n').slice(0, -1)
  return new Map(lines.map((line) => JSON.parse(line)).map((result) => [result.key, result]))
}

const isSurvivor = ({ killer }) => killer === undefined

/** Prints the score of each room and the survivors; the problems that fail the run. */
function report(results) {
  const problems = []
  const watched = new Set(killedNow)
  for (const room of rooms) {
    const drawn = results.filter((result) => result.room === room && !(values.sample && watched.has(result.key)))
    if (drawn.length === 0) continue
    const score = (100 * drawn.filter((result) => !isSurvivor(result)).length) / drawn.length
    const floor = (values.sample === undefined ? floors.full : floors.sample)[room]
    console.log(`${room}: ${score.toFixed(1)} % of ${drawn.length} mutants are noticed (floor ${floor} %)`)
    if (score < floor) problems.push(`${room} is below its floor`)
  }
  for (const survivor of results.filter(isSurvivor)) {
    console.log(lineOf(survivor))
    if (watched.has(survivor.key)) problems.push(`survives again: ${survivor.key}`)
  }
  return problems
}

function lineOf({ file, line, mutator, original, replacement, reached }) {
  const how = reached ? '' : ' (no test reaches it)'
  return `${file}:${line} ${mutator}: ${clip(original)} => ${clip(replacement)}${how}`
}

const clip = (text) => (text.length <= 100 ? text : `${text.slice(0, 97)}...`)

/** Entries of the lists that no mutant has; only a run that has instrumented their files can say so. */
function staleEntries(mutants, files) {
  const keys = new Set(mutants.map(({ key }) => key))
  const looked = new Set(files)
  return [...equivalent.keys(), ...killedNow]
    .filter((key) => looked.has(key.slice(0, key.indexOf(' '))) && !keys.has(key))
    .map((key) => `no mutant has this key anymore: ${key}`)
}

const started = performance.now()
const isFreeSwap = await freeSwaps(root)
const say = (text) => console.error(`${text}, ${seconds()}`)
const seconds = () => `${((performance.now() - started) / 1000).toFixed(0)} s`
mkdirSync(folder, { recursive: true })
const files = chosenFiles()
const allTests = testFiles(root)
for (const file of skippedTests)
  if (file.endsWith('.test.ts') && !allTests.includes(file)) throw new Error(`${file} is skipped and does not exist`)
// Playing the features, or sets of users, takes longer than a sample may: it is judged by the tests of the rooms alone.
const judging =
  values.sample === undefined ? allTests : allTests.filter((file) => file !== featureTests && !setTests.includes(file))
const tests = judging.filter((file) => !skippedTests.has(file))
const { texts, mutants } = await instrument(root, files)
await bundle(root, texts, [...new Set([...tests, toolsFile, ...recordEntries])], folder)
console.error(`${mutants.length} mutants in ${files.length} files after ${seconds()}`)
const fileOf = new Map(mutants.map(({ id, file }) => [id, file]))
const judged = whatCompiles(chosenMutants(mutants))
if (values.recorded) {
  await judgeByRecords(judged)
  process.exit(0)
}
const results = await judge(judged, tests, fileOf)
if (values.untold) {
  for (const one of results) console.log(lineOf(one))
  process.exit(0)
}
writeFileSync(join(folder, 'results.json'), `${JSON.stringify(results, undefined, 1)}\n`)
const problems = [...report(results), ...staleEntries(mutants, files)]
for (const problem of problems) console.log(problem)
const died = results.filter((result) => !isSurvivor(result)).length
console.log(`mutants: ${died} noticed, ${problems.length} problems, ${seconds()}`)
process.exitCode = problems.length === 0 ? 0 : 1
