import { type JsonSchema, list, object, flag as plainFlag, text } from '../schema/parts.ts'
import { type Authored, setting } from './setting.ts'

/** Which claims of the home tenants of guests are accepted, in Graph's terms; silent ones are not. */
export interface InboundTrustFile {
  readonly isMfaAccepted?: boolean
  readonly isCompliantDeviceAccepted?: boolean
  readonly isHybridAzureADJoinedDeviceAccepted?: boolean
}

const inboundTrust: JsonSchema = {
  ...object('the inbound trust', 'Which claims from the home tenants of guests are trusted. Default: none.', {
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
    about: 'What applies to tenants without their own settings.',
    states: 'inboundMfaTrust',
    notTried: 'trust in other tenants is not decided for a single sign-in',
  }),
  partners: setting<readonly (TrustFile & { readonly tenantId: string })[]>(
    (title, about) =>
      list(
        title,
        about,
        object(
          'a partner',
          'A tenant with its own settings.',
          { tenantId: text('tenant id', 'The id of the partner.'), inboundTrust },
          ['tenantId'],
        ),
      ),
    {
      title: 'partners',
      about: 'Tenants with their own settings.',
      states: 'inboundMfaTrust',
      notTried: 'trust in other tenants is not decided for a single sign-in',
    },
  ),
}

/** Cross-tenant access settings as authored. */
export type CrossTenantAccessFile = Authored<typeof crossTenantAccessSettings>
