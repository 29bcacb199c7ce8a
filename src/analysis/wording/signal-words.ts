import { clientAppTypes, grantControls } from '../../vocabulary/policies.ts'
import { unlockMethods } from '../../vocabulary/tokens.ts'

const unknown = 'unknown'
const risks = ['none', 'low', 'medium', 'high', 'hidden', unknown] as const

/** Signals with a closed list of values, by Graph's names where they exist. */
export const signalValues = {
  devicePlatform: ['android', 'iOS', 'windows', 'windowsPhone', 'macOS', 'linux', unknown],
  clientAppType: [...clientAppTypes, 'easSupported', unknown],
  signInRiskLevel: risks,
  userRiskLevel: risks,
  servicePrincipalRiskLevel: risks,
  insiderRiskLevel: ['none', 'minor', 'moderate', 'elevated', unknown],
  authenticationFlow: ['none', 'deviceCodeFlow', 'authenticationTransfer', unknown],
  mfaClaim: ['entra-id', 'federated-idp', 'home-tenant', 'none'],
  firstFactor: ['right', 'wrong'],
  signedIn: ['no', 'yes'],
  privateBrowsing: ['no', 'yes'],
  compliantNetwork: ['no', 'yes'],
  browserProfile: ['work', 'other'],
  browserExtension: ['no', 'yes'],
  primaryRefreshToken: ['held', 'lost'],
  deviceSignIn: unlockMethods,
  deviceSecondFactor: ['no', 'yes'],
  signInName: ['userPrincipalName', 'onPremisesUserPrincipalName', 'proxyAddress', 'phoneNumber', 'qrCode', unknown],
} as const

/** Grant controls that a sign-in can already have met; the tenant's own follow a prefix and a colon. */
export const satisfiable = [
  ...grantControls,
  'authenticationStrength:',
  'termsOfUse:',
  'customAuthenticationFactor:',
  'secureSignInSession',
] as const

/** Every key of `--signal`. */
export const signalKeys = [
  ...Object.keys(signalValues),
  'country',
  'ipAddress',
  'authenticationContext',
  'deviceInfo',
  'methods',
  'satisfied',
  'lastMfa',
  'deviceSignInAge',
  'lastSignIn',
  'scopes',
  'domainHint',
]
