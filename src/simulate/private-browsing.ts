import type { TenantClient } from '../tenant/tenant.ts'
import type { Signals } from '../vocabulary/requests.ts'

/** Whether a browser does not say on what device it runs: in private mode every check of the device fails. */
export function hidesDevice(browser: boolean, { privateBrowsing }: Signals): boolean {
  return browser && privateBrowsing === 'yes'
}

/**
 * Whether this browser shows nothing of its device. On Windows it identifies the device by single sign-on, with its
 * extension or a signed-in profile; on other systems by a certificate.
 *
 * Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-conditions
 */
export function browserHidesDevice({ product, device, deviceSingleSignOn }: TenantClient, signals: Signals): boolean {
  if (product.kind !== 'browser') return false
  if (hidesDevice(true, signals)) return true
  if ((signals.devicePlatform ?? device?.platform) !== 'windows') return false
  if (signals.browserProfile === 'other' || signals.browserExtension === 'no') return true
  return signals.browserExtension === undefined && deviceSingleSignOn === false
}
