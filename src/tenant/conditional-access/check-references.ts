import type { Diagnostic } from '../../source/diagnostic.ts'
import type { DocumentPath, LocatedDocument } from '../../source/located-document.ts'
import { suggest } from '../../source/suggest.ts'
import { builtInStrengths } from './built-in-strengths.ts'
import { entriesOf, valueAt } from './entries.ts'
import { fieldsOf, type GraphField, type GraphReading, isMapping, textOf, wordsOf } from './graph-reader.ts'
import type { AuthenticationStrength, NamedLocation } from './model.ts'
import { nameOfEntry } from './read-strengths.ts'

/** Names and ids that the tenant declares, lower-cased, with the names to offer for a mistyped one. */
export interface KnownNames {
  readonly users: ReadonlySet<string>
  readonly groups: ReadonlySet<string>
  /** Template ids and names of the built-in roles. */
  readonly roles: ReadonlySet<string>
  readonly servicePrincipals: ReadonlySet<string>
  readonly namedLocations?: readonly NamedLocation[]
  readonly authenticationStrengths: readonly AuthenticationStrength[]
}

const words: ReadonlySet<string> = new Set(['all', 'none', 'guestsorexternalusers', 'serviceprincipalsinmytenant'])
/** Words and ids of locations that need no declaration: all, all trusted, the compliant network, the MFA trusted addresses. */
const wellKnownLocations: ReadonlySet<string> = new Set([
  'all',
  'alltrusted',
  '3d46dbda-8382-466a-856d-eb00cbc6b910',
  '00000000-0000-0000-0000-000000000000',
])

interface Assignment {
  readonly field: GraphField | undefined
  readonly kind: string
  readonly known: ReadonlySet<string>
}

function reportUnknown(reading: GraphReading, { field, kind, known }: Assignment): void {
  for (const { word, path } of wordsOf(reading, field)) {
    if (words.has(word.toLowerCase()) || known.has(word.toLowerCase())) continue
    const suggestion = suggest(word, [...known])
    const args = { owner: reading.owner, kind, name: word, ...(suggestion === undefined ? {} : { suggestion }) }
    reading.diagnostics.push({ code: 'POL-5', args, at: reading.document.rangeOf(path) })
  }
}

function checkAssignments(reading: GraphReading, conditions: GraphField, known: KnownNames): void {
  const parts = fieldsOf(reading, conditions, ['users', 'clientApplications'])
  const users = fieldsOf(reading, parts.users, [
    'includeUsers',
    'excludeUsers',
    'includeGroups',
    'excludeGroups',
    'includeRoles',
    'excludeRoles',
  ])
  const clients = fieldsOf(reading, parts.clientApplications, ['includeServicePrincipals', 'excludeServicePrincipals'])
  const assignments: readonly Assignment[] = [
    { field: users.includeUsers, kind: 'user', known: known.users },
    { field: users.excludeUsers, kind: 'user', known: known.users },
    { field: users.includeGroups, kind: 'group', known: known.groups },
    { field: users.excludeGroups, kind: 'group', known: known.groups },
    { field: users.includeRoles, kind: 'role', known: known.roles },
    { field: users.excludeRoles, kind: 'role', known: known.roles },
    { field: clients.includeServicePrincipals, kind: 'service principal', known: known.servicePrincipals },
    { field: clients.excludeServicePrincipals, kind: 'service principal', known: known.servicePrincipals },
  ]
  for (const assignment of assignments) reportUnknown(reading, assignment)
}

function checkLocations(reading: GraphReading, conditions: GraphField, known: KnownNames): void {
  const locations = fieldsOf(reading, fieldsOf(reading, conditions, ['locations']).locations, [
    'includeLocations',
    'excludeLocations',
  ])
  const names = (known.namedLocations ?? []).flatMap(({ id, name }) => [
    name.toLowerCase(),
    ...(id === undefined ? [] : [id]),
  ])
  for (const { word, path } of [
    ...wordsOf(reading, locations.includeLocations),
    ...wordsOf(reading, locations.excludeLocations),
  ]) {
    if (wellKnownLocations.has(word.toLowerCase()) || names.includes(word.toLowerCase())) continue
    const suggestion = suggest(word, names)
    const args = { owner: reading.owner, name: word, ...(suggestion === undefined ? {} : { suggestion }) }
    reading.diagnostics.push({ code: 'POL-6', args, at: reading.document.rangeOf(path) })
  }
}

function checkStrength(reading: GraphReading, grant: GraphField | undefined, known: KnownNames): void {
  const field = fieldsOf(reading, grant, ['authenticationStrength']).authenticationStrength
  if (field === undefined || field.value === null) return
  const parts = isMapping(field.value)
    ? fieldsOf(reading, field, ['id', 'displayName', 'allowedCombinations'])
    : undefined
  const named = parts === undefined ? textOf(field) : (textOf(parts.id) ?? textOf(parts.displayName))
  if (named === undefined || parts?.allowedCombinations !== undefined) return
  const strengths = [...builtInStrengths, ...known.authenticationStrengths]
  const names = strengths.flatMap(({ id, name }) => [id, name.toLowerCase()])
  if (names.includes(named.toLowerCase())) return
  const suggestion = suggest(named, names)
  const args = { owner: reading.owner, name: named, ...(suggestion === undefined ? {} : { suggestion }) }
  reading.diagnostics.push({ code: 'POL-7', args, at: reading.document.rangeOf(field.path) })
}

/** Reports every user, group, role, location and strength that a policy names and the tenant does not declare. */
export function checkReferences(
  document: LocatedDocument,
  path: DocumentPath,
  known: KnownNames,
): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  if (valueAt(document, path) === undefined) return found
  for (const entry of entriesOf(document, path, 'Conditional Access policy', [])) {
    // Fields other than those looked at were judged when the policy was read: their reports go nowhere.
    const reading: GraphReading = {
      document,
      diagnostics: [],
      notUnderstood: [],
      owner: nameOfEntry(entry),
      root: entry.path,
    }
    const parts = fieldsOf(reading, entry, ['conditions', 'grantControls'])
    if (parts.conditions !== undefined) {
      checkAssignments(reading, parts.conditions, known)
      checkLocations(reading, parts.conditions, known)
    }
    checkStrength(reading, parts.grantControls, known)
    found.push(...reading.diagnostics.filter(({ code }) => code === 'POL-5' || code === 'POL-6' || code === 'POL-7'))
  }
  return found
}
