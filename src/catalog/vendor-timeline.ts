import type { Instant } from '../vocabulary/requests.ts'
import { basicAuthenticationTimeline } from './timeline/basic-authentication.ts'
import { mandatoryMfaTimeline } from './timeline/mandatory-mfa.ts'
import { modernAuthenticationTimeline } from './timeline/modern-authentication.ts'
import { noticesTimeline } from './timeline/notices.ts'
import { policiesAndMethodsTimeline } from './timeline/policies-and-methods.ts'
import { retirementsTimeline } from './timeline/retirements.ts'
import { securityDefaultsTimeline } from './timeline/security-defaults.ts'
import type { VendorChange } from './vendor-change.ts'

/** Dated, cited changes by the vendor. An ISO day is its first instant in UTC. */
export const vendorTimeline: readonly VendorChange[] = [
  ...basicAuthenticationTimeline,
  ...modernAuthenticationTimeline,
  ...securityDefaultsTimeline,
  ...retirementsTimeline,
  ...mandatoryMfaTimeline,
  ...policiesAndMethodsTimeline,
  ...noticesTimeline,
]

/** The entry of an id. */
export function changeNamed(id: string): VendorChange {
  const change = vendorTimeline.find((one) => one.id === id)
  if (change === undefined) throw new Error(`the timeline has no entry "${id}"`)
  return change
}

/** When the entry of an id begins. */
export const startOf = (id: string): Instant => Date.parse(`${changeNamed(id).from}T00:00:00Z`)

/** Every day on which an entry begins or ends, once each, first to last. */
export const timelineDates = (): string[] =>
  [...new Set(vendorTimeline.flatMap(({ from, until }) => (until === undefined ? [from] : [from, until])))].sort()
