import type { LocatedDocument } from '../../source/document/located-document.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import { type CoverageEntry, plural } from '../coverage.ts'
import type { GraphObject } from '../graph/collect.ts'
import { fieldsOf, type GraphKind } from '../graph/recognize.ts'
import { documentOfPlaced, listAt, objectAt, type Placed, plainAt, textOfPlaced } from '../placed.ts'
import { blockOf, withGraphNames } from './graph-names.ts'
import { type Resource, resourcesIn } from './resources.ts'
import { terraformPolicy } from './terraform-policy.ts'

/** The objects that a state or a plan of Terraform holds, as Graph writes them, and what happened to its resources. */
export interface TerraformObjects {
  readonly objects: readonly GraphObject[]
  readonly coverage: readonly CoverageEntry[]
}

const typed = (type: string, at: Placed): readonly [string, Placed] => [
  '@odata.type',
  plainAt(`#microsoft.graph.${type}`, at),
]

function idOf(fields: ReadonlyMap<string, Placed>): Placed | undefined {
  const id = [fields.get('object_id'), fields.get('id')].find((part) => textOfPlaced(part) !== undefined)
  return id === undefined ? undefined : withGraphNames(id)
}

function location({ values }: Resource): Placed {
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
      ['displayName', fields.get('display_name')],
      ['isTrusted', isCountry ? undefined : (own.get('trusted') ?? own.get('is_trusted'))],
      ['ipRanges', isCountry ? undefined : listAt(cidr, values)],
      ['countriesAndRegions', isCountry ? countries : undefined],
      ['includeUnknownCountriesAndRegions', isCountry ? own.get('include_unknown_countries_and_regions') : undefined],
      ['countryLookupMethod', isCountry ? own.get('country_lookup_method') : undefined],
    ],
    values,
  )
}

function strength({ values }: Resource): Placed {
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

/** A group; members are those that the resource manages, and an empty list manages none. */
function group({ values }: Resource): Placed {
  const fields = values.fields ?? new Map<string, Placed>()
  const members = fields.get('members')
  const listed = (members?.items ?? []).map((id) => objectAt([['id', id]], id))
  return objectAt(
    [
      ['id', idOf(fields)],
      ['displayName', fields.get('display_name')],
      ['securityEnabled', fields.get('security_enabled')],
      ['members', members === undefined || listed.length === 0 ? undefined : listAt(listed, members)],
    ],
    values,
  )
}

function user({ values }: Resource): Placed {
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

type Reader = readonly [kind: GraphKind, make: (resource: Resource) => Placed]

/** Resource types of the providers by how they end. */
const readers: readonly (readonly [RegExp, Reader])[] = [
  [/conditional_access_policy$/, ['policy', ({ values, unknown }) => terraformPolicy(values, unknown)]],
  [/named_location$/, ['named location', location]],
  [/authentication_strength(?:_policy)?$/, ['authentication strength', strength]],
  [/^(?:azuread|microsoft365\w*)_(?:graph_\w+_)?group$/, ['group', group]],
  [/^(?:azuread|microsoft365\w*)_(?:graph_\w+_)?user$/, ['user', user]],
]

const providers = /^(?:azuread|microsoft365|microsoft365wp|msgraph)_/

function objectOf(document: LocatedDocument, resource: Resource): GraphObject | undefined {
  const reader = providers.test(resource.type) ? readers.find(([type]) => type.test(resource.type))?.[1] : undefined
  if (reader === undefined) return undefined
  const made = documentOfPlaced(document.source, reader[1](resource))
  const value = isMapping(made.value) ? made.value : {}
  return {
    kind: reader[0],
    document: made,
    path: [],
    value,
    fields: fieldsOf(value),
    context: '',
    product: 'terraform',
  }
}

/** The objects of a state or a plan; undefined if the document is neither. */
export function terraformObjects(document: LocatedDocument): TerraformObjects | undefined {
  const resources = resourcesIn(document)
  if (resources === undefined) return undefined
  const left = new Map<string, number>()
  const objects = resources.flatMap((resource) => {
    const object = objectOf(document, resource)
    if (object === undefined) left.set(resource.type, (left.get(resource.type) ?? 0) + 1)
    return object ?? []
  })
  const note = 'no simulated sign-in depends on it'
  const coverage = [...left].map(
    ([type, count]): CoverageEntry => ({
      source: document.source.name,
      kind: plural(`resource \`${type}\``, count).replace(/`(s|es)$/, '`'),
      name: '',
      status: 'not-imported',
      note,
    }),
  )
  return { objects, coverage }
}
