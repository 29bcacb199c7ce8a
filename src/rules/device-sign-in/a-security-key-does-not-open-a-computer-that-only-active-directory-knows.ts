import { defineRule } from '../rule.ts'

export const aSecurityKeyDoesNotOpenAComputerThatOnlyActiveDirectoryKnows = defineRule({
  id: 'DVC-4',
  question: 'device-sign-in',
  statement: 'A security key cannot sign in to a computer that is joined only to Active Directory.',
  citation: { source: 'entra-security-key-on-premises', section: 'Unsupported scenarios' },
  basis: 'documented',
  owner: 'device',
  inFewWords: 'a security key cannot sign in to it',
  because: ['unlockMethod', 'deviceJoin'],
  answer: ({ unlockMethod, deviceJoin }) =>
    unlockMethod === 'fido2' && deviceJoin === 'domain-joined' ? 'not-possible' : undefined,
  examples: [
    {
      name: 'a key at a computer of the domain that is offline',
      given: { unlockMethod: 'fido2', deviceJoin: 'domain-joined', unlockOnline: 'no' },
      expect: 'not-possible',
    },
    {
      name: 'a key at a computer of the domain',
      given: { unlockMethod: 'fido2', deviceJoin: 'domain-joined' },
      expect: 'not-possible',
    },
    {
      name: 'a key at a hybrid joined computer',
      given: { unlockMethod: 'fido2', deviceJoin: 'hybrid-joined' },
      expect: 'does-not-apply',
    },
  ],
})
