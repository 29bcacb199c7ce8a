import type { CitationKey } from '../../vocabulary/citations.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import type { GrantControl } from '../../vocabulary/policies.ts'
import type { Instant, PolicyName } from '../../vocabulary/requests.ts'
import type { DeviceRule } from './device-rule.ts'
import type { Locations } from './locations.ts'
import type { UnclearCondition, UnclearSides } from './unclear.ts'

/** A part of a policy that nobody here can read. It leaves the policy's answer open. */
export interface NotUnderstood {
  /** Where it is in the policy: `conditions.agents`. */
  readonly path: string
  readonly what: string
}

/** External users by kind and home tenant. */
export interface ExternalUsers {
  /** Lower-cased kinds of Graph's `guestOrExternalUserTypes`. */
  readonly types: ReadonlySet<string>
  /** Home tenants, lower-cased; undefined means all of them. */
  readonly tenants?: ReadonlySet<string>
  /** Missing facts: parts that were not understood, which may concern any external user. */
  readonly unclear: readonly string[]
}

/** One side, included or excluded, of the people a policy is assigned to. Ids and names are lower-cased. */
export interface UserSide {
  readonly all: boolean
  /** The word `GuestsOrExternalUsers`. */
  readonly guests: boolean
  readonly users: ReadonlySet<string>
  readonly groups: ReadonlySet<string>
  readonly roles: ReadonlySet<string>
  readonly external?: ExternalUsers
  /** Missing facts: parts that were not understood and may name anyone. */
  readonly unclear: readonly string[]
}

/** A rule over attributes that only the tenant's directory knows. */
export interface AttributeFilter {
  readonly mode: 'include' | 'exclude'
  readonly rule: string
}

/** The workload identities that a policy is assigned to. */
export interface WorkloadIdentities {
  readonly all: boolean
  readonly include: ReadonlySet<string>
  readonly exclude: ReadonlySet<string>
  readonly filter?: AttributeFilter
  readonly unclear: UnclearSides
  /** False where nothing but parts that were not understood says that the policy is for programs. */
  readonly understood: boolean
}

/** What a policy protects. App ids are lower-cased, suites keep Graph's words. */
export interface Resources {
  readonly all: boolean
  readonly include: ReadonlySet<string>
  readonly includeSuites: readonly string[]
  readonly exclude: ReadonlySet<string>
  readonly excludeSuites: readonly string[]
  readonly userActions: ReadonlySet<string>
  readonly contexts: ReadonlySet<string>
  /** Traffic profiles of the vendor's network service; no sign-in to an application is one. */
  readonly traffic: readonly string[]
  readonly filter?: AttributeFilter
  /** Missing facts about applications, and about the two other kinds of target. */
  readonly unclear: UnclearSides & {
    readonly userActions: readonly string[]
    readonly contexts: readonly string[]
    /** Fields that may name or exempt whatever a sign-in is for. */
    readonly anything: readonly string[]
  }
}

/** Client app types in Graph's terms. `unclear`: not configured in the months in which the meaning of that changed. */
export interface ClientApps {
  readonly types: ReadonlySet<string>
  readonly legacyUnclear: boolean
}

/** Platforms in Graph's terms; an empty `include` stands for all. */
export interface Platforms {
  readonly all: boolean
  readonly include: ReadonlySet<string>
  readonly exclude: ReadonlySet<string>
}

/** Which devices a policy concerns: a filter, or the states of the older spelling. */
export interface Devices {
  readonly mode: 'include' | 'exclude'
  readonly rule: DeviceRule
  readonly text: string
}

/** The conditions of a policy; one left out is not configured. */
export interface PolicyConditions {
  readonly include: UserSide
  readonly exclude: UserSide
  readonly workloads?: WorkloadIdentities
  readonly resources: Resources
  readonly clientApps?: ClientApps
  readonly platforms?: Platforms
  readonly locations?: Locations
  readonly devices?: readonly Devices[]
  readonly signInRisk?: ReadonlySet<string>
  readonly userRisk?: ReadonlySet<string>
  readonly servicePrincipalRisk?: ReadonlySet<string>
  readonly insiderRisk?: ReadonlySet<string>
  readonly transferMethods?: ReadonlySet<string>
  /** What was not understood of a condition above, by its name. */
  readonly unclear: { readonly [Key in UnclearCondition]?: UnclearSides }
  /** Missing facts of parts that belong to no condition above: whether the policy applies at all. */
  readonly open: readonly string[]
}

