import type { AnsweredBy } from '../../vocabulary/tokens.ts'

/** What answered instead of a user. */
export const answeredByWords = {
  'primary-refresh-token': 'the primary refresh token of the device',
  'kerberos-ticket': 'a Kerberos ticket',
  'cached-token': 'the token of an earlier sign-in',
  'stored-secret': 'the password stored by the client',
} as const satisfies Readonly<Record<AnsweredBy, string>>

/** The same in a cell. */
export const shortAnsweredBy = {
  'primary-refresh-token': 'device token',
  'kerberos-ticket': 'ticket',
  'cached-token': 'earlier sign-in',
  'stored-secret': 'stored password',
} as const satisfies Readonly<Record<AnsweredBy, string>>

/** The label of a sign-in without a prompt. */
export const noPromptSign = '○'
