/** An id of the directory. */
export const id = 'aaaaaaaa-0000-4000-8000-00000000000a'

/** An object with these properties, of which those without a value are null. */
export const of = (values: Readonly<Record<string, unknown>>, ...names: readonly string[]) =>
  Object.fromEntries(names.flatMap((name) => name.split(' ')).map((name) => [name, values[name] ?? null]))
