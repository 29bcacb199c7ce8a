import { undetermined } from '../../vocabulary/questions.ts'
import { defineRule } from '../rule.ts'

export const pagesDoNotSayWhichOtherSignInsGiveATicket = defineRule({
  id: 'TGT-7',
  question: 'device-ticket',
  statement:
    "A joined device sends the user's credentials to a domain controller; passwordless sign-ins need additional configuration, documented only for Windows Hello for Business and security keys.",
  citation: { source: 'entra-sso-on-premises', section: 'How it works' },
  basis: 'documented',
  silentOn: 'whether this sign-in gives a ticket of Active Directory',
  because: ['unlockMethod'],
  answer: ({ unlockMethod }) =>
    unlockMethod !== 'password' && unlockMethod !== 'windowsHelloForBusiness' && unlockMethod !== 'fido2'
      ? undetermined
      : undefined,
  examples: [
    { name: 'a Temporary Access Pass', given: { unlockMethod: 'temporaryAccessPassOneTime' }, expect: undetermined },
    { name: 'a password', given: {}, expect: 'does-not-apply' },
  ],
})
