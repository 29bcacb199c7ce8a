import { defineRule } from '../rule.ts'

export const officeAsksOtherServicesInItsOwnOrder = defineRule({
  id: 'ORD-20',
  question: 'client-order',
  statement: "The vendor's tables do not say how Office signs in to other services; Office uses its own order.",
  citation: { source: 'office-modern-auth', section: 'introduction' },
  basis: 'inferred',
  because: [],
  answer: () => 'own-order',
  examples: [
    { name: 'a web service', given: { office: '2016-or-later', service: 'teams' }, expect: 'own-order' },
    { name: 'an older Office', given: { office: '2010-or-earlier', service: 'teams' }, expect: 'own-order' },
  ],
})
