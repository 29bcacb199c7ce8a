import { type Citation, sources } from '../vocabulary/citations.ts'

/** What a file can say about a change that the vendor rolls out tenant by tenant. */
export type RolloutState = 'applied' | 'not-applied' | 'turned-on-again' | 'postponed' | 'opted-out'

/** What one word says about one change: where the change stands then, and in words. */
export interface RolloutMeaning {
  readonly stands: RolloutState
  readonly says: string
}

/** The states that one change can have. */
export type RolloutStates = Readonly<Partial<Record<RolloutState, RolloutMeaning>>>

const same = (meanings: Readonly<Partial<Record<RolloutState, string>>>): RolloutStates =>
  Object.fromEntries(
    // Entries of a record come back with the type of any text as key.
    (Object.entries(meanings) as (readonly [RolloutState, string])[]).map(([stands, says]) => [
      stands,
      { stands, says },
    ]),
  )

const mandatoryMfa = same({
  applied: 'the vendor requires MFA for this tenant',
  'not-applied': 'the requirement has not reached this tenant',
  postponed: 'an administrator postponed the requirement',
})

const basicAuthentication = same({
  applied: 'the vendor turned basic authentication off',
  'not-applied': 'the vendor has not turned it off yet',
  'turned-on-again': 'an administrator turned it on again',
  'opted-out': 'an administrator opted out, so it stayed on',
})

const submission = same({
  applied: 'basic authentication for client submission is off by default',
  'turned-on-again': 'an administrator turned it on again',
})

/**
 * The changes whose rollout a file can tell about, by the word for all of them or by the id of one, with the states that each
 * can have. A word that names the turning on says for it what the id says for the turning off.
 */
export const rolloutStates: ReadonlyMap<string, RolloutStates> = new Map([
  ['basicAuthenticationRollout', basicAuthentication],
  [
    'smtpBasicAuthenticationReEnabled',
    {
      'turned-on-again': { stands: 'turned-on-again', says: 'an administrator turned it on again' },
      'not-applied': { stands: 'applied', says: 'it is off by default and was not turned on again' },
      applied: { stands: 'applied', says: 'the vendor turned it off by default, and it was not turned on again' },
    },
  ],
  [
    'securityDefaultsGraceRollout',
    same({
      applied: 'the 14-day registration period is gone',
      'not-applied': 'the 14-day registration period still applies',
    }),
  ],
  ['mandatoryMfaPhase1', mandatoryMfa],
  ['mandatoryMfaPhase2', mandatoryMfa],
  [
    'lowPrivilegeScopesRollout',
    same({
      applied: 'policies with exclusions reach the lowest scopes',
      'not-applied': 'the lowest scopes stay outside such policies',
      'opted-out': 'the tenant opted out, so the lowest scopes stay outside such policies',
    }),
  ],
  [
    'systemPreferredFirstFactorRollout',
    same({
      applied: 'system-preferred authentication ranks the first factor of this tenant too',
      'not-applied': 'system-preferred authentication ranks the second factor of this tenant only',
    }),
  ],
  [
    'telephonyProvider',
    same({
      applied: 'the vendor no longer delivers text messages and phone calls to this tenant',
      'opted-out': 'a telephony provider of the tenant delivers text messages and phone calls',
    }),
  ],
  [
    'sharepointSignInAssistantRollout',
    same({
      applied: 'SharePoint Online no longer accepts the older sign-in (IDCRL) in this tenant',
      'not-applied': 'the retirement has not reached this tenant',
    }),
  ],
])

/** The states that a change can have, found by its own id where it has its own states, otherwise by the word for its rollout. */
export function statesOfChange(name: string, override?: string): RolloutStates | undefined {
  const byName = rolloutStates.get(name)
  if (byName !== undefined || override === undefined) return byName
  return override === 'smtpBasicAuthenticationReEnabled' ? submission : rolloutStates.get(override)
}

/** Every word by which a file can name a rollout, with its states. */
export function rolloutNames(
  changes: readonly { readonly id: string; readonly override?: string }[],
): ReadonlyMap<string, RolloutStates> {
  const named = changes.flatMap(({ id, override }) => {
    const states = statesOfChange(id, override)
    return states === undefined ? [] : [[id, states] as const]
  })
  return new Map([...rolloutStates, ...named])
}

/** Whether a change was in force when its page was read, or only announced. */
export type ChangeStatus = 'in-force' | 'announced'

interface Change {
  readonly id: string
  readonly override?: string
  readonly from: string
  readonly citation: Citation
}

/** A dated change with its status, and with what a file can say about its rollout, in words. */
export function withStates<C extends Change>(
  change: C,
): C & { readonly status: ChangeStatus; readonly states?: Readonly<Record<string, string>> } {
  const status = change.from <= sources[change.citation.source].read ? 'in-force' : 'announced'
  const states = statesOfChange(change.id, change.override)
  if (states === undefined) return { ...change, status }
  const words = Object.fromEntries(Object.entries(states).map(([state, { says }]) => [state, says]))
  return { ...change, status, states: words }
}
