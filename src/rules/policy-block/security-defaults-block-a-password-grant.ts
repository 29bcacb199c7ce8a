import { defineRule } from '../rule.ts'

export const securityDefaultsBlockAPasswordGrant = defineRule({
  id: 'POL-25',
  question: 'policy-block',
  statement: 'MFA required by security defaults blocks a program that uses a password grant.',
  citation: { source: 'entra-mandatory-mfa', section: 'client libraries' },
  basis: 'inferred',
  owner: 'client',
  inFewWords: 'security defaults require MFA, which a password grant cannot satisfy',
  because: ['securityDefaults', 'flowClass', 'secondFactor', 'perUserMfaState'],
  error: 'AADSTS50076',
  answer: ({ securityDefaults, flowClass, secondFactor, perUserMfaState }) =>
    securityDefaults === 'on' &&
    flowClass === 'password-grant' &&
    (secondFactor === 'required' || secondFactor === 'registration-required') &&
    perUserMfaState === 'disabled'
      ? 'blocked-by-setting'
      : undefined,
  examples: [
    {
      name: 'a script of an administrator',
      given: {
        securityDefaults: 'on',
        flowClass: 'password-grant',
        secondFactor: 'required',
        perUserMfaState: 'disabled',
      },
      expect: 'blocked-by-setting',
    },
    {
      name: 'a script of an administrator who has not registered',
      given: {
        securityDefaults: 'on',
        flowClass: 'password-grant',
        secondFactor: 'registration-required',
        perUserMfaState: 'disabled',
      },
      expect: 'blocked-by-setting',
    },
    {
      name: 'a modern client',
      given: {
        securityDefaults: 'on',
        flowClass: 'interactive',
        secondFactor: 'required',
        perUserMfaState: 'disabled',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'without security defaults',
      given: {
        securityDefaults: 'off',
        flowClass: 'password-grant',
        secondFactor: 'required',
        perUserMfaState: 'disabled',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a user for whom no MFA is required',
      given: {
        securityDefaults: 'on',
        flowClass: 'password-grant',
        secondFactor: 'not-required',
        perUserMfaState: 'disabled',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a user for whom per-user MFA is also enforced',
      given: {
        securityDefaults: 'on',
        flowClass: 'password-grant',
        secondFactor: 'required',
        perUserMfaState: 'enforced',
      },
      expect: 'does-not-apply',
    },
  ],
})
