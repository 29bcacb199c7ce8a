import { defineRule } from '../rule.ts'

export const anAppPasswordThatDoesNotExistIsRefused = defineRule({
  id: 'ACC-5',
  question: 'acceptance',
  statement:
    'A user without app passwords who is not allowed to create one cannot present one; if creation is allowed, a deleted or nonexistent app password is refused until a new one is created.',
  citation: { source: 'entra-app-passwords', section: 'allow users to create app passwords' },
  basis: 'documented',
  owner: 'person',
  inFewWords: 'the user has no app password',
  because: ['credential', 'appPassword', 'firstFactor'],
  error: 'AADSTS50126',
  answer: ({ credential, appPassword, firstFactor }) =>
    credential === 'app-password' &&
    (appPassword === 'none' || (appPassword === 'creatable' && firstFactor === 'wrong'))
      ? 'refused'
      : undefined,
  examples: [
    {
      name: 'creation is not allowed',
      given: { credential: 'app-password', flow: 'basic', flowClass: 'legacy' },
      expect: 'refused',
    },
    {
      name: 'one that an administrator has deleted',
      given: {
        credential: 'app-password',
        flow: 'basic',
        flowClass: 'legacy',
        appPassword: 'creatable',
        firstFactor: 'wrong',
      },
      expect: 'refused',
    },
    {
      name: 'one exists',
      given: { credential: 'app-password', flow: 'basic', flowClass: 'legacy', appPassword: 'exists' },
      expect: 'does-not-apply',
    },
    {
      name: 'creation is not allowed, with app password creatable',
      given: { credential: 'app-password', flow: 'basic', flowClass: 'legacy', appPassword: 'creatable' },
      expect: 'does-not-apply',
    },
    {
      name: 'one that an administrator has deleted, with app password exists',
      given: {
        credential: 'app-password',
        flow: 'basic',
        flowClass: 'legacy',
        appPassword: 'exists',
        firstFactor: 'wrong',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'creation is not allowed, which ACC-16 would answer as well',
      given: { credential: 'app-password', flow: 'basic', flowClass: 'legacy', accountState: 'unusable' },
      expect: 'refused',
    },
    {
      name: 'away from a server of the domain, which ACC-41 would answer as well',
      given: { credential: 'app-password', flow: 'basic', flowClass: 'legacy', shareTickets: 'out-of-domain' },
      expect: 'refused',
    },
  ],
})
