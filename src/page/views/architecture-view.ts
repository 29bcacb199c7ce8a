import { architecturePicture } from '../../report/drawing/architecture-picture.ts'
import type { ArchitectureView } from '../../report/drawing/architecture-view.ts'
import { drawingStyleOf } from '../../report/drawing/drawing-style.ts'
import { svgElement, svgText } from '../../report/drawing/svg-tree.ts'
import { type Child, drawn, h } from '../parts/dom.ts'
import { button } from '../parts/fields.ts'
import { type App, live } from '../state/app.ts'
import type { State } from '../state/state.ts'
import { architectureOf, linkSentence } from './architecture-of.ts'
import { saveFile } from './diagram-part.ts'
import { pictureViewer } from './picture-viewer.ts'

/** The architecture as a picture, and the same in words. */
export function architectureTab(app: App): HTMLElement {
  return live(
    app,
    h('section', { class: 'page-part' }),
    (state) => [state.edits],
    (state) => contents(app, state),
    'architecture',
  )
}

function contents(app: App, state: State): Child {
  const plan = app.plan(state)
  const view = architectureOf(plan.tenant, plan.population.users)
  const picture = architecturePicture(view)
  const save = (): void => {
    const children = [
      svgElement('style', {}, drawingStyleOf('light')),
      svgElement('rect', { class: 'ground', width: '100%', height: '100%' }),
      ...picture.children,
    ]
    saveFile('architecture.svg', svgText({ ...picture, children }))
  }
  return [
    h('div', { class: 'part-head' }, h('h2', {}, 'Architecture'), button('Save SVG', save, { key: 'save picture' })),
    pictureViewer({
      label: 'Architecture',
      element: drawn(picture),
      width: Number(picture.attributes['width']),
      leastScale: 0.75,
    }),
    inWords(view),
  ]
}

/** The same in words. */
function inWords(view: ArchitectureView): HTMLElement {
  return h(
    'details',
    { class: 'in-words' },
    h('summary', {}, 'As text'),
    view.zones
      .filter(({ boxes }) => boxes.length > 0)
      .map(({ name, boxes }) => [
        h('h3', {}, name),
        h(
          'ul',
          {},
          boxes.map((box) =>
            h('li', {}, h('b', {}, h('bdi', {}, box.name)), box.facts.length > 0 && `: ${box.facts.join('; ')}`),
          ),
        ),
      ]),
    h('h3', {}, 'Connections'),
    h(
      'ul',
      {},
      linkSentence(view).map((sentence) => h('li', {}, sentence)),
    ),
  )
}
