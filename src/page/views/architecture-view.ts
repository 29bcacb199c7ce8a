import { architecturePicture } from '../../report/drawing/architecture-picture.ts'
import { type ArchitectureView, linkKey } from '../../report/drawing/architecture-view.ts'
import { drawingStyleOf } from '../../report/drawing/drawing-style.ts'
import { svgElement, svgText } from '../../report/drawing/svg-tree.ts'
import { type Child, drawn, h } from '../parts/dom.ts'
import { button } from '../parts/fields.ts'
import { architectureOf, linkSentence } from '../plan/architecture-of.ts'
import { type App, live } from '../state/app.ts'
import type { State } from '../state/state.ts'
import { work } from '../state/work.ts'
import { boxPart } from './architecture-box.ts'
import type { Route } from './architecture-trace.ts'
import { tracedPart } from './architecture-traced.ts'
import { saveFile } from './diagram-part.ts'
import { pictureViewer } from './picture-viewer.ts'

/** The architecture as a picture: a box says what the file says of it, and a sign-in is traced through it. */
export function architectureTab(app: App): HTMLElement {
  const line = work()
  const shown: { view: ArchitectureView | undefined } = { view: undefined }
  const picture = live(
    app,
    h('div', {}),
    (state) => [state.edits],
    (state) => {
      const plan = app.plan(state)
      shown.view = architectureOf(plan.tenant, plan.population.users)
      return pictureOf(app, shown.view)
    },
    'architecture',
  )
  const below = live(
    app,
    h('div', { class: 'arch-parts' }),
    (state) => [state.edits, state.cell, state.box, state.at, state.network, state.signals],
    (state) => {
      line.stop()
      const view = shown.view ?? architectureOf(app.plan(state).tenant, 0)
      const traced = tracedPart(app, state, view)
      mark(picture, traced.route, state.box)
      const box = view.zones.flatMap(({ boxes }) => boxes).find(({ id }) => id === state.box)
      return [box !== undefined && boxPart(app, state, view, box, line), traced.part]
    },
    'architecture',
  )
  const words = live(
    app,
    h('div', {}),
    (state) => [state.edits],
    (state) => inWords(shown.view ?? architectureOf(app.plan(state).tenant, 0)),
    'architecture',
  )
  return h('section', { class: 'page-part' }, picture, below, words)
}

function pictureOf(app: App, view: ArchitectureView): Child {
  const picture = architecturePicture(view)
  const save = (): void => {
    const children = [
      svgElement('style', {}, drawingStyleOf('light')),
      svgElement('rect', { class: 'ground', width: '100%', height: '100%' }),
      ...picture.children,
    ]
    saveFile('architecture.svg', svgText({ ...picture, children }))
  }
  const element = drawn(picture)
  for (const box of element.querySelectorAll<SVGElement>('[data-box]')) makeButton(app, box)
  return [
    h('div', { class: 'part-head' }, h('h2', {}, 'Architecture'), button('Save SVG', save, { key: 'save picture' })),
    h('p', { class: 'lead' }, 'Choose a box to see what the file says of it and who signs in there.'),
    pictureViewer({ label: 'Architecture', drawings: [{ element, width: Number(picture.attributes['width']) }] }),
  ]
}

function makeButton({ store }: App, box: SVGElement): void {
  const id = box.dataset['box']
  box.setAttribute('role', 'button')
  box.setAttribute('tabindex', '0')
  const choose = (): void => store.set({ box: store.get().box === id ? undefined : id })
  box.addEventListener('click', choose)
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    choose()
  })
}

/** What takes part stands out, the rest steps back; the chosen box is framed. */
function mark(picture: HTMLElement, route: Route | undefined, chosen: State['box']): void {
  picture.querySelector('svg.picture')?.classList.toggle('traced', route !== undefined)
  for (const box of picture.querySelectorAll<SVGElement>('[data-box]')) {
    const id = box.dataset['box'] ?? ''
    box.classList.toggle('on', route?.boxes.has(id) === true)
    box.classList.toggle('chosen', id === chosen)
    box.setAttribute('aria-pressed', String(id === chosen))
  }
  const on = new Set([...(route?.links ?? [])].map(linkKey))
  const firstBox = picture.querySelector('[data-box]')
  // Connections share rails: those that take part lie on top.
  for (const link of picture.querySelectorAll<SVGElement>('[data-link]'))
    if (link.classList.toggle('on', on.has(link.dataset['link'] ?? ''))) firstBox?.before(link)
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
