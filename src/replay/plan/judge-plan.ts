import type { Shape } from '../engine/shape-source.ts'
import type { StagedShapes } from '../play/play-shapes.ts'
import type { Prediction } from '../play/predict.ts'
import { endsWithItsError, type Recorded, recordedOf } from '../play/recorded.ts'

/** The effect of a plan on a recorded sign-in, worst first. */
export const planEffects = [
  'newly blocked',
  'newly asked',
  'newly unprotected',
  'no longer asked',
  'undetermined',
  'unexplained today',
] as const

/** One of them; `unexplained today`: the model of today's tenant contradicts the log, so it cannot judge the plan. */
export type PlanEffect = (typeof planEffects)[number]

/** A shape whose outcome differs under the plan, and the cause. */
export interface PlanChange {
  readonly effect: PlanEffect
  readonly shape: Shape
  /** The deciding policies, or the rule; for an undetermined outcome, the missing facts. */
  readonly cause: string
}

/** The effect of a plan on the sign-ins of a log. */
export interface PlanJudgment {
  readonly changes: readonly PlanChange[]
  /** Successful sign-ins in the log, which are the ones that a plan can break. */
  readonly judged: number
  /** Shapes with too little data in the log or the model to judge them. */
  readonly notJudged: number
  /**
   * Judged sign-ins that the plan may block, though it is not said of them: the outcome is undetermined, or the model
   * blocks them today already, against the log.
   */
  readonly perhapsBlocked: number
  /** Judged sign-ins that are undetermined today and under the plan, so that no effect mentions them. */
  readonly openAlready: number
}

/** How a prediction protects the account: a factor is asked for, is carried by the session, or is not required. */
type Protection = 'blocked' | 'asked' | 'protected' | 'unprotected' | 'undetermined'

function protectionOf({ verdict, end }: Prediction): Protection {
  if (end === 'undetermined') return 'undetermined'
  if (verdict.kind !== 'signs-in') return 'blocked'
  if (end === 'is asked') return 'asked'
  if (verdict.secondFactor === 'may-be-asked') return 'undetermined'
  return verdict.secondFactor === 'already-satisfied' ? 'protected' : 'unprotected'
}

/** The same for the log; a sign-in that stopped at a request for a factor counts as asked. */
function recordedProtection({ end, factor }: Recorded): Protection | undefined {
  if (end === 'asked') return 'asked'
  if (end !== 'success') return undefined
  switch (factor) {
    case 'given':
      return 'asked'
    case 'carried':
      return 'protected'
    case 'not-required':
    case 'skipped':
      return 'unprotected'
    default:
      return 'undetermined'
  }
}

/** Whether a request for a factor is the end of a sign-in, because its flow cannot ask for one. */
const isBlocked = (log: Recorded, { end, verdict }: Prediction): boolean =>
  log.end === 'asked' && end === 'blocked' && endsWithItsError(log, verdict)

function effectOf(recorded: Protection, today: Protection, planned: Protection): PlanEffect | undefined {
  if (planned === 'undetermined') return today === 'undetermined' ? undefined : 'undetermined'
  // If the log does not record whether a factor was presented, the prediction for today is used.
  const before = recorded === 'undetermined' ? today : recorded
  if (planned === before) return undefined
  if (planned === today) return planned === 'protected' ? undefined : 'unexplained today'
  if (planned === 'blocked') return 'newly blocked'
  if (planned === 'asked') return 'newly asked'
  if (planned === 'unprotected') return before === 'unprotected' ? undefined : 'newly unprotected'
  return before === 'asked' ? 'no longer asked' : undefined
}

/** The deciding cause of a prediction, in the terms of the tenant file. */
function causeOf({ verdict, policies, missing }: Prediction, effect: PlanEffect): string {
  if (effect === 'undetermined') return missing.join(', ') || 'second factor'
  if (verdict.kind === 'blocked' && verdict.policies.length > 0)
    return verdict.policies.map((name) => `policy "${name}"`).join(', ')
  const applying = policies.filter(({ effect: of }) => of === 'applies').map(({ name }) => `policy "${name}"`)
  if (effect === 'newly asked' && applying.length > 0) return applying.join(', ')
  return 'rule' in verdict && verdict.rule !== undefined ? `rule ${verdict.rule}` : '-'
}

const rank = (effect: PlanEffect): number => planEffects.indexOf(effect)

/**
 * Plays every successful shape against the tenant and the plan; both stages contain the same shapes in the same order.
 */
export function judgePlan(today: StagedShapes, planned: StagedShapes): PlanJudgment {
  const changes: PlanChange[] = []
  let [judged, notJudged, perhapsBlocked, openAlready] = [0, 0, 0, 0]
  for (const [index, { shape }] of today.shapes.entries()) {
    const log = recordedOf(shape)
    const recorded = recordedProtection(log)
    if (recorded === undefined) continue
    const [before, after] = [today.predictionOf(index), planned.predictionOf(index)]
    if (before !== undefined && isBlocked(log, before)) continue
    if (before === undefined || after === undefined) {
      notJudged += shape.signIns
      continue
    }
    judged += shape.signIns
    const protection = protectionOf(after)
    const effect = effectOf(recorded, protectionOf(before), protection)
    if (protection === 'undetermined' || (protection === 'blocked' && effect !== 'newly blocked'))
      perhapsBlocked += shape.signIns
    if (protection === 'undetermined' && effect === undefined) openAlready += shape.signIns
    if (effect !== undefined) changes.push({ effect, shape, cause: causeOf(after, effect) })
  }
  changes.sort((one, other) => rank(one.effect) - rank(other.effect) || other.shape.signIns - one.shape.signIns)
  return { changes, judged, notJudged, perhapsBlocked, openAlready }
}
