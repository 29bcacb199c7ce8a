import { domainSettings } from '../settings/domains.ts'
import { providerSettings } from '../settings/identity-providers.ts'
import { mfaSettings } from '../settings/mfa.ts'
import { schemaOf } from '../settings/setting.ts'
import { duration, flag, type JsonSchema, list, names, object, oneOf, text } from './parts.ts'

const domain = schemaOf(
  'a domain',
  'A verified domain, and how the users whose names end in it sign in.',
  domainSettings,
  ['name', 'authenticationType'],
)

const identityProvider = schemaOf('an identity provider', 'A federation service such as AD FS.', providerSettings, [
  'name',
])

const homeRealmDiscoveryPolicy = object(
  'a home realm discovery policy',
  'Whether Microsoft Entra ID may check the passwords of federated users against their synchronized hash.',
  {
    displayName: text('display name', 'The name of the policy.'),
    allowCloudPasswordValidation: flag('AllowCloudPasswordValidation', 'The setting of the definition.'),
    isOrganizationDefault: flag('organization default', 'Whether it holds for applications without one of their own.'),
    applications: names('applications', 'The applications it is assigned to, by id or declared name.', 'application'),
  },
  ['allowCloudPasswordValidation'],
)

const inboundTrust: JsonSchema = {
  ...object('the inbound trust', 'Which claims of the home tenants of guests are believed. Silent: none.', {
    isMfaAccepted: flag('trust in MFA', 'Whether a second factor passed in the home tenant counts.'),
    isCompliantDeviceAccepted: flag('trust in compliant devices', 'Whether compliance in the home tenant counts.'),
    isHybridAzureADJoinedDeviceAccepted: flag('trust in joined devices', 'Whether a join of the home tenant counts.'),
  }),
  type: ['object', 'null'],
}

const crossTenantAccess = object('the cross-tenant access settings', 'What is believed of other tenants.', {
  default: object('the default', 'What holds for tenants without settings of their own.', { inboundTrust }),
  partners: list(
    'partners',
    'Tenants with settings of their own.',
    object(
      'a partner',
      'One tenant with settings of its own.',
      { tenantId: text('tenant id', 'The id of the partner.'), inboundTrust },
      ['tenantId'],
    ),
  ),
})

/** Domains, identity providers, directory sync and the settings of per-user MFA. */
export const identityProperties = {
  domains: list('domains', 'The verified domains.', domain, { minItems: 1 }),
  identityProviders: list('identity providers', 'The federation services.', identityProvider),
  crossTenantAccess,
  homeRealmDiscoveryPolicies: list(
    'home realm discovery policies',
    'How programs that send passwords of federated users are treated. Silent: there is none.',
    homeRealmDiscoveryPolicy,
  ),
  directorySync: object('the directory sync', 'How changes on-premises reach Microsoft Entra ID.', {
    delay: duration(
      'sync delay',
      'The longest time that a change on-premises takes to reach the cloud. Silent: unknown within the documented bounds.',
    ),
  }),
  multifactorAuthentication: schemaOf('the MFA settings', 'Tenant-wide settings of per-user MFA.', mfaSettings),
  securityDefaults: {
    type: ['boolean', 'object'],
    title: 'security defaults',
    description: 'Whether security defaults are on.',
    properties: { isEnabled: flag('security defaults', "The property of Graph's policy.") },
    required: ['isEnabled'],
    additionalProperties: false,
  },
  conditionalAccess: object('Conditional Access', "Policies and what they name, as Graph's own objects or in files.", {
    policies: graphObjects('policies', 'conditionalAccessPolicy'),
    namedLocations: graphObjects('named locations', 'namedLocation'),
    authenticationStrengths: graphObjects('authentication strengths', 'authenticationStrengthPolicy'),
    authenticationContexts: graphObjects('authentication contexts', 'authenticationContextClassReference'),
    activeSyncWithOAuthCountsAs: oneOf(
      'client app type',
      'Which client app type policies see in Exchange ActiveSync with OAuth, on which the published pages differ.',
      ['exchangeActiveSync', 'mobileAppsAndDesktopClients'],
    ),
  }),
}

function graphObjects(title: string, resource: string) {
  return list(title, `Objects of Graph's \`${resource}\`, or patterns of JSON files that hold them.`, {
    type: ['string', 'object'],
    title: resource,
    description: `One \`${resource}\`, or a file pattern.`,
  })
}
