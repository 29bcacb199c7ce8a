import type { SharedDevice } from '../../catalog/shared-devices.ts'
import type { DeviceSignals, Instant } from '../../vocabulary/requests.ts'

/** Who signs in, as policies see it. A user of the tenant is one. */
export interface PolicyPrincipal {
  readonly id?: string
  readonly userPrincipalName?: string
  readonly displayName?: string
  readonly kind: 'user' | 'guest' | 'service-principal' | 'managed-identity' | 'directory-sync' | 'anonymous'
  /** Kind of external user in Graph's terms. */
  readonly guestType?: string
  /** What it is if it is not of that kind, where nobody knows. */
  readonly otherwise?: { readonly kind: 'guest'; readonly guestType: string }
  readonly homeTenant?: string
  /** Where the account is at home; undefined if only the kind of external user is known. */
  readonly accountHome?: string
  /** Names and ids of all groups, nested ones included, lower-cased; undefined if not stated. */
  readonly groups?: ReadonlySet<string>
  /** Template ids of built-in roles held tenant-wide, lower-cased; undefined if not stated. */
  readonly roles?: ReadonlySet<string>
}

/** What the sign-in is for: resources by app id, a user action, or data behind an authentication context. */
export type PolicyTarget =
  | {
      readonly applications: readonly string[]
      /** Scopes asked for; undefined if not stated, which is treated as more than the lowest ones. */
      readonly scopes?: readonly string[]
      readonly confidentialClient?: boolean
      /** The app id of the client that asks. */
      readonly clientAppId?: string
      /** The authentication context that the resource asks for besides, for data or an action. */
      readonly stepUp?: string
    }
  | { readonly userAction: 'registerSecurityInformation' | 'registerOrJoinDevices' }
  | { readonly authenticationContext: string }

/** Where the sign-in comes from. */
export interface PolicyLocation {
  /** Public addresses or ranges that it may come from; empty when it has none that anyone knows of. */
  readonly addresses?: readonly string[]
  /** Two letters; `unknown` when the address maps to no country. */
  readonly country?: string
  /** The network service vouches that the device is on the compliant network. */
  readonly compliantNetwork?: boolean
  /** The identity provider vouches that the user is inside, and the tenant trusts that. */
  readonly insideByClaim?: boolean
}

/** What the sign-in has met already, and what it could meet. */
export interface GrantState {
  /** Controls in Graph's terms, `authenticationStrength:ID`, `termsOfUse:ID`, `customAuthenticationFactor:ID`. */
  readonly satisfied?: readonly string[]
  /** Whose accepted MFA claim the sign-in carries. */
  readonly mfaClaim?: 'entra-id' | 'federated-idp' | 'home-tenant' | 'none'
  /** Methods used. */
  readonly methods?: readonly string[]
  /** Methods the user could use, `federatedMultiFactor` included where the identity provider does MFA. */
  readonly availableMethods?: readonly string[]
  /** AAGUIDs of the user's passkeys, where all of them are stated. */
  readonly passkeys?: readonly string[]
  /** Methods that the user could register at this very sign-in. */
  readonly registrableMethods?: readonly string[]
  /** Methods that a user who can pass MFA could register at this very sign-in to meet a strength. */
  readonly strengtheningMethods?: readonly string[]
}

/** One sign-in as policies see it. What is left out nobody knows; `unknown` is seen, but not mapped. */
export interface PolicySignIn {
  readonly principal: PolicyPrincipal
  readonly target: PolicyTarget
  readonly clientAppType?: string
  /** The client cannot be asked for anything: user name and password go with each request. */
  readonly legacy: boolean
  /** False where a password is exchanged for a token with nobody to ask: nothing interactive can be met. */
  readonly interactive?: boolean
  readonly devicePlatform?: string
  readonly location?: PolicyLocation
  readonly signInRiskLevel?: string
  readonly userRiskLevel?: string
  readonly servicePrincipalRiskLevel?: string
  readonly insiderRiskLevel?: string
  readonly authenticationFlow?: string
  /** Device properties by Graph's names; `unregistered` when the directory does not know the device. */
  readonly device?: DeviceSignals | 'unregistered'
  readonly grants?: GrantState
  /** A shared device of Teams, which cannot meet every control. */
  readonly sharedDevice?: SharedDevice
  /** The app is in neither of the lists of apps that policies for mobile apps can be met with. */
  readonly appProtection?: 'none'
  /** Whether its token is bound to the device; `open` where no page says so, undefined where nobody asks. */
  readonly tokenBinding?: 'bound' | 'unbound' | 'open'
  /** What the tenant says about the change that lets policies reach the lowest scopes; undefined if it says nothing. */
  readonly baselineScopes?: 'freed' | 'covered'
  readonly at: Instant
}

/** How a signal that was not given is read: open, absent, or as if it matched. */
export type MissingReading = 'undetermined' | 'none' | 'matches'
