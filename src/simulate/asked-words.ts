import type { LegFacts } from '../vocabulary/facts.ts'
import type { CompiledPolicies } from './conditional-access/compile.ts'
import { placeOnMap } from './conditional-access/judge-location.ts'
import type { PolicyLocation, PolicySignIn } from './conditional-access/sign-in.ts'
import { questionsOfLeg } from './decide-leg.ts'
import { numbered } from './numbered.ts'
import { allFactsOfLeg } from './outcome-of-leg.ts'
import { browserHidesDevice } from './private-browsing.ts'
import type { UndecidedLeg } from './simulate-session.ts'
import { tokenBindingOf } from './token-binding.ts'

/** What a leg asks the policies. */
export interface AskedOfPolicies {
  /** Every question that it may ask. */
  readonly questions: readonly PolicySignIn[]
  /** The same without the user, where each is asked from as a place on the map. */
  readonly texts: readonly string[]
  /** Equal for legs of a user to which the same policies say the same, with whichever client and for whichever purpose. */
  readonly word: string
}

/** A question to the policies without its place and without the user. */
function questionText({ principal: _principal, location = {}, ...question }: PolicySignIn): string {
  const { addresses, country, ...where } = location
  return JSON.stringify([question, where, addresses === undefined, country === undefined])
}

const nowhere: PolicyLocation = {}

/**
 * Beside the questions, what is made of the answers depends on these. Invariant: `legPolicies` reads no other fact, and of the
 * client no more than its device and who it signs in.
 */
function besides({ context }: UndecidedLeg, questions: readonly PolicySignIn[], facts: LegFacts): string {
  const { client, request, user } = context
  const { issuer, flowClass, homeRealm, federatedIdpMfaBehavior, idpPerformsMfa } = facts
  return JSON.stringify([
    [issuer, flowClass, homeRealm, federatedIdpMfaBehavior, idpPerformsMfa],
    request.purpose.startsWith('register-'),
    request.signals,
    client.device === undefined ? '' : client.name,
    browserHidesDevice(client, request.signals),
    questions.map((one) => [one.principal === user ? '' : one.principal.kind, tokenBindingOf(context, one)]),
  ])
}

/** Finds what legs ask the policies of a tenant. */
export function askedOfPolicies(book: CompiledPolicies['locations']): (leg: UndecidedLeg) => AskedOfPolicies {
  const mapNumber = numbered((location: PolicyLocation) => JSON.stringify(placeOnMap(book, location)))
  return (leg) => {
    const { path, context } = leg
    const facts = allFactsOfLeg(path, context)
    const questions = questionsOfLeg(path, context, facts)
    const texts = questions.map((one) => `${questionText(one)}${mapNumber(one.location ?? nowhere)}`)
    return { questions, texts, word: [...texts, besides(leg, questions, facts)].join('\u0000') }
  }
}
