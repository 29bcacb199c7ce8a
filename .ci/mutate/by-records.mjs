// Judges mutants by what is recorded, which is much quicker than running tests: each play is compared as text.
import { isNoticed, plainly } from './compared.mjs'
import { recordEntries, recordedPlays } from './records.mjs'
import { openTestbed } from './testbed.mjs'
import { recordReach } from './told-apart.mjs'

/** What one process knows of the records: the plays, and what each gives without a mutant. */
export async function openRecords(folder, bundle) {
  globalThis.__stryker__ ??= {}
  globalThis.__stryker__.activeMutant = undefined
  const recorded = bundle === 'covered.cjs' ? recordReach() : undefined
  const testbed = openTestbed(folder, bundle, { remembers: false })
  const modules = await freshModules(testbed)
  const atLoad = recorded?.().told ?? []
  const plays = recordedPlays(modules)
  recorded?.()
  return { testbed, modules, plays, atLoad, recorded, expected: new Map(), noticed: new Map() }
}

/** What plays the records, with every module of the mutated rooms evaluated again. */
async function freshModules(testbed) {
  const opened = testbed.open()
  return Object.assign({}, ...(await Promise.all(recordEntries.map((name) => opened.moduleOf(name)))))
}

const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Of every so many plays, which mutants they tell from the original, and how often they reach those. */
export function reachOfRecords({ modules, plays, atLoad, recorded }, first, every) {
  const found = []
  for (let at = first; at < plays.length; at += every) {
    recorded()
    plainly(modules, plays[at].play)
    const { hits, told } = recorded()
    found.push({ at, told: told.map((id) => [id, hits[id]]) })
  }
  return { atLoad, found }
}

/** The kind of each play, and how long it takes without a mutant, in milliseconds of the processor. */
export function timesOf({ modules, plays }) {
  const times = plays.map(({ play }) => {
    const start = cpu()
    plainly(modules, play)
    return cpu() - start
  })
  return { kinds: plays.map(({ kind }) => kind), times }
}

/** The name of the first play that notices each mutant; undefined where none does. */
export const killersOf = (records, mutants) => mutants.map((mutant) => killerOf(records, mutant))

/** Plays first that have noticed other mutants of the file, as long as there is time. */
function killerOf(records, { id, file, tries, budget }) {
  const noticed = records.noticed.get(file) ?? new Map()
  records.noticed.set(file, noticed)
  const countOf = ([at]) => noticed.get(at) ?? 0
  let left = budget
  const own = tries
    .toSorted((one, other) => countOf(other) - countOf(one))
    .filter(([, , ms]) => {
      left -= ms
      return left >= 0
    })
  const at = playThatNotices(records, records.modules, { id, tries: own })
  if (at === undefined) return undefined
  noticed.set(at, (noticed.get(at) ?? 0) + 1)
  return records.plays[at].name
}

const playThatNotices = (records, modules, { id, tries }) =>
  tries.find(([at, hits]) => {
    const { play } = records.plays[at]
    return isNoticed(modules, play, { id, hits, text: expectedOf(records, at) })
  })?.[0]

function expectedOf({ modules, plays, expected }, at) {
  if (!expected.has(at)) expected.set(at, plainly(modules, plays[at].play))
  return expected.get(at)
}

/** The same of mutants of what is made when modules are loaded: each has modules of its own. */
export async function killersAtLoad(records, mutants) {
  const killers = []
  for (const mutant of mutants) killers.push(await killerAtLoad(records, mutant))
  return killers
}

async function killerAtLoad(records, mutant) {
  // What is to be expected is played before the mutant is on.
  for (const [at] of mutant.tries) expectedOf(records, at)
  const switches = globalThis.__stryker__
  Object.assign(switches, { activeMutant: mutant.id, hitCount: 0, hitLimit: 1_000_000 })
  try {
    const modules = await freshModules(records.testbed)
    return records.plays[playThatNotices(records, modules, mutant)]?.name
  } catch {
    return 'what is recorded does not load'
  } finally {
    switches.activeMutant = undefined
  }
}
