import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { LocatedDocument } from '../../source/document/located-document.ts'
import type { SourceText } from '../../source/text/source-text.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import { type CoverageEntry, plural } from '../coverage.ts'
import type { GraphObject } from '../graph/collect.ts'
import { fieldsOf, type GraphKind } from '../graph/recognize.ts'
import { documentOfPlaced, listAt, objectAt, type Placed, plainAt, textOfPlaced } from '../placed.ts'
import { blockOf, withGraphNames } from './graph-names.ts'
import { type Resource, resourcesIn } from './resources.ts'
import { isUnknown, terraformPolicy } from './terraform-policy.ts'

/** The objects that a state or a plan of Terraform holds, as Graph writes them, and what happened to its resources. */
export interface TerraformObjects {
  readonly objects: readonly GraphObject[]
  readonly coverage: readonly CoverageEntry[]
  readonly diagnostics: readonly Diagnostic[]
}

const typed = (type: string, at: Placed): readonly [string, Placed] => [
  '@odata.type',
  plainAt(`#microsoft.graph.${type}`, at),
]

function idOf(fields: ReadonlyMap<string, Placed>): Placed | undefined {
  const id = [fields.get('object_id'), fields.get('id')].find((part) => textOfPlaced(part) !== undefined)
  return id === undefined ? undefined : withGraphNames(id)
}

/** Whether one of the attributes that a resource is read by is known only later. */
const isOpen = ({ unknown }: Resource, attributes: readonly string[]): boolean => {
  const after = isMapping(unknown) ? unknown : {}
  return attributes.some((key) => isUnknown(after[key]))
}

const nameOf = ({ values, address }: Resource): Placed | undefined =>
  values.fields?.get('display_name') ?? (address === undefined ? undefined : plainAt(address, values))

const placeAttributes = ['ip', 'country', 'ip_ranges', 'ipv4_ranges', 'ipv6_ranges', 'countries_and_regions'].concat([
  ...['is_trusted', 'include_unknown_countries_and_regions', 'country_lookup_method'],
])

function location(resource: Resource): Placed {
  const { values } = resource
  const fields = values.fields ?? new Map<string, Placed>()
  const below = (key: string): ReadonlyMap<string, Placed> | undefined => {
    const part = fields.get(key)
    return part === undefined ? undefined : blockOf(key, part)?.fields
  }
  const [ip, country] = [below('ip'), below('country')]
  const own = ip ?? country ?? fields
  const ranges = ['ip_ranges', 'ipv4_ranges', 'ipv6_ranges'].flatMap((key) => own.get(key)?.items ?? [])
  const cidr = ranges.map((range) =>
    range.fields === undefined ? objectAt([['cidrAddress', range]], range) : withGraphNames(range),
  )
  const countries = own.get('countries_and_regions')
  const isCountry = country !== undefined || (countries?.items?.length ?? 0) > 0
  return objectAt(
    [
      typed(isCountry ? 'countryNamedLocation' : 'ipNamedLocation', values),
      ['id', idOf(fields)],
      ['displayName', nameOf(resource)],
      // No reader knows this field, so that whatever depends on the place stays undetermined.
      ['knownAfterApply', isOpen(resource, placeAttributes) ? plainAt(true, values) : undefined],
      ['isTrusted', isCountry ? undefined : (own.get('trusted') ?? own.get('is_trusted'))],
      ['ipRanges', isCountry ? undefined : listAt(cidr, values)],
      ['countriesAndRegions', isCountry ? countries : undefined],
      ['includeUnknownCountriesAndRegions', isCountry ? own.get('include_unknown_countries_and_regions') : undefined],
      ['countryLookupMethod', isCountry ? own.get('country_lookup_method') : undefined],
    ],
    values,
  )
}

/** A strength; one with unknown combinations is omitted. */
function strength(resource: Resource): Placed | undefined {
  const { values } = resource
  if (isOpen(resource, ['allowed_combinations', 'display_name'])) return undefined
  const fields = values.fields ?? new Map<string, Placed>()
  return objectAt(
    [
      ['id', idOf(fields)],
      ['displayName', fields.get('display_name')],
      ['policyType', plainAt('custom', values)],
      ['allowedCombinations', fields.get('allowed_combinations')],
    ],
    values,
  )
}

/** A member by its id or user principal name; a configuration may name other objects in another way. */
function member(item: Placed): Placed | undefined {
  const text = textOfPlaced(item) ?? ''
  if (text.includes('@')) return objectAt([['userPrincipalName', item]], item)
  return /^[0-9a-f-]{36}$/i.test(text) ? objectAt([['id', item]], item) : undefined
}

