import type { Signals } from '../vocabulary/requests.ts'

/** Whether a browser does not say on what device it runs: in private mode every check of the device fails. */
export function hidesDevice(browser: boolean, { privateBrowsing }: Signals): boolean {
  return browser && privateBrowsing === 'yes'
}
