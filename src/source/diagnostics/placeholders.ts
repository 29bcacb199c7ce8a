/** A sentence with the names of its arguments in the places of their values: `<name>`. */
export function withPlaceholders(sentence: (args: never) => string): string {
  const read = new Set<string>()
  // Which arguments are lists shows when they are used: no list is tried first, then every choice of lists.
  for (let choice = 0; choice === 0 || choice < 1 << read.size; choice += 1) {
    const lists = new Set([...read].filter((_, at) => (choice & (1 << at)) !== 0))
    try {
      return sentence(placeholders(read, lists) as never)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
  throw new Error('a sentence that needs real arguments has no sample')
}

/** An object that has every property: its own name, or a list of it. */
const placeholders = (read: Set<string>, lists: ReadonlySet<string>): object =>
  new Proxy(
    {},
    {
      get(_, property) {
        const name = String(property)
        read.add(name)
        return lists.has(name) ? [`<${name}>`] : `<${name}>`
      },
    },
  )
