import { h } from '../parts/dom.ts'
import { numberText } from '../parts/numbers.ts'
import type { Look } from '../plan/crowd-plans.ts'
import type { Plan } from '../plan/plan.ts'
import type { Grouping } from './app.ts'
import type { Prepare, State } from './state.ts'
import { work } from './work.ts'

/** Groups the people that a state shows before it is set, and says how far it has come. */
export function preparing(
  base: Plan,
  looksOf: (state: State) => readonly Look[],
  grouping: Grouping,
): { readonly prepare: Prepare; readonly progress: HTMLElement } {
  const bar = h('progress', { max: 1, 'aria-label': 'Progress' })
  const words = h('span', {})
  const progress = h('div', { class: 'grouping', role: 'status', hidden: true }, words, bar)
  const tell = (share: number): void => {
    words.textContent = `Deciding the sign-ins of ${numberText(base.population.users)} users …`
    bar.value = share
    progress.hidden = false
  }
  const line = work()
  let before: State | undefined
  const prepare: Prepare = (state, ready) => {
    const group = (): void =>
      grouping.group(looksOf(state), line, {
        tell,
        ready: () => {
          progress.hidden = true
          ready()
        },
      })
    const isRead = before === undefined || (before.edits === state.edits && before.texts === state.texts)
    before = state
    if (base.crowd === undefined || isRead) return group()
    // The people are read again, which takes a moment.
    tell(0)
    setTimeout(() => before === state && group())
  }
  return { prepare, progress }
}
