import { defineRule } from '../rule.ts'

export const mailThatIsSentWithoutAnAccountCarriesNoToken = defineRule({
  id: 'OFF-12',
  question: 'service-offer',
  statement: 'Direct send and relay through a connector require no account, so they do not accept tokens.',
  citation: { source: 'exo-multifunction-device', section: 'compare the options' },
  basis: 'inferred',
  owner: 'service',
  because: ['flow', 'carriesModern', 'protocolKind'],
  answer: ({ flow, carriesModern, protocolKind }) =>
    (flow === 'modern' || flow === 'password-grant') && carriesModern === 'no' && protocolKind === 'smtp'
      ? 'not-offered'
      : undefined,
  examples: [
    {
      name: 'a modern program that relays',
      given: { carriesModern: 'no', flow: 'modern', protocolKind: 'smtp' },
      expect: 'not-offered',
    },
    {
      name: 'a modern program that relays at a server whose prerequisites are not met',
      given: { carriesModern: 'no', flow: 'modern', protocolKind: 'smtp', serverPrerequisites: 'contradicted' },
      expect: 'not-offered',
    },
    {
      name: 'a modern program that submits with an account',
      given: { carriesModern: 'yes', flow: 'modern', protocolKind: 'smtp' },
      expect: 'does-not-apply',
    },
    {
      name: 'a program with a password grant that relays',
      given: { carriesModern: 'no', flow: 'password-grant', protocolKind: 'smtp' },
      expect: 'not-offered',
    },
    {
      name: 'a relay that shows its address',
      given: { carriesModern: 'no', flow: 'none', protocolKind: 'smtp' },
      expect: 'does-not-apply',
    },
    {
      name: 'SMTP AUTH before OAuth came',
      given: { carriesModern: 'no', flow: 'modern', protocolKind: 'smtp-auth' },
      expect: 'does-not-apply',
    },
  ],
})
