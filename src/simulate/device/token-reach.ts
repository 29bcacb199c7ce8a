import type { TenantClient } from '../../tenant/tenant.ts'
import { type Known, type LegFacts, missing } from '../../vocabulary/facts.ts'
import type { Signals } from '../../vocabulary/requests.ts'

const ofTheVendor: ReadonlySet<string> = new Set(['outlook', 'office', 'teams', 'remote-desktop'])

/** Whether a client gets at the token of its device. */
export function tokenReachOf(client: TenantClient, signals: Signals, device: LegFacts): Known<'tokenReach'> {
  const { product, deviceSingleSignOn } = client
  if (product.kind === 'browser') return reachOfBrowser(signals, deviceSingleSignOn)
  if (deviceSingleSignOn !== undefined) return deviceSingleSignOn ? 'reaches' : 'no-broker'
  if (product.office === '2013' || product.office === '2010-or-earlier') return 'no-broker'
  if (!ofTheVendor.has(product.kind)) return missing
  // A phone, and a Mac, has its broker where it is registered with it.
  return device.deviceSystem === 'other' || device.deviceSystem === missing ? missing : 'reaches'
}

function reachOfBrowser(signals: Signals, stated: boolean | undefined): Known<'tokenReach'> {
  if (signals.privateBrowsing === 'yes') return 'private-window'
  if (signals.browserProfile === 'other') return 'another-profile'
  const presents = signals.browserExtension ?? (stated === undefined ? undefined : stated ? 'yes' : 'no')
  return presents === undefined ? missing : presents === 'yes' ? 'reaches' : 'no-single-sign-on'
}

/** Whether a client takes part in seamless single sign-on: a browser of a computer, and Office since 2016. */
export function clientTakesTicket({ product, build }: TenantClient, signals: Signals): Known<'clientTakesTicket'> {
  if (product.platform === 'iOS' || product.platform === 'android') return 'no'
  // Of private windows it depends on the browser.
  if (product.kind === 'browser') return signals.privateBrowsing === 'yes' ? missing : 'yes'
  if (product.kind !== 'outlook' && product.kind !== 'office') return missing
  if (product.office !== '2016-or-later') return 'no'
  const third = Number(build?.split(/[.-]/)[2] ?? Number.POSITIVE_INFINITY)
  return third >= firstBuild ? 'yes' : 'no'
}

/** The third number of the first build of Office with seamless single sign-on. */
const firstBuild = 8730
