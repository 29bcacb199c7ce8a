import type { PolicyPrincipal } from './sign-in.ts'

/** Whether the account of a principal is at home elsewhere. */
export function isOutsider({ accountHome, guestType }: PolicyPrincipal): boolean {
  if (accountHome !== undefined) return accountHome !== 'here'
  return guestType !== undefined && guestType !== 'internalGuest'
}

/** Whether it is at home where there is no tenant: with a Microsoft account, another identity provider, or a mailed code. */
export const isWithoutTenant = ({ accountHome }: Pick<PolicyPrincipal, 'accountHome'>): boolean =>
  accountHome === 'other-identity-provider' ||
  accountHome === 'microsoft-account' ||
  accountHome === 'one-time-passcode'

/** Whether it uses shared channels by direct connect, without an account here. */
export const isOfDirectConnect = ({ accountHome, guestType }: PolicyPrincipal): boolean =>
  accountHome === 'direct-connect' || (accountHome === undefined && guestType === 'b2bDirectConnectUser')
