import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { SourceText } from '../../source/text/source-text.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import { type CoverageEntry, plural } from '../coverage.ts'
import type { GraphObject } from '../graph/collect.ts'
import { fieldsOf, type GraphKind } from '../graph/recognize.ts'
import { documentOfPlaced, listAt, objectAt, type Placed, plainAt, plainValue, textOfPlaced } from '../placed.ts'
import type { ExportRecord, RecordValue } from '../records/record.ts'
import { dscPolicy } from './dsc-policy.ts'
import { type ConfigurationData, type DscResource, parseConfiguration } from './parse-configuration.ts'

/**
 * What a configuration of Microsoft365DSC holds: objects of Graph, records of Exchange, and the account of the rest.
 */
export interface DscObjects {
  readonly objects: readonly GraphObject[]
  readonly records: readonly ExportRecord[]
  readonly coverage: readonly CoverageEntry[]
  readonly diagnostics: readonly Diagnostic[]
}

const wholeOf = ({ at, fields }: DscResource): Placed => ({ at: () => at, fields })

function location(resource: DscResource): Placed {
  const { fields } = resource
  const whole = wholeOf(resource)
  const country =
    /country/i.test(textOfPlaced(fields.get('odatatype')) ?? '') ||
    (fields.get('countriesandregions')?.items?.length ?? 0) > 0
  const ranges = (fields.get('ipranges')?.items ?? []).map((range) => objectAt([['cidrAddress', range]], range))
  return objectAt(
    [
      ['@odata.type', plainAt(`#microsoft.graph.${country ? 'country' : 'ip'}NamedLocation`, whole)],
      ['id', fields.get('id')],
      ['displayName', fields.get('displayname')],
      ...(country
        ? ([
            ['countriesAndRegions', fields.get('countriesandregions')],
            ['countryLookupMethod', fields.get('countrylookupmethod')],
            ['includeUnknownCountriesAndRegions', fields.get('includeunknowncountriesandregions')],
          ] as const)
        : ([
            ['isTrusted', fields.get('istrusted')],
            ['ipRanges', listAt(ranges, whole)],
          ] as const)),
    ],
    whole,
  )
}

const picked =
  (names: readonly string[]) =>
  (resource: DscResource): Placed =>
    objectAt(
      names.map((name) => [name, resource.fields.get(name.toLowerCase())] as const),
      wholeOf(resource),
    )

function group(resource: DscResource): Placed {
  const { fields } = resource
  const members = fields.get('members')
  const listed = (members?.items ?? []).map((name) => objectAt([['userPrincipalName', name]], name))
  return objectAt(
    [
      ['id', fields.get('id')],
      ['displayName', fields.get('displayname')],
      ['securityEnabled', fields.get('securityenabled')],
      ['members', members === undefined ? undefined : listAt(listed, members)],
    ],
    wholeOf(resource),
  )
}

/** Resources that are objects of Graph. */
const objectReaders: Readonly<Record<string, readonly [GraphKind, (resource: DscResource) => Placed]>> = {
  AADConditionalAccessPolicy: ['policy', dscPolicy],
  AADNamedLocationPolicy: ['named location', location],
  AADAuthenticationStrengthPolicy: [
    'authentication strength',
    picked(['id', 'displayName', 'policyType', 'allowedCombinations']),
  ],
  AADSecurityDefaults: ['security defaults policy', picked(['displayName', 'isEnabled'])],
  AADGroup: ['group', group],
  AADUser: ['user', picked(['id', 'userPrincipalName', 'displayName', 'userType', 'accountEnabled'])],
}

/** Resources with the output of an Exchange Online cmdlet, and the field names that differ. */
const recordReaders: Readonly<Record<string, readonly [cmdlet: string, names: Readonly<Record<string, string>>]>> = {
  EXOAuthenticationPolicy: ['get-authenticationpolicy', { identity: 'name' }],
  EXOAuthenticationPolicyAssignment: [
    'get-user',
    { username: 'userprincipalname', authenticationpolicyname: 'authenticationpolicy' },
  ],
  EXOOrganizationConfig: ['get-organizationconfig', {}],
  EXOTransportConfig: ['get-transportconfig', {}],
  EXOCASMailboxPlan: ['get-casmailboxplan', {}],
  EXOCASMailboxSettings: ['get-casmailbox', { identity: 'userprincipalname' }],
}

