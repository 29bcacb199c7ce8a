import { defineRule } from '../rule.ts'

export const theIdentityProviderShowsItsSignInPageOtherwise = defineRule({
  id: 'LOGON-2',
  question: 'provider-logon',
  statement:
    'The identity provider shows its sign-in page outside the network, on devices that are not joined, and to clients that cannot use Windows integrated authentication.',
  citation: { source: 'adfs-intranet-forms', section: 'introduction' },
  basis: 'documented',
  because: [],
  answer: () => 'sign-in-page',
  examples: [
    { name: 'from the internet', given: { providerLogon: 'forms' }, expect: 'sign-in-page' },
    {
      name: 'a wrong password is typed',
      given: { providerLogon: 'windows', firstFactor: 'wrong' },
      expect: 'sign-in-page',
    },
  ],
})
