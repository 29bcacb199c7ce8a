// Draws sign-ins at random and records those that notice mutants which nothing recorded notices yet.
//   node .ci/record/grow.mjs --seconds S --seed N [--only PATTERN] [--alive FILE] [--out FILE]
// Mutants that are left are written beside the result; `--alive` starts from such a list, without playing the record first.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { playSignIns } from '../mutate/records.mjs'
import { aims } from './aim.mjs'
import { readLibrary } from './draw-change.mjs'
import { drawRequest, varied } from './draw-request.mjs'
import { noticing } from './noticing.mjs'
import { random } from './random.mjs'
import { changedTenant, drawnFrom, drawTenant, newness } from './tenants.mjs'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    alive: { type: 'string' },
    out: { type: 'string' },
    folder: { type: 'string', default: 'out/grow' },
  },
})
const luck = random(Number(values.seed) + 17)
const { modules, alive, reached, judge, keep } = await noticing({
  root,
  folder: join(root, values.folder),
  entries: ['src/simulate/recorded-sign-ins.fixture.ts', 'src/simulate/record-tools.fixture.ts'],
  only: values.only,
  given: values.alive,
  luck,
})
const out = values.out ?? join(root, modules.recordFile)
const targets = aims()

/** Judges the last of some sign-ins, and remembers it for the mutants that it reaches. */
function judged(tenant, requests, aimedAt) {
  const { dead, answers, reached: ids } = judge(playSignIns(tenant.played, requests), aimedAt)
  if (requests.length > 0) note(tenant, requests.at(-1), ids)
  return { dead, answers: requests.length > 0 ? JSON.parse(answers[requests.length - 1]) : [] }
}

function note({ file, changes }, request, ids) {
  targets.note(ids, { file, changes, request }, luck)
}

const record = []
if (existsSync(join(root, modules.recordFile)))
  for (const one of modules.readRecord(readFileSync(join(root, modules.recordFile), 'utf8'))) {
    record.push(one)
    const tenant = { ...one, played: modules.playedTenant(modules.changedText(one.file, one.changes)) }
    const requests = one.signIns.map(({ request }) => request)
    if (values.alive === undefined) judged(tenant, requests)
    else for (const request of requests) note(tenant, request, reached(playSignIns(tenant.played, [request])))
  }

const started = performance.now()
const seconds = () => (performance.now() - started) / 1000
const library = readLibrary(JSON.parse(JSON.stringify(modules.schemaOfTenantFile())), modules)
const tools = drawnFrom(modules)
const isNew = newness(modules, luck)

/** The sign-ins of a tenant that notice something, of a few that are drawn. */
function worthwhile(tenant, next) {
  const signIns = []
  for (let at = 0; at < 5; at += 1) {
    const last = signIns.at(-1)?.request
    const request =
      last !== undefined && next() < 0.4 ? varied(tools, last, next) : drawRequest(tools, tenant.played.tenant, next)
    if (request === undefined || !isNew(tenant, request)) continue
    const { dead, answers } = judged(tenant, [...signIns.map((one) => one.request), request])
    if (dead > 0) signIns.push({ request, answers })
  }
  return signIns
}

/** Sign-ins like one that reaches a mutant, of a tenant changed a little: those that notice something. */
function aimed(next) {
  const target = targets.choose(alive, next)
  const tenant = target && changedTenant(library, modules, target, next)
  if (tenant === undefined) return undefined
  const signIns = []
  for (let at = 0; at < 3; at += 1) {
    const request = at === 0 && next() < 0.7 ? target.request : varied(tools, target.request, next)
    const before = signIns.map((one) => one.request)
    const found = attempt(() => judged(tenant, [...before, request], target.id))
    // The first is kept until another one, like it but for one thing, notices something or none does.
    if (found !== undefined && (found.dead > 0 || at === 0)) signIns.push({ request, ...found })
  }
  const isWorthIt = signIns.some(({ dead }) => dead > 0)
  return { tenant, signIns: isWorthIt ? signIns.map(({ request, answers }) => ({ request, answers })) : [] }
}

/** A change can take away whom or what the sign-in names; then there is nothing to judge. */
function attempt(play) {
  try {
    return play()
  } catch {
    return undefined
  }
}

function add({ file, changes, played }, signIns) {
  const requests = signIns.map(({ request }) => request)
  // As they are read from the file: what drawn sign-ins share as an object is kept once.
  const { entries } = modules.playedFromCold(played, JSON.parse(JSON.stringify(requests)))
  record.push({ file, changes, planned: modules.plannedOf(played), entries, signIns })
}

const write = () => {
  writeFileSync(out, modules.writtenRecord(record))
  keep()
}

/** A tenant drawn without an aim, which can reach what nothing recorded reaches. */
function drawn(next) {
  const tenant = drawTenant(library, modules, next)
  if (tenant === undefined) return
  // The plan of a large tenant takes long, and has few mutants of its own.
  const looksAtPlan = next() < 0.1 && tenant.played.tenant.users.size < 12
  const deadByPlan = looksAtPlan ? judged(tenant, []).dead : 0
  const signIns = worthwhile(tenant, next)
  if (signIns.length + deadByPlan > 0) add(tenant, signIns)
}

/** How much of the time is spent on aiming. */
const shareAimed = 0.85

console.error(`${alive.size} mutants are not noticed by what is recorded`)
let said = 0
for (let seed = Number(values.seed) * 1_000_000; seconds() < Number(values.seconds); seed += 1) {
  const next = random(seed)
  if (next() < shareAimed) {
    const found = aimed(next)
    if (found !== undefined && found.signIns.length > 0) add(found.tenant, found.signIns)
  } else drawn(next)
  if (seconds() - said < 30) continue
  said = seconds()
  write()
  console.error(`${said.toFixed(0)} s: ${alive.size} mutants are left, ${record.length} tenants are recorded`)
}
write()
