import type { Citation } from '../vocabulary/citations.ts'
import type { Protocol } from '../vocabulary/protocols.ts'
import type { Row } from './row.ts'

/** What a dated change of the vendor is about. */
export type VendorFact =
  | 'basic-authentication'
  | 'basic-authentication-removal'
  | 'superseded-plan'
  | 'modern-authentication'
  | 'modern-authentication-default'
  | 'smtp-client-authentication-default'
  | 'security-defaults'
  | 'security-defaults-registration-grace'
  | 'protocol'
  | 'ews-switch-levels'
  | 'ews-switch-unset'
  | 'workload'
  | 'module'
  | 'mandatory-mfa'
  | 'grant-control'
  | 'low-privilege-scopes'
  | 'unset-client-app-types'
  | 'legacy-method-policies'

/** Cloud instances that the vendor's announcements tell apart. */
export type Cloud = 'worldwide' | '21Vianet'

/** Which tenants, or policies, an entry concerns by the day they were made; `Before` excludes the day itself. */
export interface AppliesTo {
  readonly tenantsCreatedFrom?: string
  readonly tenantsCreatedBefore?: string
  readonly policiesCreatedFrom?: string
}

/**
 * A dated change by the vendor. Of the entries for one fact and subject that apply, the one with the latest `from`
 * holds; before the first there is no change. Where `override` is present, that setting can turn the change back.
 */
export interface VendorChange extends Row {
  readonly fact: VendorFact
  /** The protocol, service, module, control or group of tenants concerned. */
  readonly subject: string
  /** First day (ISO) on which it holds. */
  readonly from: string
  /** First day (ISO) on which it no longer holds, where another entry does not end it. */
  readonly until?: string
  readonly value: string
  readonly cloud?: Cloud
  readonly appliesTo?: AppliesTo
  /** Setting of the tenant that can turn the change back, or say where its roll-out stands. */
  readonly override?: string
  /** `secondary`: known from a mirror or a report of the vendor's word. */
  readonly standing: 'documented' | 'secondary'
  readonly statement: string
}

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
      'Exchange Online turns basic authentication off tenant by tenant, in an order not published and with seven days notice; an administrator can turn it on again until the end of 2022.',
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
    statement: 'Basic authentication is off in every tenant of Exchange Online and nobody can turn it on again.',
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

