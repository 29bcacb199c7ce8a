import { type JsonSchema, list, object, flag as plainFlag, text } from '../schema/parts.ts'
import { type Authored, setting } from './setting.ts'

/** Which claims of the home tenants of guests are accepted, in Graph's words; silent ones are not. */
export interface InboundTrustFile {
  readonly isMfaAccepted?: boolean
  readonly isCompliantDeviceAccepted?: boolean
  readonly isHybridAzureADJoinedDeviceAccepted?: boolean
}

const inboundTrust: JsonSchema = {
  ...object('the inbound trust', 'Which claims of the home tenants of guests are believed. Silent: none.', {
    isMfaAccepted: plainFlag('trust in MFA', 'Whether a second factor passed in the home tenant counts.'),
    isCompliantDeviceAccepted: plainFlag('trust in compliant devices', 'Whether compliance in the home tenant counts.'),
    isHybridAzureADJoinedDeviceAccepted: plainFlag(
      'trust in joined devices',
      'Whether a join of the home tenant counts.',
    ),
  }),
  type: ['object', 'null'],
}

/** Trust in one tenant, or by default; null inherits. */
interface TrustFile {
  readonly inboundTrust?: InboundTrustFile | null
}

/** Cross-tenant access settings: the default, and what holds for single partners. */
export const crossTenantAccessSettings = {
  default: setting<TrustFile>((title, about) => object(title, about, { inboundTrust }), {
    title: 'the default',
    about: 'What applies to tenants without settings of their own.',
    states: 'inboundMfaTrust',
    notTried: 'what is accepted of other tenants is not decided for one sign-in',
  }),
  partners: setting<readonly (TrustFile & { readonly tenantId: string })[]>(
    (title, about) =>
      list(
        title,
        about,
        object(
          'a partner',
          'One tenant with settings of its own.',
          { tenantId: text('tenant id', 'The id of the partner.'), inboundTrust },
          ['tenantId'],
        ),
      ),
    {
      title: 'partners',
      about: 'Tenants with settings of their own.',
      states: 'inboundMfaTrust',
      notTried: 'what is accepted of other tenants is not decided for one sign-in',
    },
  ),
}

/** Cross-tenant access settings as authored. */
export type CrossTenantAccessFile = Authored<typeof crossTenantAccessSettings>
