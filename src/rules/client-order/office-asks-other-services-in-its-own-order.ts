import { defineRule } from '../rule.ts'

export const officeAsksOtherServicesInItsOwnOrder = defineRule({
  id: 'ORD-20',
  question: 'client-order',
  statement: 'No table of the vendor says how Office signs in to any other service; its own order stands.',
  citation: { source: 'office-modern-auth', section: 'introduction' },
  basis: 'inferred',
  because: [],
  answer: () => 'own-order',
  examples: [
    { name: 'a web service', given: { office: '2016-or-later', service: 'teams' }, expect: 'own-order' },
    { name: 'an older Office', given: { office: '2010-or-earlier', service: 'teams' }, expect: 'own-order' },
  ],
})
