import { addAll, type Bitmap, difference, fullBitmap } from '../classes/bitmap.ts'
import type { Kind } from '../classes/user-sets.ts'
import type { PolicyName } from '../vocabulary/requests.ts'
import { eachIndex, keepMask, type Mask, maskWhere, meets, without } from './conditional-access/bits.ts'
import { possiblyOrBlocking } from './conditional-access/reached-policies.ts'
import type { PolicySignIn } from './conditional-access/sign-in.ts'
import { within } from './conditional-access/split-users.ts'
import type { Opened } from './set-moment.ts'
import { mayBeSilent } from './simulate-session.ts'

/** By policy, the users of a kind whose sign-in may depend on it. */
export type ConcernedUsers = ReadonlyMap<PolicyName, Bitmap>

/**
 * The users of a kind for whom some policies may count in a sign-in. Invariant: whom a policy that is none of them blocks
 * for sure is blocked whatever they say, as long as they do not block as well.
 */
export function usersConcerned(opened: Opened, kind: Kind, policies: ReadonlySet<PolicyName>): ConcernedUsers {
  const { legs, questionsOf, moment } = opened
  // Whether a token answers can depend on policies of other sign-ins.
  if (legs.some(mayBeSilent)) return new Map([...policies].map((name) => [name, fullBitmap(kind.size)]))
  const among = maskWhere(moment.compiled.policies.length, (index) =>
    policies.has(moment.compiled.policies[index]?.name ?? ''),
  )
  const found = new Map<PolicyName, Bitmap>()
  for (const leg of legs) {
    const asksOneByOne = leg.context.request.signals.authenticationContext !== undefined
    for (const question of questionsOf(leg)) addConcerned(found, opened, kind, { question, among, asksOneByOne })
  }
  return found
}

interface Asking {
  readonly question: PolicySignIn
  readonly among: Mask
  /** Whether it is asked what each policy says by itself. */
  readonly asksOneByOne: boolean
}

function addConcerned(
  found: Map<PolicyName, Bitmap>,
  { moment: { assigned, compiled } }: Opened,
  kind: Kind,
  { question, among, asksOneByOne }: Asking,
): void {
  const { perhaps, blocks } = possiblyOrBlocking(compiled, question)
  const reaching = perhaps.slice()
  keepMask(reaching, among)
  if (!meets(reaching, reaching)) return
  const blocked = new Uint32Array(kind.words)
  if (!asksOneByOne && !meets(reaching, compiled.demands.blocks))
    eachIndex(without(blocks, among), (policy) => addAll(blocked, within(kind, assigned.certain[policy])))
  eachIndex(reaching, (policy) => {
    const name = compiled.policies[policy]?.name ?? ''
    const users = difference(within(kind, assigned.possible[policy]), blocked)
    const known = found.get(name)
    if (known === undefined) found.set(name, users)
    else addAll(known, users)
  })
}
