import type { SessionVerdict, Verdict } from '../../trace/step.ts'
import { legNames, purposes } from '../../vocabulary/requests.ts'
import { oneOf, optional, shape, text, texts, wordOf } from './schema.ts'

/** Every kind of verdict of a session. */
export const sessionKinds: Readonly<Record<SessionVerdict['kind'], true>> = {
  'signs-in': true,
  'several-credentials': true,
  conflict: true,
  blocked: true,
  'cannot-sign-in': true,
  refused: true,
  undetermined: true,
}

/** A whole sign-in that decides a claim of `prove`. */
export const sessionWitness = shape('A deciding sign-in of the tenant.', {
  user: text('The user.'),
  client: text('The client.'),
  purpose: oneOf('The purpose.', purposes),
  network: text('The network.'),
  application: optional(text('The application whose token is requested.')),
  signals: texts('What the sign-in brings, as the entries of `--signal`.'),
  verdict: wordOf<SessionVerdict['kind']>('The verdict.', sessionKinds),
  leg: optional(oneOf('The leg that shows it.', legNames)),
  legVerdict: optional(
    wordOf<Verdict['kind']>('The verdict of the leg.', {
      'signs-in': true,
      blocked: true,
      'cannot-sign-in': true,
      refused: true,
      undetermined: true,
    }),
  ),
})
