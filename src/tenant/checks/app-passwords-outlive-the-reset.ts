import { parseInstant } from '../../source/text/parse-values.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import type { UserFile } from '../principal-file.ts'
import type { EventFile } from '../tenant-file.ts'
import type { Item, WellFormedFile } from '../well-formed-file.ts'
import type { Check } from './check.ts'

interface Happening extends Item<EventFile> {
  readonly at: Instant
}

const lower = (value: unknown): string => (typeof value === 'string' ? value.toLowerCase() : '')

/** The events of a user that concern secrets, in order of time. */
function happeningsOf(file: WellFormedFile, user: UserFile): readonly Happening[] {
  const names = new Set([user.userPrincipalName, user.displayName, user.id].map(lower))
  names.delete('')
  return file
    .list('events')
    .flatMap((item) => {
      const at = parseInstant(String(item.value.at))
      return at !== undefined && names.has(lower(item.value['user'])) ? [{ ...item, at }] : []
    })
    .sort((one, other) => one.at - other.at)
}

/** The app passwords by their names in lower case, after an event. */
function after(known: ReadonlyMap<string, string>, { type, ...details }: EventFile): ReadonlyMap<string, string> {
  const name = typeof details['name'] === 'string' ? details['name'] : ''
  if (type === 'app-password-created') return new Map(known).set(lower(name), name)
  if (type === 'app-passwords-deleted') return new Map()
  if (type !== 'app-password-deleted') return known
  return new Map([...known].filter(([key]) => key !== lower(name)))
}

/** Which app passwords of before a reset nobody deletes after it. */
function outliving(before: ReadonlyMap<string, string>, later: readonly Happening[]): readonly string[] {
  let left = before
  for (const { value } of later) if (value.type !== 'app-password-created') left = after(left, value)
  return [...left.values()]
}

/** A reset of the account password leaves app passwords as they are, until someone deletes them. */
export const appPasswordsOutliveTheReset: Check = (file) =>
  file.users().flatMap(({ value: user }) => {
    const happenings = happeningsOf(file, user)
    const declared = (user.appPasswords ?? []).map((one) => (typeof one === 'string' ? one : one.name))
    let known: ReadonlyMap<string, string> = new Map(declared.map((name) => [lower(name), name]))
    return happenings.flatMap(({ path, value }, index) => {
      known = after(known, value)
      const names = value.type === 'password-reset' ? outliving(known, happenings.slice(index + 1)) : []
      if (names.length === 0) return []
      const args = { user: user.userPrincipalName, names }
      return [{ code: 'TEN-14' as const, args, at: file.document.rangeOf([...path, 'type']) }]
    })
  })
