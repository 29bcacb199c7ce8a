import { defineRule } from '../rule.ts'

export const aQrCodeIsScannedWithAMobileDevice = defineRule({
  id: 'MTH-5',
  question: 'sign-in-method',
  statement: 'QR code authentication works only on iOS, iPadOS and Android, not in desktop applications or browsers.',
  citation: { source: 'entra-qr-code', section: 'What is QR code authentication?' },
  basis: 'documented',
  owner: 'device',
  because: ['methodPlace'],
  answer: ({ methodPlace }) => (methodPlace === 'no-mobile-device' ? 'not-here' : undefined),
  examples: [
    {
      name: 'at a Windows PC, where MFA is required',
      given: { methodPlace: 'no-mobile-device', methodEnough: 'single-factor' },
      expect: 'not-here',
    },
    { name: 'at a Windows PC', given: { methodPlace: 'no-mobile-device' }, expect: 'not-here' },
    { name: 'on a shared phone', given: {}, expect: 'does-not-apply' },
  ],
})
