import type { PredictedPolicy, Prediction } from '../play/predict.ts'
import { endsWithItsError, numberOfError, type PolicyEffect, type Recorded } from '../play/recorded.ts'

/** A difference between the log and the model: in the outcome, the second factor, or one policy. */
export interface Disagreement {
  readonly about: 'end' | 'error' | 'second-factor' | 'policy'
  /** The policy, if the difference is about one. */
  readonly policy?: string
  readonly recorded: string
  readonly predicted: string
  /** The first unmet condition according to the model, if the difference is about a policy. */
  readonly reason?: string
}

/** How a part of a sign-in compares. */
export type Agreement = 'agrees' | 'disagrees' | 'undetermined'

/** The comparison of the log and the model for one shape. */
export interface Comparison {
  readonly result: Agreement | 'not comparable'
  readonly disagreements: readonly Disagreement[]
  /** The missing facts, if the result is undetermined. */
  readonly missing: readonly string[]
  /** The compared policies by name, and the result of each. */
  readonly policies: ReadonlyMap<string, Agreement>
}

const codeOf = (verdict: Prediction['verdict']): string | undefined =>
  'error' in verdict && verdict.error !== undefined ? numberOfError(verdict.error) : undefined

function predictedEnd(end: Prediction['end'], verdict: Prediction['verdict']): string {
  const code = codeOf(verdict)
  return code === undefined ? end : `${end} (${code})`
}

function differenceOfEnd(log: Recorded, { end: predicted, verdict }: Prediction): Disagreement | undefined {
  const { end, error } = log
  if (predicted === 'undetermined') return undefined
  const recorded = end === 'success' ? 'success' : `${end} (${error})`
  const both = { about: 'end', recorded, predicted: predictedEnd(predicted, verdict) } as const
  if (end === 'success') return predicted === 'blocked' ? both : undefined
  if (end === 'asked') return predicted === 'is asked' || endsWithItsError(log, verdict) ? undefined : both
  if (end !== 'blocked') return undefined
  if (predicted !== 'blocked') return both
  const code = codeOf(verdict)
  return code === undefined || code === error ? undefined : { about: 'error', recorded: error, predicted: code }
}

/** The second factors of the model that are consistent with the log's entry for a successful sign-in. */
const fitting: Readonly<Record<Recorded['factor'], readonly string[] | undefined>> = {
  given: ['asked', 'already-satisfied', 'registration-required', 'may-be-asked'],
  carried: ['asked', 'already-satisfied', 'may-be-asked'],
  required: ['asked', 'already-satisfied', 'registration-required', 'may-be-asked'],
  'not-required': ['not-required', 'bypassed', 'may-be-asked'],
  skipped: ['bypassed', 'not-required', 'already-satisfied', 'may-be-asked'],
  unknown: undefined,
}

function differenceOfFactor({ end, factor }: Recorded, { verdict }: Prediction): Disagreement | undefined {
  if (end !== 'success' || verdict.kind !== 'signs-in') return undefined
  const fits = fitting[factor]
  if (fits === undefined || fits.includes(verdict.secondFactor)) return undefined
  return { about: 'second-factor', recorded: factor, predicted: verdict.secondFactor }
}

interface PolicyFinding {
  readonly name: string
  readonly result: Agreement
  readonly difference?: Disagreement
  readonly missing: readonly string[]
  /** What the policy shows to have been asked for, besides an application. */
  readonly besides?: NonNullable<PredictedPolicy['about']>
}

/** The policy that the log calls effective is about something that is not read of it: the model was not asked for it. */
function askedBesides(
  recorded: PolicyEffect | undefined,
  predicted: PredictedPolicy | undefined,
): PolicyFinding['besides'] {
  const effective = recorded === 'applies' || recorded === 'reports'
  return effective && (predicted?.effect === 'does not apply' || predicted?.effect === 'reports nothing')
    ? predicted.about
    : undefined
}

function judged(
  name: string,
  recorded: PolicyEffect | undefined,
  predicted: PredictedPolicy | undefined,
): PolicyFinding {
  if (predicted?.effect === 'undetermined') return { name, result: 'undetermined', missing: predicted.missing }
  if (recorded === predicted?.effect) return { name, result: 'agrees', missing: [] }
  const besides = askedBesides(recorded, predicted)
  if (besides !== undefined) return { name, result: 'undetermined', missing: [besides], besides }
  const difference: Disagreement = {
    about: 'policy',
    policy: name,
    recorded: recorded ?? 'not in the log',
    predicted: predicted?.effect ?? 'not in the tenant file',
    ...(predicted === undefined ? {} : { reason: predicted.reason }),
  }
  return { name, result: 'disagrees', difference, missing: [] }
}

/** A policy that the log does not list is no difference if the model gives it no effect either. */
const idle: ReadonlySet<string> = new Set(['does not apply', 'off', 'reports nothing', 'undetermined'])

function findingsOfPolicies({ policies: recorded, end }: Recorded, { policies }: Prediction): readonly PolicyFinding[] {
  // Policies are evaluated after the first factor.
  if (recorded === undefined || end === 'person') return []
  const seen = new Set<string>()
  const ours = policies.flatMap((one): readonly PolicyFinding[] => {
    const key = [one.id?.toLowerCase(), one.name.toLowerCase()].find((name) => name !== undefined && recorded.has(name))
    if (key === undefined) return idle.has(one.effect) ? [] : [judged(one.name, undefined, one)]
    seen.add(key)
    return [judged(one.name, recorded.get(key), one)]
  })
  const others = [...recorded].filter(([name]) => !seen.has(name))
  return [...ours, ...others.map(([name, effect]) => judged(name, effect, undefined))]
}

/** What policies say of applications does not count for a user action, which is evaluated instead of one. */
function comparable(found: readonly PolicyFinding[]): readonly PolicyFinding[] {
  const ofAction = found.filter(({ besides }) => besides === 'userAction')
  return ofAction.length > 0 ? ofAction : found
}

/** Outcomes that do not depend on the architecture. */
const sayNothing: ReadonlySet<Recorded['end']> = new Set(['person', 'interrupted', 'unknown'])

/** Compares what the log recorded with the prediction of the model. */
export function compareShape(recorded: Recorded, prediction: Prediction): Comparison {
  const found = comparable(findingsOfPolicies(recorded, prediction))
  const isPlayed = found.every(({ besides }) => besides === undefined)
  const disagreements = [
    ...(isPlayed ? [differenceOfEnd(recorded, prediction), differenceOfFactor(recorded, prediction)] : []),
    ...found.map(({ difference }) => difference),
  ].filter((one) => one !== undefined)
  const policies = new Map(found.map(({ name, result }) => [name, result]))
  const missing = [...new Set([...prediction.missing, ...found.flatMap((one) => one.missing)])].sort()
  if (disagreements.length > 0) return { result: 'disagrees', disagreements, missing, policies }
  if (sayNothing.has(recorded.end) && found.length === 0)
    return { result: 'not comparable', disagreements, missing: [], policies }
  const open = prediction.end === 'undetermined' || found.some(({ result }) => result === 'undetermined')
  return { result: open ? 'undetermined' : 'agrees', disagreements, missing: open ? missing : [], policies }
}
