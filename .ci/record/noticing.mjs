// Which mutants something that is played notices: the modules with all mutants in them, and those that are still alive.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import vm from 'node:vm'
import { bundle } from '../mutate/bundle.mjs'
import { refused } from '../mutate/compiles.mjs'
import { equivalent } from '../mutate/equivalent.mjs'
import { instrument, sourceFiles } from '../mutate/instrument.mjs'
import { openTestbed } from '../mutate/testbed.mjs'

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

// A mutant may never end.
const guarded = new vm.Script('playGuarded()')

/** How often a mutant is tried before it is tried less and less often. */
const patience = 8

/**
 * The modules of some entries, and the mutants of code that runs while something is played, since modules are loaded once.
 * `only` is a pattern of files; `given` a file with the keys of those that are alive.
 */
export async function noticing({ root, folder, entries, only, given, luck }) {
  mkdirSync(folder, { recursive: true })
  const { texts, mutants } = await instrument(root, sourceFiles(root))
  await bundle(root, texts, entries, folder, withValues)
  const modulesOf = async (bundleName) => {
    const opened = openTestbed(folder, bundleName, { remembers: false }).open()
    return Object.assign({}, ...(await Promise.all(entries.map((name) => opened.moduleOf(name)))))
  }
  const covered = await modulesOf('covered.cjs')
  const alive = mutantsToNotice({ root, folder, mutants, only, given })
  const mutated = await modulesOf('mutated.cjs')
  return { modules: mutated, alive, ...judging(covered, mutated, alive, luck), keep: () => keepAlive(folder, alive) }
}

const keepAlive = (folder, alive) =>
  writeFileSync(join(folder, 'alive'), [...alive.values()].map(({ key }) => key).join('\n'))

function mutantsToNotice({ root, folder, mutants, only, given }) {
  const atLoad = new Set(Object.keys(switches.mutantCoverage.static))
  const keys = given && new Set(readFileSync(given, 'utf8').split('\n'))
  const looked = mutants.filter(
    ({ id, file, key }) =>
      !atLoad.has(id) && !equivalent.has(key) && new RegExp(only).test(file) && (keys === undefined || keys.has(key)),
  )
  const no = refused(root, folder, looked)
  return new Map(looked.filter(({ key }) => !no.has(key)).map((mutant) => [mutant.id, mutant]))
}

function judging(covered, mutated, alive, luck) {
  const tries = new Map()

  /** Whether a condition that a mutant settles was ever anything else: if not, the mutant does nothing here. */
  const isOther = (id) => {
    const { mutator, replacement } = alive.get(id)
    const seen = valuesSeen.get(id)
    if (mutator !== 'ConditionalExpression' || seen === undefined) return true
    return !(replacement === 'true' && seen === 1) && !(replacement === 'false' && seen === 2)
  }

  const isTried = (id, aimedAt) => {
    const tried = tries.get(id) ?? 0
    if (!alive.has(id) || !isOther(id)) return false
    if (id !== aimedAt && tried > patience && luck() > patience / tried) return false
    tries.set(id, tried + 1)
    return true
  }

  /** Mutants that this reaches, and how often. */
  const reachedBy = (play) => {
    const { perTest } = switches.mutantCoverage
    perTest.one = {}
    valuesSeen = new Map()
    switches.currentTestId = 'one'
    try {
      covered.dropAll()
      play(covered)
    } finally {
      switches.currentTestId = undefined
    }
    return Object.entries(perTest.one).filter(([id]) => alive.has(id))
  }

  const plainly = (play) => {
    mutated.dropAll()
    return play(mutated)
  }

  const isNoticed = ([id, hits], play, expected) => {
    Object.assign(switches, { activeMutant: id, hitCount: 0, hitLimit: 5000 + hits * 20 })
    globalThis.playGuarded = () => plainly(play).join('\n')
    try {
      return guarded.runInThisContext({ timeout: 3000 }) !== expected
    } catch {
      return true
    } finally {
      switches.activeMutant = undefined
    }
  }

  return {
    /** Mutants that are alive and that this reaches. */
    reached: (play) => reachedBy(play).map(([id]) => id),

    /** Takes the mutants that this notices out of those alive: its answers, how many they were, and whom else it reaches. */
    judge(play, aimedAt) {
      const answers = plainly(play)
      const reached = reachedBy(play)
      const dead = reached
        .filter(([id]) => isTried(id, aimedAt))
        .filter((one) => isNoticed(one, play, answers.join('\n')))
      for (const [id] of dead) alive.delete(id)
      return { answers, dead: dead.length, reached: reached.map(([id]) => id).filter((id) => alive.has(id)) }
    },
  }
}
