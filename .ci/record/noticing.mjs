// Which mutants something that is played notices: the modules with all mutants in them, and those that are still alive.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from '../mutate/bundle.mjs'
import { isNoticed } from '../mutate/compared.mjs'
import { refused } from '../mutate/compiles.mjs'
import { equivalent } from '../mutate/equivalent.mjs'
import { instrument, sourceFiles } from '../mutate/instrument.mjs'
import { openTestbed } from '../mutate/testbed.mjs'
import { recordReach } from '../mutate/told-apart.mjs'

globalThis.__stryker__ = { activeMutant: undefined }

/** What was reached and told apart since the last time. */
const recorded = recordReach()

/** How often a mutant is tried before it is tried less and less often. */
const patience = 8

/**
 * The modules of some entries, and the mutants of code that runs while something is played, since modules are loaded once.
 * `only` is a pattern of files; `given` a file with the keys of those that are alive.
 */
export async function noticing({ root, folder, entries, only, given, luck }) {
  mkdirSync(folder, { recursive: true })
  const { texts, mutants } = await instrument(root, sourceFiles(root))
  await bundle(root, texts, entries, folder)
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
  const atLoad = new Set(recorded().told)
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

  const isTried = (id, aimedAt) => {
    const tried = tries.get(id) ?? 0
    if (id !== aimedAt && tried > patience && luck() > patience / tried) return false
    tries.set(id, tried + 1)
    return true
  }

  /** Mutants that this reaches, how often, and whether they have another value than the original. */
  const reachedBy = (play) => {
    recorded()
    covered.dropAll()
    play(covered)
    const { hits, told } = recorded()
    const isTold = new Set(told)
    return Object.entries(hits).flatMap(([id, count]) => (alive.has(id) ? [[id, count, isTold.has(id)]] : []))
  }

  return {
    /** Mutants that are alive and that this reaches. */
    reached: (play) => reachedBy(play).map(([id]) => id),

    /** Takes the mutants that this notices out of those alive: its answers, how many they were, and whom else it reaches. */
    judge(play, aimedAt) {
      mutated.dropAll()
      const answers = play(mutated)
      const text = answers.join('\n')
      const reached = reachedBy(play)
      const dead = reached
        .filter(([id, , isTold]) => isTold && isTried(id, aimedAt))
        .filter(([id, hits]) => isNoticed(mutated, play, { id, hits, text }))
      for (const [id] of dead) alive.delete(id)
      return { answers, dead: dead.length, reached: reached.map(([id]) => id).filter((id) => alive.has(id)) }
    },
  }
}
