const places: ReadonlySet<string> = new Set(['origin', 'origins'])

/** Everything that a part of a tenant says, without the places where it says so. */
export const dataText = (part: object): string =>
  JSON.stringify(part, (key, value: unknown) => {
    if (places.has(key)) return undefined
    return value instanceof Set || value instanceof Map ? [...value] : value
  })
