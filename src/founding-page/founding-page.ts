/** One statement of the page on app passwords, in our words, and what in the product it became. */
export interface FoundingStatement {
  readonly number: number
  readonly part: 'Clients and MFA' | 'Hybrid' | 'Names' | 'Federation' | 'Administration'
  readonly statement: string
  /** Rules, findings of `authplan check` and kinds of gaps that carry it; each is needed by a scenario. */
  readonly carriedBy: readonly string[]
}

/** Every statement of the page; scenarios carry the tag `@founding-NUMBER`. */
export const foundingStatements: readonly FoundingStatement[] = [
  {
    number: 1,
    part: 'Clients and MFA',
    statement:
      'Older non-browser programs cannot prompt for a second factor: once MFA is enforced, the account password fails in them.',
    carriedBy: ['ACC-1'],
  },
  {
    number: 2,
    part: 'Clients and MFA',
    statement: 'An app password instead of the account password signs them in without a further prompt.',
    carriedBy: ['SFO-3', 'CRED-2', 'VER-4'],
  },
  {
    number: 3,
    part: 'Clients and MFA',
    statement:
      'Office 2013 and later can use modern authentication, Office 2013 only if it is turned on; then no app password is needed.',
    carriedBy: ['CRED-3', 'ORD-11', 'ORD-8', 'ORD-5'],
  },
  {
    number: 4,
    part: 'Clients and MFA',
    statement: 'App passwords do not work where modern authentication is required.',
    carriedBy: ['ACC-3', 'GATE-6'],
  },
  {
    number: 5,
    part: 'Clients and MFA',
    statement: 'App passwords are generated, not chosen, and stored by the client that uses them.',
    carriedBy: ['SELF-6'],
  },
  {
    number: 6,
    part: 'Clients and MFA',
    statement: 'A user has at most 40 app passwords; another one requires deleting one first.',
    carriedBy: ['SELF-3', 'CON-26'],
  },
  {
    number: 7,
    part: 'Clients and MFA',
    statement: 'Most non-browser programs accept app passwords once MFA is enforced; enabled is not enforced.',
    carriedBy: ['MFA-13', 'MFA-16'],
  },
  {
    number: 8,
    part: 'Clients and MFA',
    statement: 'App passwords cannot be used for administration through a non-browser program, even by administrators.',
    carriedBy: ['ACC-4', 'CRED-12'],
  },
  {
    number: 9,
    part: 'Clients and MFA',
    statement:
      'Scripts sign in with a service account that is not enforced; this advice is superseded: applications sign in as themselves.',
    carriedBy: ['CRED-5', 'TEN-10', 'CRED-7'],
  },
  {
    number: 10,
    part: 'Clients and MFA',
    statement: 'Resetting the account password does not revoke app passwords; they have to be deleted.',
    carriedBy: ['APP-1', 'ACC-5', 'TEN-14', 'app-password-outlives'],
  },
  {
    number: 11,
    part: 'Hybrid',
    statement: 'A client that also uses its stored password on-premises fails: the app password is unknown there.',
    carriedBy: ['ACC-2', 'CRED-1'],
  },
  {
    number: 12,
    part: 'Hybrid',
    statement: 'A client that asks autodiscover on-premises and in the cloud would need two passwords for one prompt.',
    carriedBy: ['CRED-1', 'CRED-2', 'ACC-1', 'ACC-2', 'two-credentials-one-prompt'],
  },
  {
    number: 13,
    part: 'Names',
    statement: 'An app password is created for and named after a device, not for each program.',
    carriedBy: ['TEN-9'],
  },
  {
    number: 14,
    part: 'Federation',
    statement:
      'Microsoft Entra ID verifies app passwords and bypasses federation, which is involved only during setup.',
    carriedBy: ['VER-4', 'VER-6'],
  },
  {
    number: 15,
    part: 'Federation',
    statement: 'The identity provider is not contacted for an app password, unlike in the passive flow.',
    carriedBy: ['VER-4', 'VER-6'],
  },
  {
    number: 16,
    part: 'Federation',
    statement:
      "A leaver's account is disabled through directory synchronization; until then an app password is still accepted.",
    carriedBy: ['ACCT-2', 'ACCT-1', 'ACC-16', 'app-password-outlives'],
  },
  {
    number: 17,
    part: 'Federation',
    statement: 'On-premises access rules do not apply to app passwords.',
    carriedBy: ['ACC-18', 'IDP-1', 'IDP-3'],
  },
  {
    number: 18,
    part: 'Federation',
    statement: 'No on-premises log records a sign-in with an app password.',
    carriedBy: ['VER-4', 'VER-6', 'no-on-premises-audit'],
  },
  {
    number: 19,
    part: 'Federation',
    statement: 'Advanced architectures need a combination of credentials, depending on who verifies the secret.',
    carriedBy: ['CRED-1', 'CRED-2', 'VER-4'],
  },
  {
    number: 20,
    part: 'Federation',
    statement:
      'The worked example: Skype for Business on-premises accepts the account password, Exchange Online the app password.',
    carriedBy: ['CRED-1', 'CRED-2'],
  },
  {
    number: 21,
    part: 'Administration',
    statement:
      'By default users cannot create app passwords; a tenant setting, changed by at least an Authentication Policy Administrator, allows it.',
    carriedBy: ['SELF-1', 'SELF-6', 'TEN-15', 'CRED-13'],
  },
  {
    number: 22,
    part: 'Administration',
    statement:
      'When the setting is turned off again, existing app passwords keep working, but users cannot manage or delete them.',
    carriedBy: ['SELF-4', 'SELF-1', 'APP-1', 'ACC-5', 'app-password-outlives'],
  },
  {
    number: 23,
    part: 'Administration',
    statement: 'A policy that blocks legacy authentication also blocks existing app passwords.',
    carriedBy: ['POL-3', 'CRED-2'],
  },
  {
    number: 24,
    part: 'Administration',
    statement:
      'An app password is offered when the registration for MFA ends, and later created on the security information page.',
    carriedBy: ['SELF-2', 'SELF-6'],
  },
  {
    number: 25,
    part: 'Administration',
    statement:
      'Per-user MFA is disabled, enabled or enforced; completing the registration moves a user from enabled to enforced.',
    carriedBy: ['MFA-17', 'MFA-16', 'MFA-14', 'MFA-13', 'MFA-12', 'APP-4', 'CRED-13'],
  },
  {
    number: 26,
    part: 'Administration',
    statement:
      'Inside trusted addresses the second factor is skipped; an old client needs its app password there only if one exists.',
    carriedBy: ['MFA-10', 'MFA-11', 'MFA-13'],
  },
]

/** The tag of the scenarios of a statement. */
export const foundingTag = (number: number): string => `@founding-${number}`
