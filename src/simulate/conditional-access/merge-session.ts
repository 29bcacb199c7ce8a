import type { PolicySession, SignInFrequency } from '../../tenant/conditional-access/model.ts'
import { sessionControlNames } from '../../tenant/conditional-access/session-controls.ts'
import type { SessionControls } from '../../vocabulary/policies.ts'

const hoursOf = ({ frequencyInterval, value, type }: SignInFrequency): number =>
  frequencyInterval === 'everyTime' ? 0 : (value ?? 0) * (type === 'days' ? 24 : 1)

/** A shorter interval is stricter; of equal ones the one that asks for both factors again. */
function stricterFrequency(one: SignInFrequency, other: SignInFrequency): SignInFrequency {
  const difference = hoursOf(one) - hoursOf(other)
  if (difference !== 0) return difference < 0 ? one : other
  return other.authenticationType === 'primaryAndSecondaryAuthentication' ? other : one
}

/** Words from the mildest to the strictest. */
const strictness = {
  cloudAppSecurityType: ['monitorOnly', 'mcasConfigured', 'blockDownloads'],
  persistentBrowser: ['always', 'never'],
  continuousAccessEvaluation: ['disabled', 'strictEnforcement', 'strictLocation'],
} as const

function stricter(words: readonly string[], one: string, other: string): string {
  return words.indexOf(other) > words.indexOf(one) ? other : one
}

/** The profile that comes first in order, so that the order of policies does not matter. */
const first = (one: string, other: string): string => (other < one ? other : one)

function combined<Part>(
  one: Part | undefined,
  other: Part | undefined,
  join: (one: Part, other: Part) => Part,
): Part | undefined {
  if (one === undefined) return other
  return other === undefined ? one : join(one, other)
}

const joins: {
  readonly [Key in keyof Required<PolicySession>]: (
    one: NonNullable<PolicySession[Key]>,
    other: NonNullable<PolicySession[Key]>,
  ) => NonNullable<PolicySession[Key]>
} = {
  applicationEnforcedRestrictions: (one) => one,
  cloudAppSecurity: (one, other) => ({
    cloudAppSecurityType: stricter(
      strictness.cloudAppSecurityType,
      one.cloudAppSecurityType,
      other.cloudAppSecurityType,
    ),
  }),
  signInFrequency: stricterFrequency,
  persistentBrowser: (one, other) => ({ mode: stricter(strictness.persistentBrowser, one.mode, other.mode) }),
  secureSignInSession: (one) => one,
  disableResilienceDefaults: (one) => one,
  continuousAccessEvaluation: (one, other) => ({
    mode: stricter(strictness.continuousAccessEvaluation, one.mode, other.mode),
  }),
  globalSecureAccessFilteringProfile: (one, other) => ({ profileId: first(one.profileId, other.profileId) }),
  networkAccessSecurity: (one, other) => ({ policyId: first(one.policyId, other.policyId) }),
}

function mergeOne<Key extends keyof PolicySession>(
  sessions: readonly PolicySession[],
  key: Key,
): PolicySession[Key] | undefined {
  let merged: NonNullable<PolicySession[Key]> | undefined
  for (const session of sessions) merged = combined(merged, session[key] ?? undefined, joins[key])
  return merged
}

/** A time-based interval needs no word for it. */
function shown(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('frequencyInterval' in value)) return value
  const { frequencyInterval, ...rest } = value
  return frequencyInterval === 'timeBased' ? rest : { frequencyInterval, ...rest }
}

/** Session controls over all policies, the strictest of each; undefined if there is none. */
export function mergeSessions(sessions: readonly PolicySession[]): SessionControls | undefined {
  const merged = sessionControlNames.flatMap((name) => {
    const value = mergeOne(sessions, name)
    return value === undefined ? [] : [[name, shown(value)] as const]
  })
  return merged.length === 0 ? undefined : Object.fromEntries(merged)
}

/** The parts of a session that a policy shapes. */
export const sessionParts = (session: PolicySession): readonly (keyof PolicySession)[] =>
  sessionControlNames.filter((name) => session[name] !== undefined)

/** Whether a part of a session stays as one policy shapes it where another policy shapes it too. */
export function isUnchangedBy(known: PolicySession, more: PolicySession, part: keyof PolicySession): boolean {
  const own = known[part]
  const inEachOrder = [
    [known, more],
    [more, known],
  ].map((sessions) => JSON.stringify(mergeOne(sessions, part)))
  return own !== undefined && inEachOrder.every((merged) => merged === JSON.stringify(own))
}
