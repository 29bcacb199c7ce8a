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
  const opened = openTestbed(folder, bundle, { remembers: false }).open()
  const loaded = await Promise.all(recordEntries.map((name) => opened.moduleOf(name)))
  const modules = Object.assign({}, ...loaded)
  const atLoad = recorded?.().told ?? []
  const plays = recordedPlays(modules)
  recorded?.()
  return { modules, plays, atLoad, recorded, expected: new Map() }
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

/** How long each play takes without a mutant, in milliseconds of the processor. */
export function timesOf({ modules, plays }) {
  return plays.map(({ play }) => {
    const start = cpu()
    plainly(modules, play)
    return cpu() - start
  })
}

/** The name of the first play that notices each mutant; undefined where none does. */
export const killersOf = (records, mutants) => mutants.map((mutant) => killerOf(records, mutant))

function killerOf({ modules, plays, expected }, { id, tries }) {
  for (const [at, hits] of tries) {
    const { name, play } = plays[at]
    if (!expected.has(at)) expected.set(at, plainly(modules, play))
    if (isNoticed(modules, play, { id, hits, text: expected.get(at) })) return name
  }
  return undefined
}
