import { undetermined } from '../../vocabulary/questions.ts'
import { defineRule } from '../rule.ts'

export const aPrerequisiteThatIsNotMetLeavesModernAuthenticationOpen = defineRule({
  id: 'OFF-14',
  question: 'service-offer',
  statement:
    'On-premises modern authentication has documented prerequisites; the documentation does not say what clients experience if one is not met.',
  citation: { source: 'hma-overview', section: 'Do you meet modern authentication prerequisites?' },
  basis: 'documented',
  because: ['flow', 'serverPrerequisites'],
  silentOn: 'what clients meet at a server whose prerequisites for modern authentication are not fulfilled',
  answer: ({ flow, serverPrerequisites }) =>
    (flow === 'modern' || flow === 'password-grant') && serverPrerequisites === 'contradicted'
      ? undetermined
      : undefined,
  examples: [
    {
      name: 'prerequisites that are not met, regardless of the scope of the switch',
      given: { flow: 'modern', serverPrerequisites: 'contradicted' },
      expect: 'undetermined',
    },
    {
      name: 'the hybrid agent',
      given: {
        hosting: 'on-premises',
        service: 'exchange-server',
        flow: 'modern',
        serverPrerequisites: 'contradicted',
      },
      expect: 'undetermined',
    },
    {
      name: 'the hybrid agent, with a password grant',
      given: {
        hosting: 'on-premises',
        service: 'exchange-server',
        flow: 'password-grant',
        serverPrerequisites: 'contradicted',
      },
      expect: 'undetermined',
    },
    {
      name: 'a classic full hybrid',
      given: { hosting: 'on-premises', service: 'exchange-server', flow: 'modern' },
      expect: 'does-not-apply',
    },
    {
      name: 'the hybrid agent, with flow basic',
      given: { hosting: 'on-premises', service: 'exchange-server', flow: 'basic', serverPrerequisites: 'contradicted' },
      expect: 'does-not-apply',
    },
  ],
})
