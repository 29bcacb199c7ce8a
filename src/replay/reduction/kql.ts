import { type ClassRows, columnName, type Dialect } from './dialect.ts'
import { type DimensionName, dimensionsFor, type ReductionSettings } from './dimensions.ts'
import {
  type Dimension,
  type Expression,
  type LabeledRange,
  longestWord,
  noUser,
  programLabel,
  type WordTable,
} from './expression.ts'
import { type RecordField, recordFields } from './record-field.ts'

/** Quotes a text as a KQL literal; a backslash escapes. */
export const kqlText = (text: string): string =>
  `"${text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/[\r\n\t]/g, ' ')}"`

/** Record fields are columns that the query computes from those of the table. */
const field = (name: RecordField): string => `f_${name}`
const lower = (name: RecordField): string => `tolower(trim(@"\\s+", ${field(name)}))`
const text = (name: RecordField): string => `trim(@"\\s+", ${field(name)})`
const kept = (name: RecordField): string => `strcat("?", substring(${text(name)}, 0, ${longestWord}))`

const cases = (branches: readonly string[], otherwise: string): string =>
  branches.length === 0 ? otherwise : `case(${[...branches, otherwise].join(', ')})`

function wordOf(name: RecordField, table: WordTable): string {
  const branches = table.map(([theirs, ours]) => `${lower(name)} == ${kqlText(theirs)}, ${kqlText(ours)}`)
  return cases([`${text(name)} == "", ""`, ...branches], kept(name))
}

function prefixOf(name: RecordField, table: WordTable): string {
  const branches = table.map(([theirs, ours]) => `${lower(name)} startswith_cs ${kqlText(theirs)}, ${kqlText(ours)}`)
  return cases([`${text(name)} == "", ""`, ...branches], kept(name))
}

function insideOf(name: RecordField, table: WordTable): string {
  const branches = table.map(([theirs, ours]) => `${lower(name)} contains_cs ${kqlText(theirs)}, ${kqlText(ours)}`)
  return cases(branches, '""')
}

function within({ family, low, high }: LabeledRange): string {
  const columns = family === 4 ? ['v4'] : ['v6a', 'v6b', 'v6c', 'v6d']
  const bounds = columns.flatMap((column, index) => {
    const [from = 0, to = 0] = [low[index], high[index]]
    if (from === 0 && to === 2 ** 32 - 1) return []
    return [from === to ? `${column} == ${from}` : `${column} between (${from} .. ${to})`]
  })
  return bounds.length === 0 ? `isnotnull(${columns[0]})` : bounds.join(' and ')
}

function listed(name: RecordField, list: readonly string[], other: string): string {
  if (list.length === 0) return '""'
  const value = `toupper(trim(@"\\s+", tostring(split(${field(name)}, ",")[-1])))`
  const known = list.map(kqlText).join(', ')
  return cases([`${value} == "", "unknown"`, `${value} in (${known}), ${value}`], kqlText(other))
}

function classOf(domains: readonly string[]): string {
  const domain = `tolower(tostring(split(${text('userName')}, "@")[-1]))`
  const named = cases(
    domains.map((name) => `${domain} == ${kqlText(name)}, ${kqlText(`@${name}`)}`),
    '""',
  )
  const isProgram = `${text('programId')} != "" and ${text('userName')} == "" and ${text('userId')} in ("", "${noUser}")`
  const branches = ['isnotempty(classById), classById', 'isnotempty(classByName), classByName']
  return cases([...branches, `${isProgram}, "${programLabel}"`], named)
}

function expression(value: Expression): string {
  switch (value.kind) {
    case 'lower':
      return `substring(${lower(value.field)}, 0, ${longestWord})`
    case 'word':
      return wordOf(value.field, value.table)
    case 'prefix':
      return prefixOf(value.field, value.table)
    case 'inside':
      return insideOf(value.field, value.table)
    case 'given':
      return `iff(${text(value.field)} == "", "none", ${kqlText(value.given)})`
    case 'listed':
      return listed(value.field, value.list, value.other)
    case 'range':
      return cases(
        [`isnull(v4) and isnull(v6a), ""`, ...value.ranges.map((range) => `${within(range)}, ${kqlText(range.label)}`)],
        kqlText(value.other),
      )
    case 'era':
      return `tostring(${['0', ...value.instants.map((instant) => `toint(milliseconds >= ${instant})`)].join(' + ')})`
    case 'week':
      return 'tostring((milliseconds / 86400000 + 3) / 7)'
    case 'class':
      return classOf(value.domains)
    case 'policies':
      return field('policies')
  }
}

/** The dialect of Log Analytics, Sentinel and Azure Data Explorer. */
export const kql: Dialect = { expression, field }

/**
 * Each field in terms of the documented columns of both tables. Some columns have different types in the two tables, so
 * they are converted to strings before the union; columns that a workspace may not have yet are read by name.
 */
