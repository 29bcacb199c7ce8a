import { vendorTimeline } from '../../catalog/vendor-timeline.ts'
import type { Check } from './check.ts'

/** Settings that the vendor has ended have no effect at the date of the plan. */
export const settingThatHasEnded: Check = (file) => {
  const { asOf, workloads } = file.parts
  const until = vendorTimeline.find(({ fact }) => fact === 'client-access-rules')?.from
  const rules = workloads?.['exchange-online']?.['ClientAccessRules']
  if (typeof asOf !== 'string' || until === undefined || !Array.isArray(rules) || rules.length === 0) return []
  if (asOf.slice(0, 10) < until) return []
  const key = 'ClientAccessRules'
  const at = file.document.rangeOfKey(['workloads', 'exchange-online', key])
  return [{ code: 'TEN-34', args: { key, until }, at }]
}
