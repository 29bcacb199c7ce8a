import type { VendorChange } from '../vendor-change.ts'

/** Dated changes of security defaults and of the time they grant for registering. */
export const securityDefaultsTimeline: readonly VendorChange[] = [
  {
    id: 'security-defaults-on-in-new-tenants',
    fact: 'security-defaults',
    subject: 'tenant',
    from: '2019-10-22',
    value: 'on',
    appliesTo: { tenantsCreatedFrom: '2019-10-22' },
    override: 'securityDefaults',
    standing: 'documented',
    statement: 'Tenants created since October 22, 2019 may start with security defaults on.',
    citation: { source: 'entra-security-defaults', section: 'Enabling security defaults' },
  },
  {
    id: 'security-defaults-grace',
    fact: 'security-defaults-registration-grace',
    subject: 'tenant',
    from: '2019-10-22',
    value: '14 days',
    standing: 'documented',
    statement: 'Under security defaults, a user may postpone the registration of a second factor for 14 days.',
    citation: { source: 'entra-security-defaults', section: 'Require all users to register' },
  },
  {
    id: 'security-defaults-no-grace-in-new-tenants',
    fact: 'security-defaults-registration-grace',
    subject: 'tenant',
    from: '2024-12-02',
    value: 'none',
    appliesTo: { tenantsCreatedFrom: '2024-12-02' },
    standing: 'documented',
    statement: 'In tenants created since December 2, 2024, registration under security defaults cannot be postponed.',
    citation: { source: 'entra-security-defaults-update', section: 'removal of the 14 days' },
  },
  {
    id: 'security-defaults-no-grace-rolling-out',
    fact: 'security-defaults-registration-grace',
    subject: 'tenant',
    from: '2025-01-01',
    value: 'rolling-out',
    appliesTo: { tenantsCreatedBefore: '2024-12-02' },
    override: 'securityDefaultsGraceRollout',
    standing: 'documented',
    statement:
      'From January 2025 the 14-day period is gradually removed from existing tenants; no end date is published.',
    citation: { source: 'entra-security-defaults-update', section: 'removal of the 14 days' },
  },
]
