import { type RecordView, textOf } from '../records/fields.ts'

/** The numbers under which directories keep the kind of a recipient, as JSON exports write them. */
const numbers: Readonly<Record<string, string>> = {
  '1': 'UserMailbox',
  '2': 'LinkedMailbox',
  '4': 'SharedMailbox',
  '16': 'RoomMailbox',
  '32': 'EquipmentMailbox',
  '128': 'MailUser',
  '8388608': 'ArbitrationMailbox',
  '536870912': 'DiscoveryMailbox',
  '2147483648': 'RemoteUserMailbox',
  '8589934592': 'RemoteRoomMailbox',
  '17179869184': 'RemoteEquipmentMailbox',
  '34359738368': 'RemoteSharedMailbox',
}

/** What a recipient is: someone with a mailbox, a mailbox that people share, one of the system, or something else. */
export interface RecipientType {
  readonly use: 'person' | 'shared' | 'system' | 'other'
  /** Whether the mailbox is in the other Exchange. */
  readonly remote: boolean
}

/** The recipient type stated by a record; undefined if absent. */
export function recipientTypeOf(view: RecordView): RecipientType | undefined {
  const text = textOf(view, 'recipienttypedetails')
  if (typeof text !== 'string') return undefined
  const word = (Object.hasOwn(numbers, text) ? (numbers[text] ?? text) : text).toLowerCase()
  const remote = word.startsWith('remote')
  const kind = remote ? word.slice('remote'.length) : word
  if (['usermailbox', 'linkedmailbox', 'legacymailbox'].includes(kind)) return { use: 'person', remote }
  if (/^(?:shared|room|equipment|scheduling|team|group)mailbox$|^linkedroommailbox$/.test(kind))
    return { use: 'shared', remote }
  return { use: /mailbox$|plan$/.test(kind) ? 'system' : 'other', remote }
}
