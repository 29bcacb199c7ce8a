// Draws small estates and lists those in which playing users as sets notices mutants that no listed one notices yet.
//   node .ci/record/grow-estates.mjs --seconds S --seed N [--only PATTERN] [--alive FILE]
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { playEstate } from '../mutate/records.mjs'
import { noticing } from './noticing.mjs'
import { random } from './random.mjs'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: 'simulate/' },
    alive: { type: 'string' },
  },
})
const { modules, alive, judge, keep } = await noticing({
  root,
  folder: join(root, 'out/grow-estates'),
  entries: ['src/analysis/population/sets-as-alone.fixture.ts', 'src/simulate/record-tools.fixture.ts'],
  only: values.only,
  given: values.alive,
  luck: random(Number(values.seed) + 17),
})
const out = join(root, modules.estatesFile)
const estates = existsSync(out) ? [...modules.readEstates(readFileSync(out, 'utf8'))] : []
// What a list of mutants says is left, the estates of now do not notice.
if (values.alive === undefined) for (const [seed] of estates) judge(playEstate(seed))
const before = alive.size

const started = performance.now()
const seconds = () => (performance.now() - started) / 1000
const known = new Set(estates.map(([seed]) => seed))
let tried = 0
for (let seed = Number(values.seed) * 1000; seconds() < Number(values.seconds); seed += 1) {
  if (known.has(seed)) continue
  tried += 1
  const { answers, dead } = judge(playEstate(seed))
  if (dead > 0) estates.push([seed, ...answers.slice(0, 2), Number(answers[2])])
}
writeFileSync(out, modules.writtenEstates(estates))
keep()
console.error(`${tried} estates were tried; ${before} mutants were left before, ${alive.size} are now`)
