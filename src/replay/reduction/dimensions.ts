import { outsideLabel } from './address-ranges.ts'
import type { Dimension, LabeledRange, WordTable } from './expression.ts'
import {
  adFsAuthenticationWords,
  adFsMethodWords,
  clientWords,
  exchangeAuthenticationWords,
  issuerWords,
  platformWords,
  protocolWords,
  requirementWords,
  riskWords,
  secondFactorWords,
  serverClientWords,
  serverWords,
  transferWords,
  trustWords,
  truthWords,
  userTypeWords,
} from './log-words.ts'
import type { RecordField } from './record-field.ts'

/** The columns of a shape: everything that a verdict can depend on, and the recorded result. */
export const dimensionNames = [
  'week',
  'era',
  'class',
  'userType',
  'applicationId',
  'resourceId',
  'client',
  'protocol',
  'transfer',
  'platform',
  'range',
  'country',
  'device',
  'compliant',
  'trustType',
  'signInRisk',
  'userRisk',
  'requirement',
  'secondFactor',
  'issuer',
  'error',
  'policies',
  'server',
  'authentication',
] as const

/** One of them. */
export type DimensionName = (typeof dimensionNames)[number]

/** A text for each dimension. One by one, since an object whose keys are computed is many times slower to read. */
export const everyDimension = (of: (name: DimensionName) => string): Readonly<Record<DimensionName, string>> => ({
  week: of('week'),
  era: of('era'),
  class: of('class'),
  userType: of('userType'),
  applicationId: of('applicationId'),
  resourceId: of('resourceId'),
  client: of('client'),
  protocol: of('protocol'),
  transfer: of('transfer'),
  platform: of('platform'),
  range: of('range'),
  country: of('country'),
  device: of('device'),
  compliant: of('compliant'),
  trustType: of('trustType'),
  signInRisk: of('signInRisk'),
  userRisk: of('userRisk'),
  requirement: of('requirement'),
  secondFactor: of('secondFactor'),
  issuer: of('issuer'),
  error: of('error'),
  policies: of('policies'),
  server: of('server'),
  authentication: of('authentication'),
})

/** Label for countries that no named location lists, which are equivalent. */
export const otherCountry = 'other'

/** What the reduction must distinguish for one or two tenants. */
export interface ReductionSettings {
  readonly ranges: readonly LabeledRange[]
  /** Country codes that a named location lists, in upper case. */
  readonly countries: readonly string[]
  /** Instants at which a dated change affects sign-ins, in order. */
  readonly instants: readonly number[]
  /** The domains of the tenant, in lower case. */
  readonly domains: readonly string[]
}

const word = (
  name: DimensionName,
  field: RecordField,
  { table }: { readonly table: WordTable },
): Dimension<DimensionName> => ({ name, value: { kind: 'word', field, table } })
const lower = (name: DimensionName, field: RecordField): Dimension<DimensionName> => ({
  name,
  value: { kind: 'lower', field },
})

/** The single definition of the reduction; every dialect generates its query from it. */
export function dimensionsFor(settings: ReductionSettings): readonly Dimension<DimensionName>[] {
  const { ranges, countries, instants, domains } = settings
  return [
    { name: 'week', value: { kind: 'week' } },
    { name: 'era', value: { kind: 'era', instants } },
    { name: 'class', value: { kind: 'class', domains } },
    word('userType', 'userType', userTypeWords),
    lower('applicationId', 'applicationId'),
    lower('resourceId', 'resourceId'),
    word('client', 'client', { table: [...clientWords.table, ...serverClientWords.table] }),
    word('protocol', 'protocol', protocolWords),
    word('transfer', 'transfer', transferWords),
    { name: 'platform', value: { kind: 'prefix', field: 'operatingSystem', table: platformWords.table } },
    { name: 'range', value: { kind: 'range', ranges, other: outsideLabel } },
    { name: 'country', value: { kind: 'listed', field: 'country', list: countries, other: otherCountry } },
    { name: 'device', value: { kind: 'given', field: 'deviceId', given: 'known', empty: '' } },
    word('compliant', 'compliant', truthWords),
    word('trustType', 'trustType', trustWords),
    word('signInRisk', 'signInRisk', riskWords),
    word('userRisk', 'userRisk', riskWords),
    word('requirement', 'requirement', requirementWords),
    { name: 'secondFactor', value: { kind: 'inside', field: 'mfaDetail', table: secondFactorWords.table } },
    word('issuer', 'issuer', issuerWords),
    lower('error', 'errorCode'),
    { name: 'policies', value: { kind: 'policies' } },
    word('server', 'server', serverWords),
    word('authentication', 'authentication', {
      table: [...exchangeAuthenticationWords.table, ...adFsAuthenticationWords.table, ...adFsMethodWords.table],
    }),
  ]
}
