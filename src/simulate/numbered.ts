/** Numbers for objects: those of which the same is said have the same number, in the order in which they are met. */
export function numbered<T extends object>(textOf: (one: T) => string): (one: T) => number {
  const numbers = new Map<string, number>()
  const known = new Map<T, number>()
  return (one) => {
    const found = known.get(one)
    if (found !== undefined) return found
    const text = textOf(one)
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    known.set(one, number)
    return number
  }
}
