import { instant, text } from '../schema/parts.ts'
import { type Authored, choice, setting } from './setting.ts'

const dates = 'the state is tried at the instant of the sign-in'

/** One change of the vendor timeline in this tenant. */
export const rolloutSettings = {
  change: setting<string>(text, {
    title: 'change',
    about: 'Its id in the vendor timeline.',
    readBy: 'the vendor changes in force',
    notTried: 'a different id would be a different change',
  }),
  state: choice(['applied', 'not-applied', 'turned-on-again', 'postponed', 'opted-out'], {
    title: 'rollout state',
    about: 'What happened here.',
    readBy: 'the vendor changes in force',
    notTried: 'the states to try depend on the change',
  }),
  from: setting<string>(instant, {
    title: 'start',
    about: 'From when this holds.',
    readBy: 'the vendor changes in force',
    notTried: dates,
  }),
  until: setting<string>(instant, {
    title: 'end',
    about: 'Until when this holds.',
    readBy: 'the vendor changes in force',
    notTried: dates,
  }),
}

/** Where a change that the vendor rolls out stands, as authored. */
export type RolloutFile = Authored<typeof rolloutSettings, 'change' | 'state'>

/** The states that a tenant can bring about, by the change of the vendor timeline. */
export const rolloutTrials: readonly (readonly [change: string, states: readonly RolloutFile['state'][]])[] = [
  ['basicAuthenticationRollout', ['turned-on-again', 'opted-out', 'not-applied', 'applied']],
  ['smtpBasicAuthenticationReEnabled', ['turned-on-again']],
  ['securityDefaultsGraceRollout', ['applied', 'not-applied']],
  ['mandatoryMfaPhase1', ['applied', 'postponed']],
  ['mandatoryMfaPhase2', ['applied', 'postponed']],
  ['lowPrivilegeScopesRollout', ['applied', 'opted-out']],
  ['sharepointSignInAssistantRollout', ['applied', 'not-applied']],
  ['systemPreferredFirstFactorRollout', ['applied', 'not-applied']],
  ['telephonyProvider', ['opted-out']],
]
