import type { WorkloadName } from '../vocabulary/actors.ts'
import type { Protocol } from '../vocabulary/protocols.ts'
import type { MandatoryMfaSubject } from './applications.ts'
import type { Row } from './row.ts'

/** Cloud instances that the vendor's announcements distinguish. */
export type Cloud = 'worldwide' | '21Vianet'

/** Which tenants, or policies, an entry concerns by the day they were made; `Before` excludes the day itself. */
export interface AppliesTo {
  readonly tenantsCreatedFrom?: string
  readonly tenantsCreatedBefore?: string
  readonly policiesCreatedFrom?: string
}

/** What the vendor's dated changes are about: for each fact its subjects and the values that it can take. */
interface Changes {
  'basic-authentication': {
    readonly subject: Protocol
    readonly value: 'available' | 'off-where-unused' | 'being-turned-off' | 'off-by-default' | 'unavailable' | 'off'
  }
  'basic-authentication-removal': { readonly subject: Protocol; readonly value: 'date-to-be-announced' }
  'superseded-plan': {
    readonly subject: 'smtp-auth' | 'all-resources-with-exclusions' | 'approved-client-app'
    readonly value: PlanInWords
  }
  'modern-authentication': { readonly subject: Protocol; readonly value: 'available' }
  'ad-fs-tokens': { readonly subject: 'outlook-mobile'; readonly value: 'used' }
  'modern-authentication-default': {
    readonly subject: 'exchange-online' | 'skype-for-business-online'
    readonly value: 'on' | 'off'
  }
  'smtp-client-authentication-default': { readonly subject: 'smtp-auth'; readonly value: 'off' }
  'security-defaults': { readonly subject: 'tenant'; readonly value: 'on' }
  'security-defaults-registration-grace': {
    readonly subject: 'tenant'
    readonly value: '14 days' | 'rolling-out' | 'none'
  }
  protocol: { readonly subject: Protocol; readonly value: 'unsupported' | 'retired' }
  'sign-in-assistant': {
    readonly subject: 'sharepoint-online'
    readonly value: 'off-by-default' | 'being-turned-off'
  }
  'acs-app-only': { readonly subject: 'sharepoint-online'; readonly value: 'ended' }
  'ews-switch-levels': { readonly subject: 'ews'; readonly value: 'both-must-allow' }
  'ews-switch-unset': { readonly subject: 'ews'; readonly value: 'false' }
  'client-access-rules': { readonly subject: 'exchange-online'; readonly value: 'ended' }
  workload: { readonly subject: WorkloadName; readonly value: 'retired' }
  /** The subject is the id of a client. */
  module: { readonly subject: string; readonly value: 'deprecated' | 'unsupported' }
  /** The same: from then on the service no longer answers it. */
  'module-connections': { readonly subject: string; readonly value: 'ended' }
  'mandatory-mfa': {
    readonly subject: MandatoryMfaSubject
    readonly value: 'rolling-out' | 'required'
  }
  'file-share-identities': { readonly subject: 'azure-files'; readonly value: 'cloud-only' }
  'number-matching': { readonly subject: 'nps-extension'; readonly value: 'code-instead-of-approval' }
  'grant-control': { readonly subject: 'approvedApplication'; readonly value: 'retired' }
  /** Where passkeys can be presented; `unstated`: between a page without and a page with it. */
  'passkey-platform': {
    readonly subject: 'android-browser' | 'android-app' | 'apple-app'
    readonly value: 'unstated' | 'possible'
  }
  'registration-at-sign-in': { readonly subject: 'fido2'; readonly value: 'possible' }
  'low-privilege-scopes': { readonly subject: 'all-resources-with-exclusions'; readonly value: 'rolling-out' }
  'unset-client-app-types': { readonly subject: 'conditional-access'; readonly value: 'all' }
  /** `sms-and-voice`: of most people; `sms-and-voice-later`: of Global Administrators and external users. */
  'authentication-method': { readonly subject: 'sms-and-voice' | 'sms-and-voice-later'; readonly value: 'ended' }
  'system-preferred-authentication': {
    readonly subject: 'tenant'
    readonly value: 'second-factor' | 'rolling-out' | 'both-factors'
  }
  /** What the vendor ends or begins and no verdict here reads: shown next to the others. */
  notice: { readonly subject: string; readonly value: PlanInWords }
  'legacy-method-policies': { readonly subject: 'tenant'; readonly value: 'ended' }
}

/** A plan of the vendor that another took the place of, in words: no verdict reads it. */
type PlanInWords = string

/** What a dated change of the vendor is about. */
export type VendorFact = keyof Changes

/** What the changes of one fact can concern. */
export type VendorSubject<F extends VendorFact> = Changes[F]['subject']

interface Dated extends Row {
  /** First day (ISO) on which it holds. */
  readonly from: string
  /** First day (ISO) on which it no longer holds, where another entry does not end it. */
  readonly until?: string
  readonly cloud?: Cloud
  readonly appliesTo?: AppliesTo
  /** Setting of the tenant that can turn the change back, or say where its rollout stands. */
  readonly override?: string
  /** `secondary`: known from a mirror or a report of the vendor's word. */
  readonly standing: 'documented' | 'secondary'
  readonly statement: string
}

/**
 * A dated change by the vendor. Of the entries for one fact and subject that apply, the one with the latest `from`
 * holds; before the first there is not a change. Where `override` is present, that setting can turn the change back.
 */
export type VendorChange<F extends VendorFact = VendorFact> = {
  [Fact in F]: Dated & { readonly fact: Fact } & Changes[Fact]
}[F]
