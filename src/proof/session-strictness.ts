import type { PolicySession, SignInFrequency } from '../tenant/conditional-access/model.ts'
import { sessionControlNames } from '../tenant/conditional-access/session-controls.ts'
import type { SessionControls } from '../vocabulary/policies.ts'

/** How strict a session control is beside others of its kind; a text is like no other but itself. */
type Strictness = number | string

/** From the mildest to the strictest; what no policy says stands where its name is left empty. */
const modes = {
  persistentBrowser: ['always', '', 'never'],
  continuousAccessEvaluation: ['disabled', '', 'strictEnforcement', 'strictLocation'],
  cloudAppSecurity: ['', 'monitorOnly', 'mcasConfigured', 'blockDownloads'],
} as const

function modeOf(words: readonly string[], word: string): Strictness {
  const found = words.indexOf(word)
  return found < 0 ? word : found
}

/** The shorter the stricter; of equal intervals the one at which both factors are asked for. */
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

/** Whether a session control is as strict as another of its kind: a mode that is not known is like itself alone. */
function isAsStrict(one: Strictness, other: Strictness): boolean {
  if (typeof one === 'number' && typeof other === 'number') return one >= other
  // Whatever is switched on is stricter than nothing.
  return one === other || other === 0
}

/** Whether a session is held to all that another one is, in one kind of control or in each. */
export function isSessionAsStrict(
  one: PolicySession | SessionControls,
  other: PolicySession | SessionControls,
  name?: keyof PolicySession,
): boolean {
  // Decisions hold the controls of policies, without words that say nothing.
  const [first, second] = [one as PolicySession, other as PolicySession]
  const names = name === undefined ? sessionControlNames : [name]
  return names.every((each) => isAsStrict(strictnessOf(each, first), strictnessOf(each, second)))
}
