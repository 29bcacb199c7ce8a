/** The user whom a request names, before it is read: only then does a file of people have to be searched for one. */
export function personIn(request: unknown): readonly string[] {
  const userId = fieldOf(fieldOf(request, 'signinidentity'), 'userid')
  return typeof userId === 'string' ? [userId] : []
}

function fieldOf(value: unknown, name: string): unknown {
  return Object.entries(Object(value)).find(([key]) => key.toLowerCase() === name)?.[1]
}
