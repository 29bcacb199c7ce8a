import type { VendorChange } from './vendor-change.ts'

/** Dated changes of the vendor that no verdict reads, so that a plan sees them beside those that one does. */
export const vendorNotices: readonly VendorChange<'notice'>[] = [
  {
    id: 'adal-unsupported',
    fact: 'notice',
    subject: 'adal',
    from: '2023-06-30',
    value: 'unsupported',
    standing: 'documented',
    statement: 'The library ADAL is no longer supported; programs that use it go on working.',
    citation: { source: 'entra-msal-migration', section: 'Overview' },
  },
  {
    id: 'mfa-server-ended',
    fact: 'notice',
    subject: 'mfa-server',
    from: '2024-09-30',
    value: 'answers no requests',
    standing: 'documented',
    statement: 'Multi-Factor Authentication Server answers no requests any more.',
    citation: { source: 'windows-hello-deployment', section: 'Multifactor authentication' },
  },
  {
    id: 'exchange-2016-and-2019-ended',
    fact: 'notice',
    subject: 'exchange-server',
    from: '2025-10-14',
    value: 'Exchange 2016 and 2019 unsupported',
    standing: 'documented',
    statement:
      'Support of Exchange 2016 and 2019 ended on 14 October 2025, with paid security updates for a time; how people sign in to them is the same.',
    citation: { source: 'exchange-end-of-support', section: 'announcement' },
  },
]
