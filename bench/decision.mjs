// The decision problem through every engine, each in a process of its own; every answer is checked against the plain
// reference. A process that dies is reported in its row, and the targets that need its figures are missed.
import { number, table, target, times, versionOf } from './measure.mjs'
import { inTurns } from './own-process.mjs'

export const title = 'Decision'
const sizes = [6, 60, 600]
const count = 10_000
const few = 50

const engines = [
  { script: 'bit-masks', name: 'hand-written, bit masks (limit)' },
  { script: 'plain', name: 'hand-written, plain arrays' },
  { script: 'authplan', name: 'authplan, with evidence' },
  { script: 'casl', name: '@casl/ability', package_: '@casl/ability' },
  { script: 'casbin', name: 'casbin', package_: 'casbin' },
  { script: 'cedar', name: '@cedar-policy/cedar-wasm, preparsed', package_: '@cedar-policy/cedar-wasm' },
  { script: 'json-rules-engine', name: 'json-rules-engine', package_: 'json-rules-engine' },
]

function labelOf({ name, package_ }) {
  if (package_ === undefined) return name
  try {
    return `${name} ${versionOf(package_)}`
  } catch {
    // What is not installed dies in its own process, where its row says so.
    return name
  }
}

async function measured(size) {
  const scripts = engines.map(({ script }) => [script, String(size)])
  const all = await inTurns('decision-run.mjs', size === 6 ? [...scripts, ['leg-trace', '6']] : scripts)
  return new Map(all.map(({ args: [script], ...result }) => [script, result]))
}

export async function run() {
  const results = new Map()
  for (const size of sizes) results.set(size, await measured(size))
  const at = (script, size, what = 'all') => results.get(size).get(script).figures?.get(what)?.median ?? Number.NaN
  const deaths = sizes.flatMap((size) =>
    [...results.get(size)].flatMap(([script, { died }]) => (died === undefined ? [] : [{ script, size, died }])),
  )
  const cell = (script, size, what) => {
    const dead = deaths.find((one) => one.script === script && one.size === size)
    return dead === undefined ? number(at(script, size, what)) : '**died**'
  }
  const ratio = (one, other) => (Number.isNaN(one / other) ? '' : times(one / other))
  const rowOf = (label, script, what = 'all') => [
    label,
    ...sizes.map((size) => cell(script, size, what)),
    ratio(at(script, 6, what), at('bit-masks', 6)),
    ratio(at(script, 600, what), at(script, 6, what)),
  ]
  const rows = engines.flatMap((engine) => {
    const row = rowOf(labelOf(engine), engine.script)
    return engine.script === 'authplan' ? [row, rowOf(`the same, ${few} people in turn`, 'authplan', 'few')] : [row]
  })
  const leg = at('leg-trace', 6, 'leg')
  rows.push([
    'authplan, the whole trace of a leg',
    cell('leg-trace', 6, 'leg'),
    '',
    '',
    ratio(leg, at('bit-masks', 6)),
    '',
  ])
  const ours = (size) => at('authplan', size)
  const least = (what, value, limit) => target(what, `at least ${limit} times as fast`, ratio(value, 1), value >= limit)
  const most = (what, value, limit, words, shown = ratio(value, 1)) => target(what, words, shown, value <= limit)
  const dead = deaths.map(({ script, size, died }) => `- ${script} at ${size} policies: ${died}`)
  return {
    text: `${count.toLocaleString('en-US')} distinct requests; microseconds for one decision, medians of 9 rounds in which the engines take turns, each in a process of its own. Every engine gives all answers of the plain reference; at 600 policies the last three are checked on 200 of them.\n\n${table(
      ['engine', '6 policies', '60', '600', 'to the limit at 6', '600 to 6'],
      rows,
    )}${dead.length === 0 ? '' : `\n\nRuns that died:\n\n${dead.join('\n')}`}\n\nThe bit masks are handed numbers and keep nothing. The product is handed names and objects, finds the row of the person among as many as there are (which with 10,000 of them lie outside the processor's cache: ${few} in turn tell the difference), evaluates the facts of the credential's rules, and keeps the policies and the rule that decided.`,
    targets: [
      least('to cedar-wasm at 6 policies', at('cedar', 6) / ours(6), 60),
      most('to the bit masks at 6 policies', ours(6) / at('bit-masks', 6), 6, 'within 6 times'),
      most('one decision at 600 policies', ours(600), 5, 'at most 5 µs', `${number(ours(600))} µs`),
      most('600 policies to 6', ours(600) / ours(6), 5, 'at most 5 times'),
      least('with the whole trace, to cedar-wasm', at('cedar', 6) / leg, 25),
    ],
  }
}
