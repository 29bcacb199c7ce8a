import { cover, state } from '../records/draft.ts'
import { flagOf, listOfNames, type RecordView, textOf } from '../records/fields.ts'
import { type MailboxHomes, mailboxNamed } from './mailbox-homes.ts'
import { type ExchangeReading, type ExchangeRecord, type ReadRecordsOf, reportSide } from './reading.ts'
import type { ServicePrincipals } from './service-principals.ts'
import type { Side } from './side.ts'

/** The right to open a mailbox is the lowest bit of the numeric form, so its values are odd. */
const opensMailbox = (right: string): boolean => /^FullAccess$/i.test(right) || /^\d*[13579]$/.test(right)

/** Accounts of the system, and accounts that no longer exist. */
const noPerson =
  /^(?:NT AUTHORITY\\|S-1-5-|NT:S-1-5-)|\\(?:Exchange (?:Servers|Services|Trusted Subsystem)|Organization Management)$/i

/** Who opens a mailbox, by what the permission calls them. */
function personNamed({ people }: ExchangeReading, trustee: string): string | undefined {
  if (/^[^\s@\\]+@[^\s@]+$/.test(trustee)) return people.get(`primarysmtpaddress\n${trustee.toLowerCase()}`) ?? trustee
  const account = trustee.slice(trustee.lastIndexOf('\\') + 1).toLowerCase()
  return ['samaccountname', 'identity', 'guid'].flatMap((field) => people.get(`${field}\n${account}`) ?? [])[0]
}

interface Grant {
  readonly view: RecordView
  readonly trustee: string
  readonly home: Side
  readonly owner: string | undefined
}

/** The grant that a record states: an account may open a mailbox other than its own. Other records are only counted. */
function grantOf({ draft }: ExchangeReading, { view, side }: ExchangeRecord, homes: MailboxHomes): Grant | undefined {
  const [mailbox, trustee] = [textOf(view, 'identity'), textOf(view, 'user')]
  const opens = (listOfNames(view, 'accessrights') ?? []).some(opensMailbox)
  const counts = opens && flagOf(view, 'deny') !== true && flagOf(view, 'isinherited') !== true
  if (!counts || typeof trustee !== 'string' || noPerson.test(trustee)) {
    cover(draft, view, '', 'unused')
    return undefined
  }
  const named = typeof mailbox === 'string' ? mailboxNamed(homes, mailbox) : undefined
  const home = named === undefined || named === 'several' ? side : named.side
  if (home === undefined) {
    cover(draft, view, `${mailbox ?? ''}`, 'not-understood', 'where the mailbox is, is not in the exports: Get-Mailbox')
    reportSide(view)
    return undefined
  }
  return { view, trustee, home, owner: named === undefined || named === 'several' ? undefined : named.owner }
}

/**
 * States where the mailboxes are that an account can open. The tenant file has one value for that, so mailboxes on both
 * sides stay open.
 */
function stateHomes(
  { draft }: ExchangeReading,
  person: string,
  key: 'sharedMailbox' | 'mailbox',
  grants: readonly Grant[],
): void {
  const homes = new Set(grants.map(({ home }) => home))
  for (const { view, home } of grants) {
    if (homes.size === 1) {
      cover(draft, view, person, 'understood')
      state(draft, ['users', person, key], home, view.record.at)
    } else cover(draft, view, person, 'not-understood', `it opens mailboxes on both sides, and \`${key}\` names one`)
  }
}

/** Reads Get-MailboxPermission: where the mailboxes are that users and programs can open in addition to their own. */
export function mailboxPermissions(homes: MailboxHomes, programs: ServicePrincipals): ReadRecordsOf {
  return (reading, records) => {
    const { draft } = reading
    const grants = new Map<string, Grant[]>()
    for (const record of records) {
      const grant = grantOf(reading, record, homes)
      if (grant === undefined) continue
      const person = programs.get(grant.trustee.toLowerCase()) ?? personNamed(reading, grant.trustee)
      if (person === undefined)
        cover(
          draft,
          grant.view,
          grant.trustee,
          'assumed',
          'members of a group open a mailbox: set `sharedMailbox` of users',
        )
      else if (person.toLowerCase() === grant.owner?.toLowerCase()) cover(draft, grant.view, '', 'unused')
      else grants.set(person, [...(grants.get(person) ?? []), grant])
    }
    const names = new Set(programs.values())
    for (const [person, own] of grants) {
      const isProgram = names.has(person)
      stateHomes(reading, person, isProgram ? 'mailbox' : 'sharedMailbox', own)
      const [first] = own
      if (first === undefined) continue
      if (isProgram) state(draft, ['users', person, 'mailboxAccess'], 'granted', first.view.record.at)
      else state(draft, ['users', person, 'userPrincipalName'], person, first.view.record.at)
    }
  }
}
