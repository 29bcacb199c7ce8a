import { isDirectoryId } from './conditional-access/documented-words.ts'
import type {
  CrossTenantAccessFile,
  CrossTenantFile,
  InboundTrustFile,
  PartnerFile,
} from './settings/cross-tenant-access.ts'

/** What is believed of claims that the home tenants of guests issue, in Graph's terms. */
export interface InboundTrust {
  readonly isMfaAccepted: boolean
  readonly isCompliantDeviceAccepted: boolean
  readonly isHybridAzureADJoinedDeviceAccepted: boolean
}

/** Who may come in from other tenants, as authored. */
export interface CrossTenantEntry {
  readonly default: CrossTenantFile
  /** By lower-cased tenant id. */
  readonly partners: ReadonlyMap<string, PartnerFile>
  /** Other clouds with which collaboration is turned on, by endpoint. */
  readonly clouds: ReadonlySet<string>
}

/** Cross-tenant access settings: inbound trust, by default and of partners, and who may come in. */
export interface CrossTenantAccess {
  readonly default: InboundTrust
  /** By lower-cased tenant id. */
  readonly partners: ReadonlyMap<string, InboundTrust>
  readonly entry: CrossTenantEntry
}

const trustOf = (file: InboundTrustFile): InboundTrust => ({
  isMfaAccepted: file.isMfaAccepted ?? false,
  isCompliantDeviceAccepted: file.isCompliantDeviceAccepted ?? false,
  isHybridAzureADJoinedDeviceAccepted: file.isHybridAzureADJoinedDeviceAccepted ?? false,
})

const entryOf = ({ default: standard = {}, partners = [], allowedCloudEndpoints = [] }: CrossTenantAccessFile) => ({
  default: standard,
  partners: new Map(partners.map((partner) => [partner.tenantId.toLowerCase(), partner] as const)),
  clouds: new Set<string>(allowedCloudEndpoints),
})

/** The inbound trust of a tenant: nothing is believed unless it is said; a partner without settings of its own has the default. */
export function normalizeCrossTenantAccess(file: CrossTenantAccessFile = {}): CrossTenantAccess {
  const partners = (file.partners ?? []).flatMap(({ tenantId, inboundTrust }) =>
    inboundTrust == null ? [] : [[tenantId.toLowerCase(), trustOf(inboundTrust)] as const],
  )
  return { default: trustOf(file.default?.inboundTrust ?? {}), partners: new Map(partners), entry: entryOf(file) }
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
