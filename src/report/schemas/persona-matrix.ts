import type { SessionVerdict } from '../../trace/step.ts'
import { purposes } from '../../vocabulary/requests.ts'
import { count, instant, list, oneOf, optional, shape, text, wordOf } from './schema.ts'
import { sessionKinds } from './session-witness.ts'

const outcome = shape('How the sign-in ends for some of the users.', {
  users: count('The number of users.'),
  verdict: wordOf<SessionVerdict['kind'] | 'none'>('The verdict; `none` if there is no such sign-in.', {
    ...sessionKinds,
    none: true,
  }),
  outcome: text('The verdict in words.'),
})

/** What each cohort of a plan presents at each point. */
export const personaMatrix = shape('What each cohort presents at each point of the plan.', {
  points: list(
    'The beginning of each stage, and dates in it on which a sign-in changes.',
    shape('One point.', {
      stage: count('The number of the stage, from 1; 0 is the start.'),
      at: instant('The instant.'),
    }),
  ),
  rows: list(
    'The sign-ins.',
    shape('One sign-in.', {
      cohort: optional(text('The cohort; absent if the plan has none.')),
      client: text('The client.'),
      purpose: oneOf('The purpose.', purposes),
      network: text('The network.'),
      cells: list('For each point the outcomes, that of most users first.', list('The outcomes.', outcome)),
    }),
  ),
})
