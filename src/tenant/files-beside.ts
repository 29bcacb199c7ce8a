import type { DocumentPath } from '../source/document/located-document.ts'
import type { UsersBeside } from './settings/users-section.ts'

/** The files that a section of users names, and where in it: those of users, then that of memberships. */
export function filesBeside({ from, memberships }: UsersBeside): readonly {
  readonly name: string
  readonly path: DocumentPath
}[] {
  const users =
    typeof from === 'string'
      ? [{ name: from, path: ['from'] }]
      : from.map((name, index) => ({ name, path: ['from', index] }))
  return memberships === undefined ? users : [...users, { name: memberships, path: ['memberships'] }]
}
