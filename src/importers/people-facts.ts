import { sameData } from '../source/edit/change.ts'
import type { UserFile } from '../tenant/principal-file.ts'
import type { CoverageEntry } from './coverage.ts'
import type { PeopleFacts } from './fragment.ts'
import { withDispute } from './in-dispute.ts'

/** Users with the facts that other exports state about them, and a report on contradictions. */
export interface PeopleWithFacts {
  readonly users: readonly UserFile[]
  readonly coverage: readonly CoverageEntry[]
}

const factNames = ['roles', 'perUserMfaState', 'registered', 'methods'] as const

function contradicted(user: UserFile, field: string): CoverageEntry {
  const name = `users · ${user.userPrincipalName} · ${field}`
  const note = 'exports contradict each other; it stays undetermined'
  return { source: '', kind: 'value', name, status: 'not-understood', note }
}

/** The user with the facts that are stated by id or by name; fields on which exports disagree are left out. */
function toldUser(
  user: UserFile,
  { byName, areRolesKnown }: PeopleFacts,
  recorded: ReadonlySet<string>,
  coverage: CoverageEntry[],
): UserFile {
  const names = [user.id, user.userPrincipalName].flatMap((name) => name?.toLowerCase() ?? [])
  if (names.some((name) => recorded.has(name))) return user
  const facts = names.flatMap((name) => byName.get(name) ?? [])
  const told: { [key: string]: unknown } = { ...user }
  let disputes = [user, ...facts].reduce(
    (all, { exportsDisagree = {} }) =>
      Object.entries(exportsDisagree).reduce((some, [field, values]) => withDispute(some, field, values), all),
    user.exportsDisagree,
  )
  for (const field of factNames) {
    const stated = [user, ...facts].flatMap((one) => (one[field] === undefined ? [] : [one[field]]))
    if (stated.length === 0) continue
    told[field] = stated[0]
    if (stated.every((value) => sameData(value, stated[0]))) continue
    delete told[field]
    disputes = withDispute(disputes, field, stated)
    coverage.push(contradicted(user, field))
  }
  const hasRoles = user.roles !== undefined || facts.some(({ roles }) => roles !== undefined)
  if (areRolesKnown && !hasRoles) told['roles'] = []
  if (disputes !== undefined) told['exportsDisagree'] = disputes
  // The same user with additional fields.
  return told as unknown as UserFile
}

/** Adds roles, MFA states and registrations to users who are listed in a different export. */
export function withPeopleFacts(users: readonly UserFile[], people: PeopleFacts | undefined): PeopleWithFacts {
  if (people === undefined || (people.byName.size === 0 && !people.areRolesKnown)) return { users, coverage: [] }
  const coverage: CoverageEntry[] = []
  const recorded = people.recorded()
  return { users: users.map((user) => toldUser(user, people, recorded, coverage)), coverage }
}
