import * as documented from '../graph/documented.ts'
import { asReturned } from '../schema/as-returned.ts'
import { type JsonSchema, list, object, oneOf, flag as plainFlag, text } from '../schema/parts.ts'
import { type Authored, listOf, setting } from './setting.ts'

/** Which claims of the home tenants of guests are accepted, in Graph's terms; silent ones are not. */
export interface InboundTrustFile {
  readonly isMfaAccepted?: boolean
  readonly isCompliantDeviceAccepted?: boolean
  readonly isHybridAzureADJoinedDeviceAccepted?: boolean
}

const orNull = (schema: JsonSchema): JsonSchema => ({ ...schema, type: [`${schema['type']}`, 'null'] })

const inboundTrust = orNull(
  asReturned(
    object('the inbound trust', 'Which claims from the home tenants of guests are trusted. Default: none.', {
      isMfaAccepted: plainFlag('trust in MFA', 'Whether MFA completed in the home tenant counts.'),
      isCompliantDeviceAccepted: plainFlag(
        'trust in compliant devices',
        'Whether device compliance in the home tenant counts.',
      ),
      isHybridAzureADJoinedDeviceAccepted: plainFlag(
        'trust in joined devices',
        'Whether a device join in the home tenant counts.',
      ),
    }),
    documented.inboundTrust,
  ),
)

/** What is allowed or blocked, as Graph's `crossTenantAccessPolicyTargetConfiguration`. */
export interface TargetsFile {
  readonly accessType?: 'allowed' | 'blocked'
  readonly targets?: readonly { readonly target: string; readonly targetType?: string }[]
}

/** Who comes in or goes out, and to which applications, as Graph's `crossTenantAccessPolicyB2BSetting`. */
export interface AccessFile {
  readonly usersAndGroups?: TargetsFile | null
  readonly applications?: TargetsFile | null
}

const target = asReturned(
  object(
    'a target',
    'A user, a group or an application by id; `AllUsers`, `AllApplications` or `Office365`.',
    {
      target: text('target', 'The id, or the word for all.'),
      targetType: oneOf('target type', 'What the id is of.', ['user', 'group', 'application']),
    },
    ['target'],
  ),
  documented.crossTenantAccess,
)

const targets = (title: string, about: string): JsonSchema =>
  orNull(
    asReturned(
      object(title, about, {
        accessType: oneOf('access type', 'Whether the targets are allowed or blocked.', ['allowed', 'blocked']),
        targets: list('targets', 'What is allowed or blocked; everything else is the opposite.', target),
      }),
      documented.crossTenantAccess,
    ),
  )

const access = (title: string, about: string): JsonSchema =>
  orNull(
    asReturned(
      object(title, about, {
        usersAndGroups: targets('the users and groups', 'Users and groups of the home tenant.'),
        applications: targets('the applications', 'Applications of the tenant that is entered.'),
      }),
      documented.crossTenantAccess,
    ),
  )

const inbound = {
  inboundTrust,
  b2bCollaborationInbound: access('the inbound collaboration', 'Which guests may come in. Default: all.'),
  b2bDirectConnectInbound: access(
    'the inbound direct connect',
    'Which users may come in by direct connect. Default for a user declared as `b2bDirectConnectUser`: all.',
  ),
}

const home = object('the settings of the home tenant', 'What the partner allows its own users.', {
  b2bCollaborationOutbound: access(
    'the outbound collaboration',
    'Which users of the partner may be guests here. Default: all.',
  ),
  b2bDirectConnectOutbound: access(
    'the outbound direct connect',
    'Which users of the partner may come here by direct connect. Default: all.',
  ),
})

/** Trust in one tenant and access from it, or by default; null inherits. */
export interface CrossTenantFile {
  readonly inboundTrust?: InboundTrustFile | null
  readonly b2bCollaborationInbound?: AccessFile | null
  readonly b2bDirectConnectInbound?: AccessFile | null
}

/** Settings for one partner, and the partner's own. */
export interface PartnerFile extends CrossTenantFile {
  readonly tenantId: string
  readonly homeTenant?: {
    readonly b2bCollaborationOutbound?: AccessFile | null
    readonly b2bDirectConnectOutbound?: AccessFile | null
  }
}

/** The clouds of Microsoft by their sign-in endpoints, as Graph names them. */
export const cloudEndpoints = ['microsoftonline.com', 'microsoftonline.us', 'partner.microsoftonline.cn'] as const

/** Cross-tenant access settings: the default, and what holds for single partners. */
export const crossTenantAccessSettings = {
  default: setting<CrossTenantFile>(
    (title, about) => asReturned(object(title, about, inbound), documented.crossTenantDefault),
    {
      title: 'the default',
      about: 'What applies to tenants without their own settings.',
      states: ['inboundMfaTrust', 'crossTenant'],
      notTried: 'trust in other tenants is not decided for a single sign-in',
    },
  ),
  partners: setting<readonly PartnerFile[]>(
    (title, about) =>
      list(
        title,
        about,
        asReturned(
          object(
            'a partner',
            'A tenant with its own settings.',
            { tenantId: text('tenant id', 'The id of the partner.'), ...inbound, homeTenant: home },
            ['tenantId'],
          ),
          documented.crossTenantPartner,
        ),
      ),
    {
      title: 'partners',
      about: 'Tenants with their own settings.',
      states: ['inboundMfaTrust', 'crossTenant'],
      notTried: 'trust in other tenants is not decided for a single sign-in',
    },
  ),
  allowedCloudEndpoints: listOf<(typeof cloudEndpoints)[number]>(
    oneOf('cloud', 'One cloud, by its sign-in endpoint.', cloudEndpoints),
    {
      title: 'clouds',
      about: 'Other clouds with which collaboration is turned on. Default: none.',
      states: 'crossTenant',
      notTried: 'trust in other tenants is not decided for a single sign-in',
    },
  ),
}

/** Cross-tenant access settings as authored. */
export type CrossTenantAccessFile = Authored<typeof crossTenantAccessSettings>
