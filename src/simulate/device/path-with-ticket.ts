import { cacheByObject } from '../../memory/cache-by-object.ts'
import { type LegFacts, missing } from '../../vocabulary/facts.ts'
import { noOutcomes } from '../leg-outcome.ts'
import type { LegPath } from '../leg-path.ts'

// Invariant: a path does not change; what its legs found belongs to it, so each of the two keeps its own.
const variants = cacheByObject<LegPath, { readonly domain: LegPath; readonly none: LegPath }>('paths by ticket', 'path')

/**
 * The path of a leg that takes Windows authentication, for a user whose sign-in to the device is known: what opens the
 * leg without a prompt is the ticket that the sign-in left behind, not the way in which the computer is joined.
 */
export function pathWithTicket(path: LegPath, ticket: LegFacts['deviceTicket']): LegPath {
  if (ticket === undefined || ticket === missing || path.facts.flow !== 'windows-integrated') return path
  const session = ticket === 'none' ? 'none' : 'domain'
  if (path.facts.deviceSession === session) return path
  return variants(path, () => ({ domain: withSession(path, 'domain'), none: withSession(path, 'none') }))[session]
}

function withSession(path: LegPath, deviceSession: 'domain' | 'none'): LegPath {
  return { ...path, facts: { ...path.facts, deviceSession }, outcomes: noOutcomes() }
}
