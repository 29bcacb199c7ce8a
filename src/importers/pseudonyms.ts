import { applicationOf } from '../catalog/applications.ts'
import { roleOf } from '../catalog/roles.ts'
import type { TenantFile } from '../tenant/tenant-file.ts'
import { isMapping } from '../vocabulary/mapping.ts'
import type { CoverageEntry } from './coverage.ts'

/** A keyed hash of a text, in hexadecimal; the same key gives the same pseudonyms in every import. */
export type KeyedHash = (text: string) => string

/** Replaces names and ids of people, groups, domains and the tenant everywhere. */
export interface Pseudonyms {
  readonly ofValue: <Value>(value: Value) => Value
  /** A report in which nothing is named as in the exports. */
  readonly ofCoverage: (entries: readonly CoverageEntry[]) => readonly CoverageEntry[]
}

const guids = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi
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
  /^(?:name|displayName|description|userPrincipalName|id|.*TenantId|tenantId|members|groups|identityProvider|(?:in|ex)clude(?!UserActions|Platforms).*|.*Uri|rule|note|source|setting|values|site|(?:Default)?AuthenticationPolicy)$/i
const hasAddress = /[@.]/
/** Policy keywords for everyone and no one. */
const reserved = /^(?:all|none|guestsOrExternalUsers|allTrusted|office365|microsoftAdminPortals|internet)$/i

const shortHash = (hash: KeyedHash, text: string): string => hash(text.toLowerCase()).slice(0, 8)

/** The pseudonym of a user principal name, stable for a given key. */
export function pseudonymOfPerson(hash: KeyedHash, userPrincipalName: string): string {
  const [, domain = ''] = /@([^@]*)$/.exec(userPrincipalName) ?? []
  return `u${shortHash(hash, userPrincipalName)}@d${shortHash(hash, domain)}.example`
}

/** The pseudonym of an export: its path may name people, and the company. */
export function pseudonymOfFile(hash: KeyedHash, name: string): string {
  const [ending = ''] = /\.[a-z0-9]{1,8}$/i.exec(name) ?? []
  return name === '' ? '' : `file-${shortHash(hash, name)}${ending}`
}

type Named = readonly [what: string, items: unknown]

/** The lists of a file whose items the company has named, and what an item is. */
function namedLists(file: TenantFile): readonly Named[] {
  const { conditionalAccess, workloads = {}, identityProviders = [] } = file
  const ofServices = Object.values(workloads).flatMap((service): readonly Named[] => [
    ['Authentication policy', Reflect.get(service, 'authenticationPolicies')],
    ['Server', Reflect.get(service, 'servers')],
    ['Connector', Reflect.get(service, 'connectors')],
  ])
  return [
    ['Place', file.networks],
    ['Place', conditionalAccess?.namedLocations],
    ['Policy', conditionalAccess?.policies],
    ['Strength', conditionalAccess?.authenticationStrengths],
    ['Context', conditionalAccess?.authenticationContexts],
    ['Home realm policy', file.homeRealmDiscoveryPolicies],
    ['Application', file.applications?.filter(({ appId }) => appId === undefined || !isWellKnown(appId))],
    ...identityProviders.map((provider): Named => ['Rule', Reflect.get(provider, 'accessRules')]),
    ...ofServices,
  ]
}

/** The names of a list of objects. */
function namesIn(items: unknown): readonly string[] {
  return (Array.isArray(items) ? items : []).filter(isMapping).flatMap((item) =>
    ['displayName', 'name'].flatMap((key) => {
      const name = item[key]
      return typeof name === 'string' ? [name] : []
    }),
  )
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
  for (const [what, items] of namedLists(file))
    for (const name of namesIn(items)) add(name, (digits) => `${what} ${digits}`)
  for (const { site } of file.autodiscover?.serviceConnectionPoints ?? []) add(site, (digits) => `Site ${digits}`)
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
    const whole = words.get(text.toLowerCase())
    if (whole !== undefined) return whole
    const named =
      pattern === undefined ? text : text.replace(pattern, (found) => words.get(found.toLowerCase()) ?? found)
    return named
      .replace(address, elsewhere)
      .replace(guids, (id) => (isWellKnown(id.toLowerCase()) ? id : hashedGuid(hash, id.toLowerCase())))
  }
  const replace = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return namesSomething.test(key) || hasAddress.test(value) ? ofText(value) : value
    if (Array.isArray(value)) return value.map((item) => replace(item, key))
    if (!isMapping(value)) return value
    return Object.fromEntries(Object.entries(value).map(([own, part]) => [own, replace(part, own)]))
  }
  return {
    // Texts are replaced by texts, so the form stays.
    ofValue: <Value>(value: Value) => replace(value, 'name') as Value,
    ofCoverage: (entries) => entries.map((entry) => disguisedEntry(hash, ofText, entry)),
  }
}

/** Notes that quote values. */
const quoting = /^exports disagree: using .*$/s

function disguisedEntry(hash: KeyedHash, ofText: (text: string) => string, entry: CoverageEntry): CoverageEntry {
  const { source, kind, name, note } = entry
  const parts = name.split(' · ').map(ofText)
  const isKnown = source === '' || kind === 'value' || parts.join(' · ') !== name || name === ''
  return {
    ...entry,
    source: pseudonymOfFile(hash, source),
    name: isKnown ? parts.join(' · ') : shortHash(hash, name),
    ...(note === undefined
      ? {}
      : { note: ofText(note.replace(quoting, 'exports disagree: one of the values counts')) }),
  }
}
