// The mutants that what is recorded notices: most of them, in a small part of the time that tests take.
import { runAll } from './pool.mjs'

/** How many mutants one job judges: if one of them ends the process, tests judge the others of its job as well. */
const together = 20

/** How long what is recorded may take that judges one mutant, in milliseconds without it. */
const budget = 800

/** The same for a mutant that only estates reach, since these take long. */
const budgetOfEstates = 1500

/** The same for a mutant that has modules of its own. */
const budgetAtLoad = 300

/** How many plays are offered to judge one mutant: some of the quickest, and some of the others. */
const offered = 120

/** No mutant: what is played with it has to be as recorded. That is tried with one file of so many. */
const oneIn = 10
const nobody = 'no mutant'

/**
 * The names of the plays that notice mutants, by the mutants' ids, and the mutants that are reached. Each mutant of what is
 * made when modules are loaded is played with modules of its own.
 */
export async function noticedByRecords(mutants, { say = () => {}, ...options }) {
  const { reached, atLoad } = await reachOf(options)
  const [plays] = await runAll([{ kind: 'times', timeout: 600_000 }], options)
  const { times } = plays
  const usual = mutants
    .filter(({ id }) => reached.has(id) && !atLoad.has(id))
    .map(({ id, file }) => {
      const found = withoutEstates(reached.get(id), plays)
      const isEstate = plays.kinds[found[0][0]] === 'estates'
      const tries = quickAndOthers(quickestFirst(found, plays)).map(([at, hits]) => [at, hits, times[at]])
      return { id, file, tries, budget: isEstate ? budgetOfEstates : budget }
    })
  const ofFile = playsByFile(mutants, reached, times)
  const made = mutants
    .filter(({ id, file }) => atLoad.has(id) && ofFile.has(file))
    .map(({ id, file }) => ({ id, file, tries: affordable(ofFile.get(file), plays, budgetAtLoad) }))
  say(
    `what is recorded tells ${usual.length} mutants from the original, and ${made.length} are made when modules are loaded`,
  )
  const files = [...new Set(mutants.map(({ file }) => file))].filter((file) => ofFile.has(file))
  const control = files
    .filter((_, at) => at % oneIn === 0)
    .map((file) => ({
      id: `${nobody} of ${file}`,
      tries: affordable(ofFile.get(file), plays, budgetAtLoad),
    }))
  const killers = await killersOf([...jobs('recordsAtLoad', [...control, ...made]), ...jobs('records', usual)], {
    ...options,
    say,
    onDone: saying(say),
  })
  for (const [id, killer] of killers)
    if (id.startsWith(nobody)) throw new Error(`differs without a mutant: ${killer} (${id})`)
  return { killers, reached, atLoad }
}

function jobs(kind, mutants) {
  const made = []
  for (let at = 0; at < mutants.length; at += together)
    made.push({ kind, mutants: mutants.slice(at, at + together), timeout: 600_000 })
  return made
}

/** Says after every so many jobs how many are done. */
function saying(say) {
  let done = 0
  return () => {
    done += 1
    if (done % 100 === 0) say(`${done * together} mutants are played`)
  }
}

/** What ends its process, or never ends, is played again with each mutant alone, and is noticed if it does so again. */
async function killersOf(all, options) {
  const answers = await runAll(all, options)
  const killers = answers.flatMap(({ killers }, at) => all[at].mutants.map(({ id }, of) => [id, killers?.[of]]))
  const lost = all.filter((_, at) => answers[at].killers === undefined)
  if (lost.length > 0) options.say?.(`${lost.length} groups of mutants did not end`)
  const alone = lost.flatMap(({ mutants, ...job }) => mutants.map((mutant) => ({ ...job, mutants: [mutant] })))
  const again = await runAll(alone, options)
  const killed = again.map(({ killers, timeout }, at) => [
    alone[at].mutants[0].id,
    killers === undefined ? (timeout ? 'timeout' : 'the process died') : killers[0],
  ])
  return new Map([...killers, ...killed].filter(([, killer]) => typeof killer === 'string'))
}

/** By mutant the plays that tell it from the original, each with how often it reaches the mutant. */
async function reachOf(options) {
  const { workers } = options
  const all = Array.from({ length: workers }, (_, first) => ({
    kind: 'reach',
    first,
    every: workers,
    timeout: 1_800_000,
  }))
  const answers = await runAll(all, options)
  const atLoad = new Set(answers.flatMap((answer) => answer.atLoad.map(String)))
  const reached = new Map()
  for (const { at, told } of answers.flatMap(({ found }) => found))
    for (const [id, hits] of told) {
      if (!reached.has(id)) reached.set(id, [])
      reached.get(id).push([at, hits])
    }
  return { reached, atLoad }
}

/**
 * By file the plays that reach it: those first that together tell most of its mutants from the original in the least time.
 * What is made when the file is loaded is read by the functions of that file.
 */
function playsByFile(mutants, reached, times) {
  const toldBy = new Map()
  for (const { id, file } of mutants)
    for (const [at] of reached.get(id) ?? []) {
      if (!toldBy.has(file)) toldBy.set(file, new Map())
      const plays = toldBy.get(file)
      if (!plays.has(at)) plays.set(at, [])
      plays.get(at).push(id)
    }
  return new Map([...toldBy].map(([file, plays]) => [file, mostToldFirst(plays, times)]))
}

/** How many plays of a file are put into order by what they tell; the rest follows, the quickest first. */
const ordered = 60

function mostToldFirst(plays, times) {
  const left = new Map(plays)
  const known = new Set()
  const first = []
  while (left.size > 0 && first.length < ordered) {
    const worth = (ids) => ids.filter((id) => !known.has(id)).length
    const [at, ids] = [...left].reduce((best, one) =>
      worth(one[1]) / times[one[0]] > worth(best[1]) / times[best[0]] ? one : best,
    )
    if (worth(ids) === 0) break
    for (const id of ids) known.add(id)
    left.delete(at)
    first.push(at)
  }
  const rest = [...left.keys()].sort((one, other) => times[one] - times[other])
  return [...first, ...rest].map((at) => [at, 1000])
}

const quickestFirst = (found, { times }) => found.toSorted(([one], [other]) => times[one] - times[other])

/** Estates take long: they are played only where nothing else is. */
function withoutEstates(found, { kinds }) {
  const quick = found.filter(([at]) => kinds[at] !== 'estates')
  return quick.length > 0 ? quick : found
}

/** Half of the plays offered are the quickest, the others are spread over the rest. */
function quickAndOthers(sorted) {
  if (sorted.length <= offered) return sorted
  const half = offered / 2
  const step = (sorted.length - half) / half
  return [...sorted.slice(0, half), ...Array.from({ length: half }, (_, at) => sorted[half + Math.floor(at * step)])]
}

/** The first plays, as long as there is time. */
function affordable(found, plays, most) {
  let left = most
  return withoutEstates(found, plays).filter(([at]) => {
    left -= plays.times[at]
    return left >= 0
  })
}
