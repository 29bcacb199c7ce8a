import { vendorTimeline } from '../../catalog/vendor-timeline.ts'
import { parseInstant } from '../../source/text/parse-values.ts'
import type { Check } from './check.ts'

/** The first day on which the vendor demands a second factor of everyone who administers. */
const demanded = vendorTimeline
  .filter(({ fact }) => fact === 'mandatory-mfa')
  .map(({ from }) => from)
  .sort()[0]

/** A service account without a second factor was good advice once. */
export const serviceAccountWithPassword: Check = (file) => {
  const asOf = parseInstant(String(file.parts.asOf))
  const since = demanded === undefined ? undefined : parseInstant(demanded)
  if (asOf === undefined || since === undefined || demanded === undefined || asOf < since) return []
  return file.users().flatMap(({ path, value }) => {
    if (value.kind !== 'service-account' || (value.perUserMfaState ?? 'disabled') !== 'disabled') return []
    const args = { user: value.userPrincipalName, since: demanded }
    return [{ code: 'TEN-10' as const, args, at: file.document.rangeOf([...path, 'kind']) }]
  })
}
