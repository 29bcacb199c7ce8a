import type { Diagnostic, Loaded } from '../source/diagnostic.ts'
import { loadedOf } from '../source/diagnostic.ts'
import type { SourceReader } from '../source/source-reader.ts'
import type { Tenant, User } from '../tenant/tenant.ts'
import type { UserName } from '../vocabulary/requests.ts'
import { readPopulationFile } from './population-file.ts'
import { type AlsoRelevant, type RelevantNames, relevantNames } from './relevant-names.ts'
import type { UserClass } from './results.ts'
import { signatureOf, traitsOf } from './user-signature.ts'

/** A tenant of which one user stands for all who are alike. */
export interface Population {
  /** The tenant with the representatives as its only users; every sign-in of a class is a sign-in of this tenant. */
  readonly tenant: Tenant
  readonly classes: readonly UserClass[]
  readonly users: number
  /** What a population file says of each representative, by index of the class. */
  readonly records: ReadonlyMap<number, unknown>
}

/** How a population is gone through. */
export interface PopulationOptions {
  /** People who are to have a class of their own, by any of their names. */
  readonly people?: readonly string[]
  /** Groups and roles whose members are to be told apart, besides those that the tenant names. */
  readonly memberships?: Omit<AlsoRelevant, 'people'>
  /** Keeps the names of all members of a population file too. */
  readonly keepMembers?: boolean
  /** Told now and then how many users have been read. */
  readonly onProgress?: (users: number) => void
  /** Called with every user principal name and display name in a population file. */
  readonly onName?: (name: string) => void
  /** Told of each user and the index of the user's class. */
  readonly onUser?: (user: UserName, index: number) => void
}

/** A class in the making. */
export interface OpenClass {
  readonly index: number
  readonly user: User
  readonly traits: Readonly<Record<string, string>>
  readonly members: string[] | undefined
  /** What a population file says of the user. */
  readonly record?: unknown
  size: number
}

/** Puts users into classes. */
export interface Classifier {
  readonly classes: readonly OpenClass[]
  readonly relevant: RelevantNames
  /** The class of a user, made when this is its first member; it does not count the user. */
  readonly classOf: (user: User, record?: unknown) => OpenClass
}

function classifier(relevant: RelevantNames, keepMembers: boolean): Classifier {
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

/** Counts a user into a class. */
export function countUser(into: OpenClass, name: UserName, onUser: PopulationOptions['onUser']): void {
  into.size += 1
  into.members?.push(name)
  onUser?.(name, into.index)
}

const alsoRelevant = ({ people, memberships }: PopulationOptions): AlsoRelevant => ({
  ...memberships,
  ...(people === undefined ? {} : { people }),
})

/** The users of a tenant, in its file or beside it, reduced to classes of users whose sign-ins end alike. */
export function populationOf(
  tenant: Tenant,
  reader?: SourceReader,
  options: PopulationOptions = {},
): Loaded<Population> {
  const beside = tenant.population !== undefined
  const made = classifier(relevantNames(tenant, alsoRelevant(options)), !beside || options.keepMembers === true)
  const diagnostics: Diagnostic[] = []
  for (const user of tenant.users.values()) countUser(made.classOf(user), user.userPrincipalName, options.onUser)
  if (beside) diagnostics.push(...readPopulationFile(tenant, reader, made, options))
  const users = new Map(made.classes.map(({ user }) => [user.userPrincipalName, user]))
  const classes = made.classes.map(({ index, user, traits, members, size }) => ({
    index,
    representative: user.userPrincipalName,
    size,
    traits,
    ...(members === undefined ? {} : { members }),
  }))
  const { population: _file, ...rest } = tenant
  const total = classes.reduce((sum, { size }) => sum + size, 0)
  const records = new Map(made.classes.flatMap(({ index, record }) => (record === undefined ? [] : [[index, record]])))
  return loadedOf({ tenant: { ...rest, users }, classes, users: total, records }, diagnostics)
}
