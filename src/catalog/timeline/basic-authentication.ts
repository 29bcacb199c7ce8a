import type { Citation } from '../../vocabulary/citations.ts'
import type { Protocol } from '../../vocabulary/protocols.ts'
import type { VendorChange } from '../vendor-change.ts'

const basicRetired = [
  'mapi-http',
  'rpc-http',
  'oab',
  'ews',
  'pop3',
  'imap4',
  'exchange-activesync',
  'remote-powershell',
] as const satisfies readonly Protocol[]

const basicRetiredWithTheRest = ['outlook-service', 'reporting-web-services'] as const satisfies readonly Protocol[]

const deprecation: Citation = { source: 'exo-basic-deprecation', section: 'When will this change take place' }

const basicOffWhereUnused = basicRetired.map(
  (subject): VendorChange => ({
    id: `basic-off-where-unused-${subject}`,
    fact: 'basic-authentication',
    subject,
    from: '2021-06-16',
    value: 'off-where-unused',
    cloud: 'worldwide',
    override: 'basicAuthenticationRollout',
    standing: 'documented',
    statement: 'Exchange Online turns basic authentication off in tenants that do not use it on this protocol.',
    citation: { source: 'exo-basic-february-2021', section: 'unused protocols' },
  }),
)

const basicBeingTurnedOff = basicRetired.map(
  (subject): VendorChange => ({
    id: `basic-being-turned-off-${subject}`,
    fact: 'basic-authentication',
    subject,
    from: '2022-10-01',
    until: '2023-01-01',
    value: 'being-turned-off',
    cloud: 'worldwide',
    override: 'basicAuthenticationRollout',
    standing: 'secondary',
    statement:
      "Exchange Online turns basic authentication off tenant by tenant, in an unpublished order and with seven days' notice; an administrator can turn it on again until the end of 2022.",
    citation: { source: 'exo-basic-september-2022', section: 'Timeline and scope' },
  }),
)

const basicOff = [...basicRetired, ...basicRetiredWithTheRest].map(
  (subject): VendorChange => ({
    id: `basic-off-${subject}`,
    fact: 'basic-authentication',
    subject,
    from: '2023-01-01',
    value: 'off',
    cloud: 'worldwide',
    standing: 'documented',
    statement: 'Basic authentication is off in every tenant of Exchange Online and cannot be turned on again.',
    citation: deprecation,
  }),
)

const basicOff21Vianet = [...basicRetired, ...basicRetiredWithTheRest, 'autodiscover' as const].map(
  (subject): VendorChange => ({
    id: `basic-off-21vianet-${subject}`,
    fact: 'basic-authentication',
    subject,
    from: '2023-03-31',
    value: 'off',
    cloud: '21Vianet',
    standing: 'documented',
    statement: 'Basic authentication is off in Exchange Online operated by 21Vianet.',
    citation: deprecation,
  }),
)

/** Dated changes of basic authentication in Exchange Online. */
export const basicAuthenticationTimeline: readonly VendorChange[] = [
  ...basicOffWhereUnused,
  ...basicBeingTurnedOff,
  ...basicOff,
  ...basicOff21Vianet,
  {
    id: 'basic-off-autodiscover',
    fact: 'basic-authentication',
    subject: 'autodiscover',
    from: '2023-01-01',
    value: 'off',
    cloud: 'worldwide',
    standing: 'secondary',
    statement:
      'Exchange Online disables basic authentication for autodiscover after it has been disabled for the other protocols.',
    citation: { source: 'exo-autodiscover-basic', section: 'MC467901' },
  },
  {
    id: 'smtp-auth-left-out',
    fact: 'basic-authentication',
    subject: 'smtp-auth',
    from: '2022-10-01',
    until: '2027-01-01',
    value: 'available',
    standing: 'documented',
    statement: 'SMTP AUTH keeps basic authentication, where enabled, until the end of December 2026.',
    citation: { source: 'exo-smtp-auth-2026-schedule', section: 'Now to December 2026' },
  },
  {
    id: 'smtp-auth-off-by-default',
    fact: 'basic-authentication',
    subject: 'smtp-auth',
    from: '2027-01-01',
    value: 'off-by-default',
    appliesTo: { tenantsCreatedBefore: '2027-01-01' },
    override: 'smtpBasicAuthenticationReEnabled',
    standing: 'documented',
    statement:
      'From the end of December 2026 SMTP AUTH with basic authentication is off by default in existing tenants; an administrator can turn it on again.',
    citation: { source: 'exo-smtp-auth-2026-schedule', section: 'End of December 2026' },
  },
  {
    id: 'smtp-auth-unavailable-in-new-tenants',
    fact: 'basic-authentication',
    subject: 'smtp-auth',
    from: '2027-01-01',
    value: 'unavailable',
    appliesTo: { tenantsCreatedFrom: '2027-01-01' },
    standing: 'documented',
    statement: 'In tenants created after December 2026 SMTP AUTH supports only OAuth, not basic authentication.',
    citation: { source: 'exo-smtp-auth-2026-schedule', section: 'New tenants created after December 2026' },
  },
  {
    id: 'smtp-auth-removal-to-be-announced',
    fact: 'basic-authentication-removal',
    subject: 'smtp-auth',
    from: '2027-07-01',
    value: 'date-to-be-announced',
    standing: 'documented',
    statement:
      'The date on which basic authentication is permanently removed from SMTP AUTH will be announced in the second half of 2027; from then on it is unknown whether a tenant that turned it on still has it.',
    citation: { source: 'exo-smtp-auth-2026-schedule', section: 'Second half of 2027' },
  },
  {
    id: 'high-volume-email-basic-supported',
    fact: 'basic-authentication',
    subject: 'smtp-hve',
    from: '2024-04-01',
    until: '2028-09-01',
    value: 'available',
    standing: 'secondary',
    statement:
      'High Volume Email, in public preview since April 2024, supports basic authentication until September 2028.',
    citation: { source: 'exo-hve-basic-extension', section: 'Key takeaways' },
  },
  {
    id: 'high-volume-email-basic-ends',
    fact: 'basic-authentication',
    subject: 'smtp-hve',
    from: '2028-09-01',
    value: 'being-turned-off',
    standing: 'secondary',
    statement:
      'From September 2028 basic authentication of High Volume Email is no longer supported; no page says when it stops in a tenant.',
    citation: { source: 'exo-hve-basic-extension', section: 'Key takeaways' },
  },
  {
    id: 'smtp-auth-plan-of-2024',
    fact: 'superseded-plan',
    subject: 'smtp-auth',
    from: '2024-04-15',
    until: '2025-06-12',
    value: 'removal in September 2025',
    standing: 'secondary',
    statement: 'The 2024 plan was to remove basic authentication from SMTP AUTH in September 2025; it did not happen.',
    citation: { source: 'exo-smtp-auth-message-center', section: 'version of April 2024' },
  },
  {
    id: 'smtp-auth-plan-of-2025',
    fact: 'superseded-plan',
    subject: 'smtp-auth',
    from: '2025-06-12',
    until: '2026-01-27',
    value: 'removal between 2026-03-01 and 2026-04-30',
    standing: 'documented',
    statement:
      'The June 2025 plan was to refuse a growing share of submissions from March 2026 and all by the end of April 2026; it did not happen.',
    citation: { source: 'exo-smtp-auth-retirement', section: 'update of June 2025' },
  },
]
