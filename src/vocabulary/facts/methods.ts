import { fact, noYes, yesNo } from './row.ts'

/** What is known of one combination of authentication methods at one sign-in. */
export const methodsFacts = {
  cloudMethod: fact(noYes, {
    words: 'first factor that Microsoft Entra ID checks itself, such as a passkey',
    of: 'sign-in',
  }),
  externalFactor: fact(noYes, {
    words: 'second factor that is an external method',
    of: 'sign-in',
  }),
  radiusFactor: fact(['carried', 'not-enrolled', 'not-carried', 'no-code-field', 'not-listed', 'not-in-directory'], {
    words: 'methods that a RADIUS connection carries',
    of: 'sign-in',
  }),
  shareAccess: fact(['open', 'no-joined-device', 'outsider', 'cloud-only', 'not-in-directory'], {
    words: 'whether the user gets a ticket for the service',
    of: 'sign-in',
  }),
  methodRegistered: fact(yesNo, { words: 'methods registered', of: 'sign-in' }),
  methodAllowed: fact(['yes', 'no', 'excluded', 'other-keys', 'several-uses'], {
    words: 'methods that the tenant allows',
    of: 'tenant',
  }),
  methodServed: fact(yesNo, { words: 'methods that the vendor still supports', of: 'tenant' }),
  methodPlace: fact(
    ['fits', 'no-hello-device', 'no-mobile-device', 'no-certificate-here', 'no-passkey-here', 'no-passkey-in-module'],
    {
      words: 'client and device support for the methods',
      of: 'sign-in',
    },
  ),
  methodKind: fact(['password', 'passkey', 'hello', 'phone-sign-in', 'notification', 'code', 'telephone', 'other'], {
    words: 'kind of the methods',
    of: 'sign-in',
  }),
  methodEnough: fact(['yes', 'single-factor', 'outside-strength'], { words: 'what the methods prove', of: 'policies' }),
  systemPreferred: fact(['both-factors', 'second-factor', 'off'], {
    words: 'system-preferred authentication',
    of: 'tenant',
  }),
}
