import { formatInstant } from '../../source/text/parse-values.ts'
import type { Rows } from '../scenario/rows.ts'
import { changeTenant } from '../scenario/take-tenant.ts'
import { instantOf, type SignInWorld, setInstant } from '../scenario/world.ts'
import { type StepDefinition, step, tableStep } from './definition.ts'
import { records } from './tables.ts'

/** Adds an event at the current instant of the scenario. */
function happens(world: SignInWorld, type: string, details: Readonly<Record<string, unknown>>): void {
  const at = formatInstant(instantOf(world))
  changeTenant(world, JSON.stringify({ events: [{ at, type, ...details }] }))
}

function declareEvents(world: SignInWorld, rows: Rows): void {
  changeTenant(world, JSON.stringify({ events: records(rows) }))
}

const switches: readonly StepDefinition[] = [
  step(
    'When',
    'the per-user MFA state of {user} becomes {string}',
    {
      says: 'the per-user MFA state is set now: disabled, enabled or enforced',
      example: 'When the per-user MFA state of the finance lead becomes "enabled"',
    },
    (world, user, perUserMfaState) => happens(world, 'mfa-state-changed', { user, perUserMfaState }),
  ),
  step(
    'When',
    '{user} completes the registration for MFA',
    {
      says: 'the user is registered from now on',
      example: 'When the finance lead completes the registration for MFA',
    },
    (world, user) => happens(world, 'registration-completed', { user }),
  ),
  step(
    'When',
    'the tenant starts to allow app passwords',
    { says: 'users can create app passwords from now on', example: 'When the tenant starts to allow app passwords' },
    (world) => happens(world, 'app-passwords-setting-changed', { appPasswords: 'allowed' }),
  ),
  step(
    'When',
    'the tenant stops allowing app passwords',
    {
      says: 'users cannot create app passwords from now on',
      example: 'When the tenant stops allowing app passwords',
    },
    (world) => happens(world, 'app-passwords-setting-changed', { appPasswords: 'blocked' }),
  ),
  step(
    'When',
    '{user} stops allowing app passwords in the tenant',
    {
      says: 'an administrator stops users from creating app passwords from now on',
      example: 'When the Exchange administrator stops allowing app passwords in the tenant',
    },
    (world, by) => happens(world, 'app-passwords-setting-changed', { appPasswords: 'blocked', by }),
  ),
  step(
    'When',
    'the policy {policy} is enabled',
    {
      says: 'a Conditional Access policy is enabled now',
      example: 'When the policy "Block legacy authentication" is enabled',
    },
    (world, policy) => happens(world, 'policy-enabled', { policy }),
  ),
  step(
    'When',
    'the state of the policy {policy} becomes {string}',
    {
      says: "the state of a Conditional Access policy changes now, in Graph's terms",
      example: 'When the state of the policy "Block legacy authentication" becomes "disabled"',
    },
    (world, policy, state) => happens(world, 'policy-state-changed', { policy, state }),
  ),
  step(
    'When',
    'the client {client} is upgraded to {client}',
    {
      says: 'a client is replaced by another catalog client now',
      example: 'When the client Outlook 2010 is upgraded to "outlook-2016"',
    },
    (world, client, to) => happens(world, 'client-upgraded', { client, to }),
  ),
  step(
    'When',
    'the account is added again to the client {client}',
    {
      says: 'the account is removed from a client and added again now',
      example: 'When the account is added again to the client "Outlook 2010"',
    },
    (world, client) => happens(world, 'account-added-again', { client }),
  ),
  step(
    'When',
    'the device of the client {client} is restored from a backup',
    {
      says: 'the device is restored from a backup now',
      example: 'When the device of the client "Outlook 2010" is restored from a backup',
    },
    (world, client) => happens(world, 'device-restored-from-backup', { client }),
  ),
  step(
    'When',
    'the mailbox of {user} moves to {workload}',
    { says: 'a mailbox is moved now', example: 'When the mailbox of the finance lead moves to "exchange-online"' },
    (world, user, mailbox) => happens(world, 'mailbox-moved', { user, mailbox }),
  ),
]

/** Steps that advance the clock and add events. */
export const whenTimePasses: readonly StepDefinition[] = [
  step(
    'When',
    'the date becomes {date}',
    { says: 'sets the clock to a date or an instant', example: 'When the date becomes 2026-11-22' },
    setInstant,
  ),
  step(
    'When',
    '{duration} pass/passes',
    { says: 'advances the clock', example: 'When two hours pass' },
    (world, duration) => setInstant(world, instantOf(world) + duration),
  ),
  tableStep(
    'Given',
    'these events happen:',
    {
      says: 'declares dated events; the columns are the keys of an event in the tenant file',
      example:
        'Given these events happen:\n  | at         | type           | user                     |\n  | 2019-10-02 | password-reset | finance.lead@contoso.com |',
    },
    declareEvents,
  ),
  step(
    'When',
    '{user} creates the app password {string}',
    { says: 'an app password exists from now on', example: 'When the finance lead creates the app password "Tablet"' },
    (world, user, name) => happens(world, 'app-password-created', { user, name }),
  ),
  step(
    'When',
    '{user} deletes the app password {string}',
    {
      says: 'an app password no longer exists from now on',
      example: 'When the finance lead deletes the app password "Laptop"',
    },
    (world, user, name) => happens(world, 'app-password-deleted', { user, name }),
  ),
  step(
    'When',
    'an administrator deletes all app passwords of {user}',
    {
      says: 'all app passwords of a user are removed from now on',
      example: 'When an administrator deletes all app passwords of the finance lead',
    },
    (world, user) => happens(world, 'app-passwords-deleted', { user }),
  ),
  step(
    'When',
    'the account password of {user} is reset',
    { says: 'the account password is reset now', example: 'When the account password of the finance lead is reset' },
    (world, user) => happens(world, 'password-reset', { user }),
  ),
  step(
    'When',
    'the account of {user} is disabled on-premises',
    {
      says: 'the account is disabled in Active Directory now',
      example: 'When the account of the finance lead is disabled on-premises',
    },
    (world, user) => happens(world, 'account-disabled', { user, directory: 'on-premises' }),
  ),
  step(
    'When',
    'the account of {user} is deleted on-premises',
    {
      says: 'the account is deleted in Active Directory now',
      example: 'When the account of the finance lead is deleted on-premises',
    },
    (world, user) => happens(world, 'account-deleted', { user, directory: 'on-premises' }),
  ),
  step(
    'When',
    'the account of {user} is enabled on-premises',
    {
      says: 'the account is enabled in Active Directory now',
      example: 'When the account of the finance lead is enabled on-premises',
    },
    (world, user) => happens(world, 'account-enabled', { user, directory: 'on-premises' }),
  ),
  step(
    'When',
    'the account of {user} is disabled in the cloud',
    {
      says: 'the account is disabled in Entra ID now',
      example: 'When the account of the finance lead is disabled in the cloud',
    },
    (world, user) => happens(world, 'account-disabled', { user, directory: 'cloud' }),
  ),
  ...switches,
]
