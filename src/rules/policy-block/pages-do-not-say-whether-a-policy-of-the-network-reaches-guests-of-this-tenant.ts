import { undetermined } from '../../vocabulary/questions.ts'
import { defineRule } from '../rule.ts'

export const pagesDoNotSayWhetherAPolicyOfTheNetworkReachesGuestsOfThisTenant = defineRule({
  id: 'POL-36',
  question: 'policy-block',
  statement:
    'The documentation of tenant restrictions v2 does not say whether they keep out an account of another tenant that enters this tenant as a guest.',
  citation: { source: 'tenant-restrictions', section: 'Tenant restrictions vs. inbound and outbound settings' },
  basis: 'documented',
  because: ['tenantRestrictions', 'flowClass', 'accountHome'],
  silentOn: 'whether a policy of the network reaches a guest who enters this tenant',
  answer: ({ tenantRestrictions, flowClass, accountHome }) =>
    tenantRestrictions === 'denied-by-policy' && flowClass === 'interactive' && accountHome !== 'here'
      ? undetermined
      : undefined,
  examples: [
    {
      name: 'a guest on the network of a customer',
      given: { tenantRestrictions: 'denied-by-policy', flowClass: 'interactive', accountHome: 'entra-tenant' },
      expect: 'undetermined',
    },
    {
      name: 'a user of this tenant',
      given: { tenantRestrictions: 'denied-by-policy', flowClass: 'interactive', accountHome: 'here' },
      expect: 'does-not-apply',
    },
    {
      name: 'a guest without a sign-in page',
      given: { tenantRestrictions: 'denied-by-policy', flowClass: 'legacy', accountHome: 'entra-tenant' },
      expect: 'does-not-apply',
    },
    {
      name: 'a guest on the network of a customer, at a file share under terms of use, which POL-43 would answer as well',
      given: {
        tenantRestrictions: 'denied-by-policy',
        flowClass: 'interactive',
        accountHome: 'entra-tenant',
        shareTickets: 'entra-id',
        policyDecision: 'controls-required',
      },
      expect: 'undetermined',
    },
  ],
})
