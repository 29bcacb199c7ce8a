import { isInDispute } from '../../tenant/in-dispute.ts'
import { type Known, type LegFacts, missing } from '../../vocabulary/facts.ts'
import type { LegContext } from '../leg-context.ts'
import { mailboxHome } from '../plan-legs.ts'

/** What rules can read about a user who opens public folders, or sends with High Volume Email. */
export function addBesideMailbox(facts: LegFacts, context: LegContext): void {
  const { leg, protocol } = context.request
  if (leg === 'public-folders') facts.publicFolders = publicFoldersOf(context)
  if (protocol === 'smtp-hve') facts.hveAccount = hveAccountOf(context)
}

/** The organization with the public folders must know the user: it does, if the account is synchronized. */
function publicFoldersOf({ tenant, user, request }: LegContext): Known<'publicFolders'> {
  const own = mailboxHome(tenant, user)
  if (own === undefined || own === 'none') return 'here'
  if (tenant.workloads.get(own)?.settings['PublicFoldersEnabled'] === 'None') return 'none'
  if (own === request.relyingParty) return 'here'
  if (isInDispute(user, 'onPremisesSyncEnabled')) return missing
  return user.synced ? 'across' : 'across-unknown'
}

/** As stated; an account with a mailbox is an ordinary one. */
function hveAccountOf({ client, user }: LegContext): Known<'hveAccount'> {
  if (client.product.appOnly !== undefined) {
    if (user.mailboxAccess === undefined) return missing
    return user.mailboxAccess === 'granted' ? 'yes' : 'not-allowed'
  }
  if (user.hveAccount !== undefined) return user.hveAccount ? 'yes' : 'no'
  return user.mailbox === undefined || user.mailbox === 'none' ? missing : 'no'
}
