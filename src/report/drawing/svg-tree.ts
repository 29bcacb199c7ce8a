import { neutralizeLines } from '../../source/text/neutralize.ts'

/** One SVG element; serialization and DOM construction escape it, so text can never become markup. */
export interface SvgElement {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (SvgElement | string)[]
}

type AttributeValue = string | number | undefined

/** Creates an element; numbers are rounded to two decimals, attributes without a value are omitted. */
export function svgElement(
  tag: string,
  attributes: Readonly<Record<string, AttributeValue>>,
  ...children: readonly (SvgElement | string)[]
): SvgElement {
  const set: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) set[name] = typeof value === 'number' ? String(Math.round(value * 100) / 100) : value
  return { tag, attributes: set, children }
}

// Characters that XML does not allow, even escaped.
const forbidden = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu

/** Escapes text for markup and quoted attributes in HTML and XML, and for display order. */
export function escapeMarkup(text: string): string {
  return neutralizeLines(text.replace(forbidden, '\ufffd'))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** Serializes the drawing. */
export function svgText({ tag, attributes, children }: SvgElement): string {
  const set = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`)
  if (children.length === 0) return `<${tag}${set.join('')}/>`
  const inner = children.map((child) => (typeof child === 'string' ? escapeMarkup(child) : svgText(child)))
  return `<${tag}${set.join('')}>${inner.join('')}</${tag}>`
}
