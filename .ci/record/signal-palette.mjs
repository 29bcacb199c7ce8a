// What a sign-in brings along, drawn at random.

const day = 86_400_000
const valuesOf = ({ clientAppTypes, combinationWords, unlockMethods }) => ({
  devicePlatform: ['windows', 'iOS', 'android', 'macOS', 'linux', 'unknown'],
  clientAppType: clientAppTypes,
  signInRiskLevel: ['none', 'low', 'medium', 'high', 'hidden', 'unknown'],
  userRiskLevel: ['none', 'medium', 'high'],
  insiderRiskLevel: ['none', 'minor', 'moderate', 'elevated'],
  servicePrincipalRiskLevel: ['none', 'high'],
  country: ['US', 'FR', 'CH', 'unknown'],
  ipAddress: ['203.0.113.7', '198.51.100.7', '192.0.2.9', '2001:db8::7'],
  compliantNetwork: ['no', 'yes'],
  authenticationContext: ['c1', 'c2'],
  authenticationFlow: ['none', 'deviceCodeFlow', 'authenticationTransfer'],
  deviceInfo: [
    { isCompliant: 'True' },
    { isCompliant: 'False' },
    { trustType: 'ServerAD' },
    { trustType: 'AzureAD', isCompliant: 'True' },
    { model: 'Surface', displayName: 'kiosk 7' },
    { operatingSystem: 'Windows' },
    { extensionAttribute1: 'SAW' },
    {},
  ],
  methods: [[], ['password'], ['email'], ...Object.keys(combinationWords).map((combination) => combination.split(','))],
  satisfied: [
    ['mfa'],
    ['compliantDevice'],
    ['domainJoinedDevice'],
    ['approvedApplication', 'compliantApplication'],
    ['passwordChange'],
    [],
  ],
  mfaClaim: ['entra-id', 'federated-idp', 'home-tenant', 'none'],
  lastMfa: [60_000, 3 * 3_600_000, 13 * 3_600_000, 5 * day, 20 * day, 120 * day],
  firstFactor: ['right', 'wrong'],
  signedIn: ['no', 'yes'],
  scopes: [['openid'], ['openid', 'profile', 'User.Read'], ['Mail.Read'], []],
  domainHint: ['none', 'contoso.com', 'fabrikam.com'],
  signInName: ['ada@contoso.com', 'someone@contoso.com'],
  privateBrowsing: ['no', 'yes'],
  browserProfile: ['work', 'other'],
  browserExtension: ['no', 'yes'],
  primaryRefreshToken: ['held', 'lost'],
  deviceSignIn: unlockMethods,
  deviceSignInAge: [60_000, 5 * 3_600_000, 3 * day, 15 * day, 100 * day],
  deviceSecondFactor: ['no', 'yes'],
  lastSignIn: [60_000, 2 * 3_600_000, 9 * 3_600_000, 3 * day, 95 * day],
})

/** Some signals, few or many. */
export function signalPalette(vocabulary, next) {
  const share = [0.06, 0.15, 0.4, 0.8][Math.floor(next() * 4)]
  return drawn(vocabulary, next, share)
}

/** Every signal, each with one of its values. */
export const allSignals = (vocabulary, next) => drawn(vocabulary, next, 1)

function drawn(vocabulary, next, share) {
  return Object.fromEntries(
    Object.entries(valuesOf(vocabulary))
      .filter(() => next() < share)
      .map(([name, from]) => [name, from[Math.floor(next() * from.length)]]),
  )
}
