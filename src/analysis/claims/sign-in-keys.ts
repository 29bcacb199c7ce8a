import { deviceStatesOf } from './device-states.ts'
import { clientKindOf, platformOf } from './kinds-of-clients.ts'
import { kindsOf, membershipOf } from './kinds-of-people.ts'
import { nothing, only, type Reading } from './reading.ts'
import type { SignIn } from './sign-in.ts'
import { verdictKinds } from './value-names.ts'

/** What the verdict of a sign-in lacks; empty if it is determined. */
export const missingOf = ({ verdict }: SignIn): readonly string[] =>
  verdict.kind === 'undetermined' ? verdict.missing : []

const getsIn: readonly string[] = ['signs-in', 'several-credentials', 'conflict']

function verdictReading({ verdict }: SignIn): Reading {
  if (verdict.kind !== 'undetermined') return only(verdict.kind)
  const others = verdictKinds.filter((kind) => kind !== 'undetermined')
  return { values: ['undetermined'], maybe: { values: others, missing: verdict.missing } }
}

/** `conflict` is neither success nor failure: every leg accepts the user, but one prompt would need two credentials. */
function success(signIn: SignIn): Reading {
  const { kind } = signIn.verdict
  if (kind === 'undetermined') return { values: [], maybe: { values: 'any', missing: missingOf(signIn) } }
  return only(kind === 'conflict' ? 'conflict' : getsIn.includes(kind) ? 'yes' : 'no')
}

/** Whether a successful user has presented a second factor on every required leg; empty if the sign-in fails. */
function entry(signIn: SignIn): Reading {
  const { kind } = signIn.verdict
  if (kind === 'undetermined') return { values: [], maybe: { values: 'any', missing: missingOf(signIn) } }
  if (!getsIn.includes(kind)) return nothing
  const given = signIn.legs
    .filter(({ optional }) => !optional)
    .every(({ verdict }) => {
      if (verdict.kind !== 'signs-in') return false
      return verdict.secondFactor === 'asked' || verdict.secondFactor === 'already-satisfied'
    })
  return only(given ? 'with-second-factor' : 'without-second-factor')
}

function prompts(signIn: SignIn): Reading {
  const values = [String(signIn.prompts)]
  return signIn.verdict.kind === 'undetermined'
    ? { values, unsure: true, maybe: { values: 'any', missing: missingOf(signIn) } }
    : { values }
}

function application({ request, legs }: SignIn): Reading {
  if (request.application !== undefined) return only(request.application)
  return { values: legs.flatMap((leg) => leg.trace()?.resource ?? []) }
}

function platform({ client, request }: SignIn): Reading {
  const found = platformOf(client, request.signals.devicePlatform)
  if (found !== undefined) return only(found)
  return { values: [], maybe: { values: 'any', missing: ['devicePlatform'] } }
}

/** Keys of claims about a whole sign-in. */
export const signInKeys = {
  verdict: verdictReading,
  client: ({ request }) => only(request.client),
  purpose: ({ request }) => only(request.purpose),
  network: ({ request }) => only(request.network),
  prompts,
  user: ({ request }) => only(request.user),
  people: ({ user }) => kindsOf(user),
  group: ({ user }) => membershipOf(user, 'groups'),
  role: ({ user }) => membershipOf(user, 'roles'),
  place: ({ network }) => only(network === undefined ? undefined : network.inside ? 'inside' : 'outside'),
  platform,
  device: ({ client, request }) => deviceStatesOf(client, request),
  application,
  success,
  entry,
  undetermined: ({ legs }) => only(legs.some(({ verdict }) => verdict.kind === 'undetermined') ? 'yes' : 'no'),
} as const satisfies Readonly<Record<string, (signIn: SignIn) => Reading>>

/** The kind of client on one leg of a sign-in. */
export function legClientKind({ client, request }: SignIn, leg: SignIn['legs'][number]): Reading {
  const trace = leg.trace()
  return trace === undefined ? nothing : clientKindOf(client, platformOf(client, request.signals.devicePlatform), trace)
}
