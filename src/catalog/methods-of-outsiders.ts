/**
 * Second factors that a person of another tenant can give in this one, lower-cased, with the first factor at home before
 * them; everything else counts only as MFA of a trusted home tenant.
 */
export const methodsGivenByOutsiders: ReadonlySet<string> = new Set([
  'password',
  'federatedsinglefactor',
  'microsoftauthenticatorpush',
  'softwareoath',
  'sms',
  'voice',
])
