import { defineRule } from '../rule.ts'

export const microsoftEntraIdOpensAJoinedDevice = defineRule({
  id: 'DVC-11',
  question: 'device-sign-in',
  statement:
    'Microsoft Entra ID verifies the sign-in to a device that is joined to it, and issues the token before the desktop opens.',
  citation: { source: 'entra-primary-refresh-token', section: 'PRT issuance during first sign in' },
  basis: 'documented',
  because: [],
  answer: () => 'entra-id',
  examples: [
    { name: 'a password at a joined computer', given: {}, expect: 'entra-id' },
    { name: 'Hello there', given: { unlockMethod: 'windowsHelloForBusiness' }, expect: 'entra-id' },
  ],
})
