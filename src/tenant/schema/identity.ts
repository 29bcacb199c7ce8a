import { publishedAccessPolicies } from '../tenant-file.ts'
import { cidr, duration, flag, instant, list, names, object, oneOf, text, wholeNumber } from './parts.ts'

const domain = object(
  'a domain',
  'A verified domain, and how the users whose names end in it sign in.',
  {
    name: text('domain name', 'The domain name.', { examples: ['contoso.com'] }),
    authenticationType: oneOf(
      'domain authentication',
      'Who signs the users in: `managed` (Microsoft Entra ID) or `federated` (an identity provider).',
      ['managed', 'federated', 'Managed', 'Federated'],
    ),
    identityProvider: text('identity provider', 'The name of the identity provider of a federated domain.'),
    managedSignIn: oneOf(
      'managed sign-in',
      'How the password of a managed user is checked: against its synchronised hash, by an agent on-premises, or for an account that lives in the cloud only.',
      ['password-hash-sync', 'pass-through', 'cloud-only'],
    ),
    federatedIdpMfaBehavior: oneOf(
      'federated MFA behaviour',
      'Whether a second factor done by the identity provider counts. Silent: it is accepted where it was done.',
      ['acceptIfMfaDoneByFederatedIdp', 'enforceMfaByFederatedIdp', 'rejectMfaByFederatedIdp'],
    ),
    supportsMfa: flag('SupportsMfa', 'The older federation setting, as an export may still show it.'),
    isDefault: flag('default domain', 'Whether new users get this domain.'),
    stagedRollout: object(
      'a staged roll-out',
      'Groups of a federated domain whose browser and modern sign-ins are managed already.',
      { groups: names('groups', 'The groups in the roll-out, by name or id.', 'group') },
      ['groups'],
    ),
    issuerUri: text('issuer', 'The issuer of the federation service.'),
    activeSignInUri: text('active sign-in address', 'Where rich and legacy clients sign in (WS-Trust).'),
    passiveSignInUri: text('passive sign-in address', 'Where browsers are sent.'),
    metadataExchangeUri: text('metadata exchange address', 'Where rich clients learn about the endpoints.'),
    preferredAuthenticationProtocol: oneOf('federation protocol', 'The protocol of the federation.', ['wsFed', 'saml']),
    promptLoginBehavior: text('prompt behaviour', 'How a demand for a fresh sign-in is passed on.'),
  },
  ['name', 'authenticationType'],
)

const condition = object(
  'a condition',
  'A condition on one claim that the identity provider sees.',
  {
    claim: text('claim', 'The claim by the end of its type.', {
      examples: ['insidecorporatenetwork', 'x-ms-client-application'],
    }),
    operator: oneOf(
      'operator',
      'How the value is compared; `equals` when left out. `not-equals` also holds without the claim.',
      ['equals', 'not-equals', 'matches', 'exists', 'absent'],
    ),
    value: text('claim value', 'The value or, for `matches`, the regular expression.'),
  },
  ['claim'],
)

const accessRule = {
  type: ['string', 'object'],
  title: 'an access rule',
  description:
    'A published client access policy by its name, the same with its groups, or a permit or deny rule over claims. Deny wins.',
  if: { type: 'string' },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { title: 'access policy', enum: publishedAccessPolicies },
  properties: {
    policy: oneOf('access policy', 'A published client access policy.', publishedAccessPolicies),
    groups: names('groups', 'The groups that the policy lets pass.', 'group'),
    effect: oneOf('effect', 'What the rule does where all its conditions hold.', ['permit', 'deny']),
    name: text('rule name', 'What the rule is called.'),
    conditions: list('conditions', 'All of them must hold.', condition),
  },
  additionalProperties: false,
}

const identityProvider = object(
  'an identity provider',
  'A federation service such as AD FS.',
  {
    name: text('identity provider', 'The name by which domains refer to it.'),
    product: text('product', 'The product; `ad-fs` for Active Directory Federation Services.', { examples: ['ad-fs'] }),
    displayName: text('display name', 'The name shown in reports.'),
    version: text('version', 'The version of the product.', { examples: ['3.0', '2016', '2019'] }),
    performsMfa: flag('own MFA', 'Whether it asks for a second factor itself.'),
    passesClaims: names(
      'claims passed on',
      'Claims that it passes on to Microsoft Entra ID, by the end of their type: `authnmethodsreferences`, `insidecorporatenetwork`.',
      'claim',
    ),
    reachableFromInternet: flag('reachability', 'Whether clients on the internet can reach it.'),
    accessRules: list('access rules', 'Its client access rules for Microsoft 365.', accessRule),
    notUnderstood: names(
      'parts not understood',
      'Parts of its rules that an import could not read; they leave its answer open.',
      'part',
    ),
  },
  ['name'],
)

/** Domains, identity providers, directory sync and the settings of per-user MFA. */
export const identityProperties = {
  domains: list('domains', 'The verified domains.', domain, { minItems: 1 }),
  identityProviders: list('identity providers', 'The federation services.', identityProvider),
  directorySync: object('the directory sync', 'How changes on-premises reach Microsoft Entra ID.', {
    delay: duration(
      'sync delay',
      'The longest time that a change on-premises takes to reach the cloud. Silent: unknown within the documented bounds.',
    ),
  }),
  multifactorAuthentication: object('the MFA settings', 'Tenant-wide settings of per-user MFA.', {
    appPasswords: oneOf('app-password setting', 'Whether users may create app passwords. Silent: blocked.', [
      'allowed',
      'blocked',
    ]),
    trustedIps: list(
      'trusted addresses',
      'Public ranges from which MFA is skipped.',
      cidr('trusted address', 'A public range.'),
    ),
    skipForFederatedIntranet: flag(
      'intranet setting',
      'Skip MFA for federated users whose token says that they are inside.',
    ),
    rememberDays: wholeNumber('days to remember MFA', 'How long a browser is remembered.', 1, 365),
    mandatoryPostponedUntil: instant('postponement', 'Until when mandatory MFA for administration is postponed.'),
  }),
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
