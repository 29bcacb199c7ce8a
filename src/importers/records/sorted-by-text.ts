import { compareText } from '../canonical.ts'
import { many } from '../many.ts'

/** A number that depends on each character of a text (FNV-1a, 32 bits). */
function numberOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Items in an order that depends on their texts alone; of very many items the texts are not kept. */
export function sortedByText<Item>(items: readonly Item[], textOf: (item: Item) => string): readonly Item[] {
  if (items.length <= many)
    return items
      .map((item) => ({ item, text: textOf(item) }))
      .sort((one, other) => compareText(one.text, other.text))
      .map(({ item }) => item)
  const numbers = Uint32Array.from(items, (item) => numberOf(textOf(item)))
  const order = Uint32Array.from(items, (_, index) => index).sort((one, other) => {
    const difference = (numbers[one] ?? 0) - (numbers[other] ?? 0)
    const [first, second] = [items[one], items[other]]
    if (difference !== 0 || first === undefined || second === undefined) return difference
    return compareText(textOf(first), textOf(second))
  })
  return Array.from(order, (index) => items[index]).filter((item) => item !== undefined)
}
