import type { Diagnostic, Loaded } from '../../source/diagnostics/diagnostic.ts'
import { hasErrors, loadedOf } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { groupsOf } from '../../tenant/group-membership.ts'
import { type NamesOf, settleNames } from '../../tenant/settle-names.ts'
import type { Tenant, User } from '../../tenant/tenant.ts'
import { accountOf, type Classifier, countUser, type OpenClass, type PopulationOptions } from './classes.ts'
import { readPopulationFiles } from './files.ts'
import { type Memberships, readMemberships } from './memberships.ts'
import { isSeen, nobodySeen, type PeopleSeen } from './people-seen.ts'
import { type AlsoRelevant, type RelevantNames, relevantNames } from './relevant-names.ts'
import type { UserClass } from './results.ts'
import { signatureOf, traitsOf } from './user-signature.ts'

/** A tenant in which one user represents all equivalent users. */
export interface Population {
  /** The tenant with the representatives as its only users; a class signs in as its representative. */
  readonly tenant: Tenant
  readonly classes: readonly UserClass[]
  readonly users: number
  /** The population record of each representative, by class index. */
  readonly records: ReadonlyMap<number, unknown>
}

/** Assigns users to classes with equal relevant properties. */
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

/** Maximum number of names to search for a suggestion. */
const mostSuggestible = 200_000

/** Names of people in the files of the tenant, for suggestions. */
export function namesInFiles(tenant: Tenant, reader: SourceReader | undefined): readonly string[] {
  const names: string[] = []
  const relevant = relevantNames(tenant)
  const onName = (name: string): void => {
    if (names.length < mostSuggestible) names.push(name)
  }
  readPopulationFiles(tenant, reader, classifier(relevant, false), nobodySeen(tenant, relevant), { onName })
  return names
}

/** Names for suggestions, by kind; reads the population file again for names of people. */
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

/** The tenant with every name in its policies resolved against the people who were read. */
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

/** Reads everyone in the population files, and reports unknown members of the membership file. */
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
  // Rows with errors contain members who cannot be looked up.
  return hasErrors(found) ? found : [...found, ...memberships.unmet(() => namesInFiles(tenant, reader))]
}

/** The users of a tenant, inline or in a file, reduced to classes with the same sign-in outcomes. */
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
  for (const user of tenant.users.values())
    countUser(made.classOf(user), user.userPrincipalName, options.onUser, accountOf(user))
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
