import { sizes } from '../../report/drawing/sequence-layout.ts'
import { type Child, h } from '../parts/dom.ts'
import { button } from '../parts/fields.ts'

/** One stop on the way through a picture: the parts of it that are meant, and what is to be said about them. */
export interface Stop {
  readonly parts: readonly Element[]
  readonly says: () => Child
}

/** A drawing, and its width in pixels as it is drawn. */
export interface DrawnPicture {
  readonly element: SVGElement
  readonly width: number
}

/** A picture to be looked at. */
export interface Picture {
  readonly label: string
  /** The same drawn for rooms of different width, the widest first. */
  readonly drawings: readonly [DrawnPicture, ...DrawnPicture[]]
  readonly stops?: readonly Stop[]
}

const zoomStep = 1.25
const mostZoom = 4

/** A picture that can be fitted, enlarged, moved, seen on the full screen and gone through stop by stop. */
export function pictureViewer({ label, drawings, stops }: Picture): HTMLElement {
  const place = h('div', { class: 'scroll-x viewport', tabindex: '0', role: 'region', 'aria-label': label })
  const said = h('output', { class: 'zoom-said' }, '')
  const zoom = zoomOf(place, said, drawings)
  const body = h('div', { class: 'viewer-body' })
  const bar = h(
    'div',
    { class: 'viewer-bar', role: 'toolbar', 'aria-label': `View of the ${label.toLowerCase()}` },
    button('−', () => zoom.by(1 / zoomStep), { key: 'zoom out', title: 'Smaller' }),
    said,
    button('+', () => zoom.by(zoomStep), { key: 'zoom in', title: 'Larger' }),
    button('Fit', zoom.fit, { key: 'zoom fit', title: 'The whole width' }),
    button('100 %', () => zoom.to(1), { key: 'zoom full' }),
    button('Full screen', () => enlarge(body, zoom.fit), { key: 'full screen' }),
    stops !== undefined && stops.length > 0 && stepper(place, stops),
  )
  moveByHand(place)
  body.append(bar, place)
  return h('div', { class: 'viewer' }, body)
}

interface Zoom {
  readonly to: (scale: number) => void
  readonly by: (factor: number) => void
  readonly fit: () => void
}

/** Shows the drawing that fits its place in a readable size, or the narrowest; until it is scaled, as large as fits. */
function zoomOf(place: HTMLElement, said: HTMLElement, drawings: Picture['drawings']): Zoom {
  const state = { scale: 0, shown: drawings[0] }
  const room = (): number => Math.max(1, place.clientWidth)
  const show = (): void => {
    // Below the least scale the smallest text could not be read.
    const fitting = drawings.find(({ width }) => width * sizes.leastScale <= room())
    state.shown = fitting ?? drawings[drawings.length - 1] ?? drawings[0]
    const { element, width } = state.shown
    if (element.parentElement !== place) place.replaceChildren(element)
    element.style.setProperty('--least-width', `${Math.round(width * sizes.leastScale)}px`)
    if (state.scale > 0) to(state.scale)
  }
  const to = (scale: number): void => {
    const { element, width } = state.shown
    state.scale = Math.min(mostZoom, Math.max(0.1, scale))
    element.classList.add('scaled')
    element.style.setProperty('--scaled-width', `${Math.round(width * state.scale)}px`)
    said.textContent = `${Math.round(state.scale * 100)} %`
  }
  const now = (): number =>
    state.scale > 0 ? state.scale : Math.max(sizes.leastScale, Math.min(1, room() / state.shown.width))
  const by = (factor: number): void => {
    const middle = (place.scrollLeft + room() / 2) / now()
    to(now() * factor)
    place.scrollLeft = middle * state.scale - room() / 2
  }
  const fit = (): void => {
    show()
    to(Math.min(1, room() / state.shown.width))
  }
  place.append(state.shown.element)
  new ResizeObserver(show).observe(place)
  return { to, by, fit }
}

/** Puts the picture over the whole page until it is closed; then it goes back to its place. */
function enlarge(body: HTMLElement, opened: () => void): void {
  const home = body.parentElement
  if (home === null || body.closest('dialog') !== null) {
    body.closest('dialog')?.close()
    return
  }
  const dialog = h('dialog', { class: 'full-screen', 'aria-label': 'Picture on the full screen' })
  const close = button('Close', () => dialog.close(), { kind: 'close-full', key: 'close full screen' })
  dialog.addEventListener('close', () => {
    home.append(body)
    dialog.remove()
    body.querySelector<HTMLElement>('[data-key="full screen"]')?.focus()
  })
  // The page closes the session on the same key.
  dialog.addEventListener('keydown', (event) => event.key === 'Escape' && event.stopPropagation())
  dialog.append(close, body)
  document.body.append(dialog)
  dialog.showModal()
  opened()
}

/** The picture follows the pointer that drags it. */
function moveByHand(place: HTMLElement): void {
  place.addEventListener('pointerdown', (start) => {
    if (start.button !== 0 || start.pointerType === 'touch') return
    const { scrollLeft, scrollTop } = place
    const frame = place.closest('.session') ?? place
    const top = frame.scrollTop
    const move = (event: PointerEvent): void => {
      place.scrollLeft = scrollLeft - (event.clientX - start.clientX)
      place.scrollTop = scrollTop - (event.clientY - start.clientY)
      if (place.scrollHeight <= place.clientHeight) frame.scrollTop = top - (event.clientY - start.clientY)
    }
    const stop = (): void => {
      place.classList.remove('moving')
      window.removeEventListener('pointermove', move)
    }
    place.classList.add('moving')
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', stop, { once: true })
  })
}

/** Goes from stop to stop; what is meant stands out, and what is said about it stands below. */
function stepper(place: HTMLElement, stops: readonly Stop[]): Child {
  const counter = h('output', { class: 'step-count' }, `0 of ${stops.length}`)
  const caption = h('div', { class: 'step-said', 'aria-live': 'polite', hidden: true })
  const at = { stop: -1 }
  const go = (by: number): void => {
    for (const part of stops[at.stop]?.parts ?? []) part.classList.remove('stop')
    at.stop = Math.min(stops.length - 1, Math.max(0, at.stop + by))
    const stop = stops[at.stop]
    if (stop === undefined) return
    place.classList.add('stepping')
    for (const part of stop.parts) part.classList.add('stop')
    counter.textContent = `${at.stop + 1} of ${stops.length}`
    caption.hidden = false
    caption.replaceChildren(h('div', {}, stop.says()))
    stop.parts.find(({ isConnected }) => isConnected)?.scrollIntoView({ block: 'center', inline: 'nearest' })
  }
  return [
    h(
      'span',
      { class: 'stepper', role: 'group', 'aria-label': 'Step by step' },
      button('‹', () => go(-1), { key: 'step back', title: 'The step before' }),
      counter,
      button('›', () => go(1), { key: 'step on', title: 'The next step' }),
    ),
    caption,
  ]
}
