import { mailboxSwitchNames } from '../../tenant/settings/mailbox.ts'
import { cover, state, stateField } from '../records/draft.ts'
import { flagOf, hasField, listOfNames, type RecordView, reportUnstated, textOf } from '../records/fields.ts'
import { isSystemMailbox, personOf } from './people.ts'
import { policyNameIn } from './policy-name.ts'
import { type ExchangeReading, type ExchangeRecord, type ReadRecordsOf, reportSide } from './reading.ts'
import { type RecipientType, recipientTypeOf } from './recipient-type.ts'
import type { Side } from './side.ts'

/** The user of a record's mailbox, unless no one signs in to it; reports what happened to it. */
function personIn({ draft, people }: ExchangeReading, view: RecordView, type?: RecipientType): string | undefined {
  const label = `${textOf({ ...view, report: () => {} }, 'displayname') ?? textOf({ ...view, report: () => {} }, 'name') ?? ''}`
  if (isSystemMailbox(view) || type?.use === 'system') {
    cover(draft, view, label, 'unused')
    return undefined
  }
  if (type?.use === 'other') {
    cover(draft, view, label, 'not-imported', 'it has no mailbox here')
    return undefined
  }
  if (type?.use === 'shared' && flagOf(view, 'accountdisabled') !== false) {
    cover(draft, view, label, 'not-imported', 'a shared mailbox, which nobody signs in to')
    return undefined
  }
  const person = personOf(people, view)
  if (person === undefined) {
    cover(draft, view, label, 'not-understood', 'it has neither a user principal name nor an address')
    return undefined
  }
  if (person.byAddress)
    cover(draft, view, person.name, 'assumed', 'the address is used as the user principal name: Get-Mailbox')
  else cover(draft, view, person.name, 'understood')
  state(draft, ['users', person.name, 'userPrincipalName'], person.name, view.record.at)
  return person.name
}

function readSwitches({ draft }: ExchangeReading, { view }: ExchangeRecord, person: string): void {
  for (const key of mailboxSwitchNames) {
    const field = key.toLowerCase()
    if (!hasField(view, field)) continue
    stateField(draft, ['users', person, 'mailboxSwitches', key], flagOf(view, field), view, field)
  }
  for (const field of ['ewsapplicationaccesspolicy', 'ewsallowlist', 'ewsblocklist']) {
    const set = hasField(view, field) ? listOfNames(view, field) : undefined
    if (set !== undefined && set.length > 0) reportUnstated(view, field, set.join(', '))
  }
}

/** Reads Get-CASMailbox: the switches of each mailbox, null if it follows the organization. */
export const readClientAccess: ReadRecordsOf = (reading, records) => {
  for (const record of records) {
    const person = personIn(reading, record.view)
    if (person !== undefined) readSwitches(reading, record, person)
  }
}

const noArchive = /^0{8}-(?:0{4}-){3}0{12}$/

/** Where the archive of a mailbox is: none, next to it, or in the cloud; undefined if it is on the way or not said. */
function archiveOf(view: RecordView, side: Side): string | undefined {
  const stated = textOf(view, 'archivestate')
  if (typeof stated === 'string') {
    const word = stated.toLowerCase()
    if (word === 'none') return 'none'
    if (word === 'local') return side
    if (word === 'hostedprovisioned') return 'exchange-online'
    return word === 'onpremise' ? 'exchange-server' : undefined
  }
  const guid = textOf({ ...view, report: () => {} }, 'archiveguid')
  return typeof guid === 'string' && noArchive.test(guid) ? 'none' : undefined
}

function readHome({ draft }: ExchangeReading, view: RecordView, person: string, home: Side, own: Side): void {
  state(draft, ['users', person, 'mailbox'], home, view.record.at)
  const field = hasField(view, 'archivestate') ? 'archivestate' : 'archiveguid'
  stateField(draft, ['users', person, 'archive'], archiveOf(view, own), view, field)
}

/** Reads Get-Mailbox of either Exchange: where the mailbox and the archive of each person are. */
export const readMailboxes: ReadRecordsOf = (reading, records) => {
  for (const { view, side } of records) {
    const person = personIn(reading, view, recipientTypeOf(view))
    if (person === undefined) continue
    if (side === undefined) reportSide(view)
    else readHome(reading, view, person, side, side)
  }
}

/** Reads Get-RemoteMailbox: people of the on-premises directory whose mailbox is in the cloud. */
export const readRemoteMailboxes: ReadRecordsOf = (reading, records) => {
  for (const { view } of records) {
    const person = personIn(reading, view, recipientTypeOf(view))
    if (person !== undefined) readHome(reading, view, person, 'exchange-online', 'exchange-server')
  }
}

const otherSide = (type: RecipientType, side: Side | undefined): Side | undefined =>
  type.remote ? 'exchange-online' : side

/** Reads Get-User: the authentication policy of each person, and where the mailbox is if it says so. */
export const readUsers: ReadRecordsOf = (reading, records) => {
  for (const { view, side } of records) {
    const type = recipientTypeOf(view)
    const person = personIn(reading, view, type?.use === 'other' ? undefined : type)
    if (person === undefined) continue
    const policy = textOf(view, 'authenticationpolicy')
    const name = typeof policy === 'string' ? policyNameIn(policy) : undefined
    stateField(reading.draft, ['users', person, 'authenticationPolicy'], name, view, 'authenticationpolicy')
    const home = type?.use === 'person' ? otherSide(type, side) : undefined
    stateField(reading.draft, ['users', person, 'mailbox'], home, view, 'recipienttypedetails')
  }
}
