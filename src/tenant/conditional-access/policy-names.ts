import { isMapping } from '../../vocabulary/mapping.ts'
import { type GraphField, textOf } from './graph-reader.ts'
import { nameOfEntry } from './read-strengths.ts'

function textAt(entry: GraphField, wanted: string): string | undefined {
  const fields = isMapping(entry.value) ? Object.entries(entry.value) : []
  return textOf(fields.flatMap(([key, value]) => (key.toLowerCase() === wanted ? [{ value, path: [] }] : []))[0])
}

/** The display name of a policy, otherwise its id, otherwise its place in the list. */
export function displayNameOf(entry: GraphField): string {
  return textAt(entry, 'displayname') ?? textAt(entry, 'id') ?? `policy ${nameOfEntry(entry)}`
}

/** A name for each policy that no other one has: several of one display name are distinguished by id, otherwise by number. */
export function policyNames(entries: readonly GraphField[]): readonly string[] {
  const shown = entries.map(displayNameOf)
  const count = new Map<string, number>()
  for (const name of shown) count.set(name.toLowerCase(), (count.get(name.toLowerCase()) ?? 0) + 1)
  const taken = new Set(shown.filter((name) => count.get(name.toLowerCase()) === 1).map((name) => name.toLowerCase()))
  return entries.map((entry, index) => {
    const name = shown[index] ?? ''
    if (count.get(name.toLowerCase()) === 1) return name
    const id = textAt(entry, 'id')
    for (let number = 1; ; number += 1) {
      const mark = id === undefined ? `${number}` : number === 1 ? id : `${id}, ${number}`
      const made = `${name} (${mark})`
      if (taken.has(made.toLowerCase())) continue
      taken.add(made.toLowerCase())
      return made
    }
  })
}
