import type { Member } from '../../classes/user-sets.ts'
import type { User } from '../../tenant/tenant.ts'
import type { UserName } from '../../vocabulary/requests.ts'
import type { AlsoRelevant, RelevantNames } from './relevant-names.ts'

/** How a population is gone through. */
export interface PopulationOptions {
  /** People who are to have their own class, by any of their names. */
  readonly people?: readonly string[]
  /** Groups and roles whose members are to be distinguished, besides those that the tenant names. */
  readonly memberships?: Omit<AlsoRelevant, 'people'>
  /** Keeps the names of all members of a population file too. */
  readonly keepMembers?: boolean
  /** Called now and then with how many users have been read. */
  readonly onProgress?: (users: number) => void
  /** Called with every user principal name and display name in a population file. */
  readonly onName?: (name: string) => void
  /** Called with each user and the index of the user's class. */
  readonly onUser?: (user: UserName, index: number) => void
  /** Called with what is taken down of each user and the index of the user's class. */
  readonly onMember?: (index: number, member: Member) => void
}

/** A class in the making. */
export interface OpenClass {
  readonly index: number
  readonly user: User
  readonly traits: Readonly<Record<string, string>>
  readonly members: string[] | undefined
  /** What a population file says about the user. */
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

/** Counts a user into a class. */
export function countUser(into: OpenClass, name: UserName, onUser: PopulationOptions['onUser']): void {
  into.size += 1
  into.members?.push(name)
  onUser?.(name, into.index)
}

/** What is taken down of a user of the file itself. */
export function memberOf({ userPrincipalName: name, displayName, groups }: User): Member {
  return { name, displayName: displayName === name ? undefined : displayName, groups: [...(groups ?? [])] }
}
