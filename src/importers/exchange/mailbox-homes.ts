import { type RecordView, textOf } from '../records/fields.ts'
import { signInNameIn } from './people.ts'
import type { ExchangeRecord } from './reading.ts'
import { recipientTypeOf } from './recipient-type.ts'
import type { Side } from './side.ts'

/** A mailbox of which some export says where it is. */
interface Mailbox {
  readonly owner: string | undefined
  readonly side: Side
}

/** Mailboxes by what they are called. */
export type MailboxHomes = ReadonlyMap<string, Mailbox | 'several'>

const names = [
  ...['userprincipalname', 'primarysmtpaddress', 'windowsemailaddress', 'identity', 'name', 'displayname', 'alias'],
  ...['guid', 'exchangeguid', 'externaldirectoryobjectid', 'distinguishedname', 'samaccountname', 'legacyexchangedn'],
]

function textsOf(view: RecordView): readonly string[] {
  const silent = { ...view, report: () => {} }
  return names.flatMap((field) => {
    const text = textOf(silent, field)
    return typeof text === 'string' ? [text.toLowerCase()] : []
  })
}

function sideOf({ view, side }: ExchangeRecord, isRemote: boolean): Side | undefined {
  return isRemote || recipientTypeOf({ ...view, report: () => {} })?.remote === true ? 'exchange-online' : side
}

/** The location of each mailbox, by all of its names; a name used on both sides identifies neither. */
export function mailboxHomes(mailboxes: readonly ExchangeRecord[], remote: readonly ExchangeRecord[]): MailboxHomes {
  const homes = new Map<string, Mailbox | 'several'>()
  const add = (record: ExchangeRecord, isRemote: boolean): void => {
    const side = sideOf(record, isRemote)
    if (side === undefined) return
    const owner = signInNameIn(record.view)
    for (const name of textsOf(record.view)) {
      const known = homes.get(name)
      if (known === undefined) homes.set(name, { owner, side })
      else if (known !== 'several' && known.side !== side) homes.set(name, 'several')
    }
  }
  for (const record of mailboxes) add(record, false)
  for (const record of remote) add(record, true)
  return homes
}

/** The mailbox with a name, which may have the container of the object in front of it. */
export function mailboxNamed(homes: MailboxHomes, name: string): Mailbox | 'several' | undefined {
  const whole = name.toLowerCase()
  return homes.get(whole) ?? homes.get(whole.slice(whole.lastIndexOf('/') + 1))
}
