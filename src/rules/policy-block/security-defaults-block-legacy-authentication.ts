import { defineRule } from '../rule.ts'

export const securityDefaultsBlockLegacyAuthentication = defineRule({
  id: 'POL-2',
  question: 'policy-block',
  statement:
    'Security defaults block every sign-in over a legacy protocol, including Exchange ActiveSync with basic authentication; the directory synchronization account is exempt.',
  citation: { source: 'entra-security-defaults', section: 'enforced security policies' },
  basis: 'documented',
  owner: 'policy',
  inFewWords: 'security defaults block legacy authentication',
  because: ['securityDefaults', 'flowClass', 'accountKind'],
  error: 'AADSTS530035',
  answer: ({ securityDefaults, flowClass, accountKind }) =>
    securityDefaults === 'on' && flowClass === 'legacy' && accountKind !== 'directory-sync'
      ? 'blocked-by-setting'
      : undefined,
  examples: [
    {
      name: 'an old mail client',
      given: { securityDefaults: 'on', flowClass: 'legacy' },
      expect: 'blocked-by-setting',
    },
    { name: 'a modern client', given: { securityDefaults: 'on', flowClass: 'interactive' }, expect: 'does-not-apply' },
    {
      name: 'an old mail client, which POL-3 would answer as well',
      given: { securityDefaults: 'on', flowClass: 'legacy', policyDecision: 'block' },
      expect: 'blocked-by-setting',
    },
    {
      name: 'an old mail client, with account kind directory-sync',
      given: { securityDefaults: 'on', flowClass: 'legacy', accountKind: 'directory-sync' },
      expect: 'does-not-apply',
    },
  ],
})
