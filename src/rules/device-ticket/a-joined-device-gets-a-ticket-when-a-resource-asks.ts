import { defineRule } from '../rule.ts'

export const aJoinedDeviceGetsATicketWhenAResourceAsks = defineRule({
  id: 'TGT-8',
  question: 'device-ticket',
  statement: 'A joined device gets an Active Directory ticket when the user first accesses a domain resource.',
  citation: { source: 'entra-sso-on-premises', section: 'How it works' },
  basis: 'documented',
  because: [],
  answer: () => 'on-use',
  examples: [
    { name: 'a password', given: {}, expect: 'on-use' },
    { name: 'Hello', given: { unlockMethod: 'windowsHelloForBusiness' }, expect: 'on-use' },
  ],
})
