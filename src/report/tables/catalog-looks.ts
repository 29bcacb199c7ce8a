import type { TableName } from '../../catalog/index.ts'

/** The content of a table, and the columns to show in a terminal besides the id. */
export interface TableLook {
  readonly says: string
  readonly columns: readonly string[]
}

/** How each table of the catalog is shown. */
export const tableLooks: Readonly<Record<TableName, TableLook>> = {
  clients: { says: 'programs that users sign in with', columns: ['name', 'platform', 'office', 'flows', 'prompts'] },
  workloads: { says: 'services that clients connect to', columns: ['name', 'zone', 'auditTrail', 'legs'] },
  protocols: {
    says: 'protocols, and how policies, switches and claims classify them',
    columns: [
      'name',
      'modern',
      'legacyClientAppType',
      'modernClientAppType',
      'allowBasicAuth',
      'adfsClientApplication',
    ],
  },
  applications: {
    says: 'clients and resources by app id: suites, service dependencies, mandatory MFA',
    columns: ['name', 'appIds', 'role', 'suites', 'mandatoryMfa'],
  },
  purposes: {
    says: 'what a client is used for, and the connections it needs',
    columns: ['name', 'legs', 'optionalLegs'],
  },
  methods: {
    says: 'combinations of authentication methods, and what can be registered',
    columns: ['name', 'kind', 'methods', 'strengths', 'register', 'change', 'delete'],
  },
  strengths: { says: 'built-in authentication strengths', columns: ['name', 'combinations'] },
  errors: {
    says: 'error codes that the vendor returns for refusals',
    columns: ['kind', 'name', 'stage', 'outcome', 'meaning'],
  },
  licences: {
    says: 'what each source of MFA can do with which license',
    columns: ['kind', 'name', 'licences', 'sources', 'includes'],
  },
  topologies: {
    says: 'the published topologies of Skype for Business and Exchange',
    columns: ['name', 'modernOn', 'features', 'featuresFor'],
  },
  features: { says: 'platforms that support a feature of modern authentication', columns: ['feature', 'platforms'] },
  timeline: {
    says: 'dated changes by the vendor',
    columns: ['from', 'status', 'standing', 'fact', 'subject', 'value', 'states', 'statement'],
  },
  defaults: {
    says: 'documented defaults that apply if a file does not set a value',
    columns: ['fact', 'value', 'statement'],
  },
  'sending-options': {
    says: 'how devices and programs send mail',
    columns: ['name', 'credentials', 'recipients', 'needsMailbox', 'needsStaticAddress'],
  },
  autodiscover: {
    says: 'where clients look for their endpoints',
    columns: ['kind', 'order', 'name', 'way', 'asksPassword', 'basis'],
  },
  'adfs-access-policies': { says: 'the published client access policies of AD FS', columns: ['name', 'statement'] },
  'adfs-claims': { says: 'claims of a request that AD FS sees', columns: ['claimType', 'setBy', 'statement'] },
  csauthconfig: {
    says: 'the types of Set-CsAuthConfig, outside and inside',
    columns: ['type', 'external', 'internal'],
  },
  roles: { says: 'built-in directory roles', columns: ['name', 'securityDefaultsAdministrator'] },
  'client-settings': {
    says: 'registry values and switches that affect a sign-in',
    columns: ['name', 'clients', 'statement'],
  },
  'sign-in-methods': {
    says: 'how a password can be checked',
    columns: ['name', 'verifier', 'obstacles', 'disabledDelayMinutes', 'onPremisesNeeded'],
  },
  conditions: {
    says: 'conditions of a Conditional Access policy',
    columns: ['name', 'field', 'reason', 'signals', 'absentMeans'],
  },
  'grant-controls': {
    says: 'controls in the order in which the vendor requests them',
    columns: ['name', 'order', 'interactive', 'error', 'logWord'],
  },
  'control-exemptions': {
    says: 'controls that are not enforced for some applications',
    columns: ['control', 'applications', 'statement'],
  },
  'policy-results': { says: 'what the sign-in log reports about a policy', columns: ['meaning', 'reportOnly'] },
  disagreements: {
    says: 'vendor pages that disagree, and how verdicts handle it',
    columns: ['about', 'pages', 'treatment', 'verdict'],
  },
}