const columns: Readonly<Record<RecordField, string>> = {
  id: 'Id',
  time: 'tostring(CreatedDateTime)',
  userId: 'UserId',
  userName: 'UserPrincipalName',
  userType: 'UserType',
  programId: 'column_ifexists("ServicePrincipalId", "")',
  applicationId: 'AppId',
  application: 'AppDisplayName',
  resourceId: 'ResourceIdentity',
  resource: 'ResourceDisplayName',
  client: 'ClientAppUsed',
  protocol: 'AuthenticationProtocol',
  transfer: 'column_ifexists("OriginalTransferMethod", "")',
  operatingSystem: 'tostring(todynamic(tostring(DeviceDetail)).operatingSystem)',
  userAgent: 'UserAgent',
  address: 'IPAddress',
  country: 'tostring(todynamic(tostring(LocationDetails)).countryOrRegion)',
  deviceId: 'tostring(todynamic(tostring(DeviceDetail)).deviceId)',
  compliant: 'tostring(todynamic(tostring(DeviceDetail)).isCompliant)',
  trustType: 'tostring(todynamic(tostring(DeviceDetail)).trustType)',
  signInRisk: 'RiskLevelDuringSignIn',
  userRisk: 'RiskLevelAggregated',
  requirement: 'AuthenticationRequirement',
  errorCode: 'ResultType',
  mfaDetail: 'strcat(tostring(todynamic(tostring(Status)).additionalDetails), " ", tostring(AuthenticationDetails))',
  policies: 'tostring(ConditionalAccessPolicies)',
  issuer: 'column_ifexists("TokenIssuerType", "")',
  // fields of the logs of servers
  server: '""',
  authentication: '""',
}

const tables = ['SigninLogs', 'AADNonInteractiveUserSignInLogs']

const fieldsOf = (table: string): string =>
  `(${table} | project CreatedDateTime, ${recordFields.map((name) => `${field(name)} = ${columns[name]}`).join(', ')})`

const group = (index: number): string =>
  `tolong(strcat("0x", iff(isempty(tostring(v6[${index}])), "0", tostring(v6[${index}]))))`

const v6Columns = ['a', 'b', 'c', 'd'].map(
  (name, index) => `v6${name} = iff(isV6, ${group(index * 2)} * 65536 + ${group(index * 2 + 1)}, long(null))`,
)

const octet = (index: number): string => `tolong(octets[${index}]) * ${256 ** (3 - index)}`

/** Addresses as integers, with `::` expanded. */
const numbers = [
  'isV4 = f_address matches regex @"^[0-9]{1,3}([.][0-9]{1,3}){3}$"',
  'isV6 = f_address matches regex @"^([0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}$"',
  'octets = split(f_address, ".")',
  'v6 = split(replace_string(f_address, "::", strcat(":", strrep("0:", 8 - countof(f_address, ":")))), ":")',
]

const person = `case(isnotempty(f_userId) and f_userId != "${noUser}", tolower(f_userId), isnotempty(f_userName), tolower(f_userName), tolower(f_programId))`

const heading =
  '// The sign-ins of this workspace as shapes: no person is in the answer. Save it as CSV or JSON for `authplan replay --shapes`.'

/** The policies of a record as one string; empty if there are none. */
const policies = [
  '| extend f_policies = iff(f_policies in ("", "[]"), "[{}]", f_policies)',
  '| mv-apply one = todynamic(f_policies) on (summarize f_policies = strcat_array(array_sort_asc(',
  '    make_list_if(strcat(tolower(tostring(one.id)), "=", tostring(one.result)), isnotempty(tostring(one.id)))), "|"))',
]

const allFields = recordFields.map(field).join(', ')
const inItsLog = (['userName', 'address', 'resource', 'application', 'errorCode'] as const).map(field)

/** All records, those of which there are copies with the same id once: of the copies the one with the most text. */
const recordsOnce = [
  `let records = union ${tables.map(fieldsOf).join(',\n  ')}`,
  '| extend milliseconds = tolong((CreatedDateTime - datetime(1970-01-01)) / 1ms), id = trim(@"\\s+", f_id)',
  '| extend copy = iff(id matches regex @"^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$",',
  '    strcat(tolower(id), "|", milliseconds / 1000),',
  `    strcat(id, "|", milliseconds, "|", ${inItsLog.join(', "|", ')})),`,
  `    said = strlen(strcat(${allFields}));`,
  'union (records | where isempty(id)),',
  '  (records | where isnotempty(id) | summarize arg_max(said, *) by copy)',
]

/**
 * The query that reduces the sign-ins of a workspace to shapes; `made` is stored in the result, so that it is only
 * accepted for the same tenants.
 */
export function kqlQuery(settings: ReductionSettings, classes: ClassRows, made: string): string {
  const dimensions: readonly Dimension<DimensionName>[] = dimensionsFor(settings)
  const rows = [...classes].map(([name, label]) => `  ${kqlText(name)}, ${kqlText(label)}`)
  const values = dimensions.map(({ name, value }) => `    ${columnName(name)} = ${expression(value)}`)
  return [
    heading,
    `let classes = datatable(name: string, class: string) [\n${rows.join(',\n')}\n];`,
    ...recordsOnce,
    ...policies,
    `| extend ${numbers.join(', ')}`,
    `| extend v4 = iff(isV4, ${[0, 1, 2, 3].map(octet).join(' + ')}, long(null)), ${v6Columns.join(', ')}`,
    `| extend person = ${person}, idKey = tolower(f_userId), nameKey = tolower(f_userName)`,
    '| lookup kind=leftouter (classes | project idKey = name, classById = class) on idKey',
    '| lookup kind=leftouter (classes | project nameKey = name, classByName = class) on nameKey',
    `| extend\n${values.join(',\n')}`,
    "| summarize signIns = count(), people = count_distinct(person), ['first'] = min(milliseconds), ['last'] = max(milliseconds),",
    '    (witnessAt, witness) = arg_min(milliseconds, f_id), application = take_any(f_application), resource = take_any(f_resource)',
    `    by ${dimensions.map(({ name }) => columnName(name)).join(', ')}`,
    `| extend made = ${kqlText(made)}`,
    '',
  ].join('\n')
}
