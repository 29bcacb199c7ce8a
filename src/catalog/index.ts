import { adfsAccessPolicies, adfsClaims } from './adfs-access.ts'
import { applications } from './applications.ts'
import { autodiscoverMethods } from './autodiscover-methods.ts'
import { clientSettings } from './client-settings.ts'
import { clients } from './clients.ts'
import { conditions } from './conditions.ts'
import { controlExemptions } from './control-exemptions.ts'
import { csAuthTypes } from './csauth.ts'
import { defaults } from './defaults.ts'
import { disagreements } from './disagreements.ts'
import { errorCodes } from './errors.ts'
import { grantControlTable } from './grant-controls.ts'
import { licences } from './licences.ts'
import { methods } from './methods.ts'
import { policyResults } from './policy-results.ts'
import { protocolTable } from './protocols.ts'
import { purposeTable } from './purposes.ts'
import { roles } from './roles.ts'
import { withStates } from './rollout-states.ts'
import type { Row } from './row.ts'
import { sendingOptions } from './sending-options.ts'
import { signInMethods } from './sign-in-methods.ts'
import { strengths } from './strengths.ts'
import { featureReach, topologies } from './topologies.ts'
import { vendorTimeline } from './vendor-timeline.ts'
import { workloads } from './workloads.ts'

/** The names of the catalog's tables, in the order in which they are listed. */
export const tableNames = [
  'clients',
  'workloads',
  'protocols',
  'applications',
  'purposes',
  'methods',
  'strengths',
  'errors',
  'licences',
  'topologies',
  'features',
  'timeline',
  'defaults',
  'sending-options',
  'autodiscover',
  'adfs-access-policies',
  'adfs-claims',
  'csauthconfig',
  'roles',
  'client-settings',
  'sign-in-methods',
  'conditions',
  'grant-controls',
  'control-exemptions',
  'policy-results',
  'disagreements',
] as const

/** The name of a table of the catalog. */
export type TableName = (typeof tableNames)[number]

/** Every table of product facts; each row has an id and a citation. */
export const catalogTables: Readonly<Record<TableName, readonly Row[]>> = {
  clients,
  workloads,
  protocols: protocolTable,
  applications,
  purposes: purposeTable,
  methods,
  strengths,
  errors: errorCodes,
  licences,
  topologies,
  features: featureReach,
  timeline: vendorTimeline.map(withStates),
  defaults,
  'sending-options': sendingOptions,
  autodiscover: autodiscoverMethods,
  'adfs-access-policies': adfsAccessPolicies,
  'adfs-claims': adfsClaims,
  csauthconfig: csAuthTypes,
  roles,
  'client-settings': clientSettings,
  'sign-in-methods': signInMethods,
  conditions,
  'grant-controls': grantControlTable,
  'control-exemptions': controlExemptions,
  'policy-results': policyResults,
  disagreements,
}
