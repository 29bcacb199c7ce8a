import { ruleById } from '../../rules/index.ts'
import type { Trace, Verdict } from '../../trace/step.ts'
import { decisions } from '../../trace/views.ts'
import { shortFlows } from './short.ts'

/** Where no authentication is left, the rule that withholds one may say more. */
export function withheldInFewWords(trace: Trace, question: string): string | undefined {
  if (question !== 'flow') return undefined
  return decisions(trace).flatMap((one) =>
    one.question === 'service-offer' ? (ruleById(one.rule)?.inFewWords ?? []) : [],
  )[0]
}

/** How a sign-in that succeeds does so. */
export function signsInReason(trace: Trace, verdict: Extract<Verdict, { readonly kind: 'signs-in' }>): string {
  const flow = trace.authentication?.used
  const way = flow === null || flow === undefined ? '' : shortFlows[flow]
  if (verdict.secondFactor === 'bypassed')
    return verdict.credential === 'app-password' ? `${way} cannot do MFA` : `${way}, bypassing MFA`
  return trace.facts.homeRealm === 'federated' && verdict.verifier === 'federated-idp' ? `${way}, federated` : way
}
