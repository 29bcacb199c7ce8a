import { defineRule } from '../rule.ts'

export const aClientOutsideTheOfficeTablesHasItsOwnOrder = defineRule({
  id: 'ORD-4',
  question: 'client-order',
  statement:
    'A client that the Office registry tables do not cover tries its built-in authentication methods in its own order.',
  citation: { source: 'exo-basic-deprecation', section: 'client options' },
  basis: 'documented',
  because: ['office'],
  answer: ({ office }) => (office === 'not-office' ? 'own-order' : undefined),
  examples: [
    { name: 'an app from another vendor', given: { office: 'not-office' }, expect: 'own-order' },
    { name: 'an Office program', given: { office: '2013' }, expect: 'does-not-apply' },
  ],
})