/** A group; members are those that the resource manages, and an empty list manages none. */
function group(resource: Resource): Placed | undefined {
  const { values } = resource
  if (isOpen(resource, ['display_name'])) return undefined
  const fields = values.fields ?? new Map<string, Placed>()
  const members = fields.get('members')
  const listed = (members?.items ?? []).map(member).filter((item) => item !== undefined)
  const isKnown = listed.length === members?.items?.length && !isOpen(resource, ['members'])
  return objectAt(
    [
      ['id', idOf(fields)],
      ['displayName', fields.get('display_name')],
      ['securityEnabled', fields.get('security_enabled')],
      ['members', members === undefined || listed.length === 0 || !isKnown ? undefined : listAt(listed, members)],
    ],
    values,
  )
}

function user(resource: Resource): Placed | undefined {
  const { values } = resource
  if (isOpen(resource, ['user_principal_name'])) return undefined
  const fields = values.fields ?? new Map<string, Placed>()
  return objectAt(
    [
      ['id', idOf(fields)],
      ['userPrincipalName', fields.get('user_principal_name')],
      ['displayName', fields.get('display_name')],
      ['userType', fields.get('user_type')],
      ['accountEnabled', fields.get('account_enabled')],
      ['onPremisesSyncEnabled', fields.get('onpremises_sync_enabled')],
    ],
    values,
  )
}

type Reader = readonly [kind: GraphKind, make: (resource: Resource) => Placed | undefined]

/** Resource types of the providers by how they end. */
const readers: readonly (readonly [RegExp, Reader])[] = [
  [
    /conditional_access_policy$/,
    ['policy', ({ values, unknown, address }) => terraformPolicy(values, unknown, address)],
  ],
  [/named_location$/, ['named location', location]],
  [/authentication_strength(?:_policy)?$/, ['authentication strength', strength]],
  [/^(?:azuread|microsoft365\w*)_(?:graph_\w+_)?group$/, ['group', group]],
  [/^(?:azuread|microsoft365\w*)_(?:graph_\w+_)?user$/, ['user', user]],
]

/** Resources that sign-ins do depend on, and where what they state is read. */
const notesOf: readonly (readonly [RegExp, string])[] = [
  [/group_member$/, 'a group is imported with the members of its own resource: Get-MgGroup with Get-MgGroupMember'],
  [/directory_role/, 'holders of roles are read from the directory: Get-MgRoleManagementDirectoryRoleAssignment'],
]

const providers = /^(?:azuread|microsoft365|microsoft365wp|msgraph)_/

function readerOf({ type }: Resource): Reader | undefined {
  return providers.test(type) ? readers.find(([of]) => of.test(type))?.[1] : undefined
}

function objectOf(source: SourceText, resource: Resource, [kind, make]: Reader): GraphObject | undefined {
  const placed = make(resource)
  if (placed === undefined) return undefined
  const made = documentOfPlaced(source, placed)
  const value = isMapping(made.value) ? made.value : {}
  return { kind, document: made, path: [], value, fields: fieldsOf(value), context: '', product: 'terraform' }
}

/** What resources of a file, or of files of their own, state that sign-ins depend on, and the account of the others. */
export function objectsOfResources(resources: readonly Resource[], file: SourceText): TerraformObjects {
  const left = new Map<string, { readonly source: string; readonly type: string; count: number }>()
  const objects = resources.flatMap((resource) => {
    const reader = readerOf(resource)
    const source = resource.source ?? file
    if (reader !== undefined) return objectOf(source, resource, reader) ?? []
    const key = `${source.name}\0${resource.type}`
    const known = left.get(key)
    if (known === undefined) left.set(key, { source: source.name, type: resource.type, count: 1 })
    else known.count += 1
    return []
  })
  const coverage = [...left.values()].map(
    ({ source, type, count }): CoverageEntry => ({
      source,
      kind: plural(`resource \`${type}\``, count).replace(/`(s|es)$/, '`'),
      name: '',
      status: 'not-imported',
      note: notesOf.find(([of]) => of.test(type))?.[1] ?? 'no simulated sign-in depends on it',
    }),
  )
  return { objects, coverage, diagnostics: [] }
}

/** The objects of a state or a plan; undefined if the document is neither. */
export function terraformObjects(document: LocatedDocument): TerraformObjects | undefined {
  const resources = resourcesIn(document)
  return resources === undefined ? undefined : objectsOfResources(resources, document.source)
}