function recordValue(placed: Placed): RecordValue | undefined {
  if (placed.items !== undefined) return placed.items.flatMap((item) => recordValue(item) ?? [])
  const value = plainValue(placed)
  if (typeof value === 'string') return value === '' ? undefined : value
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? value : undefined
}

function recordOf(source: SourceText, resource: DscResource): ExportRecord | undefined {
  const reader = Object.hasOwn(recordReaders, resource.type) ? recordReaders[resource.type] : undefined
  if (reader === undefined) return undefined
  const [cmdlet, names] = reader
  // A value that the shell computes is unknown, as if it were absent.
  const known = [...resource.fields].filter(([key]) => !resource.computed.includes(key))
  const places = new Map(known.map(([key, value]) => [names[key] ?? key, value] as const))
  return {
    source,
    format: 'dsc',
    fields: new Map([...places].map(([key, value]) => [key, recordValue(value)] as const)),
    context: `exchange-online/${cmdlet}`,
    at: resource.at,
    rangeOf: (field) => places.get(field)?.at() ?? resource.at,
  }
}

function objectOf(source: SourceText, resource: DscResource): GraphObject | undefined {
  const reader = Object.hasOwn(objectReaders, resource.type) ? objectReaders[resource.type] : undefined
  if (reader === undefined) return undefined
  const document = documentOfPlaced(source, reader[1](resource))
  const value = isMapping(document.value) ? document.value : {}
  return { kind: reader[0], document, path: [], value, fields: fieldsOf(value), context: '', product: 'dsc' }
}

const isAbsent = ({ fields }: DscResource): boolean => /^absent$/i.test(textOfPlaced(fields.get('ensure')) ?? '')

/** Whether a script configures Microsoft 365. */
export const isConfiguration = ({ name, text }: SourceText): boolean =>
  /\.ps1$/i.test(name) &&
  (/\bMicrosoft365DSC\b/i.test(text) || /^\s*(?:AAD|EXO|Teams)[A-Z]\w+\s[^{\n]*\{?\s*$/m.test(text))

/** Whether a file holds data for configurations. */
export const isData = ({ name }: SourceText): boolean => /\.psd1$/i.test(name)

/** Reads a configuration of Microsoft365DSC. */
export function dscObjects(source: SourceText, data: ConfigurationData): DscObjects {
  const { resources, dataDriven } = parseConfiguration(source, data)
  const left = new Map<string, number>()
  const [objects, records]: [GraphObject[], ExportRecord[]] = [[], []]
  for (const resource of resources) {
    const note = isAbsent(resource) ? `${resource.type} that is to be absent` : resource.type
    const object = isAbsent(resource) ? undefined : objectOf(source, resource)
    const record = isAbsent(resource) ? undefined : recordOf(source, resource)
    if (object !== undefined) objects.push(object)
    else if (record !== undefined) records.push(record)
    else left.set(note, (left.get(note) ?? 0) + 1)
  }
  return {
    objects,
    records,
    coverage: [
      ...[...left].map(
        ([type, count]): CoverageEntry => ({
          source: source.name,
          kind: plural('resource', count),
          name: type,
          status: 'not-imported',
          note: 'a tenant file has no setting for it',
        }),
      ),
      ...dataDriven.map(
        (): CoverageEntry => ({
          source: source.name,
          kind: 'loop or condition',
          name: '',
          status: 'not-understood',
          note: 'its resources are generated from data',
        }),
      ),
    ],
    diagnostics: dataDriven.map((at): Diagnostic => ({ code: 'IMP-34', args: {}, at })),
  }
}
