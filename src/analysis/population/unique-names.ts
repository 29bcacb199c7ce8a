import type { SourceRange } from '../../source/text/source-text.ts'
import type { FoundProblems } from './found-problems.ts'
import { nameList } from './name-list.ts'

/** Reads files again, with each name and its location. */
export type EachName = (take: (name: string, at: () => SourceRange) => void) => void

/** Names of one kind that must be unique. */
export interface UniqueNames {
  /** Adds a name, ignoring case and surrounding blanks; an empty name is ignored. */
  readonly add: (name: string) => void
  /** Reports duplicates; reads the file again only if there may be some. */
  readonly confirm: (found: FoundProblems, eachName: EachName) => void
}

/** An empty list of names of a kind: `user`, `user id`. */
export function uniqueNames(kind: string): UniqueNames {
  const names = nameList()
  return {
    add: (name) => {
      const trimmed = name.trim()
      if (trimmed !== '') names.add(trimmed)
    },
    confirm: (found, eachName) => {
      const looksRepeated = names.repeated()
      if (looksRepeated === undefined) return
      const first = new Map<string, SourceRange>()
      eachName((untrimmed, at) => {
        const name = untrimmed.trim()
        if (name === '' || !looksRepeated(name)) return
        const before = first.get(name.toLowerCase())
        if (before === undefined) first.set(name.toLowerCase(), at())
        else
          found.add([{ code: 'TEN-3', args: { kind, name }, at: at(), related: [{ at: before, note: 'first-given' }] }])
      })
    },
  }
}
