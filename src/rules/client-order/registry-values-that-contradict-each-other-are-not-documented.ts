import { undetermined } from '../../vocabulary/questions.ts'
import { defineRule } from '../rule.ts'

export const registryValuesThatContradictEachOtherAreNotDocumented = defineRule({
  id: 'ORD-7',
  question: 'client-order',
  statement:
    'The published table has no row for EnableADAL off, or unset in Office 2013, together with AlwaysUseMSOAuthForAutoDiscover on.',
  citation: { source: 'office-modern-auth', section: 'exchange online' },
  basis: 'documented',
  because: ['office', 'enableAdal', 'alwaysUseMsoAuth', 'service'],
  silentOn: 'AlwaysUseMSOAuthForAutoDiscover without EnableADAL',
  answer: ({ office, enableAdal, alwaysUseMsoAuth, service }) =>
    service === 'exchange-online' &&
    alwaysUseMsoAuth === '1' &&
    (enableAdal === '0' || (office === '2013' && enableAdal === 'unset'))
      ? undetermined
      : undefined,
  examples: [
    {
      name: 'Office 2013 with only the newer value',
      given: { office: '2013', alwaysUseMsoAuth: '1' },
      expect: 'undetermined',
    },
    {
      name: 'Office 2016 with only the newer value',
      given: { office: '2016-or-later', alwaysUseMsoAuth: '1' },
      expect: 'does-not-apply',
    },
    {
      name: 'Office 2013 with only the newer value, with service exchange-server',
      given: { office: '2013', alwaysUseMsoAuth: '1', service: 'exchange-server' },
      expect: 'does-not-apply',
    },
    {
      name: 'Office 2013 with only the newer value, with enable adal 0',
      given: { office: '2013', alwaysUseMsoAuth: '1', enableAdal: '0' },
      expect: 'undetermined',
    },
    {
      name: 'Office 2013 with only the newer value, with enable adal 1',
      given: { office: '2013', alwaysUseMsoAuth: '1', enableAdal: '1' },
      expect: 'does-not-apply',
    },
  ],
})
