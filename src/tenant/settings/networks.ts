import { cidr, names, object, oneOf, text } from '../schema/parts.ts'
import { type Authored, flag, listOf, setting } from './setting.ts'

const itsPlace = 'it describes where the network is, which is not decided for a sign-in'

/** A place where sign-ins come from. */
export const networkSettings = {
  name: setting<string>(text, {
    title: 'network name',
    about: 'The name that requests use for it.',
    readBy: 'requests',
    notTried: 'a different name would be a different network',
  }),
  ranges: listOf<string>(cidr('range', 'One range.'), {
    title: 'ranges',
    about: 'Public egress addresses of the network.',
    states: 'trustedNetwork',
    notTried: 'the trusted addresses are tried',
  }),
  insideCorporateNetwork: flag({
    title: 'position',
    about:
      'Whether it is inside the perimeter, where on-premises servers and domain controllers are reachable. Default: outside.',
    readBy: 'what is reached from there',
    tries: 'the opposite',
  }),
  compliantNetwork: flag({
    title: 'compliant network',
    about: 'Whether traffic from there goes through Global Secure Access of this tenant. Default: unknown.',
    readBy: 'policies',
    tries: 'every value',
  }),
  country: setting<string>(
    (title, about) =>
      text(title, about, { $comment: 'a two-letter country code', pattern: '^[A-Z]{2}$', examples: ['DE'] }),
    {
      title: 'country',
      about: 'Two-letter country code of the egress addresses.',
      readBy: 'policies',
      notTried: itsPlace,
    },
  ),
  tenantRestrictions: setting<TenantRestrictions>(
    (title, about) =>
      object(
        title,
        about,
        {
          version: oneOf('version', '`v1`: a header of the proxy that lists tenants; `v2`: a policy.', ['v1', 'v2']),
          allowedTenants: names('allowed tenants', 'Tenants that may be signed in to, by domain or id.', 'tenant'),
        },
        ['version', 'allowedTenants'],
      ),
    {
      title: 'the tenant restrictions',
      about: 'The restrictions set by the operator of the network, such as a customer. Default: none.',
      states: 'tenantRestrictions',
      notTried: itsPlace,
    },
  ),
}

/** Which tenants and accounts a network lets its users sign in to. */
export interface TenantRestrictions {
  readonly version: 'v1' | 'v2'
  readonly allowedTenants: readonly string[]
}
/** A network as authored. */
export type NetworkFile = Authored<typeof networkSettings, 'name'>
