import { cover, stateField } from '../records/draft.ts'
import {
  flagOf,
  hasField,
  listOfNames,
  type RecordView,
  reportField,
  reportUnstated,
  textOf,
} from '../records/fields.ts'
import { policyNameIn } from './policy-name.ts'
import { type ExchangeReading, type ReadRecordsOf, reportSide } from './reading.ts'
import type { Side } from './side.ts'

const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

const workload = (side: Side, key: string) => ['workloads', side, key] as const

function stateFlag({ draft }: ExchangeReading, view: RecordView, side: Side, key: string, blank?: null): void {
  const value = flagOf(view, key.toLowerCase())
  stateField(draft, workload(side, key), value === null ? blank : value, view, key.toLowerCase())
}

/** The default policy, which is none if the field is blank. */
function readDefaultPolicy({ draft }: ExchangeReading, view: RecordView, side: Side): void {
  const field = 'defaultauthenticationpolicy'
  const name = textOf(view, field)
  const value = typeof name === 'string' ? policyNameIn(name) : name
  stateField(draft, workload(side, 'DefaultAuthenticationPolicy'), value, view, field)
}

function readWebServices(reading: ExchangeReading, view: RecordView): void {
  for (const key of ['EwsEnabled', 'EwsAllowOutlook', 'EwsAllowMacOutlook'])
    stateFlag(reading, view, 'exchange-online', key, null)
  for (const key of ['EwsAllowedAppIDs', 'EwsAllowList']) {
    const list = listOfNames(view, key.toLowerCase())
    const value = list?.length === 0 ? undefined : list
    const strange = key === 'EwsAllowedAppIDs' ? value?.find((one) => !guid.test(one)) : undefined
    if (strange === undefined)
      stateField(reading.draft, workload('exchange-online', key), value, view, key.toLowerCase())
    else reportField(view, key.toLowerCase(), 'unknown-word', { word: strange })
  }
  for (const field of ['ewsapplicationaccesspolicy', 'ewsblocklist']) {
    const set = hasField(view, field) ? listOfNames(view, field) : undefined
    if (set !== undefined && set.length > 0) reportUnstated(view, field, set.join(', '))
  }
}

/** Reads Get-OrganizationConfig: modern authentication, the default policy, web services, direct send, MAPI over HTTP. */
export const readOrganizationConfig: ReadRecordsOf = (reading, records) => {
  for (const { view, side } of records) {
    if (side === undefined) {
      reportSide(view)
      cover(reading.draft, view, '', 'not-understood')
      continue
    }
    stateFlag(reading, view, side, 'OAuth2ClientProfileEnabled')
    readDefaultPolicy(reading, view, side)
    if (side === 'exchange-online') {
      readWebServices(reading, view)
      stateFlag(reading, view, side, 'RejectDirectSend')
    } else stateFlag(reading, view, side, 'MapiHttpEnabled')
    cover(reading.draft, view, '', 'understood')
  }
}

/** Reads Get-TransportConfig: SMTP AUTH of the organization, which Exchange Online alone switches there. */
export const readTransportConfig: ReadRecordsOf = (reading, records) => {
  for (const { view, side } of records) {
    if (side === 'exchange-online') stateFlag(reading, view, side, 'SmtpClientAuthenticationDisabled')
    cover(reading.draft, view, '', side === 'exchange-online' ? 'understood' : 'unused')
  }
}
