import type { Trace, Verdict } from '../trace/step.ts'
import { sessionVerdict, verdictOf } from '../trace/verdict.ts'
import type { ClientRequest } from '../vocabulary/requests.ts'

/** Names the sign-in of a row: who, with what, for what, from where, presenting what. */
export function rowName({ user, client, purpose, network, presents }: ClientRequest): string {
  return [user, client, purpose, network, ...(presents === undefined ? [] : [presents])].join(' | ')
}

const wordsOf = (values: object): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.join(',') : value}`)
    .join(' ')

function verdictWords(verdict: Verdict): string {
  return wordsOf(verdict)
}

/** What a leg came to and every decision and message on the way, in few lines; for tests. */
function legLines(trace: Trace): readonly string[] {
  const { authentication: found, issuer, resource, clientAppType, enforceable, takesEffect, refused, actors } = trace
  const decided: string[] = []
  const said: string[] = []
  for (const step of trace.steps) {
    if (step.kind === 'decision') decided.push(`${step.rule}${step.about ? `(${step.about})` : ''}@${step.at}`)
    if (step.kind === 'policy') decided.push(`${step.rule}[${step.outcome.policy}:${step.outcome.effect}]`)
    if (step.kind === 'assumption') decided.push(`${step.fact}~${step.value}`)
    if (step.kind === 'message') said.push(`${step.from}>${step.to} ${Object.values(step.message).join('/')}`)
    if (step.kind === 'prompt') said.push(`? ${step.asks}`)
  }
  const { leg, relyingParty, protocol, optional, prompt } = trace.request
  return [
    `- ${leg} ${relyingParty} ${protocol} ${prompt}${optional ? ' optional' : ''}`,
    `  ${verdictWords(verdictOf(trace))}`,
    `  ${wordsOf({ issuer, resource, clientAppType, enforceable, takesEffect, ...found })}`,
    `  actors ${actors.map(({ id, name, zone }) => `${id}:${name}:${zone}`).join(' ')}`,
    `  refused ${refused.map(({ credential, by, rule, error }) => `${credential}:${by}:${rule}:${error ?? ''}`).join(' ')}`,
    `  ${decided.join(' ')}`,
    `  ${said.join('; ')}`,
  ]
}

/** A whole session in words, one block of lines. */
export function sessionWords(traces: readonly Trace[]): string {
  return [sessionVerdict(traces).kind, ...traces.flatMap(legLines)].map((line) => line.trimEnd()).join('\n')
}
