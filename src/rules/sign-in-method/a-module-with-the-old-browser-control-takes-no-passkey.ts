import { defineRule } from '../rule.ts'

export const aModuleWithTheOldBrowserControlTakesNoPasskey = defineRule({
  id: 'MTH-14',
  question: 'sign-in-method',
  statement:
    'PowerShell modules that open the browser control of Internet Explorer, such as those for SharePoint and Teams, do not ask for a passkey; the one for Microsoft Graph does.',
  citation: { source: 'entra-passkey-support', section: 'Known issues: PowerShell support' },
  basis: 'documented',
  owner: 'client',
  because: ['methodPlace'],
  answer: ({ methodPlace }) => (methodPlace === 'no-passkey-in-module' ? 'not-here' : undefined),
  examples: [
    { name: 'the shell of SharePoint', given: { methodPlace: 'no-passkey-in-module' }, expect: 'not-here' },
    { name: 'PowerShell for Microsoft Graph', given: {}, expect: 'does-not-apply' },
    {
      name: 'the shell of SharePoint, where a strength demands another method, which MTH-7 would answer as well',
      given: { methodPlace: 'no-passkey-in-module', methodEnough: 'outside-strength' },
      expect: 'not-here',
    },
  ],
})
