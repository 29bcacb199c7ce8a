import type { Refusal, Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { ActorId, Verifier } from '../../vocabulary/actors.ts'
import type { Credential } from '../../vocabulary/credentials.ts'
import { type Audience, credentialWords, verifierNames } from '../wording/nouns.ts'
import { stepLabel } from '../wording/steps.ts'
import type { Item } from './diagram-items.ts'

const typed: ReadonlySet<Credential> = new Set<Credential>(['account-password', 'app-password'])

/** The other secret that a user could type at the same prompt, if the trace states that it is rejected. */
function alternativeOf(trace: Trace): Refusal | undefined {
  const verdict = verdictOf(trace)
  if (verdict.kind !== 'signs-in' || !typed.has(verdict.credential)) return undefined
  return trace.refused.find(({ credential }) => typed.has(credential))
}

/** Draws the typed credential as alternatives: the accepted one, and the rejected one. */
export function withAlternative(trace: Trace, audience: Audience, items: readonly Item[]): readonly Item[] {
  const refused = alternativeOf(trace)
  const verdict = verdictOf(trace)
  const from = items.findIndex((item) => item.kind === 'arrow' && item.to === 'user')
  if (refused === undefined || verdict.kind !== 'signs-in' || from < 0) return items
  const rule = audience === 'user' ? '' : ` (${refused.rule})`
  const error = audience === 'user' || refused.error === undefined ? '' : `, ${refused.error}`
  const { from: refuser, named } = refusing(trace, refused.by)
  return [
    ...items.slice(0, from),
    { kind: 'begin', block: 'alt', text: choiceWords(verdict.credential) },
    ...items.slice(from),
    { kind: 'else', text: choiceWords(refused.credential) },
    ...wayToRefuser(trace, refused, refuser, audience),
    {
      kind: 'arrow',
      from: refuser,
      to: 'client',
      line: 'cross',
      text: `✕ ${named}refuses the ${credentialWords[refused.credential].name}${error}${rule}`,
    },
    { kind: 'end' },
  ]
}

/** How the rejected secret reaches the verifier: along the path of the accepted one. */
function wayToRefuser(trace: Trace, { credential }: Refusal, refuser: ActorId, audience: Audience): readonly Item[] {
  const items: Item[] = []
  const place: { at: ActorId } = { at: 'user' }
  const pass = (to: ActorId, kind: 'credential-presented' | 'credential-forwarded'): void => {
    const text = stepLabel({ kind: 'message', from: place.at, to, message: { kind, credential } }, audience)
    items.push({ kind: 'arrow', from: place.at, to, line: 'solid', text })
    place.at = to
  }
  for (const step of trace.steps) {
    if (place.at === refuser) break
    if (step.kind !== 'message' || step.from !== place.at) continue
    const { kind } = step.message
    if (kind === 'credential-presented' || kind === 'credential-forwarded') pass(step.to, kind)
  }
  if (place.at === 'user') pass('client', 'credential-presented')
  if (place.at !== refuser) pass(refuser, place.at === 'client' ? 'credential-presented' : 'credential-forwarded')
  return items
}

function choiceWords(credential: Credential): string {
  return `${credentialWords[credential].symbol} ${credentialWords[credential].name}`
}

/** The verifier that rejects it, if it takes part; else the service reports the rejection and names it. */
function refusing(trace: Trace, by: Verifier): { readonly from: ActorId; readonly named: string } {
  if (by !== 'relying-party' && trace.actors.some((actor) => actor.id === by)) return { from: by, named: '' }
  return { from: trace.request.relyingParty, named: by === 'relying-party' ? '' : `${verifierNames[by]} ` }
}
