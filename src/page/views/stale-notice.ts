import { listed } from '../../report/wording/phrasing.ts'
import { h } from '../parts/dom.ts'
import { button } from '../parts/fields.ts'
import { stateOf } from '../state/address.ts'
import type { App } from '../state/app.ts'
import { stageAt } from '../state/stages.ts'
import { staleNames } from '../state/stale-link.ts'

/** Says that the link by which the page was opened names something that is gone; empty while it does not. */
export function staleNotice({ base, damaged, data, first }: App): HTMLElement {
  const place = h('aside', { 'aria-label': 'About the link' })
  const dismiss = (): HTMLElement => button('Dismiss', () => place.replaceChildren(), { key: 'dismiss' })
  const show = (): void => {
    if (damaged) {
      const words = 'The text in this link cannot be read; the file is shown as it came. '
      place.replaceChildren(h('p', { class: 'stale-link', role: 'status' }, words, dismiss()))
      return
    }
    const { stage } = stateOf(location.hash, first)
    const gone = stage > 0 && stageAt(data, stage) === undefined ? [`stage ${stage}`] : []
    const names = [...staleNames(location.hash, base), ...gone]
    if (names.length === 0) return
    const words = listed(names.map((name) => `“${name}”`))
    place.replaceChildren(
      h(
        'p',
        { class: 'stale-link', role: 'status' },
        'This link no longer fits the file: there is no ',
        h('bdi', {}, words),
        '. What it names is left out. ',
        dismiss(),
      ),
    )
  }
  window.addEventListener('popstate', show)
  show()
  return place
}
