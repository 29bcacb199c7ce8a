import { undetermined } from '../../vocabulary/questions.ts'
import { defineRule } from '../rule.ts'

export const anAppOfWhichNoVersionIsNamedIsOpen = defineRule({
  id: 'ORD-21',
  question: 'client-order',
  statement:
    'For some mail apps the vendor does not say which version introduced modern authentication, so it is unknown what an installed version tries.',
  citation: { source: 'exo-basic-deprecation', section: 'client options' },
  basis: 'documented',
  because: ['modernStated'],
  silentOn: 'whether the installed version of this app has modern authentication',
  answer: ({ modernStated }) => (modernStated === 'no' ? undetermined : undefined),
  examples: [
    {
      name: 'a mail app from a phone manufacturer',
      given: { office: 'not-office', modernStated: 'no' },
      expect: 'undetermined',
    },
    {
      name: 'an app whose versions are known',
      given: { office: 'not-office', modernStated: 'yes' },
      expect: 'does-not-apply',
    },
    {
      name: 'a mail app from a phone manufacturer, which ORD-1 would answer as well',
      given: { modernStated: 'no', accountSetup: 'before-modern' },
      expect: 'undetermined',
    },
  ],
})
