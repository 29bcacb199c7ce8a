import type { PolicySession, SignInFrequency } from '../tenant/conditional-access/model.ts'
import { sessionControlNames } from '../tenant/conditional-access/session-controls.ts'
import type { SessionControls } from '../vocabulary/policies.ts'

/** The rank of a session control among others of its kind; a text is comparable only to itself. */
type Strictness = number | string

/** From the mildest to the strictest; the empty name is the default when no policy sets the control. */
const modes = {
  persistentBrowser: ['always', '', 'never'],
  continuousAccessEvaluation: ['disabled', '', 'strictEnforcement', 'strictLocation'],
  cloudAppSecurity: ['', 'monitorOnly', 'mcasConfigured', 'blockDownloads'],
} as const

function modeOf(words: readonly string[], word: string): Strictness {
  const found = words.indexOf(word)
  return found < 0 ? word : found
}

/** Shorter is stricter; of equal intervals, the one that asks for both factors is stricter. */
function frequencyOf(frequency: SignInFrequency | undefined): Strictness {
  if (frequency === undefined) return Number.NEGATIVE_INFINITY
  const { frequencyInterval, value = 0, type, authenticationType } = frequency
  const hours = frequencyInterval === 'everyTime' ? 0 : value * (type === 'days' ? 24 : 1)
  return -hours + (authenticationType === 'primaryAndSecondaryAuthentication' ? 0.5 : 0)
}

function strictnessOf(name: keyof PolicySession, session: PolicySession): Strictness {
  switch (name) {
    case 'signInFrequency':
      return frequencyOf(session.signInFrequency)
    case 'persistentBrowser':
      return modeOf(modes[name], session[name]?.mode ?? '')
    case 'continuousAccessEvaluation':
      return modeOf(modes[name], session[name]?.mode ?? '')
    case 'cloudAppSecurity':
      return modeOf(modes[name], session[name]?.cloudAppSecurityType ?? '')
    case 'globalSecureAccessFilteringProfile':
      return session[name]?.profileId ?? 0
    case 'networkAccessSecurity':
      return session[name]?.policyId ?? 0
    case 'applicationEnforcedRestrictions':
    case 'secureSignInSession':
    case 'disableResilienceDefaults':
      return session[name] === undefined ? 0 : 1
  }
}

/**
 * Whether a session control is at least as strict as another of its kind; an unknown mode is comparable only to itself.
 */
function isAsStrict(one: Strictness, other: Strictness): boolean {
  if (typeof one === 'number' && typeof other === 'number') return one >= other
  // Any control that is set is stricter than none.
  return one === other || other === 0
}

/** Whether a session is at least as strict as another, in one kind of control or in all. */
export function isSessionAsStrict(
  one: PolicySession | SessionControls,
  other: PolicySession | SessionControls,
  name?: keyof PolicySession,
): boolean {
  // Decisions contain the controls of policies, without values that have no effect.
  const [first, second] = [one as PolicySession, other as PolicySession]
  const names = name === undefined ? sessionControlNames : [name]
  return names.every((each) => isAsStrict(strictnessOf(each, first), strictnessOf(each, second)))
}
