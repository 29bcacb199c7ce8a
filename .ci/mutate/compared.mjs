// Something that is played with a mutant and without it, compared as text.
import vm from 'node:vm'

// A mutant may never end.
const guarded = new vm.Script('playGuarded()')

/** What a play gives as text, with nothing kept of what was played before. */
export const plainly = (modules, play) => {
  modules.dropAll()
  return play(modules).join('\n')
}

/** Whether a play gives something else with a mutant than the text without it. */
export function isNoticed(modules, play, { id, hits, text }) {
  const switches = globalThis.__stryker__
  Object.assign(switches, { activeMutant: id, hitCount: 0, hitLimit: 10_000 + hits * 20 })
  globalThis.playGuarded = () => plainly(modules, play)
  try {
    return guarded.runInThisContext({ timeout: 5000 }) !== text
  } catch {
    return true
  } finally {
    switches.activeMutant = undefined
  }
}
