import type { FactName } from '../../vocabulary/facts.ts'
import { userSettings } from '../settings/users.ts'
import type { TenantEvent, User } from '../tenant.ts'
import { plainChange, restated, textOf } from './draft.ts'

type Change = (user: User, event: TenantEvent) => User

const changed = (user: User, event: TenantEvent, facts: readonly FactName[], change: Partial<User>): User => ({
  ...user,
  ...restated(user, event, facts),
  ...change,
})

const listed = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

/** Completing the registration makes an enabled user enforced; other states stay. */
function registered(user: User, event: TenantEvent): User {
  const methods = event.details['methods'] === undefined ? user.methods : listed(event.details['methods'])
  const known = { mfaRegistered: true, ...(methods === undefined ? {} : { methods }) }
  if (user.perUserMfaState !== 'enabled') return changed(user, event, ['mfaRegistered'], known)
  return changed(user, event, ['mfaRegistered', 'perUserMfaState'], { ...known, perUserMfaState: 'enforced' })
}

function moved(user: User, event: TenantEvent): User {
  const { mailbox, archive } = event.details
  // The schema allows only homes of a mailbox here.
  const homes = { mailbox, ...(archive === undefined ? {} : { archive }) } as Pick<User, 'mailbox' | 'archive'>
  return changed(user, event, ['service'], homes)
}

/** What each event does to its user. */
export const userEvents: Readonly<Record<string, Change>> = {
  'app-password-created': (user, event) =>
    changed(user, event, ['appPasswordCount'], {
      appPasswords: [...(user.appPasswords ?? []), textOf(event, 'name') ?? ''],
    }),
  'app-password-deleted': (user, event) => {
    const name = textOf(event, 'name')?.toLowerCase()
    if (user.appPasswords === undefined) return user
    const appPasswords = user.appPasswords.filter((one) => one.toLowerCase() !== name)
    return changed(user, event, ['appPasswordCount'], { appPasswords })
  },
  'app-passwords-deleted': (user, event) => changed(user, event, ['appPasswordCount'], { appPasswords: [] }),
  // App passwords outlive it: nothing but an expired password changes.
  'password-reset': (user, event) =>
    user.account.onPremises === 'password-expired'
      ? changed(user, event, ['accountOnPremises'], { account: { ...user.account, onPremises: 'sound' } })
      : user,
  'mfa-state-changed': (user, event) =>
    changed(user, event, ['perUserMfaState'], {
      // The schema allows only the three states.
      perUserMfaState: textOf(event, 'perUserMfaState') as NonNullable<User['perUserMfaState']>,
    }),
  'registration-completed': registered,
  // A later one is not the first.
  'first-signed-in': (user, event) =>
    user.firstInteractiveSignIn !== undefined && user.firstInteractiveSignIn <= event.at
      ? user
      : changed(user, event, ['registrationGrace'], { firstInteractiveSignIn: event.at }),
  'mailbox-moved': moved,
  'user-setting-changed': (user, event) => {
    const { facts, values } = plainChange(userSettings, event)
    return changed(user, event, facts, values)
  },
}
