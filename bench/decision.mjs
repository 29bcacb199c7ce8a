// The decision problem through every engine; every answer is checked against the plain reference.
import * as authplan from './engines/authplan.mjs'
import * as bitMasks from './engines/bit-masks.mjs'
import * as casbin from './engines/casbin.mjs'
import * as casl from './engines/casl.mjs'
import * as cedar from './engines/cedar.mjs'
import * as jsonRules from './engines/json-rules-engine.mjs'
import { legTrace } from './engines/leg-trace.mjs'
import * as plain from './engines/plain.mjs'
import { interleaved, number, table, target, times, versionOf } from './measure.mjs'
import { policies, requests } from './problem.mjs'

export const title = 'Decision'
const sizes = [6, 60, 600]
const count = 10_000
const engines = [bitMasks, plain, authplan, casl, casbin, cedar, jsonRules]
const asynchronous = new Set([jsonRules])

async function checked(engine, prepared, expected, limit) {
  let wrong = 0
  for (let at = 0; at < limit; at += 1) if ((await prepared.decide(at)) !== expected[at]) wrong += 1
  if (wrong > 0) throw new Error(`${engine.name}: ${wrong} wrong answers of ${limit}`)
}

function candidate(engine, prepared) {
  let at = 0
  const next = () => {
    at = at + 1 === count ? 0 : at + 1
    return at
  }
  const run = asynchronous.has(engine)
    ? async (calls) => {
        for (let call = 0; call < calls; call += 1) await prepared.decide(next())
      }
    : (calls) => {
        for (let call = 0; call < calls; call += 1) prepared.decide(next())
      }
  return { name: engine.name, run }
}

const few = 50

/** The product on few enough people that all it keeps of them stays in the processor's cache. */
function fewPeople(prepared) {
  let at = 0
  const run = (calls) => {
    for (let call = 0; call < calls; call += 1) {
      at = at + 1 === few ? 0 : at + 1
      prepared.decide(at)
    }
  }
  return { name: 'few', run }
}

async function measured(size, all) {
  const made = policies(size)
  const reference = plain.prepare(made, all)
  const expected = all.map((_, at) => reference.decide(at))
  const candidates = []
  for (const engine of engines) {
    const prepared = await engine.prepare(made, all)
    // The slow ones would take minutes over all ten thousand of the largest problem; their first answers are checked.
    const slow = size > 60 && (engine === jsonRules || engine === cedar || engine === casbin)
    await checked(engine, prepared, expected, slow ? 200 : count)
    candidates.push(candidate(engine, prepared))
    if (engine === authplan) candidates.push(fewPeople(prepared))
  }
  return interleaved(candidates)
}

export async function run() {
  const all = requests(count)
  const results = new Map()
  for (const size of sizes) results.set(size, await measured(size, all))
  const trace = await interleaved([legTrace(policies(6))])
  const at = (engine, size) => results.get(size).get(engine.name).median
  const rows = engines.map((engine) => [
    engine.package_ === undefined ? engine.name : `${engine.name} ${versionOf(engine.package_)}`,
    ...sizes.map((size) => number(at(engine, size))),
    times(at(engine, 6) / at(bitMasks, 6)),
    times(at(engine, 600) / at(engine, 6)),
  ])
  const near = (size) => results.get(size).get('few').median
  rows.splice(engines.indexOf(authplan) + 1, 0, [
    `the same, ${few} people in turn`,
    ...sizes.map((size) => number(near(size))),
    times(near(6) / at(bitMasks, 6)),
    times(near(600) / near(6)),
  ])
  const leg = [...trace.values()][0].median
  rows.push(['authplan, the whole trace of a leg', number(leg), '', '', times(leg / at(bitMasks, 6)), ''])
  const ours = (size) => at(authplan, size)
  return {
    text: `${count.toLocaleString('en-US')} distinct requests; microseconds for one decision, medians of 9 interleaved rounds. Every engine gives all answers of the plain reference; at 600 policies the last three are checked on 200 of them.\n\n${table(
      ['engine', '6 policies', '60', '600', 'to the limit at 6', '600 to 6'],
      rows,
    )}\n\nThe bit masks are handed numbers and keep nothing. The product is handed names and objects, finds the row of the person among as many as there are (which with 10,000 of them lie outside the processor's cache: ${few} in turn tell the difference), evaluates the facts of the credential's rules, and keeps the policies and the rule that decided.`,
    targets: [
      target(
        'to cedar-wasm at 6 policies',
        'at least 60 times as fast',
        times(at(cedar, 6) / ours(6)),
        at(cedar, 6) / ours(6) >= 60,
      ),
      target(
        'to the bit masks at 6 policies',
        'within 8 times',
        times(ours(6) / at(bitMasks, 6)),
        ours(6) / at(bitMasks, 6) <= 8,
      ),
      target('one decision at 600 policies', 'at most 5 µs', `${number(ours(600))} µs`, ours(600) <= 5),
      target('600 policies to 6', 'at most 5 times', times(ours(600) / ours(6)), ours(600) / ours(6) <= 5),
      target(
        'with the whole trace, to cedar-wasm',
        'at least 25 times as fast',
        times(at(cedar, 6) / leg),
        at(cedar, 6) / leg >= 25,
      ),
    ],
  }
}
