import type { Citation } from '../vocabulary/citations.ts'
import type { Row } from './row.ts'

/** Licence levels as the vendor compares them. */
export type Licence = 'free-security-defaults' | 'free-global-administrators' | 'office-365' | 'p1' | 'p2'

/** What can demand a second factor, as the vendor compares it. */
export type MfaSource = 'security-defaults' | 'conditional-access' | 'per-user-mfa'

/** A feature, and the licenses that have it. */
export interface LicensedFeature extends Row {
  readonly kind: 'feature'
  readonly name: string
  readonly licences: readonly Licence[]
}

/** Something that a source of multifactor authentication can do or not. */
export interface MfaCapability extends Row {
  readonly kind: 'mfa-capability'
  readonly name: string
  readonly sources: readonly MfaSource[]
  readonly note?: string
}

/** A plan that contains a licence. */
export interface Plan extends Row {
  readonly kind: 'plan'
  readonly name: string
  readonly includes: 'p1' | 'p2'
}

/** A row of the table of licences. */
export type LicenceRow = LicensedFeature | MfaCapability | Plan

const features: Citation = { source: 'entra-mfa-licensing', section: 'Feature comparison based on licenses' }
const policies: Citation = { source: 'entra-mfa-licensing', section: 'Compare multifactor authentication policies' }
const versions: Citation = { source: 'entra-mfa-licensing', section: 'Available versions' }

const everywhere: readonly Licence[] = [
  'free-security-defaults',
  'free-global-administrators',
  'office-365',
  'p1',
  'p2',
]
const paid: readonly Licence[] = ['office-365', 'p1', 'p2']
const premium: readonly Licence[] = ['p1', 'p2']

const feature = (id: string, name: string, licences: readonly Licence[]): LicensedFeature => ({
  kind: 'feature',
  id,
  name,
  licences,
  citation: features,
})
const capability = (id: string, name: string, ...sources: readonly MfaSource[]): MfaCapability => ({
  kind: 'mfa-capability',
  id,
  name,
  sources,
  citation: policies,
})
const plan = (id: string, name: string, includes: 'p1' | 'p2'): Plan => ({
  kind: 'plan',
  id,
  name,
  includes,
  citation: versions,
})

/** Features by licence, abilities by source of the second factor, and plans that contain a licence. */
export const licences: readonly LicenceRow[] = [
  feature('protect-administrators', 'Protect administrator accounts with a second factor', everywhere),
  feature('mobile-app', 'Mobile app as a second factor', everywhere),
  feature('phone-call', 'Phone call as a second factor', paid),
  feature('text-message', 'Text message as a second factor', ['free-global-administrators', ...paid]),
  feature('control-methods', 'Control over verification methods', ['free-global-administrators', ...paid]),
  feature('fraud-alert', 'Fraud alert', premium),
  feature('mfa-reports', 'Reports of multifactor authentication', premium),
  feature('call-greetings', 'Custom greetings for phone calls', premium),
  feature('call-caller-id', 'Custom caller id for phone calls', premium),
  feature('trusted-ips', 'Trusted IPs', premium),
  feature('remember-mfa', 'Remember the second factor on trusted devices', ['free-global-administrators', ...paid]),
  feature('on-premises-applications', 'A second factor for on-premises applications', premium),
  feature('conditional-access', 'Conditional Access', premium),
  feature('risk-based-conditional-access', 'Risk-based Conditional Access', ['p2']),
  capability('standard-rules', 'A standard set of rules', 'security-defaults'),
  capability('one-click', 'One switch turns it on and off', 'security-defaults'),
  capability('no-extra-licence', 'Included in Office 365 licences', 'security-defaults', 'per-user-mfa'),
  capability('templates', 'Templates in the admin center', 'security-defaults', 'conditional-access'),
  capability('flexible', 'Flexible configuration', 'conditional-access'),
  capability('exempt-users', 'Exempt users', 'conditional-access', 'per-user-mfa'),
  {
    ...capability(
      'phone-methods',
      'Phone call or text message',
      'security-defaults',
      'conditional-access',
      'per-user-mfa',
    ),
    note: 'the feature table on the same page gives security defaults neither',
  },
  capability(
    'authenticator-methods',
    'Microsoft Authenticator and software tokens',
    'security-defaults',
    'conditional-access',
    'per-user-mfa',
  ),
  capability(
    'hardware-methods',
    'FIDO2, Windows Hello for Business and hardware tokens',
    'conditional-access',
    'per-user-mfa',
  ),
  {
    ...capability(
      'blocks-legacy',
      'Blocks legacy authentication protocols',
      'security-defaults',
      'conditional-access',
      'per-user-mfa',
    ),
    note: 'per-user: the account password stops working on them, an app password does not',
  },
  capability('new-users', 'New users are protected at once', 'security-defaults', 'conditional-access'),
  capability('risk-triggers', 'Asks because of risk', 'conditional-access'),
  capability('authorization-policies', 'Authentication and authorization policies', 'conditional-access'),
  capability('location-and-device', 'Depends on location and device', 'conditional-access'),
  capability('report-only', 'Report-only mode', 'conditional-access'),
  capability('block-outright', 'Can block users or services outright', 'conditional-access'),
  plan('ems-e3', 'EMS E3', 'p1'),
  plan('microsoft-365-e3', 'Microsoft 365 E3', 'p1'),
  plan('microsoft-365-business-premium', 'Microsoft 365 Business Premium', 'p1'),
  plan('ems-e5', 'EMS E5', 'p2'),
  plan('microsoft-365-e5', 'Microsoft 365 E5', 'p2'),
]
