import { isDirectoryId } from '../conditional-access/documented-words.ts'
import type { Check } from './check.ts'

/** The partners of cross-tenant access are named by id, or as the guests of the file name their tenant. */
export const danglingPartners: Check = (file) => {
  const homes = file.names('users', ['externalTenantId'])
  const section = file.section('users')
  if (!homes.complete || (section !== undefined && 'from' in section)) return []
  return (file.section('crossTenantAccess')?.partners ?? []).flatMap(({ tenantId }, index) => {
    if (isDirectoryId(tenantId) || homes.has(tenantId)) return []
    const at = file.document.rangeOf(['crossTenantAccess', 'partners', index, 'tenantId'])
    return [{ code: 'TEN-30' as const, args: { tenant: tenantId, ...homes.suggest(tenantId) }, at }]
  })
}
