import { fact, noYes } from './row.ts'

/** What policies and tenant-wide settings demand. */
export const policiesFacts = {
  policyDecision: fact(
    [
      'allow',
      'block',
      'controls-required',
      'cannot-satisfy',
      'device-not-compliant',
      'device-not-joined',
      'app-not-approved',
      'platform-unsupported',
      'methods-not-enough',
      'token-not-bound',
    ],
    { words: 'combined decision of the policies', of: 'policies' },
  ),
  policyDemandsMfa: fact(['no', 'yes', 'met', 'elsewhere', 'met-elsewhere'], {
    words: 'a policy requires MFA',
    of: 'policies',
  }),
  stepUp: fact(['possible', 'impossible'], {
    words: 'policies of an action in the middle of a session',
    of: 'policies',
  }),
  registration: fact(['possible', 'blocked', 'blocked-by-risk', 'no-method', 'certificate-scope'], {
    words: 'registration of a method at this sign-in',
    of: 'policies',
  }),
  securityDefaults: fact(['off', 'on'], { words: 'security defaults', of: 'tenant' }),
  guestPasscode: fact(['on', 'off'], { words: 'email one-time passcodes of guests', of: 'tenant' }),
  mandatoryMfa: fact(noYes, { words: 'mandatory MFA by the vendor', of: 'tenant' }),
  azureManagement: fact(noYes, { words: 'Azure management purpose', of: 'tenant' }),
  registrationGrace: fact(['none', 'available'], { words: 'whether registration can still be put off', of: 'user' }),
  policyGrant: fact(['block', 'controls', 'session-only', 'not-understood'], {
    words: 'grant of the policy',
    of: 'policies',
  }),
  policyState: fact(['enabled', 'report-only'], { words: 'state of the policy', of: 'policies' }),
}
