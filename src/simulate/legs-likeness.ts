import type { CompiledPolicies } from './conditional-access/compile.ts'
import { placeOnMap } from './conditional-access/judge-location.ts'
import type { PolicyLocation, PolicySignIn } from './conditional-access/sign-in.ts'
import type { LegPath } from './leg-path.ts'
import { numbered } from './numbered.ts'
import { personKeyOf } from './outcome-of-leg.ts'
import { mayBeSilent, type OpenLeg } from './simulate-session.ts'

/** Words for legs of a kind of user with one client for one purpose, from whichever network. */
export interface LegLikeness {
  /** Equal for legs that go alike where the policies say the same. */
  readonly withoutPolicies: (leg: OpenLeg) => string
  /** Equal for legs that go alike whichever policies concern the user. */
  readonly whole: (leg: OpenLeg, questions: readonly PolicySignIn[]) => string
}

/** Everything that a path says, but for where the file says it. */
export function pathText({
  workload: _workload,
  stated,
  outcomes: _outcomes,
  plainOutcomes: _plain,
  ...path
}: LegPath): string {
  return JSON.stringify([path, stated.assumed, stated.origins.map((table) => Object.keys(table))])
}

/** A question to the policies without its place and without the user. */
function questionText({ principal: _principal, location = {}, ...question }: PolicySignIn): string {
  const { addresses, country, ...where } = location
  return JSON.stringify([question, where, addresses === undefined, country === undefined])
}

const nowhere: PolicyLocation = {}

/**
 * Finds words for legs. Invariant: of the network, deciding and telling read what the path, the facts of the account and
 * the questions to the policies say, beside the claims that an identity provider sees; of the questions they read
 * nothing but the answers; where a token or a ticket may answer, they read the name too.
 */
export function legLikeness(book: CompiledPolicies['locations'], pathNumber: (path: LegPath) => number): LegLikeness {
  const mapNumber = numbered((location: PolicyLocation) => JSON.stringify(placeOnMap(book, location)))
  const withoutPolicies: LegLikeness['withoutPolicies'] = (leg) => {
    const { path, context } = leg
    return `${pathNumber(path)} ${personKeyOf(path, context)} ${mayBeSilent(leg) ? context.network.name : ''}`
  }
  return {
    withoutPolicies,
    whole: (leg, questions) => {
      const texts = questions.map((one) => `${questionText(one)}${mapNumber(one.location ?? nowhere)}`)
      return [withoutPolicies(leg), ...texts].join('\u0000')
    },
  }
}
