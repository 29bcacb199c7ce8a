/** The session controls that a policy can switch on, in Graph's names. */
export const sessionControlNames = [
  'applicationEnforcedRestrictions',
  'cloudAppSecurity',
  'signInFrequency',
  'persistentBrowser',
  'secureSignInSession',
  'disableResilienceDefaults',
  'continuousAccessEvaluation',
  'globalSecureAccessFilteringProfile',
  'networkAccessSecurity',
] as const
