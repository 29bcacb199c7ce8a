import type { Row } from '../catalog/row.ts'

/** A table of the catalogue: what it holds, the columns worth a terminal, and where its rows are. */
export interface CatalogTable {
  readonly says: string
  readonly columns: readonly string[]
  readonly load: () => Promise<readonly Row[]>
}

/** Every table by the name that the command line knows; only the one asked for is loaded. */
export const catalogTables = {
  clients: {
    says: 'programs people sign in with',
    columns: ['name', 'platform', 'office', 'flows', 'prompts'],
    load: async () => (await import('../catalog/clients.ts')).clients,
  },
  workloads: {
    says: 'services they talk to',
    columns: ['name', 'zone', 'auditTrail', 'legs'],
    load: async () => (await import('../catalog/workloads.ts')).workloads,
  },
  protocols: {
    says: 'what is spoken, and how policies, switches and claims see it',
    columns: [
      'name',
      'modern',
      'legacyClientAppType',
      'modernClientAppType',
      'allowBasicAuth',
      'adfsClientApplication',
    ],
    load: async () => (await import('../catalog/protocols.ts')).protocolTable,
  },
  applications: {
    says: 'clients and resources by app id: suites, service dependencies, mandatory MFA',
    columns: ['name', 'appIds', 'role', 'suites', 'mandatoryMfa'],
    load: async () => (await import('../catalog/applications.ts')).applications,
  },
  purposes: {
    says: 'what a client is used for, and the conversations that needs',
    columns: ['name', 'legs', 'optionalLegs'],
    load: async () => (await import('../catalog/purposes.ts')).purposeTable,
  },
  methods: {
    says: 'combinations of authentication methods, and what can be registered',
    columns: ['name', 'kind', 'methods', 'strengths', 'register', 'change', 'delete'],
    load: async () => (await import('../catalog/methods.ts')).methods,
  },
  strengths: {
    says: 'built-in authentication strengths',
    columns: ['name', 'combinations'],
    load: async () => (await import('../catalog/strengths.ts')).strengths,
  },
  errors: {
    says: 'what the vendor answers to a refusal',
    columns: ['kind', 'name', 'stage', 'outcome', 'meaning'],
    load: async () => (await import('../catalog/errors.ts')).errorCodes,
  },
  licences: {
    says: 'what each source of MFA can do under which licence',
    columns: ['kind', 'name', 'licences', 'sources', 'includes'],
    load: async () => (await import('../catalog/licences.ts')).licences,
  },
  topologies: {
    says: 'the published topologies of Skype for Business and Exchange',
    columns: ['name', 'modernOn', 'features', 'featuresFor'],
    load: async () => (await import('../catalog/topologies.ts')).topologies,
  },
  features: {
    says: 'which platforms a feature of modern authentication reaches',
    columns: ['feature', 'platforms'],
    load: async () => (await import('../catalog/topologies.ts')).featureReach,
  },
  'registrar-authentication': {
    says: 'the published types of Set-CsAuthConfig, inside and outside',
    columns: ['type', 'external', 'internal'],
    load: async () => (await import('../catalog/csauth.ts')).csAuthTypes,
  },
  'access-policies': {
    says: 'the published client access policies of AD FS',
    columns: ['name', 'statement'],
    load: async () => (await import('../catalog/adfs-access.ts')).adfsAccessPolicies,
  },
  claims: {
    says: 'claims of a request that AD FS sees',
    columns: ['claimType', 'setBy', 'statement'],
    load: async () => (await import('../catalog/adfs-access.ts')).adfsClaims,
  },
  sending: {
    says: 'ways in which devices and programs send mail',
    columns: ['name', 'credentials', 'recipients', 'needsMailbox', 'needsStaticAddress'],
    load: async () => (await import('../catalog/sending-options.ts')).sendingOptions,
  },
  timeline: {
    says: 'dated changes by the vendor',
    columns: ['from', 'fact', 'subject', 'value', 'statement'],
    load: async () => (await import('../catalog/vendor-timeline.ts')).vendorTimeline,
  },
  defaults: {
    says: 'documented defaults that stand in where a file is silent',
    columns: ['fact', 'value', 'statement'],
    load: async () => (await import('../catalog/defaults.ts')).defaults,
  },
} as const satisfies Record<string, CatalogTable>

/** The name of a table. */
export type CatalogTableName = keyof typeof catalogTables

/** Every table, in the order of the list. */
// Object.keys of a literal are its keys, which its type cannot say.
export const catalogTableNames = Object.keys(catalogTables) as readonly CatalogTableName[]