/** Reference to an authentication strength: embedded in the policy, or named by id. */
export interface StrengthReference {
  readonly id: string
  readonly name?: string
  readonly allowedCombinations?: readonly string[]
  /** Embedded combinations that admit only certain keys or issuers, lower-cased. */
  readonly narrowed?: ReadonlySet<string>
  readonly keys?: AuthenticationStrength['keys']
  /** Missing facts: what was not understood of the strength. */
  readonly unclear: readonly string[]
}

/** What a policy demands. */
export interface PolicyGrant {
  readonly operator: 'AND' | 'OR'
  readonly block: boolean
  readonly controls: readonly GrantControl[]
  readonly strength?: StrengthReference
  readonly termsOfUse: readonly string[]
  readonly customFactors: readonly string[]
  /** Missing facts: controls that were not understood, joined to the others by the operator. */
  readonly unknownControls: readonly string[]
  /** Missing facts: the operator. */
  readonly operatorUnclear: readonly string[]
  /** Missing facts: fields next to the controls. */
  readonly unclear: readonly string[]
}

/** The session controls that a policy switches on, in Graph's names. */
export interface PolicySession {
  readonly applicationEnforcedRestrictions?: { readonly isEnabled: true }
  readonly cloudAppSecurity?: { readonly cloudAppSecurityType: string }
  readonly signInFrequency?: SignInFrequency
  readonly persistentBrowser?: { readonly mode: string }
  readonly secureSignInSession?: { readonly isEnabled: true }
  readonly disableResilienceDefaults?: true
  readonly continuousAccessEvaluation?: { readonly mode: string }
  readonly globalSecureAccessFilteringProfile?: { readonly profileId: string }
  readonly networkAccessSecurity?: { readonly policyId: string }
}

/** How often a user has to sign in again. */
export interface SignInFrequency {
  readonly frequencyInterval: 'timeBased' | 'everyTime'
  readonly value?: number
  readonly type?: 'hours' | 'days'
  readonly authenticationType?: string
}

/** Whether a policy is enforced, only reported, or off. */
export type PolicyState = 'enabled' | 'disabled' | 'enabledForReportingButNotEnforced'

/** A Conditional Access policy, normalized. */
export interface Policy {
  /** Unlike any other policy's: the display name, with the id behind it where several have that name. */
  readonly name: PolicyName
  readonly displayName: string
  readonly id?: string
  readonly state: PolicyState
  readonly createdAt?: Instant
  /** Made and switched on by the vendor. */
  readonly microsoftManaged: boolean
  readonly conditions: PolicyConditions
  readonly grant?: PolicyGrant
  readonly session: PolicySession
  /** Missing facts: session controls that were not understood. */
  readonly sessionUnclear: readonly string[]
  readonly notUnderstood: readonly NotUnderstood[]
  /** The pages that exclude something it has for a policy of its kind. */
  readonly beyondLimits?: readonly CitationKey[]
  readonly origin: Origin
  /** The policy as authored, for answers in Graph's shape. */
  readonly authored: unknown
}

/** A named location. */
export interface NamedLocation {
  readonly id?: string
  readonly name: string
  readonly kind: 'ip' | 'country' | 'compliantNetwork'
  readonly trusted: boolean
  readonly ranges: readonly string[]
  readonly countries: ReadonlySet<string>
  readonly includeUnknown: boolean
  /** Countries come from the authenticator's position and not from the address. */
  readonly byPosition: boolean
  /** Missing facts: what was not understood of the place, and of whether it is trusted. */
  readonly unclear: readonly string[]
  readonly trustUnclear: readonly string[]
  readonly origin: Origin
}

/** An authentication strength: which combinations of methods pass. */
export interface AuthenticationStrength {
  readonly id: string
  readonly name: string
  readonly builtIn: boolean
  readonly allowedCombinations: readonly string[]
  /** Combinations narrowed to certain keys or issuers: a method alone does not tell whether it passes. */
  readonly narrowed: ReadonlySet<string>
  /** AAGUIDs of the passkeys to which combinations are narrowed, lower-cased. */
  readonly keys?: ReadonlyMap<string, readonly string[]>
  /** Missing facts: combinations or other parts that were not understood; what is listed passes all the same. */
  readonly unclear: readonly string[]
}

/** An authentication context: a label that data or actions carry. */
export interface AuthenticationContext {
  readonly id: string
  readonly name: string
}

/** Everything a tenant says about Conditional Access. */
export interface ConditionalAccess {
  readonly policies: readonly Policy[]
  /** Undefined when the file is silent on named locations. */
  readonly namedLocations?: readonly NamedLocation[]
  /** The built-in ones included. */
  readonly authenticationStrengths: readonly AuthenticationStrength[]
  readonly authenticationContexts: readonly AuthenticationContext[]
}
