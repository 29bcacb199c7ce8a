import type { SvgElement } from '../../report/drawing/svg-tree.ts'
import { neutralizeLines } from '../../source/text/neutralize.ts'

/** What an element can hold; nothing is left out of it. */
export type Child = Node | string | undefined | false | readonly Child[]

type Value = string | number | boolean | undefined | ((event: Event) => void)

/** Attributes by name; a function listens to the event after `on`. A value of false or undefined is no attribute. */
export type Attributes = Readonly<Record<string, Value>>

/** Makes an element. Text is always text: there is no way from a string to markup here. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice('on'.length), value)
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value))
  }
  append(element, children)
  return element
}

/** Text in its own order: no mark in a name turns what is next to it. */
const shownText = (text: string): Text => document.createTextNode(neutralizeLines(text))

function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined || child === false) continue
    if (typeof child === 'string') parent.appendChild(shownText(child))
    else if (child instanceof Node) parent.appendChild(child)
    else append(parent, child)
  }
}

/** A drawing as elements of the page. */
export function drawn({ tag, attributes, children }: SvgElement): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [name, value] of Object.entries(attributes)) if (name !== 'xmlns') element.setAttribute(name, value)
  for (const child of children) element.appendChild(typeof child === 'string' ? shownText(child) : drawn(child))
  return element
}

/** Replaces what an element holds; the focus stays on the control of the same `data-key`, and so does the scroll. */
export function refill(element: HTMLElement, ...children: readonly Child[]): void {
  const active = document.activeElement
  const key = active instanceof HTMLElement && element.contains(active) ? active.dataset['key'] : undefined
  const { scrollTop, scrollLeft } = element
  element.replaceChildren()
  append(element, children)
  element.scrollTop = scrollTop
  element.scrollLeft = scrollLeft
  if (key === undefined) return
  const again = [...element.querySelectorAll<HTMLElement>('[data-key]')].find((one) => one.dataset['key'] === key)
  again?.focus({ preventScroll: true })
}

/** A link out of the page; the address is one of the bibliography's. */
export function outside(url: string, ...children: readonly Child[]): HTMLElement {
  if (!url.startsWith('https://')) return h('span', {}, ...children)
  return h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, ...children)
}
