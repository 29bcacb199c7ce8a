import { undetermined } from '../../vocabulary/questions.ts'
import { defineRule } from '../rule.ts'

export const aPhoneCanHoldATokenWithoutBeingRegistered = defineRule({
  id: 'PRT-2',
  question: 'device-token',
  statement: 'A phone can hold a primary refresh token without being registered; whether it does depends on its apps.',
  citation: { source: 'entra-primary-refresh-token', section: 'How is a PRT issued?' },
  basis: 'documented',
  silentOn: 'whether a broker of the phone holds a token',
  because: ['deviceJoin', 'deviceSystem'],
  answer: ({ deviceJoin, deviceSystem }) =>
    deviceJoin === 'none' && deviceSystem === 'mobile' ? undetermined : undefined,
  examples: [
    { name: 'a private phone', given: { deviceJoin: 'none', deviceSystem: 'mobile' }, expect: undetermined },
    {
      name: 'a registered phone',
      given: { deviceJoin: 'registered', deviceSystem: 'mobile' },
      expect: 'does-not-apply',
    },
  ],
})
