import type { Trace } from './step.ts'
import { wrongParticipants } from './took-part.ts'
import { verdictOf } from './verdict.ts'
import { decisions, messages, wasContacted } from './views.ts'

/** Violated invariants of a trace, in words; empty if all hold. */
export function brokenInvariants(trace: Trace): readonly string[] {
  const broken: string[] = []
  const outcomes = trace.steps.filter((step) => step.kind === 'outcome')
  if (outcomes.length !== 1) broken.push(`there are ${outcomes.length} outcomes`)
  if (trace.steps[trace.steps.length - 1]?.kind !== 'outcome') return [...broken, 'the last step is not the outcome']
  const [first] = messages(trace)
  if (first !== undefined && first.from !== 'client' && first.from !== 'user') broken.push('a service speaks first')
  const declared = new Set(trace.actors.map((actor) => actor.id))
  for (const { from, to } of messages(trace)) {
    if (!declared.has(from) || !declared.has(to)) broken.push(`an undeclared actor speaks: ${from} to ${to}`)
  }
  return [...broken, ...brokenSecondFactor(trace), ...brokenCredential(trace), ...wrongParticipants(trace)]
}

function brokenSecondFactor(trace: Trace): readonly string[] {
  const challenge = trace.steps.findIndex(
    (step) => step.kind === 'message' && step.message.kind === 'second-factor-challenge',
  )
  if (challenge < 0) return []
  const demanded = trace.steps.findIndex(
    (step) => step.kind === 'decision' && step.question === 'second-factor' && step.answer !== 'not-required',
  )
  return demanded >= 0 && demanded < challenge ? [] : ['a second factor is asked that nothing demands']
}

function brokenCredential(trace: Trace): readonly string[] {
  const verdict = verdictOf(trace)
  if (verdict.kind !== 'signs-in') return []
  const broken: string[] = []
  if (verdict.credential === 'app-password' && wasContacted(trace, 'federated-idp'))
    broken.push('the identity provider is contacted for an app password')
  if (verdict.credential === 'app-password' && verdict.verifier !== 'entra-id')
    broken.push('an app password is verified outside Entra ID')
  const accepted = decisions(trace).some(
    ({ question, about, answer }) => question === 'acceptance' && about === verdict.credential && answer === 'accepted',
  )
  if (!accepted) broken.push('the credential of the verdict is not an accepted one')
  if (trace.refused.some(({ credential }) => credential === verdict.credential))
    broken.push('the credential of the verdict is also refused')
  return broken
}
