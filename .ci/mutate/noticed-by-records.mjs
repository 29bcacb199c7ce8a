// The mutants that what is recorded notices: most of them, in a small part of the time that tests take.
import { runAll } from './pool.mjs'

/** How many mutants one job judges: if one of them ends the process, tests judge the others of its job as well. */
const together = 20

/** How long what is recorded may take that judges one mutant, in milliseconds without it. */
const budget = 500

/**
 * The names of the plays that notice mutants, by the mutants' ids, and the mutants that are reached. What is made when modules are loaded is left to tests, which
 * load them again for each mutant.
 */
export async function noticedByRecords(mutants, options) {
  const reached = await reachOf(options)
  const [{ times }] = await runAll([{ kind: 'times', timeout: 600_000 }], options)
  const open = mutants
    .filter(({ id }) => reached.has(id))
    .map(({ id }) => ({ id, tries: affordable(reached.get(id), times) }))
  const jobs = []
  for (let at = 0; at < open.length; at += together)
    jobs.push({ kind: 'records', mutants: open.slice(at, at + together), timeout: 600_000 })
  const answers = await runAll(jobs, options)
  const killers = answers.flatMap(({ killers }, at) => jobs[at].mutants.map(({ id }, of) => [id, killers?.[of]]))
  return { killers: new Map(killers.filter(([, killer]) => typeof killer === 'string')), reached }
}

/** By mutant the plays that tell it from the original. */
async function reachOf(options) {
  const { workers } = options
  const jobs = Array.from({ length: workers }, (_, first) => ({
    kind: 'reach',
    first,
    every: workers,
    timeout: 1_800_000,
  }))
  const answers = await runAll(jobs, options)
  const atLoad = new Set(answers.flatMap((answer) => answer.atLoad))
  const reached = new Map()
  for (const { at, told } of answers.flatMap(({ found }) => found))
    for (const [id, hits] of told) {
      if (atLoad.has(id)) continue
      if (!reached.has(id)) reached.set(id, [])
      reached.get(id).push([at, hits])
    }
  return reached
}

/** The quickest plays first, as long as there is time for them. */
function affordable(plays, times) {
  let left = budget
  return plays
    .toSorted(([one], [other]) => times[one] - times[other])
    .filter(([at]) => {
      left -= times[at]
      return left >= 0
    })
}
