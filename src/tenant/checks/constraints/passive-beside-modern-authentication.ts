import { modernAuthenticationOf } from '../../normalize-workloads.ts'
import type { Check } from '../check.ts'

/** A pool of Skype for Business Server has passive or modern authentication, not both. */
export const passiveBesideModernAuthentication: Check = (file) => {
  const workload = file.workloads().get('skype-for-business-server')
  if (workload?.['UsePassiveAuthentication'] !== true) return []
  if (modernAuthenticationOf('skype-for-business-server', workload) !== 'on') return []
  const at = file.document.rangeOfKey(['workloads', 'skype-for-business-server', 'UsePassiveAuthentication'])
  return [{ code: 'CON-29', args: {}, at }]
}
