import { autodiscoverMethods } from '../../catalog/autodiscover-methods.ts'
import { promptCount, verdictOf } from '../../trace/verdict.ts'
import { decidedWords, decidingRule, endingRule } from '../scenario/deciding-rule.ts'
import { verdictWords } from '../scenario/expectation.ts'
import { legOf, requiredLegs } from '../scenario/required-legs.ts'
import type { Session } from '../scenario/session.ts'
import { readable, refuseName } from '../scenario/words.ts'
import { type StepDefinition, step } from './definition.ts'
import { type Denial, deny, onRequiredLegs } from './denied.ts'

const methods: readonly string[] = autodiscoverMethods.map(({ id }) => id)

/** The second factor of a successful sign-in; a failed one asserts nothing. */
function secondFactorNot(wanted: string, by?: string): Denial {
  return {
    words: `second factor not ${wanted}${by === undefined ? '' : ` by ${by}`}`,
    sightings: (session) =>
      onRequiredLegs(session, (leg) => {
        const verdict = verdictOf(leg)
        if (verdict.kind !== 'signs-in') return 'not-spoken-of'
        return verdict.secondFactor === wanted && (by === undefined || by === verdict.secondFactorBy)
      }),
  }
}

function endedBy(session: Session, rule: string) {
  const failed = requiredLegs(session).find((leg) => verdictOf(leg).kind !== 'signs-in')
  return (failed === undefined ? requiredLegs(session) : [failed]).map((leg) => {
    const found = endingRule(leg)
    return { leg, is: found === 'open' ? undefined : found === rule, actual: verdictWords(verdictOf(leg)) }
  })
}

const secondFactors: readonly StepDefinition[] = [
  step(
    'Then',
    'the second factor must not be {second factor}',
    {
      says: 'the second factor does not have this outcome on any required leg; the sign-in succeeds',
      example: 'Then the second factor must not be bypassed',
      negates: 'the second factor is {second factor}',
    },
    (world, wanted) => deny(world, secondFactorNot(wanted)),
  ),
  step(
    'Then',
    'the second factor must not be {second factor} by {second factor provider}',
    {
      says: 'the second factor does not have this outcome by this provider on any required leg; the sign-in succeeds',
      example: 'Then the second factor must not be asked by the identity provider',
      negates: 'the second factor is {second factor} by {second factor provider}',
    },
    (world, wanted, by) => deny(world, secondFactorNot(wanted, by)),
  ),
  step(
    'Then',
    'the user is not asked for a second factor',
    {
      says: 'no required leg asks for a second factor; the sign-in succeeds',
      example: 'Then the user is not asked for a second factor',
      negates: 'the second factor is {second factor}',
    },
    (world) => deny(world, secondFactorNot('asked')),
  ),
]

/** Negated assertions on the course of a sign-in. */
export const thenNotConversation: readonly StepDefinition[] = [
  step(
    'Then',
    'rule {rule} does not decide {question}',
    {
      says: 'this rule does not answer the question on any required leg; some leg asks it',
      example: 'Then rule CRED-3 does not decide the credential',
      negates: 'rule {rule} decides {question}',
    },
    (world, rule, question) =>
      deny(world, {
        words: `rule ${rule} does not decide the ${readable(question)}`,
        sightings: (session) =>
          requiredLegs(session).flatMap((leg) => {
            const found = decidingRule(leg, question)
            if (found === undefined) return []
            return [{ leg, is: found === 'open' ? undefined : found === rule, actual: decidedWords(leg, found) }]
          }),
      }),
  ),
  step(
    'Then',
    'rule {rule} does not end the sign-in',
    {
      says: 'the verdict of the deciding leg comes from another rule',
      example: 'Then rule CRED-3 does not end the sign-in',
      negates: 'rule {rule} ends the sign-in',
    },
    (world, rule) =>
      deny(world, { words: `rule ${rule} does not end the sign-in`, sightings: (session) => endedBy(session, rule) }),
  ),
  step(
    'Then',
    'the {leg} leg does not authenticate with {flow}',
    {
      says: 'a different authentication method is used on that leg',
      example: 'Then the mailbox leg does not authenticate with modern authentication',
      negates: 'the {leg} leg authenticates with {flow}',
    },
    (world, name, flow) =>
      deny(world, {
        words: `the ${readable(name)} leg does not authenticate with ${flow}`,
        sightings: (session) => {
          const leg = legOf(session, name)
          const used = leg.authentication?.used ?? 'none'
          return [{ leg, is: used === flow, actual: `it uses ${used}` }]
        },
      }),
  ),
  step(
    'Then',
    'the user is not prompted {int} time(s)',
    {
      says: 'the user is prompted a different number of times',
      example: 'Then the user is not prompted 2 times',
      negates: 'the user is prompted {int} time(s)',
    },
    (world, count) =>
      deny(world, {
        words: `not ${count} prompts`,
        sightings: ({ traces, verdict }) => {
          const actual = promptCount(traces)
          return [{ is: verdict.kind === 'undetermined' ? undefined : actual === count, actual: `${actual} prompts` }]
        },
      }),
  ),
  step(
    'Then',
    'the {leg} leg does not find its endpoint by {string}',
    {
      says: 'a different endpoint responds first, or none does; by its id in `authplan catalog autodiscover`',
      example: 'Then the cloud autodiscover leg does not find its endpoint by "outlook-autodiscover-host"',
      negates: 'the {leg} leg finds its endpoint by {string}',
    },
    (world, name, method) => {
      if (!methods.includes(method)) throw refuseName('autodiscover method', method, methods)
      deny(world, {
        words: `the ${readable(name)} leg does not find its endpoint by ${method}`,
        sightings: (session) => {
          const leg = legOf(session, name)
          const found = leg.request.endpoint?.method
          return found === undefined ? [] : [{ leg, is: found === method, actual: `it is found by ${found}` }]
        },
      })
    },
  ),
  ...secondFactors,
]
