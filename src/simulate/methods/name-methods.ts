import { factorsOf } from '../../catalog/method-ranks.ts'
import type { Step } from '../../trace/step.ts'
import type { Combination } from '../../vocabulary/methods.ts'
import type { AnsweredBy } from '../../vocabulary/tokens.ts'
import type { MethodsOfLeg } from './methods-of-leg.ts'

/**
 * The steps of a leg with what this user presents: how the leg goes is the same for many users, who present different
 * methods. A method that proves both factors at once is asked for once.
 */
export function stepsNaming(
  steps: readonly Step[],
  { presents, admissible }: MethodsOfLeg,
  answeredBy?: AnsweredBy,
): readonly Step[] {
  const name = answeredBy === undefined ? naming : namingSecond
  const named = presents === undefined ? steps : steps.flatMap((step) => name(step, presents))
  const last = named[named.length - 1]
  if (last?.kind !== 'outcome' || last.verdict.kind !== 'signs-in') return steps
  const methods = presents === undefined ? { admissible } : { presents, admissible }
  return named.with(-1, { ...last, verdict: { ...last.verdict, ...methods } })
}

/** After the token of a device only the rest is asked for. */
function namingSecond(step: Step, presents: Combination): readonly Step[] {
  if (step.kind !== 'message' || step.message.kind !== 'second-factor-response') return [step]
  const { first, second } = factorsOf(presents)
  return [{ ...step, message: { ...step.message, method: second ?? first } }]
}

const inherent: ReadonlySet<string> = new Set(['password', 'federatedSingleFactor', 'federatedMultiFactor'])

function naming(step: Step, presents: Combination): readonly Step[] {
  const { first, second } = factorsOf(presents)
  const alone = !inherent.has(first)
  if (step.kind === 'prompt') return alone && step.asks === 'second-factor' ? [] : [step]
  if (step.kind !== 'message') return [step]
  const { message } = step
  switch (message.kind) {
    case 'credential-presented':
      if (message.credential === 'interactive') return [{ ...step, message: { ...message, methods: first } }]
      return alone && message.credential === 'account-password'
        ? [{ ...step, message: { ...message, credential: 'interactive', methods: first } }]
        : [step]
    case 'second-factor-challenge':
      return alone ? [] : [step]
    case 'second-factor-response':
      if (alone) return []
      return second === undefined ? [step] : [{ ...step, message: { ...message, method: second } }]
    default:
      return [step]
  }
}
