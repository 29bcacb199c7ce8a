// Draws sign-ins at random and records those that notice mutants which nothing recorded notices yet.
//   node .ci/record/grow.mjs --seconds S --seed N [--only PATTERN] [--alive FILE] [--out FILE]
// Mutants that are left are written beside the result; `--alive` starts from such a list, without playing the record first.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import vm from 'node:vm'
import { bundle } from '../mutate/bundle.mjs'
import { refused } from '../mutate/compiles.mjs'
import { equivalent } from '../mutate/equivalent.mjs'
import { instrument, sourceFiles } from '../mutate/instrument.mjs'
import { openTestbed } from '../mutate/testbed.mjs'
import { aims } from './aim.mjs'
import { readLibrary } from './draw-change.mjs'
import { drawRequest, varied } from './draw-request.mjs'
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
const folder = join(root, values.folder)
mkdirSync(folder, { recursive: true })
const entries = ['src/simulate/recorded-sign-ins.fixture.ts', 'src/simulate/record-tools.fixture.ts']

globalThis.__stryker__ = { activeMutant: undefined, mutantCoverage: { static: {}, perTest: {} } }
const switches = globalThis.__stryker__

// What a condition was while it was counted: 1 true, 2 false, 3 both.
let valuesSeen = new Map()
globalThis.countedValue = (ids, value) => {
  const { mutantCoverage, currentTestId } = switches
  const counts = currentTestId === undefined ? mutantCoverage.static : mutantCoverage.perTest[currentTestId]
  for (const id of ids) {
    counts[id] = (counts[id] ?? 0) + 1
    valuesSeen.set(id, (valuesSeen.get(id) ?? 0) | (value ? 1 : 2))
  }
  return value
}

