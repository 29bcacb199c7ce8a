import { applicationOf } from '../catalog/applications.ts'
import { roleOf } from '../catalog/roles.ts'
import type { TenantFile } from '../tenant/tenant-file.ts'
import { isMapping } from '../vocabulary/mapping.ts'

/** A keyed hash of a text, in hexadecimal; the same key gives the same pseudonyms in every import. */
export type KeyedHash = (text: string) => string

/** Replaces names and ids of people, groups, domains and the tenant everywhere. */
export interface Pseudonyms {
  readonly ofValue: <Value>(value: Value) => Value
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** Ids that are equal in every tenant, and therefore not identifying. */
const isWellKnown = (id: string): boolean =>
  id.startsWith('00000000-0000-0000-0000-') || roleOf(id) !== undefined || applicationOf(id) !== undefined

function hashedGuid(hash: KeyedHash, id: string): string {
  const digits = hash(id)
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-')
}

/** Keys whose values are names and ids; format keywords elsewhere are kept, even if a group has the same name. */
const namesSomething =
  /^(?:name|displayName|description|userPrincipalName|id|.*TenantId|tenantId|members|groups|identityProvider|(?:in|ex)clude(?!UserActions|Platforms).*|.*Uri|rule|note|source|setting|values)$/i
const hasAddress = /[@.]/
/** Policy keywords for everyone and no one. */
const reserved = /^(?:all|none|guestsOrExternalUsers|allTrusted|office365|microsoftAdminPortals|internet)$/i

const shortHash = (hash: KeyedHash, text: string): string => hash(text.toLowerCase()).slice(0, 8)

/** The pseudonym of a user principal name, stable for a given key. */
export function pseudonymOfPerson(hash: KeyedHash, userPrincipalName: string): string {
  const [, domain = ''] = /@([^@]*)$/.exec(userPrincipalName) ?? []
  return `u${shortHash(hash, userPrincipalName)}@d${shortHash(hash, domain)}.example`
}

/** Names and their pseudonyms, by name in lower case. */
function dictionaryOf(file: TenantFile, hash: KeyedHash): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  const add = (name: string | undefined, pseudonym: (digits: string) => string): void => {
    if (name === undefined || name.trim() === '' || reserved.test(name)) return
    if (!words.has(name.toLowerCase())) words.set(name.toLowerCase(), pseudonym(hash(name.toLowerCase()).slice(0, 8)))
  }
  add(file.name, (digits) => `Tenant ${digits}`)
  for (const { name } of file.domains ?? []) add(name, (digits) => `d${digits}.example`)
  for (const user of Array.isArray(file.users) ? file.users : []) {
    add(user.userPrincipalName, () => pseudonymOfPerson(hash, user.userPrincipalName))
    add(user.displayName, (digits) => `Person ${digits}`)
  }
  for (const { name } of file.groups ?? []) add(name, (digits) => `Group ${digits}`)
  for (const { name } of file.devices ?? []) add(name, (digits) => `Device ${digits}`)
  return words
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Pseudonyms for the names and ids of a file, using a key that only its creator has. */
export function pseudonyms(file: TenantFile, hash: KeyedHash): Pseudonyms {
  const words = dictionaryOf(file, hash)
  // A short name may be a part of any word.
  const inside = [...words.keys()].filter((word) => /[@.]/.test(word) || word.length > 5)
  const longestFirst = inside.sort((one, other) => other.length - one.length).map(escaped)
  const pattern = longestFirst.length === 0 ? undefined : new RegExp(longestFirst.join('|'), 'gi')
  const address = /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g
  const elsewhere = (found: string): string =>
    found.endsWith('.example') ? found : `u${hash(found.toLowerCase()).slice(0, 8)}@elsewhere.example`
  const ofText = (text: string): string => {
    if (guid.test(text)) return isWellKnown(text.toLowerCase()) ? text : hashedGuid(hash, text.toLowerCase())
    const whole = words.get(text.toLowerCase())
    if (whole !== undefined) return whole
    const named =
      pattern === undefined ? text : text.replace(pattern, (found) => words.get(found.toLowerCase()) ?? found)
    return named.replace(address, elsewhere)
  }
  const replace = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return namesSomething.test(key) || hasAddress.test(value) ? ofText(value) : value
    if (Array.isArray(value)) return value.map((item) => replace(item, key))
    if (!isMapping(value)) return value
    return Object.fromEntries(Object.entries(value).map(([own, part]) => [own, replace(part, own)]))
  }
  // Texts are replaced by texts, so the form stays.
  return { ofValue: <Value>(value: Value) => replace(value, 'name') as Value }
}
