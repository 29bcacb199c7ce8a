// One engine on the decision problem in a process of its own: `decision-run.mjs ENGINE POLICIES`.
import { takeTurns } from './own-process.mjs'
import { policies, requests } from './problem.mjs'

const count = 10_000
const few = 50
const [name, size] = [process.argv[2], Number(process.argv[3])]

async function checked(prepared, expected, limit) {
  let wrong = 0
  for (let at = 0; at < limit; at += 1) if ((await prepared.decide(at)) !== expected[at]) wrong += 1
  if (wrong > 0) throw new Error(`${name}: ${wrong} wrong answers of ${limit}`)
}

/** The prepared requests in turn, the first so many of them. */
function candidate(called, prepared, among, awaited) {
  let at = 0
  const next = () => {
    at = at + 1 === among ? 0 : at + 1
    return at
  }
  const run = awaited
    ? async (calls) => {
        for (let call = 0; call < calls; call += 1) await prepared.decide(next())
      }
    : (calls) => {
        for (let call = 0; call < calls; call += 1) prepared.decide(next())
      }
  return { name: called, run }
}

const made = policies(size)
if (name === 'leg-trace') {
  const { legTrace } = await import('./engines/leg-trace.mjs')
  await takeTurns([legTrace(made)])
} else {
  const engine = await import(`./engines/${name}.mjs`)
  const plain = await import('./engines/plain.mjs')
  const all = requests(count)
  const reference = plain.prepare(made, all)
  const expected = all.map((_, at) => reference.decide(at))
  const prepared = await engine.prepare(made, all)
  // The slow ones would take minutes over all ten thousand of the largest problem; their first answers are checked.
  const slow = size > 60 && ['json-rules-engine', 'cedar', 'casbin'].includes(name)
  await checked(prepared, expected, slow ? 200 : count)
  // With few people all that the product keeps of them stays in the processor's cache.
  const near = name === 'authplan' ? [candidate('few', prepared, few, false)] : []
  await takeTurns([candidate('all', prepared, count, name === 'json-rules-engine'), ...near])
}
