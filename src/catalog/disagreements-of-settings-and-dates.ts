import { type DisagreementEntry, page } from './disagreement.ts'

/** Pages that disagree on what a setting does, or on a day. */
export const onSettingsAndDates: readonly DisagreementEntry[] = [
  {
    id: 'activesync-with-oauth',
    about: 'which client app type a policy sees in ActiveSync with OAuth',
    pages: [
      page('Exchange ActiveSync clients are all uses of the protocol', 'ca-conditions', 'Client apps'),
      page(
        'policies for mobile apps and desktop clients apply to modern ActiveSync clients',
        'exo-outlook-mobile-setup',
        'Create Conditional Access policies',
      ),
    ],
    treatment: 'open',
    verdict: 'undetermined if policies treat the two differently, until activeSyncWithOAuthCountsAs selects one',
    carriedBy: 'clientAppType',
    leg: { protocol: 'exchange-activesync' },
  },
  {
    id: 'always-modern-in-a-tenant-without-it',
    about: 'AlwaysUseMSOAuthForAutoDiscover while the tenant has modern authentication off',
    pages: [
      page(
        'the table states that Outlook is forced to use modern authentication in both tenant states',
        'office-modern-auth',
        'Exchange Online',
      ),
      page(
        'with the switch off Outlook for Windows uses basic authentication',
        'exo-enable-modern',
        'Enable or disable modern authentication',
      ),
    ],
    treatment: 'open',
    verdict: 'undetermined: no page states the outcome of the connection',
    carriedBy: 'FLOW-3',
  },
  {
    id: 'block-legacy-on-exchange-2019',
    about: 'the first update of Exchange 2019 with policies that block legacy authentication',
    pages: [
      page('CU1', 'exchange-2019-block-legacy', 'Introduction'),
      page('CU2', 'exo-new-authentication-policy', '-BlockLegacyAuthActiveSync'),
    ],
    treatment: 'open',
    verdict: 'undetermined with CU1; with CU2 or later the policy blocks',
    carriedBy: 'authenticationPolicy',
    leg: { relyingParty: 'exchange-server' },
  },
  {
    id: 'modern-authentication-of-old-tenants',
    about: 'modern authentication in Exchange Online for a tenant created before August 2017 without a setting',
    pages: [
      {
        says: 'off until an administrator turns it on',
        citation: { source: 'office-modern-auth', section: 'Availability of modern authentication' },
      },
      {
        says: 'on by default',
        citation: { source: 'exo-set-organizationconfig', section: '-OAuth2ClientProfileEnabled' },
      },
    ],
    treatment: 'rule',
    verdict: 'off as long as there was basic authentication to fall back on, and on in a file of 2023 or later',
    carriedBy: 'modernAuthentication',
  },
  {
    id: 'mandatory-mfa-phase-1-complete',
    about: 'whether the Azure portal asks every tenant for a second factor before September 30, 2025',
    pages: [
      page(
        'a tenant can postpone it to September 30, 2025',
        'entra-mandatory-mfa',
        'Request more time to prepare for Phase 1 MFA enforcement',
      ),
      page('the first phase was completed the year before', 'azure-mfa-phase-2', 'Introduction'),
    ],
    treatment: 'open',
    verdict: 'undetermined until September 30, 2025, unless the file has the rollout mandatoryMfaPhase1',
    carriedBy: 'mandatoryMfa',
    leg: { relyingParty: 'azure-management', client: 'azure-portal' },
  },
  {
    id: 'mandatory-mfa-phase-2',
    about: 'the date on which mandatory MFA for Azure clients starts',
    pages: [
      page('15 September 2025', 'entra-mandatory-mfa', 'Enforcement phases'),
      page('1 October 2025', 'azure-mfa-phase-2', 'When this will happen'),
    ],
    treatment: 'newer',
    verdict: 'from October 1, 2025, tenant by tenant, as stated in the later notices',
    carriedBy: 'mandatory-mfa-azure-clients-rolling-out',
  },
  {
    id: 'ews-left-unset',
    about: 'EwsEnabled that nobody set, from October 2026 on',
    pages: [
      page('organizations that left it unset are set to false', 'exo-ews-retirement', 'Overview'),
      page('unset allows the web services', 'exo-set-organizationconfig', '-EwsEnabled'),
    ],
    treatment: 'newer',
    verdict: 'disabled from October 2026, because the announcement is newer than the cmdlet page',
    carriedBy: 'ews-unset-becomes-false',
  },
  {
    id: 'smtp-auth-dates',
    about: 'when client submission loses basic authentication',
    pages: [
      page('September 2025', 'exo-smtp-auth-message-center', 'version of April 2024'),
      page('March and April 2026', 'exo-smtp-auth-retirement', 'update of June 2025'),
      page(
        'off by default from the end of December 2026, the end to be announced in 2027',
        'exo-smtp-auth-2026-schedule',
        'Timeline',
      ),
    ],
    treatment: 'newer',
    verdict: 'the schedule of January 2026',
    carriedBy: 'smtp-auth-off-by-default',
  },
  {
    id: 'low-privilege-scopes-dates',
    about: 'the date from which low-privilege scopes are evaluated as directory access',
    pages: [
      page(
        'March 2026',
        'ca-cloud-apps',
        'New Conditional Access behavior when an ALL resources policy has a resource exclusion',
      ),
      page('15 June 2026', 'ca-baseline-scopes', 'Choose how baseline scopes are enforced'),
    ],
    treatment: 'newer',
    verdict: 'from June 15, 2026, tenant by tenant',
    carriedBy: 'low-privilege-scopes-covered',
  },
  {
    id: 'builds-without-adal',
    about: 'builds 16.0.6001.1033 and later of 16.0.6001',
    pages: [
      page(
        'one row of the list ends with 16.0.6001.1032',
        'skype-use-adal',
        'Clients where ADAL is not supported, third row',
      ),
      page(
        'the next row includes all of 16.0.6000 to 16.0.6224',
        'skype-use-adal',
        'Clients where ADAL is not supported, fourth row',
      ),
    ],
    treatment: 'open',
    verdict: 'undetermined for these builds',
    carriedBy: 'adalBuild',
  },
]
