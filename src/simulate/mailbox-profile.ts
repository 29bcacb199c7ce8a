import { cacheByObject } from '../memory/cache-by-object.ts'
import { declareCache } from '../memory/declared-cache.ts'
import { keep, keyStore, recall } from '../memory/stores.ts'
import type { User } from '../tenant/tenant.ts'

/** What services knows about a user before anyone is asked for a credential: where things are, and their switches. */
export interface MailboxProfile {
  readonly mailbox?: User['mailbox'] | undefined
  readonly archive?: User['archive'] | undefined
  readonly sharedMailbox?: User['sharedMailbox'] | undefined
  readonly mailboxAccess?: User['mailboxAccess'] | undefined
  readonly registrar?: User['registrar'] | undefined
  readonly mailboxSwitches: User['mailboxSwitches']
  readonly authenticationPolicy?: User['authenticationPolicy'] | undefined
  /** The domain by which a client looks for the mailbox. */
  readonly mailDomain: string
}

const kind = declareCache('kinds of mailbox profiles', [
  'mailbox',
  'archive',
  'sharedMailbox',
  'mailboxAccess',
  'registrar',
  'mailboxSwitches',
  'authenticationPolicy',
  'mailDomain',
])
// Invariant: the text of a kind holds every property of it, so equal texts are equal profiles.
const kinds = keyStore<string, MailboxProfile>(kind, 10_000)
// Invariant: a user does not change.
const ofUser = cacheByObject<User, MailboxProfile>('mailbox profile of a user', 'user')

/** The mailbox profile of a user: users with equal profiles share one object, so that derived values are computed once. */
export function mailboxProfileOf(user: User): MailboxProfile {
  return ofUser(user, () => {
    const { mailbox, archive, sharedMailbox, mailboxAccess, registrar, mailboxSwitches, authenticationPolicy } = user
    const mailDomain = user.domain?.name ?? user.userPrincipalName.split('@')[1] ?? ''
    const profile: MailboxProfile = {
      mailbox,
      archive,
      sharedMailbox,
      mailboxAccess,
      registrar,
      mailboxSwitches,
      authenticationPolicy,
      mailDomain,
    }
    const text = textOf(profile)
    return recall(kinds, text) ?? keep(kinds, text, profile)
  })
}

/** Text of a missing property is left out, and no property holds what another could be taken for. */
function textOf(profile: MailboxProfile): string {
  return JSON.stringify(kind.leftOut === undefined ? profile : { ...profile, [kind.leftOut]: undefined })
}
