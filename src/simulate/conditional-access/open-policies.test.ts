import { expect, test } from 'vitest'
import { choices } from '../../analysis/random-plan.fixture.ts'
import { decisionText } from '../said-of-leg.ts'
import { hasBit, isWithin, keepMask, type Mask, maskWhere, meets } from './bits.ts'
import { decidePolicies } from './evaluate.ts'
import { changingWhereOpen } from './open-policies.ts'
import { questionSplit } from './question-splits.ts'
import { compiledFrom, samplePolicy, sampleSignIn } from './sample-policies.fixture.ts'

const oneOf = (...builtInControls: readonly string[]) => ({ operator: 'OR', builtInControls })

const all = ['none', 'low', 'medium', 'high']

/** Policies that wait for a signal, by what they ask for; two of them together hold for every value of the risk. */
const policies = [
  samplePolicy('sure', {}, oneOf('mfa')),
  samplePolicy('no risk', { signInRiskLevels: ['none', 'low'] }, oneOf('compliantDevice')),
  samplePolicy('some risk', { signInRiskLevels: ['medium', 'high'] }, oneOf('compliantDevice')),
  samplePolicy('any risk', { signInRiskLevels: all }, oneOf('compliantDevice')),
  samplePolicy('any risk again', { signInRiskLevels: all }, oneOf('compliantDevice')),
  samplePolicy('phones', { platforms: { includePlatforms: ['iOS'] } }, oneOf('compliantDevice')),
  samplePolicy('phones block', { platforms: { includePlatforms: ['android'] } }, oneOf('block')),
  samplePolicy('phones mfa', { platforms: { includePlatforms: ['iOS'] } }, oneOf('mfa')),
  samplePolicy('phones either', { platforms: { includePlatforms: ['iOS'] } }, oneOf('mfa', 'compliantDevice')),
  samplePolicy('sparkling', { userRiskLevels: ['high'] }, oneOf('sparkle')),
]

const users = (count: number): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, seed) => {
    const choose = choices(seed)
    return policies.map(({ displayName }) => String(displayName)).filter(() => choose(3) === 0)
  })

const everybody = users(150)

/** The same policies, each for the user whom it concerns and for nobody else. */
const compiledFor = (names: readonly string[]) =>
  compiledFrom({
    policies: policies.map((policy) => ({
      ...policy,
      ...(names.includes(String(policy['displayName'])) ? {} : { state: 'disabled' }),
    })),
  })

const signIns = [
  sampleSignIn({ signInRiskLevel: undefined as never, devicePlatform: undefined as never }),
  sampleSignIn({ devicePlatform: 'iOS', signInRiskLevel: undefined as never, userRiskLevel: undefined as never }),
  sampleSignIn({ legacy: true, clientAppType: 'other', devicePlatform: undefined as never }),
  sampleSignIn({ interactive: false, signInRiskLevel: undefined as never }),
]

test.each([0, 1, 2, 3])('users whom the same is decided for are distinguished no further (sign-in %i)', (at) => {
  const signIn = signIns[at] ?? sampleSignIn()
  const compiled = compiledFrom({ policies })
  const { open } = questionSplit(compiled, signIn, 'verdict')
  const told = new Map<string, Set<string>>()
  for (const names of everybody) {
    const user = maskWhere(compiled.policies.length, (index) => names.includes(compiled.policies[index]?.name ?? ''))
    const { combined } = decidePolicies(compiledFor(names), signIn)
    const sure = without(user, open.policies)
    const { adding, alike, single } = open.opening(user)
    const own = meets(adding, user) ? [alike.map((mask) => meets(mask, user)), both(user, single)] : []
    const key = JSON.stringify([sure, own])
    told.set(key, (told.get(key) ?? new Set()).add(decisionText(combined)))
  }
  expect([...told.values()].filter((decisions) => decisions.size > 1)).toEqual([])
  // Not each user by itself.
  expect(told.size).toBeLessThan(everybody.length)
})

const without = (mask: Mask, other: Mask): Mask => mask.map((word, at) => word & ~(other[at] ?? 0))

function both(mask: Mask, other: Mask): Mask {
  const kept = mask.slice()
  keepMask(kept, other)
  return kept
}

test('the policies that leave the decision open are those that are named', () => {
  const compiled = compiledFrom({ policies })
  for (const signIn of signIns)
    for (const names of everybody) {
      const { combined } = decidePolicies(compiledFor(names), signIn)
      if (combined.decision !== 'undetermined') continue
      const user = maskWhere(compiled.policies.length, (index) => names.includes(compiled.policies[index]?.name ?? ''))
      const changing = both(changingWhereOpen(compiled, signIn, user), user)
      const { open } = questionSplit(compiled, signIn, 'verdict')
      const named = maskWhere(compiled.policies.length, (index) => {
        return combined.policies.includes(compiled.policies[index]?.name ?? '')
      })
      if (isWithin(named, open.policies)) expect(both(changing, open.policies)).toEqual(named)
      expect(
        hasBit(
          open.policies,
          compiled.policies.findIndex(({ name }) => name === 'sure'),
        ),
      ).toBe(false)
    }
})
