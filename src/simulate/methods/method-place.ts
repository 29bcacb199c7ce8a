import { type Known, missing } from '../../vocabulary/facts.ts'
import type { Combination } from '../../vocabulary/methods.ts'
import type { LegPathContext } from '../leg-context.ts'
import { changeInForce } from '../vendor-state.ts'

type Place = Pick<LegPathContext, 'client' | 'tenant' | 'at'>

const mobile: ReadonlySet<string> = new Set(['iOS', 'android'])
const withoutHello: ReadonlySet<string> = new Set(['iOS', 'android', 'linux', 'windowsPhone', 'device'])

/** Whether methods can be presented with this client on its device. */
export function methodPlace(combination: Combination, place: Place): Known<'methodPlace'> {
  switch (combination) {
    case 'windowsHelloForBusiness':
      return helloPlace(place)
    case 'qrCodePin':
      return mobilePlace(place)
    case 'fido2':
      return passkeyPlace(place)
    case 'password,x509CertificateSingleFactor':
    case 'password,x509CertificateMultiFactor':
      return certificatePlace(place)
    default:
      return 'fits'
  }
}

function platformOf({ client }: Pick<Place, 'client'>): string | undefined {
  const platform = client.device?.platform ?? client.product.platform
  return platform === 'any' ? undefined : platform
}

/** Hello belongs to a registered or joined device with Windows; on a Mac the platform credential takes its place. */
function helloPlace(place: Place): Known<'methodPlace'> {
  const platform = platformOf(place)
  if (platform !== undefined && withoutHello.has(platform)) return 'no-hello-device'
  const { device } = place.client
  if (device?.registered === false) return 'no-hello-device'
  return platform === 'windows' && device?.registered === true ? 'fits' : missing
}

/** After a password a certificate does not work on iOS. */
function certificatePlace(place: Place): Known<'methodPlace'> {
  return platformOf(place) === 'iOS' ? 'no-certificate-here' : 'fits'
}

function mobilePlace(place: Place): Known<'methodPlace'> {
  const platform = platformOf(place)
  if (platform === undefined) return missing
  return mobile.has(platform) ? 'fits' : 'no-mobile-device'
}

/**
 * Passkeys came to phones and to the apps of Macs one after the other. Native apps there take a passkey through a broker, which a
 * registered device has; of PowerShell a page names three modules.
 */
function passkeyPlace(place: Place): Known<'methodPlace'> {
  const { product, device } = place.client
  const { takesPasskeys } = product
  if (takesPasskeys !== undefined) return takesPasskeys ? 'fits' : 'no-passkey-in-module'
  if (product.kind === 'powershell') return missing
  const subject = passkeySubject(place)
  if (subject === undefined) return 'fits'
  const came = changeInForce(place.tenant, place.at, 'passkey-platform', subject)
  if (came === undefined) return 'no-passkey-here'
  if (came === missing || came.value === 'unstated') return missing
  return subject === 'android-browser' || device?.registered === true ? 'fits' : missing
}

/** What the vendor's page on passkeys has a date for; browsers elsewhere have taken them since before. */
function passkeySubject(place: Place): 'android-browser' | 'android-app' | 'apple-app' | undefined {
  const platform = platformOf(place)
  const inBrowser = place.client.product.kind === 'browser'
  if (platform === 'android') return inBrowser ? 'android-browser' : 'android-app'
  return (platform === 'iOS' || platform === 'macOS') && !inBrowser ? 'apple-app' : undefined
}
