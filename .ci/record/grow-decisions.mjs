// Draws policies and sign-ins at random and records those decisions that notice mutants which no recorded one notices yet.
//   node .ci/record/grow-decisions.mjs --seconds S --seed N [--only PATTERN] [--alive FILE] [--out FILE]
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { playDecisions } from '../mutate/records.mjs'
import { aims } from './aim.mjs'
import { changedPolicies, drawPolicies, drawSignIn, variedSignIn } from './draw-decision.mjs'
import { noticing } from './noticing.mjs'
import { random } from './random.mjs'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: 'simulate/conditional-access' },
    alive: { type: 'string' },
    out: { type: 'string' },
    folder: { type: 'string', default: 'out/grow-decisions' },
  },
})
const luck = random(Number(values.seed) + 17)
const { modules, alive, judge, keep } = await noticing({
  root,
  folder: join(root, values.folder),
  entries: ['src/simulate/conditional-access/recorded-decisions.fixture.ts', 'src/simulate/record-tools.fixture.ts'],
  only: values.only,
  given: values.alive,
  luck,
})
const out = values.out ?? join(root, modules.decisionsFile)
const targets = aims()

/** Judges the last of some decisions, and remembers it for the mutants that it reaches. */
function judged(sample, signIns, aimedAt) {
  const found = judge(playDecisions(sample, signIns), aimedAt)
  targets.note(found.reached, { sample, signIn: signIns.at(-1) }, luck)
  return { dead: found.dead, answers: JSON.parse(found.answers[signIns.length - 1]) }
}

const record = []
if (existsSync(join(root, modules.decisionsFile)))
  for (const one of modules.readDecisions(readFileSync(join(root, modules.decisionsFile), 'utf8'))) {
    record.push(one)
    const { signIns, entries: _entries, ...sample } = one
    judged(
      sample,
      signIns.map(({ signIn }) => signIn),
    )
  }

/** Sign-ins of some policies that notice something, of a few that are drawn. */
function worthwhile(sample, drawn, aimedAt) {
  const signIns = []
  for (const [at, signIn] of drawn.entries()) {
    const before = signIns.map((one) => one.signIn)
    const { answers, dead } = judged(sample, [...before, signIn], aimedAt)
    // The first is kept until another one, like it but for one thing, notices something or none does.
    if (dead > 0 || at === 0) signIns.push({ signIn, answers, dead })
  }
  const [first] = signIns
  const kept =
    signIns.length === 1 && first.dead === 0 ? [] : signIns.map(({ signIn, answers }) => ({ signIn, answers }))
  if (kept.length === 0) return
  // As they are read from the file: what drawn sign-ins share as an object is kept once.
  const asked = JSON.parse(JSON.stringify(kept.map(({ signIn }) => signIn)))
  const { entries } = modules.decidedFromCold(modules.compiledOf(sample), asked)
  record.push({ ...sample, entries, signIns: kept })
}

const started = performance.now()
const seconds = () => (performance.now() - started) / 1000
const several = (make) => Array.from({ length: 4 }, make)

/** How much of the time is spent on sign-ins like one that reaches a mutant. */
const shareAimed = 0.7

function tryOnce(next) {
  const target = next() < shareAimed ? targets.choose(alive, next) : undefined
  if (target === undefined)
    return worthwhile(
      drawPolicies(modules, next),
      several(() => drawSignIn(modules, next)),
    )
  const sample = next() < 0.3 ? target.sample : changedPolicies(modules, target.sample, next)
  const drawn = [target.signIn, ...several(() => variedSignIn(modules, target.signIn, next))]
  return worthwhile(sample, drawn, target.id)
}

const write = () => {
  writeFileSync(out, modules.writtenDecisions(record))
  keep()
}

console.error(`${alive.size} mutants are not noticed by what is recorded`)
let said = 0
for (let seed = Number(values.seed) * 1_000_000; seconds() < Number(values.seconds); seed += 1) {
  tryOnce(random(seed))
  if (seconds() - said < 30) continue
  said = seconds()
  write()
  console.error(`${said.toFixed(0)} s: ${alive.size} mutants are left, ${record.length} sets of policies are recorded`)
}
write()
