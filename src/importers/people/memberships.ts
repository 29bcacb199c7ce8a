import type { SourceRange } from '../../source/text/source-text.ts'
import { type Draft, state } from '../records/draft.ts'
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

/** Groups with all members that rows name: a member list is taken as complete. */
export function groupsOfRows(draft: Draft, memberships: readonly Membership[]): void {
  const groups = new Map<string, Membership[]>()
  for (const one of memberships) {
    const key = (one.groupId ?? one.group).toLowerCase()
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [one])
    else known.push(one)
  }
  for (const [first, ...others] of groups.values()) {
    if (first === undefined) continue
    const members = new Map([first, ...others].map(({ member }) => [member.toLowerCase(), member]))
    const path = ['groups', first.group]
    state(draft, [...path, 'id'], first.groupId, first.at)
    state(draft, [...path, 'members'], [...members.values()].sort(), first.at)
  }
}
