// Replay: the reduction of logs beside a bare `group by` of DuckDB over the same raw columns of the same files (see bare.mjs),
// with and without the steps of sign-ins, and what follows the reduction.
//   npm run bench:replay                              100,000 and 1,000,000 sign-ins, and a page of 100 MB
//   npm run bench:replay -- --lines 10000000          other sizes, as JSON Lines in gz
//   npm run bench:replay -- --lines '' --parquet 50000000 --page 0
//   npm run bench:replay -- --keep logs --rounds 0    writes the logs, which later runs with the same folder read
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { inOwnProcess, machine, median, number, table, times } from '../measure.mjs'
import { bundle, writeLines, writePage, writeParquet, writeTenant } from './generate.mjs'

const { values: asked } = parseArgs({
  options: {
    lines: { type: 'string', default: '100000,1000000' },
    parquet: { type: 'string', default: '' },
    page: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '3' },
    keep: { type: 'string' },
    'parquet-from': { type: 'string', default: '100000' },
  },
})
const sizes = (text) => text.split(',').filter(Boolean).map(Number)

if (asked.keep !== undefined) mkdirSync(asked.keep, { recursive: true })
const folder = asked.keep === undefined ? mkdtempSync(join(tmpdir(), 'bench-replay-')) : resolve(asked.keep)
const parts = await bundle(folder)
const made = createRequire(import.meta.url)(parts)
const tenant = writeTenant(folder)

const rows = []

/** All in turn, so that what slows the machine down slows all of them. */
function measured(name, log) {
  if (Number(asked.rounds) === 0) return
  const rounds = Array.from({ length: Number(asked.rounds) }, () =>
    ['bare', 'bare without steps', 'product'].map((what) =>
      inOwnProcess('replay/measure-one.mjs', parts, what, tenant, log),
    ),
  )
  const [bare, withoutSteps, product] = [0, 1, 2].map((at) => rounds.map((round) => round[at]))
  const [{ signIns, shapes }] = product
  for (const one of [...bare, ...withoutSteps])
    if (one.failed === undefined && one.signIns !== signIns)
      throw new Error(`${name}: ${one.signIns} sign-ins, and ${signIns} in the product`)
  const took = (runs, what = 'took') => median(runs.map((one) => one[what]))
  const reduction = took(product)
  const after = took(product, 'after') / reduction
  const memory = Math.max(...product.map((one) => one.memory))
  const missed = (met) => (met ? '' : ' (missed)')
  const beside = (runs) => {
    const [failed] = runs.flatMap((one) => one.failed ?? [])
    if (failed !== undefined) return { seconds: failed, ratio: '' }
    const ratio = reduction / took(runs)
    return { seconds: number(took(runs) / 1000), ratio: `${times(ratio)}${missed(ratio <= 1.5)}` }
  }
  const [all, without] = [beside(bare), beside(withoutSteps)]
  rows.push([
    ...[name, signIns.toLocaleString('en-US'), number(shapes, 0), all.seconds, without.seconds],
    ...[number(reduction / 1000), all.ratio, without.ratio],
    `${number(after * 100, 0)} %${missed(after <= 0.2)}`,
    `${number(memory, 0)}${missed(memory < 2000)}`,
  ])
}

/** What the reduction and what follows cost whatever the log: those of a few sign-ins. */
async function fixedCost() {
  const few = await writeLines(made, folder, 8)
  const runs = Array.from({ length: Number(asked.rounds) }, () =>
    inOwnProcess('replay/measure-one.mjs', parts, 'product', tenant, few),
  )
  const took = (what) => `${number(median(runs.map((one) => one[what])))} ms`
  return `Of a log of 8 sign-ins the reduction takes ${took('took')}, and what follows it ${took('after')}.`
}

const fixed = Number(asked.rounds) === 0 ? '' : await fixedCost()
let last
for (const count of sizes(asked.lines)) {
  console.error(`writing ${count} sign-ins`)
  last = await writeLines(made, folder, count)
  measured('JSON Lines, gz', last)
}
for (const count of sizes(asked.parquet)) {
  console.error(`writing ${count} sign-ins in Parquet`)
  const from = last ?? (await writeLines(made, folder, Number(asked['parquet-from'])))
  measured('Parquet', await writeParquet(made, folder, from, count))
}
if (Number(asked.page) > 0) {
  const page = await writePage(made, folder, Number(asked.page) * 1_000_000)
  measured(`a page of ${asked.page} MB`, page)
}
if (asked.keep === undefined) rmSync(folder, { recursive: true })

const headings = [
  ...['log', 'sign-ins', 'shapes', 'bare, s', 'bare without the steps, s', 'reduction, s', 'at most 1.5x of bare'],
  ...['the same, without the steps', 'after it, at most 20 %', 'memory, MB'],
]
console.log(`Seconds of the processor, medians of ${asked.rounds} rounds in turn, each in a process of its own.`)
console.log(`${fixed}\nMeasured on ${machine()}.\n\n${table(headings, rows)}`)
