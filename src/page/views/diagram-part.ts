import { sessionDiagram } from '../../report/drawing/diagram.ts'
import { drawingStyleOf } from '../../report/drawing/drawing-style.ts'
import { renderMermaid } from '../../report/drawing/mermaid.ts'
import { sequenceSvgText } from '../../report/drawing/sequence-svg.ts'
import { type Audience, legWords } from '../../report/wording/nouns.ts'
import { capital } from '../../report/wording/phrasing.ts'
import type { Trace } from '../../trace/step.ts'
import type { LegName } from '../../vocabulary/requests.ts'
import { h } from '../parts/dom.ts'
import { button } from '../parts/fields.ts'
import type { App } from '../state/app.ts'
import type { State } from '../state/state.ts'
import { copyText } from './copy.ts'
import { pictureViewer } from './picture-viewer.ts'
import { sequencePictures } from './sequence-pictures.ts'
import { sessionStops } from './session-stops.ts'

const audiences: readonly (readonly [Audience, string])[] = [
  ['user', 'what to type'],
  ['architect', 'the protocol'],
  ['auditor', 'the evidence'],
]

/** The sequence diagram of a session, for one of three audiences, to look at and to take along. */
export function diagramPart(app: App, { audience }: State, traces: readonly Trace[]): HTMLElement {
  const folded = new Set<LegName>()
  const place = h('div', {}, viewerOf(traces, audience, folded))
  const copy = (): void => void copyText(app, 'the Mermaid text', renderMermaid(traces, { audience, folded }))
  const save = (): void =>
    saveFile('session.svg', sequenceSvgText(sessionDiagram(traces, { audience, folded }), drawingStyleOf('light')))
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
    traces.length > 1 && legsShown(traces, folded, () => place.replaceChildren(viewerOf(traces, audience, folded))),
    place,
  )
}

function viewerOf(traces: readonly Trace[], audience: Audience, folded: ReadonlySet<LegName>): HTMLElement {
  const diagram = sessionDiagram(traces, { audience, folded })
  const drawings = sequencePictures(diagram, 'session-diagram')
  const stops = sessionStops(
    diagram,
    drawings.map(({ element }) => element),
    traces,
  )
  return pictureViewer({ label: 'Sequence diagram', drawings, stops })
}

/** A button for each leg, which folds it to its outcome and unfolds it. */
function legsShown(traces: readonly Trace[], folded: Set<LegName>, redraw: () => void): HTMLElement {
  const buttons = traces.map(({ request: { leg } }) => {
    const words = capital(legWords[leg])
    const one = h('button', { type: 'button', class: 'chip', 'aria-pressed': 'true', 'data-key': `leg ${leg}` }, words)
    one.addEventListener('click', () => {
      if (!folded.delete(leg)) folded.add(leg)
      one.setAttribute('aria-pressed', String(!folded.has(leg)))
      redraw()
    })
    return one
  })
  return h('div', { class: 'legend legs-shown', role: 'group', 'aria-label': 'Legs drawn in full' }, buttons)
}

/** Hands a drawing to the browser as a file. */
export function saveFile(name: string, text: string, type = 'image/svg+xml'): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  h('a', { href: url, download: name }).click()
  URL.revokeObjectURL(url)
}
