import { own } from '../../vocabulary/own.ts'
/** What an event of the tenant file says, by the keys it has there. */
export type EventDetails = Readonly<Record<string, unknown>>

type Sentence = (said: (key: string) => string, details: EventDetails) => string

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** `name = value` of each switch, as the file has them. */
function switches(value: unknown): string {
  if (typeof value !== 'object' || value === null) return text(value)
  return Object.entries(value)
    .map(([name, one]) => `${name} = ${text(one)}`)
    .join(', ')
}

/** ` on-premises` or ` in the cloud`, where the file says so. */
function where({ directory }: EventDetails): string {
  if (directory === undefined) return ''
  return directory === 'cloud' ? ' in the cloud' : ' on-premises'
}

const on = (value: unknown): string => (value === true ? 'turned on' : 'turned off')

function upgrade(said: (key: string) => string, { to, build, registry }: EventDetails): string {
  const becomes = [
    ...(to === undefined ? [] : [`becomes ${said('to')}`]),
    ...(build === undefined ? [] : [`gets build ${said('build')}`]),
    ...(registry === undefined ? [] : [`gets the registry values ${switches(registry)}`]),
  ]
  return `${said('client')} ${becomes.join(' and ') || 'is upgraded'}`
}

const sentences: Readonly<Record<string, Sentence>> = {
  'app-password-created': (said) => `${said('user')} creates the app password “${said('name')}”`,
  'app-password-deleted': (said) => `${said('user')} deletes the app password “${said('name')}”`,
  'app-passwords-deleted': (said) => `all app passwords of ${said('user')} are deleted`,
  'password-reset': (said) => `the account password of ${said('user')} is reset`,
  'mfa-state-changed': (said) => `per-user MFA of ${said('user')} becomes ${said('perUserMfaState')}`,
  'first-signed-in': (said) => `${said('user')} signs in interactively for the first time`,
  'registration-completed': (said) => `${said('user')} completes the registration for MFA`,
  'account-disabled': (said, details) => `the account of ${said('user')} is disabled${where(details)}`,
  'account-enabled': (said, details) => `the account of ${said('user')} is enabled${where(details)}`,
  'account-deleted': (said, details) => `the account of ${said('user')} is deleted${where(details)}`,
  'account-state-changed': (said) => `the account of ${said('user')} on-premises becomes ${said('state')}`,
  'app-passwords-setting-changed': (said, { by }) =>
    `app passwords become ${said('appPasswords')}${by === undefined ? '' : `, by ${said('by')}`}`,
  'policy-enabled': (said) => `the policy “${said('policy')}” is enabled`,
  'policy-state-changed': (said) => `the policy “${said('policy')}” becomes ${said('state')}`,
  'security-defaults-changed': (_, { isEnabled }) => `security defaults are ${on(isEnabled)}`,
  'user-setting-changed': (said, { settings }) => `${said('user')} gets ${switches(settings)}`,
  'mfa-setting-changed': (_, { settings }) => `multifactor authentication gets ${switches(settings)}`,
  'workload-setting-changed': (said, { settings }) => `${said('workload')} gets ${switches(settings)}`,
  'domain-authentication-changed': (said, { identityProvider, managedSignIn }) => {
    const by = identityProvider ?? managedSignIn
    return `the domain ${said('domain')} becomes ${said('authenticationType')}${by === undefined ? '' : ` (${text(by)})`}`
  },
  'client-upgraded': upgrade,
  'account-added-again': (said) => `the account is added again to ${said('client')}`,
  'device-restored-from-backup': (said) => `the device of ${said('client')} is restored from a backup`,
  'mailbox-moved': (said, { archive }) =>
    `the mailbox of ${said('user')} moves to ${said('mailbox')}${archive === undefined ? '' : `, the archive to ${said('archive')}`}`,
}

/** An event of the tenant file as a phrase; a type without words of its own says its keys. */
export function eventWords(type: string, details: EventDetails): string {
  const sentence = own(sentences, type)
  if (sentence !== undefined) return sentence((key) => text(details[key] ?? '?'), details)
  const keys = switches(details)
  return keys === '' ? type : `${type} (${keys})`
}