/** Dated, cited changes by the vendor. An ISO day is its first instant in UTC. */
export const vendorTimeline: readonly VendorChange[] = [
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
    statement: 'Exchange Online stops basic authentication for autodiscover once the other protocols are without it.',
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
    statement: 'SMTP AUTH keeps basic authentication, where it is switched on, until the end of December 2026.',
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
      'From the end of December 2026 SMTP AUTH with basic authentication is off by default in tenants that exist; an administrator can turn it on again.',
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
    statement:
      'In tenants created after December 2026 SMTP AUTH is served with OAuth and not with basic authentication.',
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
      'The day on which SMTP AUTH loses basic authentication for good is to be announced in the second half of 2027; from then on it is not known whether a tenant that turned it on still has it.',
    citation: { source: 'exo-smtp-auth-2026-schedule', section: 'Second half of 2027' },
  },
  {
    id: 'smtp-auth-plan-of-2024',
    fact: 'superseded-plan',
    subject: 'smtp-auth',
    from: '2024-04-15',
    until: '2025-06-12',
    value: 'removal in September 2025',
    standing: 'secondary',
    statement:
      'The plan of 2024 was to remove basic authentication from SMTP AUTH in September 2025; it did not happen.',
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
      'The plan of June 2025 was to refuse a growing share of submissions from March 2026 and all by the end of April 2026; it did not happen.',
    citation: { source: 'exo-smtp-auth-retirement', section: 'update of June 2025' },
  },
  {
    id: 'oauth-for-imap',
    fact: 'modern-authentication',
    subject: 'imap4',
    from: '2020-04-30',
    value: 'available',
    standing: 'documented',
    statement: 'Exchange Online takes OAuth tokens over IMAP.',
    citation: { source: 'exo-oauth-imap-smtp', section: 'announcement' },
  },
  {
    id: 'oauth-for-smtp-auth',
    fact: 'modern-authentication',
    subject: 'smtp-auth',
    from: '2020-04-30',
    value: 'available',
    standing: 'documented',
    statement: 'Exchange Online takes OAuth tokens over SMTP AUTH.',
    citation: { source: 'exo-oauth-imap-smtp', section: 'announcement' },
  },
  {
    id: 'oauth-for-pop',
    fact: 'modern-authentication',
    subject: 'pop3',
    from: '2020-05-28',
    value: 'available',
    standing: 'documented',
    statement: 'Exchange Online takes OAuth tokens over POP.',
    citation: { source: 'exo-oauth-pop', section: 'announcement' },
  },
  {
    id: 'modern-authentication-on-for-new-exchange-online',
    fact: 'modern-authentication-default',
    subject: 'exchange-online',
    from: '2017-08-01',
    value: 'on',
    appliesTo: { tenantsCreatedFrom: '2017-08-01' },
    override: 'OAuth2ClientProfileEnabled',
    standing: 'documented',
    statement: 'Tenants created since August 2017 start with modern authentication on for Exchange Online.',
    citation: { source: 'office-modern-auth', section: 'Availability of modern authentication' },
  },
  {
    id: 'modern-authentication-off-for-old-exchange-online',
    fact: 'modern-authentication-default',
    subject: 'exchange-online',
    from: '2017-08-01',
    value: 'off',
    appliesTo: { tenantsCreatedBefore: '2017-08-01' },
    override: 'OAuth2ClientProfileEnabled',
    standing: 'documented',
    statement: 'Tenants created before August 2017 started with modern authentication off for Exchange Online.',
    citation: { source: 'office-modern-auth', section: 'Availability of modern authentication' },
  },
  {
    id: 'modern-authentication-on-for-new-skype-online',
    fact: 'modern-authentication-default',
    subject: 'skype-for-business-online',
    from: '2017-08-01',
    value: 'on',
    appliesTo: { tenantsCreatedFrom: '2017-08-01' },
    override: 'ClientAdalAuthOverride',
    standing: 'documented',
    statement: 'Tenants created since August 2017 start with modern authentication on for Skype for Business Online.',
    citation: { source: 'office-modern-auth', section: 'Availability of modern authentication' },
  },
  {
    id: 'modern-authentication-off-for-old-skype-online',
    fact: 'modern-authentication-default',
    subject: 'skype-for-business-online',
    from: '2017-08-01',
    value: 'off',
    appliesTo: { tenantsCreatedBefore: '2017-08-01' },
    override: 'ClientAdalAuthOverride',
    standing: 'documented',
    statement:
      'Tenants created before August 2017 started with modern authentication off for Skype for Business Online.',
    citation: { source: 'office-modern-auth', section: 'Availability of modern authentication' },
  },
  {
    id: 'smtp-client-authentication-off-in-new-organizations',
    fact: 'smtp-client-authentication-default',
    subject: 'smtp-auth',
    from: '2020-02-01',
    value: 'off',
    appliesTo: { tenantsCreatedFrom: '2020-02-01' },
    override: 'SmtpClientAuthenticationDisabled',
    standing: 'documented',
    statement: 'Organizations created after January 2020 start with SMTP client authentication switched off.',
    citation: { source: 'exo-smtp-submission', section: 'Disable SMTP AUTH in your organization' },
  },
  {
    id: 'security-defaults-on-in-new-tenants',
    fact: 'security-defaults',
    subject: 'tenant',
    from: '2019-10-22',
    value: 'on',
    appliesTo: { tenantsCreatedFrom: '2019-10-22' },
    override: 'securityDefaults',
    standing: 'documented',
    statement: 'Tenants created since 22 October 2019 may start with security defaults on.',
    citation: { source: 'entra-security-defaults', section: 'Enabling security defaults' },
  },
  {
    id: 'security-defaults-grace',
    fact: 'security-defaults-registration-grace',
    subject: 'tenant',
    from: '2019-10-22',
    value: '14 days',
    standing: 'documented',
    statement: 'Under security defaults a user may put off the registration of a second factor for fourteen days.',
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
    statement: 'In tenants created since 2 December 2024 registration under security defaults cannot be put off.',
    citation: { source: 'entra-security-defaults-update', section: 'removal of the fourteen days' },
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
      'From January 2025 the fourteen days are taken away from existing tenants step by step; no last day is published.',
    citation: { source: 'entra-security-defaults-update', section: 'removal of the fourteen days' },
  },
  {
    id: 'remote-powershell-ended',
    fact: 'protocol',
    subject: 'remote-powershell',
    from: '2023-10-01',
    value: 'retired',
    standing: 'documented',
    statement: 'Remote PowerShell connections to Exchange Online ended in October 2023; the module speaks REST.',
    citation: { source: 'exo-powershell-connect-cmdlet', section: '-UseRPSSession' },
  },
  {
    id: 'ews-both-switches-must-allow',
    fact: 'ews-switch-levels',
    subject: 'ews',
    from: '2025-04-01',
    value: 'both-must-allow',
    standing: 'secondary',
    statement: 'Since April 2025 organization and mailbox must both allow the Exchange web services.',
    citation: { source: 'exo-ews-enabled-flags', section: 'after the change' },
  },
  {
    id: 'ews-unset-becomes-false',
    fact: 'ews-switch-unset',
    subject: 'ews',
    from: '2026-10-01',
    until: '2027-04-01',
    value: 'false',
    override: 'EwsEnabled',
    standing: 'secondary',
    statement:
      'From October 2026 a tenant that left EwsEnabled unset is set to false; true with a list of allowed applications, set beforehand, keeps the web services for those.',
    citation: { source: 'exo-ews-retirement', section: 'Overview' },
  },
  {
    id: 'ews-retired',
    fact: 'protocol',
    subject: 'ews',
    from: '2027-04-01',
    value: 'retired',
    standing: 'secondary',
    statement:
      'Exchange web services end in Exchange Online on 1 April 2027 with no exception; Exchange Server keeps them.',
    citation: { source: 'exo-ews-retirement', section: 'Overview' },
  },
  {
    id: 'skype-online-retired',
    fact: 'workload',
    subject: 'skype-for-business-online',
    from: '2021-07-31',
    value: 'retired',
    standing: 'documented',
    statement: 'Skype for Business Online was retired on 31 July 2021; users homed online have Teams alone.',
    citation: { source: 'skype-online-retirement', section: 'Retirement date' },
  },
  {
    id: 'msonline-deprecated',
    fact: 'module',
    subject: 'msonline-powershell',
    from: '2024-03-30',
    value: 'deprecated',
    standing: 'documented',
    statement: 'The MSOnline module is deprecated since 30 March 2024.',
    citation: { source: 'entra-powershell-retirement', section: 'Timeline' },
  },
  {
    id: 'msonline-unsupported',
    fact: 'module',
    subject: 'msonline-powershell',
    from: '2025-03-30',
    value: 'unsupported',
    standing: 'documented',
    statement: 'The MSOnline module is supported until 30 March 2025; that it stops on a given day was not found.',
    citation: { source: 'entra-powershell-retirement', section: 'Timeline' },
  },
  {
    id: 'azuread-deprecated',
    fact: 'module',
    subject: 'azuread-powershell',
    from: '2024-03-30',
    value: 'deprecated',
    standing: 'documented',
    statement: 'The Azure AD module is deprecated since 30 March 2024.',
    citation: { source: 'entra-powershell-retirement', section: 'Timeline' },
  },
  {
    id: 'azuread-unsupported',
    fact: 'module',
    subject: 'azuread-powershell',
    from: '2025-03-30',
    value: 'unsupported',
    standing: 'documented',
    statement: 'The Azure AD module is supported until 30 March 2025; that it stops on a given day was not found.',
    citation: { source: 'entra-powershell-retirement', section: 'Timeline' },
  },
  {
    id: 'mandatory-mfa-azure-portals-rolling-out',
    fact: 'mandatory-mfa',
    subject: 'azure-portals',
    from: '2024-10-01',
    until: '2025-09-30',
    value: 'rolling-out',
    cloud: 'worldwide',
    override: 'mandatoryMfaPhase1',
    standing: 'documented',
    statement:
      'From October 2024 the Azure portal and the admin centers of Entra and Intune ask every user for a second factor, tenant by tenant; a tenant can postpone it to 30 September 2025.',
    citation: { source: 'entra-mandatory-mfa', section: 'Enforcement phases' },
  },
  {
    id: 'mandatory-mfa-azure-portals',
    fact: 'mandatory-mfa',
    subject: 'azure-portals',
    from: '2025-09-30',
    value: 'required',
    cloud: 'worldwide',
    standing: 'documented',
    statement: 'After the last postponement the Azure portals ask every user of every tenant for a second factor.',
    citation: { source: 'entra-mandatory-mfa', section: 'Request more time to prepare for enforcement' },
  },
  {
    id: 'mandatory-mfa-microsoft-365-admin-rolling-out',
    fact: 'mandatory-mfa',
    subject: 'microsoft-365-admin',
    from: '2025-02-01',
    until: '2025-09-30',
    value: 'rolling-out',
    cloud: 'worldwide',
    override: 'mandatoryMfaPhase1',
    standing: 'documented',
    statement:
      'From February 2025 the Microsoft 365 admin center asks every user for a second factor, tenant by tenant.',
    citation: { source: 'entra-mandatory-mfa', section: 'Enforcement phases' },
  },
  {
    id: 'mandatory-mfa-microsoft-365-admin',
    fact: 'mandatory-mfa',
    subject: 'microsoft-365-admin',
    from: '2025-09-30',
    value: 'required',
    cloud: 'worldwide',
    standing: 'documented',
    statement: 'After the last postponement the Microsoft 365 admin center asks every user for a second factor.',
    citation: { source: 'entra-mandatory-mfa', section: 'Request more time to prepare for enforcement' },
  },
  {
    id: 'mandatory-mfa-azure-clients-rolling-out',
    fact: 'mandatory-mfa',
    subject: 'azure-clients',
    from: '2025-10-01',
    until: '2026-07-01',
    value: 'rolling-out',
    cloud: 'worldwide',
    override: 'mandatoryMfaPhase2',
    standing: 'secondary',
    statement:
      'From October 2025 changes through Azure CLI, Azure PowerShell, the mobile app, infrastructure as code and REST need a second factor, tenant by tenant; a tenant can postpone it to July 2026.',
    citation: { source: 'azure-mfa-phase-2', section: 'When this will happen' },
  },
  {
    id: 'mandatory-mfa-azure-clients',
    fact: 'mandatory-mfa',
    subject: 'azure-clients',
    from: '2026-07-01',
    value: 'required',
    cloud: 'worldwide',
    standing: 'secondary',
    statement: 'After the last postponement every user who changes Azure resources needs a second factor.',
    citation: { source: 'azure-mfa-phase-2', section: 'When this will happen' },
  },
  {
    id: 'approved-client-app-retired',
    fact: 'grant-control',
    subject: 'approvedApplication',
    from: '2026-03-01',
    value: 'retired',
    standing: 'documented',
    statement: 'The control that asks for an approved client app retires in early March 2026.',
    citation: { source: 'ca-grant', section: 'Require approved client app' },
  },
  {
    id: 'low-privilege-scopes-plan-of-march-2026',
    fact: 'superseded-plan',
    subject: 'all-resources-with-exclusions',
    from: '2026-03-01',
    until: '2026-06-15',
    value: 'evaluated-as-directory from March 2026',
    standing: 'documented',
    statement:
      'The plan was to judge sign-ins that ask for low-privilege scopes alone as access to the directory from March 2026, in phases; it was put off to June.',
    citation: {
      source: 'ca-cloud-apps',
      section: 'New Conditional Access behavior when an ALL resources policy has a resource exclusion',
    },
  },
  {
    id: 'low-privilege-scopes-covered',
    fact: 'low-privilege-scopes',
    subject: 'all-resources-with-exclusions',
    from: '2026-06-15',
    value: 'rolling-out',
    override: 'lowPrivilegeScopesRollout',
    standing: 'documented',
    statement:
      'From 15 June 2026, over several weeks, a sign-in that asks for low-privilege scopes alone is judged as access to Windows Azure Active Directory, also where a policy for all resources has an exclusion; a tenant can turn that on earlier, or keep it off.',
    citation: { source: 'ca-baseline-scopes', section: 'Choose how baseline scopes are enforced' },
  },
  {
    id: 'unset-client-app-types-mean-all',
    fact: 'unset-client-app-types',
    subject: 'conditional-access',
    from: '2020-08-01',
    value: 'all',
    appliesTo: { policiesCreatedFrom: '2020-08-01' },
    standing: 'documented',
    statement:
      'A policy made since August 2020 whose client apps are not configured concerns every client, legacy ones included.',
    citation: { source: 'ca-conditions', section: 'Client apps' },
  },
  {
    id: 'legacy-method-policies-ended',
    fact: 'legacy-method-policies',
    subject: 'tenant',
    from: '2025-09-30',
    value: 'ended',
    standing: 'documented',
    statement:
      'Since 30 September 2025 methods are managed in the authentication methods policy alone; per-user state, app passwords, trusted addresses and remembered sign-ins stay where they were.',
    citation: { source: 'entra-methods-migration', section: 'Migration' },
  },
]

/** Every day on which an entry begins or ends, once each, first to last. */
export const timelineDates = (): string[] =>
  [...new Set(vendorTimeline.flatMap(({ from, until }) => (until === undefined ? [from] : [from, until])))].sort()
