import { isDirectoryId } from './conditional-access/documented-words.ts'
import type { CrossTenantAccessFile, InboundTrustFile } from './settings/cross-tenant-access.ts'

/** What is believed of claims that the home tenants of guests issue, in Graph's terms. */
export interface InboundTrust {
  readonly isMfaAccepted: boolean
  readonly isCompliantDeviceAccepted: boolean
  readonly isHybridAzureADJoinedDeviceAccepted: boolean
}

/** Cross-tenant access settings as far as they decide a sign-in: inbound trust, by default and of partners. */
export interface CrossTenantAccess {
  readonly default: InboundTrust
  /** By lower-cased tenant id. */
  readonly partners: ReadonlyMap<string, InboundTrust>
}

const trustOf = (file: InboundTrustFile): InboundTrust => ({
  isMfaAccepted: file.isMfaAccepted ?? false,
  isCompliantDeviceAccepted: file.isCompliantDeviceAccepted ?? false,
  isHybridAzureADJoinedDeviceAccepted: file.isHybridAzureADJoinedDeviceAccepted ?? false,
})

/** The inbound trust of a tenant: nothing is believed unless it is said; a partner without settings of its own has the default. */
export function normalizeCrossTenantAccess(file: CrossTenantAccessFile = {}): CrossTenantAccess {
  const partners = (file.partners ?? []).flatMap(({ tenantId, inboundTrust }) =>
    inboundTrust == null ? [] : [[tenantId.toLowerCase(), trustOf(inboundTrust)] as const],
  )
  return { default: trustOf(file.default?.inboundTrust ?? {}), partners: new Map(partners) }
}

/**
 * What is believed of a guest's home tenant; undefined if that tenant is not named, or is named by a domain if a partner
 * is named by id or the other way round, and partners differ from the default.
 */
export function inboundTrustOf(access: CrossTenantAccess, homeTenant: string | undefined): InboundTrust | undefined {
  const named = homeTenant === undefined ? undefined : access.partners.get(homeTenant.toLowerCase())
  if (named !== undefined) return named
  const usual = JSON.stringify(access.default)
  const perhaps = [...access.partners].filter(
    ([id]) => homeTenant === undefined || isDirectoryId(id) !== isDirectoryId(homeTenant),
  )
  return perhaps.every(([, one]) => JSON.stringify(one) === usual) ? access.default : undefined
}
