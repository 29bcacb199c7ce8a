import { copyOfFacts } from '../rules/generated/fact-shape.ts'
import type { CompiledPolicies } from './conditional-access/compile.ts'
import { placeOnMap } from './conditional-access/judge-location.ts'
import type { PolicySignIn } from './conditional-access/sign-in.ts'
import { questionsOfLeg } from './decide-leg.ts'
import { allFactsOfLeg } from './outcome-of-leg.ts'
import { mayBeSilent, type OpenLeg } from './simulate-session.ts'

/** A question to the policies, with how its place lies to every location instead of the place. */
function questionWords(book: CompiledPolicies['locations'], question: PolicySignIn): unknown {
  const { principal: _principal, location = {}, ...rest } = question
  const { addresses, country, ...where } = location
  return [rest, where, addresses === undefined, country === undefined, placeOnMap(book, location)]
}

/**
 * Equal for legs of a kind of user with one client for one purpose that are decided alike, from whichever network.
 * Invariant: of the network, deciding reads what the facts and the questions to the policies say, and where a token or a
 * ticket may answer, whether its name is another one too.
 */
export function legsLikeness(book: CompiledPolicies['locations'], legs: readonly OpenLeg[]): string {
  return JSON.stringify(
    legs.map((leg) => {
      const { path, context } = leg
      const facts = allFactsOfLeg(path, context)
      const questions = questionsOfLeg(path, context, copyOfFacts(facts)).map((one) => questionWords(book, one))
      const planned = { ...path.planned, withoutFlow: path.withoutFlow }
      return [planned, path.negotiated.authentication, facts, questions, mayBeSilent(leg) ? context.network.name : '']
    }),
  )
}
