import { expect, test } from 'vitest'
import { choices } from '../../analysis/random-plan.fixture.ts'
import { decisionText } from '../said-of-leg.ts'
import { hasBit, isWithin, type Mask, maskWhere, without } from './bits.ts'
import { settledDecision } from './evaluate.ts'
import { signIns as everySignIn, namedLocations, policies } from './policy-plays.fixture.ts'
import { reachedPolicies } from './reached-policies.ts'
import { compiledFrom, samplePolicy, sampleSignIn } from './sample-policies.fixture.ts'
import { shapingAlike, standInsOf } from './stand-ins.ts'

const all = { operator: 'AND', builtInControls: ['mfa', 'compliantDevice'] }
const either = { operator: 'OR', builtInControls: ['mfa', 'compliantDevice'] }
const hours = (value: number, more = {}) => ({
  sessionControls: { signInFrequency: { isEnabled: true, value, type: 'hours' }, ...more },
})
const browser = { persistentBrowser: { isEnabled: true, mode: 'never' } }

/** Policies that do in part what others do. */
const overlapping = [
  samplePolicy('all', {}, all),
  samplePolicy('either', {}, either),
  samplePolicy('either again', {}, either),
  samplePolicy('mfa', {}),
  samplePolicy('risky mfa', { signInRiskLevels: ['high', 'none'] }),
  samplePolicy('risky either', { userRiskLevels: ['high', 'none'] }, either),
  samplePolicy('sparkling', {}, { operator: 'OR', builtInControls: ['sparkle'] }),
  samplePolicy('four hours', {}, null, hours(4)),
  samplePolicy('nine hours', {}, null, hours(9)),
  samplePolicy('nine hours with a control', {}, undefined, hours(9, browser)),
  samplePolicy('closed browser', {}, null, { sessionControls: browser }),
]

const compiled = compiledFrom({ policies: [...policies, ...overlapping], namedLocations })
const people = everySignIn.filter(({ principal }) => principal.kind === 'user')
const signIns = people.map((one) => ({ signInRiskLevel: 'none', userRiskLevel: 'none', ...one }))
const named = (mask: Mask): readonly string[] =>
  compiled.policies.filter((_, at) => hasBit(mask, at)).map(({ name }) => name)

const risky = maskWhere(compiled.policies.length, (at) => {
  const { signInRisk, userRisk } = compiled.policies[at]?.conditions ?? {}
  return signInRisk !== undefined || userRisk !== undefined
})

/** What is decided for a user whom some policies concern for sure. */
function decidedFor(signIn: (typeof signIns)[number], user: Mask): string | undefined {
  const decision = settledDecision(compiled, signIn, { certain: user, possible: user })
  return decision && decisionText(decision)
}

/** Sets of policies that concern a user, each of a few. */
const users: readonly Mask[] = Array.from({ length: 60 }, (_, seed) => {
  const choose = choices(seed)
  return maskWhere(compiled.policies.length, () => choose(2 + (seed % 6)) === 0)
})

test('a policy changes nothing exactly where others stand in for it', () => {
  const counts = { same: 0, different: 0 }
  for (const signIn of signIns) {
    const { deciding, blocks, legacy } = reachedPolicies(compiled, signIn)
    const standIns = standInsOf(compiled, signIn, { deciding, alike: shapingAlike(compiled) })
    for (const user of users)
      for (const [policy, { name }] of compiled.policies.entries()) {
        if (!hasBit(user, policy) || !hasBit(deciding, policy)) continue
        const others = without(
          user,
          maskWhere(compiled.policies.length, (at) => at === policy),
        )
        const [before, after] = [decidedFor(signIn, user), decidedFor(signIn, others)]
        if (before === undefined || after === undefined) continue
        const { enough, parts } = standIns(policy)
        const stand =
          !isWithin(enough, without(enough, others)) || parts.every((part) => !isWithin(part, without(part, others)))
        counts[stand ? 'same' : 'different'] += 1
        if (stand) expect([name, named(user), after]).toEqual([name, named(user), before])
        // More is told of a client that is shut out than the decision, and of registration where a policy asks because of risk.
        else if (!(legacy && hasBit(blocks, policy)) && !hasBit(risky, policy))
          expect([name, named(user), after]).not.toEqual([name, named(user), before])
      }
  }
  expect(Math.min(counts.same, counts.different)).toBeGreaterThan(1000)
})

test.each([
  ['mfa', ['all', 'mfa', 'nine hours with a control', 'risky mfa']],
  ['risky mfa', ['risky mfa']],
  [
    'either',
    ['all', 'either', 'either again', 'managed', 'mfa', 'nine hours with a control', 'risky either', 'risky mfa'],
  ],
  ['nine hours', ['four hours', 'nine hours', 'nine hours with a control']],
  ['four hours', ['four hours']],
])('%s is done by others as well', (name, expected) => {
  const own = compiledFrom({
    policies: [...overlapping, samplePolicy('managed', {}, { operator: 'OR', builtInControls: ['compliantDevice'] })],
  })
  const signIn = sampleSignIn({ signInRiskLevel: 'none', userRiskLevel: 'none' })
  const { deciding } = reachedPolicies(own, signIn)
  const at = own.policies.findIndex((policy) => policy.name === name)
  const { parts } = standInsOf(own, signIn, { deciding, alike: shapingAlike(own) })(at)
  const names = parts.map((part) => own.policies.filter((_, index) => hasBit(part, index)).map((policy) => policy.name))
  expect(names).toContainEqual(expected)
})
