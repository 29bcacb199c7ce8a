import { drawingStyleOf } from './drawing-style.ts'
import type { SvgElement } from './svg-tree.ts'
import { textExtent } from './text-extent.ts'

/** A rectangle of a drawing. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** One line of text as it is drawn, and the shape that has to contain it. */
export interface TextBox extends Box {
  readonly text: string
  readonly size: number
  readonly inside: Box
}

const style = drawingStyleOf('light')

/** What the style gives a class. */
function styled(name: string): { readonly size: number | undefined; readonly bold: boolean } {
  const rules = [...style.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, selector = '']) =>
    new RegExp(`^(?:svg(?:\\.sequence)? )?(?:text)?\\.${name}$`).test(selector.trim()),
  )
  const text = rules.map(([, , declared]) => declared).join(';')
  const size = /font-size:([\d.]+)px/.exec(text)?.[1]
  return { size: size === undefined ? undefined : Number(size), bold: /font-weight:[67]/.test(text) }
}

const known = new Map<string, ReturnType<typeof styled>>()
const styleOf = (name: string): ReturnType<typeof styled> => {
  const found = known.get(name) ?? styled(name)
  known.set(name, found)
  return found
}

const boxOf = ({ attributes: { x, y, width, height } }: SvgElement): Box => ({
  left: Number(x ?? 0),
  top: Number(y ?? 0),
  right: Number(x ?? 0) + Number(width),
  bottom: Number(y ?? 0) + Number(height),
})

/** Every line of text of a sequence drawing. */
export function textBoxesOf(root: SvgElement): readonly TextBox[] {
  return boxesIn(root, { ...boxOf(root), left: 0, top: 0 }, false)
}

function boxesIn(parent: SvgElement, around: Box, boldGroup: boolean): readonly TextBox[] {
  const boxes: TextBox[] = []
  let zone: Box | undefined
  const shapes = parent.children.filter((child): child is SvgElement => typeof child !== 'string')
  const rect = parent.tag === 'g' ? shapes.find(({ tag }) => tag === 'rect') : undefined
  for (const child of shapes) {
    const classes = (child.attributes['class'] ?? '').split(' ')
    if (classes.includes('zone')) zone = boxOf(child)
    else if (child.tag === 'g')
      boxes.push(...boxesIn(child, around, classes.includes('note-deciding') || classes.includes('note-leg')))
    else if (child.tag === 'text') {
      const own = rect !== undefined && !classes.includes('label') ? boxOf(rect) : around
      boxes.push(textBox(child, classes, classes.includes('zone-name') ? (zone ?? own) : own, boldGroup))
    }
  }
  return boxes
}

function textBox(element: SvgElement, classes: readonly string[], inside: Box, boldGroup: boolean): TextBox {
  const styles = classes.map(styleOf)
  const size = styles.flatMap((one) => one.size ?? [])[0] ?? 16
  const bold = boldGroup || styles.some((one) => one.bold)
  const text = element.children.join('')
  const width = textExtent(text, size, bold ? 'bold' : 'regular')
  const x = Number(element.attributes['x'])
  const y = Number(element.attributes['y'])
  const left = classes.includes('start') ? x : x - width / 2
  return { text, size, inside, left, right: left + width, top: y - size * 0.95, bottom: y + size * 0.25 }
}

/** The pairs of texts that cover each other. */
export function intersecting(boxes: readonly TextBox[]): readonly (readonly [string, string])[] {
  const sorted = [...boxes].sort((a, b) => a.top - b.top)
  return sorted.flatMap((one, index) => {
    const pairs: (readonly [string, string])[] = []
    for (let at = index + 1; at < sorted.length; at += 1) {
      const other = sorted[at]
      if (other === undefined || other.top >= one.bottom) break
      if (other.left < one.right && one.left < other.right) pairs.push([one.text, other.text])
    }
    return pairs
  })
}

/** The texts that leave their shape. */
export function leaving(boxes: readonly TextBox[]): readonly string[] {
  const out = ({ left, right, top, bottom, inside }: TextBox): boolean =>
    left < inside.left || right > inside.right || top < inside.top || bottom > inside.bottom
  return boxes.filter(out).map(({ text }) => text)
}
