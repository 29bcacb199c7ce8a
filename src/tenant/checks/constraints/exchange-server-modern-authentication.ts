import { unmetForAdFs } from '../../../catalog/token-prerequisites.ts'
import type { Diagnostic } from '../../../source/diagnostics/diagnostic.ts'
import type { Check } from '../check.ts'
import { serverLabel } from './server-label.ts'

/** Exchange Server offers modern authentication only as its versions and protocols allow. */
export const exchangeServerModernAuthentication: Check = (file) => {
  const workload = file.workloads().get('exchange-server')
  const path = ['workloads', 'exchange-server']
  const off = workload?.modernAuthentication === false || workload?.OAuth2ClientProfileEnabled === false
  const on = workload?.modernAuthentication ?? workload?.OAuth2ClientProfileEnabled ?? workload?.modernAuthority
  if (workload === undefined || off || on === undefined || workload.modernAuthority === 'none') return []
  const found: Diagnostic[] = []
  if (workload['MapiHttpEnabled'] === false) {
    found.push({ code: 'CON-10', args: {}, at: file.document.rangeOfKey([...path, 'MapiHttpEnabled']) })
  }
  if (workload.modernAuthority !== 'ad-fs') return found
  const without = new Set(
    unmetForAdFs(workload.servers ?? []).flatMap((unmet) => ('index' in unmet ? [unmet.index] : [])),
  )
  for (const [index, server] of (workload.servers ?? []).entries()) {
    if (!without.has(index)) continue
    const at = file.document.rangeOf([...path, 'servers', index, 'version'])
    found.push({ code: 'CON-9', args: { server: serverLabel('Exchange', server) }, at })
  }
  return found
}
