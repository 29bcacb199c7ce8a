import type { User } from '../tenant/tenant.ts'

/** What services know of a person before anybody is asked for a credential: where things are, and their switches. */
export interface Holdings {
  readonly mailbox?: User['mailbox'] | undefined
  readonly archive?: User['archive'] | undefined
  readonly registrar?: User['registrar'] | undefined
  readonly mailboxSwitches: User['mailboxSwitches']
  readonly authenticationPolicy?: User['authenticationPolicy'] | undefined
  /** The domain by which a client looks for the mailbox. */
  readonly mailDomain: string
}

/** The most kinds of holdings that are kept. */
const capacity = 10_000
const kinds = new Map<string, Holdings>()
const ofUser = new WeakMap<User, Holdings>()

/** The holdings of a user: the same object for all who hold the same, so that what follows from them is found once. */
export function holdingsOf(user: User): Holdings {
  const known = ofUser.get(user)
  if (known !== undefined) return known
  const { mailbox, archive, registrar, mailboxSwitches, authenticationPolicy } = user
  const mailDomain = user.domain?.name ?? user.userPrincipalName.split('@')[1] ?? ''
  const holdings: Holdings = { mailbox, archive, registrar, mailboxSwitches, authenticationPolicy, mailDomain }
  // Text of a missing property is left out, and no property holds what another could be taken for.
  const kind = JSON.stringify(holdings)
  const shared = kinds.get(kind) ?? holdings
  if (kinds.size >= capacity) kinds.clear()
  kinds.set(kind, shared)
  ofUser.set(user, shared)
  return shared
}
