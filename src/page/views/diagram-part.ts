import { sessionDiagram } from '../../report/drawing/diagram.ts'
import { drawingStyleOf } from '../../report/drawing/drawing-style.ts'
import { renderMermaid } from '../../report/drawing/mermaid.ts'
import { sequenceSvg, sequenceSvgText } from '../../report/drawing/sequence-svg.ts'
import type { Audience } from '../../report/wording/nouns.ts'
import type { Trace } from '../../trace/step.ts'
import { drawn, h } from '../parts/dom.ts'
import { button } from '../parts/fields.ts'
import type { App } from '../state/app.ts'
import type { State } from '../state/state.ts'
import { copyText } from './copy.ts'
import { pictureViewer } from './picture-viewer.ts'
import { sessionStops } from './session-stops.ts'

const audiences: readonly (readonly [Audience, string])[] = [
  ['user', 'what to type'],
  ['architect', 'the protocol'],
  ['auditor', 'the evidence'],
]

/** The sequence diagram of a session, for one of three audiences, to look at and to take along. */
export function diagramPart(app: App, { audience }: State, traces: readonly Trace[]): HTMLElement {
  const diagram = sessionDiagram(traces, { audience })
  const picture = sequenceSvg(diagram, { id: 'session-diagram', numbered: true })
  const element = drawn(picture)
  const stops = sessionStops(diagram, element, traces)
  const copy = (): void => void copyText(app, 'the Mermaid text', renderMermaid(traces, { audience }))
  const save = (): void => saveFile('session.svg', sequenceSvgText(diagram, drawingStyleOf('light')))
  const segments = audiences.map(([one, words]) => {
    const pressed = String(one === audience)
    const choose = (): void => app.store.set({ audience: one })
    return h(
      'button',
      { type: 'button', 'aria-pressed': pressed, 'data-key': `audience ${one}`, onclick: choose },
      words,
    )
  })
  return h(
    'section',
    { class: 'part diagram' },
    h(
      'div',
      { class: 'part-head' },
      h('h3', {}, 'Sequence'),
      h('div', { class: 'segments', role: 'group', 'aria-label': 'Audience' }, segments),
      h(
        'div',
        { class: 'actions' },
        button('Copy Mermaid', copy, { key: 'copy mermaid' }),
        button('Save SVG', save, { key: 'save svg' }),
      ),
    ),
    pictureViewer({ label: 'Sequence diagram', element, width: Number(picture.attributes['width']), stops }),
  )
}

/** Hands a drawing to the browser as a file. */
export function saveFile(name: string, text: string, type = 'image/svg+xml'): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  h('a', { href: url, download: name }).click()
  URL.revokeObjectURL(url)
}
