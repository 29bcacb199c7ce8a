import { defineRule } from '../rule.ts'

export const passkeysOfOtherModelsOrTypesCannotBeUsed = defineRule({
  id: 'MTH-10',
  question: 'sign-in-method',
  statement:
    'Key restrictions by AAGUID and the passkey types of a profile apply at every sign-in, so a passkey that no profile of the user allows cannot be used, even if it was registered before.',
  citation: { source: 'entra-passkey-profiles', section: 'Create a new passkey profile' },
  basis: 'documented',
  owner: 'policy',
  because: ['methodAllowed'],
  answer: ({ methodAllowed }) => (methodAllowed === 'other-keys' ? 'switched-off' : undefined),
  examples: [
    {
      name: 'a synced passkey under a profile for device-bound ones',
      given: { methodAllowed: 'other-keys' },
      expect: 'switched-off',
    },
    { name: 'a security key of an allowed model', given: {}, expect: 'does-not-apply' },
  ],
})
