import type { Tenant, User } from '../tenant/tenant.ts'
import { tenantsUnder } from '../tenant/tenants-under.ts'
import type { Step, Trace } from '../trace/step.ts'
import type { ClientRequest } from '../vocabulary/requests.ts'
import type { LegContext } from './leg-context.ts'
import { noOutcomes } from './leg-outcome.ts'
import type { LegPath } from './leg-path.ts'
import { mailboxProfileOf } from './mailbox-profile.ts'
import { clientNamed } from './plan-requests.ts'
import type { Session } from './session.ts'
import { partOfSignals } from './watched-signals.ts'

/** Whether exports disagree on what a session is about, so that more than one tenant or user may be meant. */
export const isInDispute = ({ tenant, user }: Pick<LegContext, 'tenant' | 'user'>): boolean =>
  tenant.readings !== undefined || user.readings !== undefined

/** A session and the user whose it is. */
export interface UserSession {
  readonly session: Session
  readonly user: User
}

/** The tenants and users that may be meant besides the ones that are stated; undefined if those are too many to look at. */
function meant(tenant: Tenant, user: User): readonly (readonly [Tenant, User])[] | undefined {
  if (tenant.readings?.length === 0 || user.readings?.length === 0) return undefined
  const tenants = tenantsUnder(tenant)
  if (user.readings === undefined) return tenants.map((one) => [one, user])
  return user.readings.map((one) => [
    (one.tenant === undefined ? undefined : tenants[one.tenant]) ?? tenant,
    { ...user, ...one.user },
  ])
}

/** The sessions that may be meant besides the one that is stated; undefined if those are too many to look at. */
function sessionsMeant({ session, user }: UserSession): readonly UserSession[] | undefined {
  const { client, network } = session
  return meant(session.tenant, user)?.map(([tenant, own]) => ({
    user: own,
    session: {
      ...session,
      tenant,
      profile: mailboxProfileOf(own),
      client: clientNamed(tenant, client.name) ?? client,
      network: tenant.networks.get(network.name) ?? network,
    },
  }))
}

/** What a user sees of a step; which rule says so does not count. */
function seenOf(step: Step): unknown {
  if (step.kind === 'message' || step.kind === 'prompt') return step
  return step.kind === 'outcome' ? { ...step.verdict, rule: '' } : undefined
}

/** What a user sees of a leg, and how it ends. */
function storyOf({ request: { leg, relyingParty, protocol, optional }, steps, issuer, authentication }: Trace): string {
  const seen = steps.flatMap((step) => seenOf(step) ?? [])
  return JSON.stringify([leg, relyingParty, protocol, optional, issuer, authentication?.used, seen])
}

/** Plays the legs of a session. */
export type PlaySession = (one: UserSession, asked: ClientRequest) => readonly Trace[]

/** Of each leg whether it is the same in every session that may be meant. */
function areSame(one: UserSession, asked: ClientRequest, play: PlaySession): readonly boolean[] {
  const own = play(one, asked).map(storyOf)
  const others = sessionsMeant(one)?.map((other) => play(other, asked).map(storyOf))
  const fits = others?.every(({ length }) => length === own.length) ?? false
  return own.map((story, at) => fits && others?.every((stories) => stories[at] === story) === true)
}

/** What exports disagree on, as far as it can concern a session, in the words of the file. */
const disputesOf = ({ session: { tenant }, user }: UserSession): readonly string[] => [
  ...(tenant.statedInDispute ?? []),
  ...(user.playedInDispute ?? []),
  ...(user.domain?.inDispute ?? []),
]

function openPath(path: LegPath, missing: readonly string[]): LegPath {
  const { authentication, rule } = path.negotiated
  return {
    ...path,
    negotiated: { authentication: { ...authentication, used: null }, clientSteps: [], serviceSteps: [], rule },
    withoutFlow: { kind: 'undetermined', missing },
    presumed: [],
    opening: [],
    outcomes: noOutcomes(),
  }
}

/**
 * The paths of a session where exports disagree on settings: as they are where every value leads to the same, and
 * undetermined where they do not.
 */
export function agreedPaths(
  one: UserSession,
  asked: ClientRequest,
  paths: readonly LegPath[],
  play: PlaySession,
): readonly LegPath[] {
  if (!isInDispute({ tenant: one.session.tenant, user: one.user })) return paths
  const same = partOfSignals(asked.signals, (signals) => areSame(one, { ...asked, signals }, play))
  return paths.map((path, at) => (same[at] === true ? path : openPath(path, disputesOf(one))))
}
