import { defineRule } from '../rule.ts'

export const thePasswordOfAnOutsiderIsTypedAtHomeOnly = defineRule({
  id: 'ACC-26',
  question: 'acceptance',
  statement:
    'Only the home organization of an external user knows the password, and a client that sends a password to the service or to Microsoft Entra ID does not reach it.',
  citation: { source: 'entra-password-grant', section: 'invited accounts' },
  basis: 'inferred',
  owner: 'client',
  inFewWords: 'only the home organization of this guest knows the password',
  because: ['credential', 'flowClass', 'homeRealm'],
  answer: ({ credential, flowClass, homeRealm }) =>
    credential === 'account-password' &&
    (flowClass === 'legacy' || flowClass === 'password-grant') &&
    homeRealm === 'elsewhere'
      ? 'refused'
      : undefined,
  examples: [
    {
      name: 'a script of a guest',
      given: {
        credential: 'account-password',
        flow: 'password-grant',
        flowClass: 'password-grant',
        homeRealm: 'elsewhere',
      },
      expect: 'refused',
    },
    {
      name: 'an old mail program',
      given: { credential: 'account-password', flow: 'basic', flowClass: 'legacy', homeRealm: 'elsewhere' },
      expect: 'refused',
    },
    {
      name: 'a browser',
      given: { credential: 'interactive', flowClass: 'interactive', homeRealm: 'elsewhere' },
      expect: 'does-not-apply',
    },
    {
      name: 'the password typed into a browser',
      given: { credential: 'account-password', flowClass: 'interactive', homeRealm: 'elsewhere' },
      expect: 'does-not-apply',
    },
    {
      name: 'an app password',
      given: { credential: 'app-password', flow: 'basic', flowClass: 'legacy', homeRealm: 'elsewhere' },
      expect: 'does-not-apply',
    },
    {
      name: 'a user of this tenant',
      given: { credential: 'account-password', flow: 'basic', flowClass: 'legacy', homeRealm: 'managed' },
      expect: 'does-not-apply',
    },
    {
      name: 'a script of a guest, which ACC-17 would answer as well',
      given: {
        credential: 'account-password',
        flow: 'password-grant',
        flowClass: 'password-grant',
        homeRealm: 'elsewhere',
        idpAccess: 'unreachable',
      },
      expect: 'refused',
    },
  ],
})
