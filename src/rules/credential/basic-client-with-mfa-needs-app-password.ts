import { defineRule } from '../rule.ts'

export const basicClientWithMfaNeedsAppPassword = defineRule({
  id: 'CRED-2',
  question: 'credential',
  statement:
    'Against Microsoft Entra ID, a client that cannot provide a second factor presents an app password for a user who must pass MFA.',
  citation: { source: 'entra-app-passwords', section: 'overview and considerations' },
  basis: 'documented',
  because: ['issuer', 'flowClass', 'secondFactor', 'appPassword'],
  answer: ({ issuer, flowClass, secondFactor, appPassword }) =>
    issuer === 'entra-id' && flowClass === 'legacy' && secondFactor === 'required' && appPassword !== 'none'
      ? 'app-password'
      : undefined,
  examples: [
    {
      name: 'an old mail client against the cloud mailbox',
      given: { flow: 'basic', flowClass: 'legacy', secondFactor: 'required', appPassword: 'exists' },
      expect: 'app-password',
    },
    {
      name: 'the same client against an on-premises server',
      given: {
        flow: 'basic',
        flowClass: 'on-premises',
        issuer: 'active-directory',
        secondFactor: 'not-required',
        appPassword: 'exists',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'an old mail client against the cloud mailbox, with issuer federated-idp',
      given: {
        flow: 'basic',
        flowClass: 'legacy',
        secondFactor: 'required',
        appPassword: 'exists',
        issuer: 'federated-idp',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'an old mail client against the cloud mailbox, with flow class interactive',
      given: { flow: 'basic', flowClass: 'interactive', secondFactor: 'required', appPassword: 'exists' },
      expect: 'does-not-apply',
    },
    {
      name: 'an old mail client against the cloud mailbox, with second factor not-required',
      given: { flow: 'basic', flowClass: 'legacy', secondFactor: 'not-required', appPassword: 'exists' },
      expect: 'does-not-apply',
    },
  ],
})
