import type { Diagnostic, Loaded } from '../../source/diagnostics/diagnostic.ts'
import { hasErrors, loadedOf } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { groupsOf } from '../../tenant/group-membership.ts'
import { type NamesOf, settleNames } from '../../tenant/settle-names.ts'
import type { Tenant, User } from '../../tenant/tenant.ts'
import { type Classifier, countUser, type OpenClass, type PopulationOptions } from './classes.ts'
import { readPopulationFiles } from './files.ts'
import { type Memberships, readMemberships } from './memberships.ts'
import { isSeen, nobodySeen, type PeopleSeen } from './people-seen.ts'
import { type AlsoRelevant, type RelevantNames, relevantNames } from './relevant-names.ts'
import type { UserClass } from './results.ts'
import { signatureOf, traitsOf } from './user-signature.ts'

/** A tenant of which one user represents all equal users. */
export interface Population {
  /** The tenant with the representatives as its only users; every sign-in of a class is a sign-in of this tenant. */
  readonly tenant: Tenant
  readonly classes: readonly UserClass[]
  readonly users: number
  /** What a population file says about each representative, by index of the class. */
  readonly records: ReadonlyMap<number, unknown>
}

/** Puts users into classes of which everything relevant is equal. */
export function classifier(relevant: RelevantNames, keepMembers: boolean): Classifier {
  const classes: OpenClass[] = []
  const bySignature = new Map<string, OpenClass>()
  const classOf = (user: User, record?: unknown): OpenClass => {
    const traits = traitsOf(user, relevant)
    const signature = signatureOf(traits)
    const known = bySignature.get(signature)
    if (known !== undefined) return known
    const made = { index: classes.length, user, traits, members: keepMembers ? [] : undefined, record, size: 0 }
    classes.push(made)
    bySignature.set(signature, made)
    return made
  }
  return { classes, relevant, classOf }
}

const alsoRelevant = ({ people, memberships }: PopulationOptions): AlsoRelevant => ({
  ...memberships,
  ...(people === undefined ? {} : { people }),
})

/** Most names of people that a suggestion is searched for among. */
const mostSuggestible = 200_000

/** Names of people in the files beside the tenant, to suggest one of. */
export function namesInFiles(tenant: Tenant, reader: SourceReader | undefined): readonly string[] {
  const names: string[] = []
  const relevant = relevantNames(tenant)
  const onName = (name: string): void => {
    if (names.length < mostSuggestible) names.push(name)
  }
  readPopulationFiles(tenant, reader, classifier(relevant, false), nobodySeen(tenant, relevant), { onName })
  return names
}

/** Names to suggest one of, by kind: for those of people the file is read again. */
function suggestible(tenant: Tenant, reader: SourceReader | undefined, { groups, programs }: PeopleSeen): NamesOf {
  const groupNames = [...groups]
  const programNames = [...programs]
  let people: readonly string[] | undefined
  return (kind) => {
    if (kind === 'group') return groupNames
    if (kind === 'service principal') return programNames
    people ??= namesInFiles(tenant, reader)
    return people
  }
}

/** The tenant with every name that its policies use taken for what the people who were seen make of it. */
export function withNamesSettled(
  tenant: Tenant,
  reader: SourceReader | undefined,
  seen: PeopleSeen,
  diagnostics: Diagnostic[],
): Tenant {
  if (tenant.population === undefined || hasErrors(diagnostics)) return tenant
  const settled = settleNames(tenant, (one) => isSeen(one, seen), suggestible(tenant, reader, seen))
  diagnostics.push(...settled.diagnostics)
  return settled.tenant
}

/** Reads everyone next to the tenant file, and reports whom the file of memberships names beyond them. */
export function readPeople(
  tenant: Tenant,
  reader: SourceReader | undefined,
  into: Classifier,
  seen: PeopleSeen,
  options: PopulationOptions,
  memberships: Memberships | undefined,
): readonly Diagnostic[] {
  const found = readPopulationFiles(tenant, reader, into, seen, options, memberships)
  if (memberships === undefined) return found
  for (const name of groupsOf(tenant.surroundings.groups, [], memberships.groupNames)) seen.groups.add(name)
  // Rows with mistakes have members in them who are not met.
  return hasErrors(found) ? found : [...found, ...memberships.unmet(() => namesInFiles(tenant, reader))]
}

/** The users of a tenant, in its file or next to it, reduced to classes of users with the same sign-in outcomes. */
export function populationOf(
  written: Tenant,
  reader?: SourceReader,
  options: PopulationOptions = {},
): Loaded<Population> {
  const { tenant, memberships, diagnostics: ofMemberships } = readMemberships(written, reader)
  const beside = tenant.population !== undefined
  const relevant = relevantNames(tenant, alsoRelevant(options))
  const made = classifier(relevant, !beside || options.keepMembers === true)
  const seen = nobodySeen(tenant, relevant)
  const diagnostics: Diagnostic[] = [...ofMemberships]
  for (const user of tenant.users.values()) countUser(made.classOf(user), user.userPrincipalName, options.onUser)
  if (beside) diagnostics.push(...readPeople(tenant, reader, made, seen, options, memberships))
  const users = new Map(made.classes.map(({ user }) => [user.userPrincipalName, user]))
  const classes = made.classes.map(({ index, user, traits, members, size }) => ({
    index,
    representative: user.userPrincipalName,
    size,
    traits,
    ...(members === undefined ? {} : { members }),
  }))
  const { population: _file, ...rest } = withNamesSettled({ ...tenant, users }, reader, seen, diagnostics)
  const total = classes.reduce((sum, { size }) => sum + size, 0)
  const records = new Map(made.classes.flatMap(({ index, record }) => (record === undefined ? [] : [[index, record]])))
  return loadedOf({ tenant: { ...rest, users }, classes, users: total, records }, diagnostics)
}
