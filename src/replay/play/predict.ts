import { judgedLeg, openSession, type UndecidedLeg } from '../../simulate/simulate-session.ts'
import type { Policy } from '../../tenant/conditional-access/model.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Verdict } from '../../trace/step.ts'
import type { PolicyOutcome } from '../../vocabulary/policies.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import type { PolicyEffect } from './recorded.ts'

/** The outcome of a sign-in in the model: whether the person gets in, and is asked for a second factor. */
export type PredictedEnd = 'signs in' | 'is asked' | 'blocked' | 'undetermined'

/** The prediction for one policy. */
export interface PredictedPolicy {
  readonly name: string
  readonly id?: string
  readonly effect: PolicyEffect | 'undetermined'
  /** The first unmet condition, in the terms of the vendor's evaluation. */
  readonly reason: string
  readonly missing: readonly string[]
  /** What the policy is about, if it is no application: of what was asked for, only that is read of a log. */
  readonly about?: 'userAction' | 'authenticationContext'
}

/** The prediction for the leg that the log records. */
export interface Prediction {
  readonly end: PredictedEnd
  readonly verdict: Verdict
  readonly policies: readonly PredictedPolicy[]
  readonly missing: readonly string[]
}

/** Legs that the log of Microsoft Entra ID records; Autodiscover precedes them. */
const recordedLegs: ReadonlySet<string> = new Set(['mailbox', 'submission', 'address-book', 'administration', 'token'])

function endOf(verdict: Verdict): PredictedEnd {
  switch (verdict.kind) {
    case 'signs-in':
      return verdict.secondFactor === 'asked' || verdict.secondFactor === 'registration-required'
        ? 'is asked'
        : 'signs in'
    case 'undetermined':
      return 'undetermined'
    default:
      return 'blocked'
  }
}

function effectOf({ effect, result }: PolicyOutcome): PredictedPolicy['effect'] {
  switch (effect) {
    case 'applies':
      return 'applies'
    case 'report-only':
      return 'reports'
    case 'disabled':
      return 'off'
    case 'signal-dependent':
      return 'undetermined'
    case 'skipped':
      return result.startsWith('reportOnly') ? 'reports nothing' : 'does not apply'
  }
}

function aboutOf({ conditions: { resources } }: Policy): Pick<PredictedPolicy, 'about'> {
  if (resources.userActions.size > 0) return { about: 'userAction' }
  return resources.contexts.size > 0 ? { about: 'authenticationContext' } : {}
}

function policyOf(outcome: PolicyOutcome, stated: Policy | undefined): PredictedPolicy {
  const { policy, id, reasons, missing = [] } = outcome
  return {
    name: policy,
    ...(id === undefined ? {} : { id }),
    effect: effectOf(outcome),
    reason: reasons[0] ?? '',
    missing,
    ...(stated === undefined ? {} : aboutOf(stated)),
  }
}

/** The leg of the session that the log records; the others are not played. */
function recordedLeg(legs: readonly UndecidedLeg[]): UndecidedLeg | undefined {
  return legs.find(({ path }) => recordedLegs.has(path.planned.leg)) ?? legs.at(-1)
}

/** Plays a sign-in of the log against a tenant. */
export function predict(tenant: Tenant, request: ClientRequest): Prediction {
  const leg = recordedLeg(openSession(tenant, request))
  if (leg === undefined)
    return {
      end: 'undetermined',
      verdict: { kind: 'undetermined', missing: ['leg'] },
      policies: [],
      missing: ['leg'],
    }
  const { verdict, policies: outcomes } = judgedLeg(leg)
  const { policies: stated } = leg.context.tenant.conditionalAccess
  // Outcomes come in the order of the file, as the policies do.
  const policies = outcomes.map((outcome, index) => policyOf(outcome, stated[index]))
  return { end: endOf(verdict), verdict, policies, missing: verdict.kind === 'undetermined' ? verdict.missing : [] }
}
