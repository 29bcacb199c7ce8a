import type { Member } from '../../classes/user-sets.ts'
import type { User } from '../../tenant/tenant.ts'
import type { UserName } from '../../vocabulary/requests.ts'
import type { AlsoRelevant, RelevantNames } from './relevant-names.ts'

/** The account of a user in Active Directory. */
export interface AccountName {
  readonly name: string
  /** The domain by its DNS name or the name that servers log; undefined if it is not stated. */
  readonly domain: string | undefined
}

/** The account of these names; undefined if there is none. */
export const accountNamed = (name: string | undefined, domain: string | undefined): AccountName | undefined =>
  name === undefined || name === '' ? undefined : { name, domain: domain === '' ? undefined : domain }

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
  /** Called with each user, the index of the user's class, and the account on-premises if it is stated. */
  readonly onUser?: (user: UserName, index: number, account?: AccountName) => void
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
export function countUser(
  into: OpenClass,
  name: UserName,
  onUser: PopulationOptions['onUser'],
  account?: AccountName,
): void {
  into.size += 1
  into.members?.push(name)
  onUser?.(name, into.index, account)
}

/** The account on-premises of a user of the file itself. */
export const accountOf = ({ onPremisesSamAccountName: name, onPremisesDomainName: domain }: User) =>
  accountNamed(name, domain)

/** The data recorded for a user of the file itself. */
export function memberOf({ userPrincipalName: name, displayName, groups }: User): Member {
  return { name, displayName: displayName === name ? undefined : displayName, groups: [...(groups ?? [])] }
}
