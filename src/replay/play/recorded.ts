import { errorCodes } from '../../catalog/errors.ts'
import type { Verdict } from '../../trace/step.ts'
import type { Shape } from '../engine/shape-source.ts'

/** The outcome of a recorded sign-in, in the terms in which it can be compared with the model. */
export type RecordedEnd =
  | 'success'
  /** A second factor was requested and had not been presented. */
  | 'asked'
  | 'blocked'
  /** The user made an error or gave up, which does not depend on the architecture. */
  | 'person'
  /** A step of a longer sign-in, whose outcome is not recorded. */
  | 'interrupted'
  /** An error that is not in the error table, or none. */
  | 'unknown'

/** The log's entry for the second factor. */
export type RecordedFactor = 'given' | 'carried' | 'not-required' | 'skipped' | 'required' | 'unknown'

/** The log's result for one policy, reduced to what a model can predict before the user acts. */
export type PolicyEffect = 'applies' | 'does not apply' | 'off' | 'reports' | 'reports nothing'

/** The recorded result of one shape. */
export interface Recorded {
  readonly end: RecordedEnd
  readonly error: string
  readonly factor: RecordedFactor
  /** By policy id or name, in lower case; undefined if the log does not list policies. */
  readonly policies: ReadonlyMap<string, PolicyEffect> | undefined
  /** Result words of the log that are unknown to us. */
  readonly unmapped: readonly string[]
}

const byCode = new Map(errorCodes.map((row) => [row.id.replace('AADSTS', ''), row]))

const ends: Readonly<Record<string, RecordedEnd>> = {
  'second-factor-required': 'asked',
  'registration-required': 'asked',
  interrupt: 'interrupted',
  'sign-in-again': 'interrupted',
  'windows-integrated-wanted': 'interrupted',
  'wrong-password': 'person',
  'account-locked': 'person',
  'no-such-account': 'person',
  'application-credential': 'person',
  'outside-logon-hours': 'person',
  'pass-through-fault': 'person',
  'seamless-sign-on-fault': 'person',
  'federation-misconfigured': 'person',
  'realm-unknown': 'person',
}

function endOf(error: string): RecordedEnd {
  if (error === '0') return 'success'
  const row = byCode.get(error)
  return row === undefined ? 'unknown' : (ends[row.outcome] ?? 'blocked')
}

function factorOf({ requirement, secondFactor }: Shape['values']): RecordedFactor {
  switch (secondFactor) {
    case 'claim':
    case 'provider-claim':
      return 'carried'
    case 'done':
      return 'given'
    case 'asked':
    case 'denied':
      return 'required'
    case 'skipped':
    case 'app-password':
      return 'skipped'
    default:
      return requirement === 'single' ? 'not-required' : requirement === 'multi' ? 'required' : 'unknown'
  }
}

const effects: Readonly<Record<string, PolicyEffect>> = {
  success: 'applies',
  failure: 'applies',
  notApplied: 'does not apply',
  notEnabled: 'off',
  reportOnlySuccess: 'reports',
  reportOnlyFailure: 'reports',
  reportOnlyInterrupted: 'reports',
  reportOnlyNotApplied: 'reports nothing',
}

/** The log lists security defaults among the policies. */
const notAPolicy: ReadonlySet<string> = new Set(['securitydefaults', ''])

/** The recorded result of a shape. */
export function recordedOf({ values }: Shape): Recorded {
  const listed = values.policies === '' ? [] : values.policies.split('|')
  const policies = new Map<string, PolicyEffect>()
  const unmapped: string[] = []
  for (const entry of listed) {
    const cut = entry.lastIndexOf('=')
    const [name, result] = [entry.slice(0, cut), entry.slice(cut + 1)]
    const effect = Object.hasOwn(effects, result) ? effects[result] : undefined
    if (notAPolicy.has(name) || result === 'unknown') continue
    if (effect === undefined) unmapped.push(result)
    else policies.set(name, effect)
  }
  return {
    end: endOf(values.error),
    error: values.error,
    factor: factorOf(values),
    policies: listed.length === 0 ? undefined : policies,
    unmapped,
  }
}

/** The number of an error of the model, as the log has it. */
export const numberOfError = (error: string): string => error.replace('AADSTS', '')

/**
 * Whether the model ends a sign-in with the very error that the log records. A flow that cannot ask for a second factor
 * ends with the error by which others are asked for it.
 */
export const endsWithItsError = ({ error }: Recorded, verdict: Verdict): boolean =>
  'error' in verdict && verdict.error !== undefined && numberOfError(verdict.error) === error
