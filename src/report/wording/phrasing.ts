/** Items in a sentence: "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`
}

/** The text with its first letter large, as a sentence wants it. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
