import type { SourceRange } from '../../source/text/source-text.ts'
import { type Draft, state } from '../records/draft.ts'
import { detached, oneSpelling } from '../records/stated-people.ts'
import { cellOf, type PersonRow } from './person-row.ts'

/** A row that states a user's group. */
export interface Membership {
  readonly group: string
  readonly groupId?: string
  readonly member: string
  readonly at: SourceRange
}

/** The membership that a row states: with a separate column for the group. */
export function membershipOf(row: PersonRow): Membership | undefined {
  const group = cellOf(row, 'group') ?? cellOf(row, 'groupId')
  const member = cellOf(row, 'userPrincipalName') ?? cellOf(row, 'member') ?? cellOf(row, 'id')
  if (typeof group !== 'string' || typeof member !== 'string') return undefined
  const groupId = cellOf(row, 'groupId')
  return { group, ...(typeof groupId === 'string' ? { groupId } : {}), member, at: row.view.record.at }
}

/** Groups in the making, by id, or by name where there is no id. */
export type GroupsOfRows = Map<string, { name: string; id?: string; at: SourceRange; members: Map<string, string> }>

/** What a member takes beside two texts, in bytes of memory, measured. */
const ofMember = 150

/**
 * Notes the membership that a row states; of two spellings of a name one counts, in whatever order they come. The
 * result is how much memory it takes.
 */
export function noteMembership(groups: GroupsOfRows, { group, groupId, member, at }: Membership): number {
  const key = (groupId ?? group).toLowerCase()
  const known = groups.get(key)
  const own = known ?? { name: group, ...(groupId === undefined ? {} : { id: groupId }), at, members: new Map() }
  if (known === undefined) groups.set(detached(key), own)
  own.name = oneSpelling(own.name, group)
  const name = detached(member.toLowerCase())
  const spelled = own.members.get(name)
  const next = member === name ? name : detached(member)
  own.members.set(name, spelled === undefined ? next : oneSpelling(spelled, next))
  return spelled === undefined ? ofMember + 2 * name.length : 0
}

/** Groups with all members that rows name: a member list is taken as complete. */
export function groupsOfRows(draft: Draft, groups: GroupsOfRows): void {
  for (const { name, id, at, members } of groups.values()) {
    const path = ['groups', name]
    state(draft, [...path, 'id'], id, at)
    state(draft, [...path, 'members'], [...members.values()].sort(), at)
  }
}
