import { defineRule } from '../rule.ts'

export const legacyClientsCannotSatisfyAGrantControl = defineRule({
  id: 'CA-2',
  question: 'grant-controls',
  statement:
    'A legacy client can neither pass MFA nor report a device state, so any grant control that applies to it blocks it.',
  citation: { source: 'ca-conditions', section: 'client apps' },
  basis: 'documented',
  because: ['policyGrant', 'policyState', 'flowClass'],
  answer: ({ policyGrant, policyState, flowClass }) =>
    policyGrant === 'controls' && policyState === 'enabled' && flowClass === 'legacy' ? 'blocks' : undefined,
  examples: [
    {
      name: 'MFA required of an old mail client',
      given: { policyGrant: 'controls', flowClass: 'legacy' },
      expect: 'blocks',
    },
    {
      name: 'MFA required of a modern client',
      given: { policyGrant: 'controls', flowClass: 'interactive' },
      expect: 'does-not-apply',
    },
    {
      name: 'MFA required of an old mail client, with policy state report-only',
      given: { policyGrant: 'controls', flowClass: 'legacy', policyState: 'report-only' },
      expect: 'does-not-apply',
    },
  ],
})