/** Counts an expression where it is evaluated, with its value. */
const withValues = (text) => text.replace(/\(stryCov_9fa48\(((?:"\d+",? ?)+)\),\s*/g, 'countedValue([$1], ')

/** Whether a condition that a mutant settles was ever anything else: if not, the mutant does nothing here. */
function isOther(id) {
  const { mutator, replacement } = alive.get(id)
  const seen = valuesSeen.get(id)
  if (mutator !== 'ConditionalExpression' || seen === undefined) return true
  return !(replacement === 'true' && seen === 1) && !(replacement === 'false' && seen === 2)
}

async function modulesOf(bundleName) {
  const opened = openTestbed(folder, bundleName, { remembers: false }).open()
  const [record, tools] = await Promise.all(entries.map((name) => opened.moduleOf(name)))
  return { ...record, ...tools }
}

/** The mutants to notice, by id: those of code that runs while a sign-in is played, since modules are loaded once. */
function mutantsToNotice(all, atLoad) {
  const given = values.alive && new Set(readFileSync(values.alive, 'utf8').split('\n'))
  const mutants = all.filter(
    ({ id, file, key }) =>
      !atLoad.has(id) &&
      !equivalent.has(key) &&
      new RegExp(values.only).test(file) &&
      (given === undefined || given.has(key)),
  )
  const keys = refused(root, folder, mutants)
  return new Map(mutants.filter(({ key }) => !keys.has(key)).map((mutant) => [mutant.id, mutant]))
}

const { texts, mutants } = await instrument(root, sourceFiles(root))
await bundle(root, texts, entries, folder, withValues)
const covered = await modulesOf('covered.cjs')
const alive = mutantsToNotice(mutants, new Set(Object.keys(switches.mutantCoverage.static)))
const mutated = await modulesOf('mutated.cjs')
const out = values.out ?? join(root, mutated.recordFile)

/** What is recorded of a sign-in; of the tenant, where there is none. */
const answers = (modules, { played }, request) =>
  request === undefined ? [modules.plannedOf(played)] : modules.answersTo(played, request)

/** Mutants that this sign-in reaches, and how often. */
function reachedBy(tenant, request) {
  const { perTest } = switches.mutantCoverage
  perTest.one = {}
  valuesSeen = new Map()
  switches.currentTestId = 'one'
  covered.dropAll()
  answers(covered, tenant, request)
  switches.currentTestId = undefined
  return Object.entries(perTest.one)
}

function plainly(tenant, request) {
  mutated.dropAll()
  return answers(mutated, tenant, request)
}

// A mutant may never end.
const guarded = new vm.Script('playGuarded()')

function isNoticed([id, hits], tenant, request, expected) {
  Object.assign(switches, { activeMutant: id, hitCount: 0, hitLimit: 5000 + hits * 20 })
  globalThis.playGuarded = () => plainly(tenant, request).join('\n')
  try {
    return guarded.runInThisContext({ timeout: 3000 }) !== expected
  } catch {
    return true
  } finally {
    switches.activeMutant = undefined
  }
}

const luck = random(Number(values.seed) + 17)
const tries = new Map()

/** How often a mutant is tried before it is tried less and less often. */
const patience = 8

function isTried(id, aimedAt) {
  const tried = tries.get(id) ?? 0
  if (!alive.has(id) || !isOther(id)) return false
  if (id !== aimedAt && tried > patience && luck() > patience / tried) return false
  tries.set(id, tried + 1)
  return true
}

const targets = aims()

/** Takes the mutants that a sign-in notices out of those alive; its answers, and how many they were. */
function judge(tenant, request, aimedAt) {
  const said = plainly(tenant, request)
  const reached = reachedBy(tenant, request).filter(([id]) => alive.has(id))
  const dead = reached
    .filter(([id]) => isTried(id, aimedAt))
    .filter((one) => isNoticed(one, tenant, request, said.join('\n')))
  for (const [id] of dead) alive.delete(id)
  if (request !== undefined) note(tenant, request, reached)
  return { answers: said, dead: dead.length }
}

function note({ file, changes }, request, reached) {
  const ids = reached.map(([id]) => id).filter((id) => alive.has(id))
  targets.note(ids, { file, changes, request }, luck)
}

const record = []
if (existsSync(join(root, mutated.recordFile)))
  for (const one of mutated.readRecord(readFileSync(join(root, mutated.recordFile), 'utf8'))) {
    record.push(one)
    const tenant = { ...one, played: mutated.playedTenant(mutated.changedText(one.file, one.changes)) }
    for (const { request } of one.signIns)
      if (values.alive === undefined) judge(tenant, request)
      else note(tenant, request, reachedBy(tenant, request))
  }

const started = performance.now()
const seconds = () => (performance.now() - started) / 1000
const library = readLibrary(JSON.parse(JSON.stringify(mutated.schemaOfTenantFile())), mutated)
const tools = drawnFrom(mutated)
const isNew = newness(mutated, luck)

/** The sign-ins of a tenant that notice something, of a few that are drawn. */
function worthwhile(tenant, next) {
  const signIns = []
  for (let at = 0; at < 5; at += 1) {
    const last = signIns.at(-1)?.request
    const request =
      last !== undefined && next() < 0.4 ? varied(tools, last, next) : drawRequest(tools, tenant.played.tenant, next)
    if (request === undefined || !isNew(tenant, request)) continue
    const judged = judge(tenant, request)
    if (judged.dead > 0) signIns.push({ request, answers: judged.answers })
  }
  return signIns
}

/** Sign-ins like one that reaches a mutant, of a tenant changed a little: those that notice something. */
function aimed(next) {
  const target = targets.choose(alive, next)
  const tenant = target && changedTenant(library, mutated, target, next)
  if (tenant === undefined) return undefined
  const signIns = []
  for (let at = 0; at < 3; at += 1) {
    const request = at === 0 && next() < 0.7 ? target.request : varied(tools, target.request, next)
    const judged = attempt(() => judge(tenant, request, target.id))
    if (judged !== undefined && judged.dead > 0) signIns.push({ request, answers: judged.answers })
  }
  return { tenant, signIns }
}

/** A change can take away whom or what the sign-in names; then there is nothing to judge. */
function attempt(play) {
  try {
    return play()
  } catch {
    switches.currentTestId = undefined
    return undefined
  }
}

function add({ file, changes, played }, signIns) {
  record.push({ file, changes, planned: mutated.plannedOf(played), signIns })
}

const write = () => {
  writeFileSync(out, mutated.writtenRecord(record))
  writeFileSync(join(folder, 'alive'), [...alive.values()].map(({ key }) => key).join('\n'))
}

/** A tenant drawn without an aim, which can reach what nothing recorded reaches. */
function drawn(next) {
  const tenant = drawTenant(library, mutated, next)
  if (tenant === undefined) return
  // The plan of a large tenant takes long, and has few mutants of its own.
  const looksAtPlan = next() < 0.1 && tenant.played.tenant.users.size < 12
  const deadByPlan = looksAtPlan ? judge(tenant, undefined).dead : 0
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
