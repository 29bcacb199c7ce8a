import type { Member } from '../../classes/user-sets.ts'
import type { User } from '../../tenant/tenant.ts'
import type { UserName } from '../../vocabulary/requests.ts'
import type { AlsoRelevant, RelevantNames } from './relevant-names.ts'

/** Options for reading a population. */
export interface PopulationOptions {
  /** People who need a class of their own, by any of their names. */
  readonly people?: readonly string[]
  /** Groups and roles to distinguish members by, in addition to those that the tenant names. */
  readonly memberships?: Omit<AlsoRelevant, 'people'>
  /** Also keep the names of all members of a population file. */
  readonly keepMembers?: boolean
  /** Called periodically with the number of users read. */
  readonly onProgress?: (users: number) => void
  /** Called with every user principal name and display name in a population file. */
  readonly onName?: (name: string) => void
  /** Called with each user and the index of the user's class. */
  readonly onUser?: (user: UserName, index: number) => void
  /** Called with the data recorded for each user and the index of the user's class. */
  readonly onMember?: (index: number, member: Member) => void
}

/** A class under construction. */
export interface OpenClass {
  readonly index: number
  readonly user: User
  readonly traits: Readonly<Record<string, string>>
  readonly members: string[] | undefined
  /** The population record of the user. */
  readonly record?: unknown
  size: number
}

/** Assigns users to classes. */
export interface Classifier {
  readonly classes: readonly OpenClass[]
  readonly relevant: RelevantNames
  /** The class of a user, created for its first member; does not count the user. */
  readonly classOf: (user: User, record?: unknown) => OpenClass
}

/** Adds a user to a class. */
export function countUser(into: OpenClass, name: UserName, onUser: PopulationOptions['onUser']): void {
  into.size += 1
  into.members?.push(name)
  onUser?.(name, into.index)
}

/** The data recorded for a user of the file itself. */
export function memberOf({ userPrincipalName: name, displayName, groups }: User): Member {
  return { name, displayName: displayName === name ? undefined : displayName, groups: [...(groups ?? [])] }
}
