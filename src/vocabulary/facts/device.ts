import { unlockMethods } from '../tokens.ts'
import { fact, noYes, yesNo } from './row.ts'

/** What is known of a device, of how someone signed in to it, and of what that leaves behind. */
export const deviceFacts = {
  deviceJoin: fact(['entra-joined', 'hybrid-joined', 'registered', 'domain-joined', 'none'], {
    words: 'device join type',
    of: 'client',
  }),
  deviceSystem: fact(['windows', 'macOS', 'mobile', 'other'], {
    words: 'operating system of the device',
    of: 'client',
  }),
  unlockMethod: fact(unlockMethods, { words: 'sign-in to the device', of: 'sign-in' }),
  unlockOnline: fact(yesNo, { words: 'the device was online when it was unlocked', of: 'sign-in' }),
  helloTrust: fact(['cloud-kerberos', 'key', 'certificate'], {
    words: 'trust type of Windows Hello for Business',
    of: 'client',
  }),
  entraKerberos: fact(yesNo, { words: 'Microsoft Entra Kerberos server object', of: 'tenant' }),
  ticketReplication: fact(['allowed', 'denied'], {
    words: 'whether the replication policy of the Microsoft Entra Kerberos object admits the account',
    of: 'user',
  }),
  domainController: fact(['in-reach', 'out-of-reach'], { words: 'domain controller', of: 'network' }),
  accountSynced: fact(yesNo, { words: 'the account is synchronized from Active Directory', of: 'user' }),
  tokenLost: fact(['no', 'yes', 'expired'], { words: 'the primary refresh token is lost', of: 'sign-in' }),
  tokenUpgraded: fact(noYes, {
    words: 'a second factor given to an app on the device since',
    of: 'sign-in',
  }),
  deviceToken: fact(['none', 'first-factor', 'multifactor'], { words: 'primary refresh token', of: 'answer' }),
  deviceTicket: fact(['none', 'at-sign-in', 'on-use'], { words: 'Kerberos ticket', of: 'answer' }),
  tokenReach: fact(['reaches', 'private-window', 'another-profile', 'no-single-sign-on', 'no-broker'], {
    words: 'whether the client can use the token of the device',
    of: 'client',
  }),
  signInAge: fact(['within', 'past'], {
    words: 'age of the sign-in compared with the sign-in frequency',
    of: 'policies',
  }),
  cachedToken: fact(['none', 'held'], { words: 'token from an earlier sign-in with this client', of: 'sign-in' }),
  seamlessSso: fact(['off', 'on'], { words: 'seamless single sign-on', of: 'domain' }),
  clientTakesTicket: fact(yesNo, { words: 'the client takes part in Kerberos single sign-on', of: 'client' }),
}
