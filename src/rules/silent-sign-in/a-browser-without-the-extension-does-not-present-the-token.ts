import { defineRule } from '../rule.ts'

export const aBrowserWithoutTheExtensionDoesNotPresentTheToken = defineRule({
  id: 'SIL-5',
  question: 'silent-sign-in',
  statement:
    "Chrome needs its extension or CloudAPAuthEnabled, and Firefox its Windows single sign-on, to present the device's token.",
  citation: { source: 'entra-primary-refresh-token', section: 'How is a PRT used?' },
  basis: 'documented',
  because: ['tokenReach', 'deviceToken'],
  answer: ({ tokenReach, deviceToken }) =>
    tokenReach === 'no-single-sign-on' && deviceToken !== 'none' ? 'person' : undefined,
  examples: [
    {
      name: 'Chrome without the extension',
      given: { tokenReach: 'no-single-sign-on', deviceToken: 'multifactor' },
      expect: 'person',
    },
    { name: 'Chrome with it', given: { deviceToken: 'multifactor' }, expect: 'does-not-apply' },
  ],
})
