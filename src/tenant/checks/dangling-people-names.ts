import type { AwaitedKind, AwaitedName } from '../conditional-access/awaited-name.ts'
import { type Names, namesOf, type WellFormedFile } from '../well-formed-file.ts'
import type { Check, Use } from './check.ts'
import { undeclared } from './check.ts'

interface UseOfPeople extends Use {
  readonly kind: AwaitedKind
}

function clientUsers(file: WellFormedFile): readonly UseOfPeople[] {
  return file.list('clients').flatMap(({ path, value }) =>
    typeof value === 'string'
      ? []
      : (value.users ?? []).map((name, index) => ({
          kind: 'user' as const,
          name,
          path: [...path, 'users', index],
        })),
  )
}

function eventUsers(file: WellFormedFile): readonly UseOfPeople[] {
  return file.list('events').flatMap(({ path, value }) =>
    ['user', 'by'].flatMap((key) => {
      const name = value[key]
      return typeof name === 'string' ? [{ kind: 'user' as const, name, path: [...path, key] }] : []
    }),
  )
}

function groupMembers(file: WellFormedFile): readonly UseOfPeople[] {
  return file.list('groups').flatMap(({ path, value }) =>
    (value.members ?? []).map((name, index) => ({
      kind: 'user or group' as const,
      name,
      path: [...path, 'members', index],
    })),
  )
}

/** Every place outside policies at which a file names people. */
const usesOfPeople = (file: WellFormedFile): readonly UseOfPeople[] => [
  ...clientUsers(file),
  ...groupMembers(file),
  ...eventUsers(file),
]

function knownTo(file: WellFormedFile): (use: UseOfPeople) => Names {
  const users = file.names('users', ['userPrincipalName', 'displayName', 'id'])
  const groups = file.names('groups', ['name', 'id'])
  const both: Names = {
    ...namesOf([]),
    complete: users.complete && groups.complete,
    has: (name) => users.has(name) || groups.has(name),
    suggest: (name) => ({ ...groups.suggest(name), ...users.suggest(name) }),
  }
  return ({ kind }) => (kind === 'user' ? users : both)
}

/** The people whom clients, events and groups name exist. */
export const danglingPeopleNames: Check = (file) => {
  const known = knownTo(file)
  return usesOfPeople(file).flatMap((use) => undeclared(file, known(use), use))
}

/** The names of people outside policies that only a file of people next to the tenant can declare. */
export function awaitedPeople(file: WellFormedFile): readonly AwaitedName[] {
  const known = knownTo(file)
  return usesOfPeople(file).flatMap(({ kind, name, path }) =>
    typeof name !== 'string' || known({ kind, name, path }).has(name)
      ? []
      : [{ kind, name, at: file.document.rangeOf(path) }],
  )
}
