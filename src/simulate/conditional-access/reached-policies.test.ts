import { describe, expect, test } from 'vitest'
import type { PolicyOutcome } from '../../vocabulary/policies.ts'
import { indexesOf, type Mask } from './bits.ts'
import type { CompiledPolicies } from './compile.ts'
import { decidePolicies } from './evaluate.ts'
import { signIns as everySignIn, namedLocations, policies as samples } from './policy-plays.fixture.ts'
import { possiblyOrBlocking, possiblyReached, reachedPolicies } from './reached-policies.ts'
import { compiledFrom, samplePolicy, sharepoint, teams } from './sample-policies.fixture.ts'
import type { PolicySignIn } from './sign-in.ts'

const forApplication = (name: string, application: string, grant?: unknown, rest = {}) =>
  samplePolicy(name, { applications: { includeApplications: [application] } }, grant, rest)

const planner = '09abbdfd-ed23-44ee-a2d9-a627aa1c90f3'

/** Teams needs Planner later, and SharePoint at once. */
const needed: readonly Readonly<Record<string, unknown>>[] = [
  forApplication('planner', planner),
  forApplication('no planner', planner, { operator: 'OR', builtInControls: ['block'] }),
  forApplication('documents', sharepoint),
  forApplication('documents reported', sharepoint, undefined, { state: 'enabledForReportingButNotEnforced' }),
  samplePolicy('sparkling', {}, { operator: 'OR', builtInControls: ['sparkle'] }),
]

const isForPeople = ({ displayName }: Readonly<Record<string, unknown>>): boolean =>
  displayName !== 'program' && displayName !== 'group'

const policies = [...samples.filter(isForPeople), ...needed]
const compiled = compiledFrom({ policies, namedLocations })
const signIns = everySignIn.filter(({ principal }) => principal.kind === 'user')

const named = (from: CompiledPolicies, mask: Mask): readonly string[] =>
  indexesOf(mask).map((index) => from.policies[index]?.name ?? '')

/** What each policy does by itself, all of them being for everyone. */
const outcomesOf = (signIn: PolicySignIn): readonly PolicyOutcome[] =>
  [...decidePolicies(compiled, signIn).outcomes()].sort((one, other) => (one.policy < other.policy ? -1 : 1))

const enforced = new Set(policies.filter(({ state }) => state === 'enabled').map(({ displayName }) => displayName))

describe('the policies that reach a sign-in, whoever signs in', () => {
  const wrong = (found: (signIn: PolicySignIn) => Mask, is: (outcome: PolicyOutcome) => boolean) =>
    signIns.flatMap((signIn, at) => {
      const expected = outcomesOf(signIn)
        .filter((one) => enforced.has(one.policy) && is(one))
        .map(({ policy }) => policy)
      const seen = named(compiled, found(signIn))
      return seen.join() === expected.join() ? [] : [{ at, seen, expected }]
    })

  test('apply to it', () => {
    expect(
      wrong(
        (one) => reachedPolicies(compiled, one).applying,
        ({ effect }) => effect === 'applies',
      ),
    ).toEqual([])
  })

  test('decide unless the service that they are for is needed later', () => {
    const decides = ({ effect, via }: PolicyOutcome): boolean => effect === 'applies' && via?.binding !== 'late'
    expect(wrong((one) => reachedPolicies(compiled, one).deciding, decides)).toEqual([])
  })

  test('may apply where a signal is missing', () => {
    const may = ({ effect }: PolicyOutcome): boolean => effect === 'applies' || effect === 'signal-dependent'
    const without = ({ devicePlatform: _, signInRiskLevel: __, ...rest }: PolicySignIn): PolicySignIn => rest
    expect(wrong((one) => reachedPolicies(compiled, one).perhaps, may)).toEqual([])
    const open = signIns.map(without).flatMap((signIn, at) => {
      const expected = outcomesOf(signIn).filter((one) => enforced.has(one.policy) && may(one))
      const seen = named(compiled, reachedPolicies(compiled, signIn).perhaps)
      return seen.join() === expected.map(({ policy }) => policy).join() ? [] : [{ at, seen }]
    })
    expect(open).toEqual([])
  })

  test('include those that only report', () => {
    const takesPart = ({ effect }: PolicyOutcome): boolean => effect !== 'skipped' && effect !== 'disabled'
    const found = signIns.filter((signIn) => {
      const expected = outcomesOf(signIn).filter(takesPart)
      return named(compiled, possiblyReached(compiled, signIn)).join() !== expected.map(({ policy }) => policy).join()
    })
    expect(found).toEqual([])
  })

  test('a policy of a service that Teams needs later applies and does not decide', () => {
    const signIn = { ...(signIns[0] as PolicySignIn), target: { applications: [teams] } }
    const { deciding, applying, blocks } = reachedPolicies(compiled, signIn)
    const ofPlanner = (mask: Mask) => named(compiled, mask).filter((name) => name.includes('planner'))
    expect(ofPlanner(applying)).toEqual(['no planner', 'planner'])
    expect(ofPlanner(deciding)).toEqual([])
    expect(ofPlanner(blocks)).toEqual([])
  })

  test('decide alone where they block, unless services are needed later, whose policies are shown each by itself', () => {
    const own = compiledFrom({ policies: [samplePolicy('all', {}, { operator: 'OR', builtInControls: ['block'] })] })
    const to = (application: string): PolicySignIn => ({
      ...(signIns[0] as PolicySignIn),
      target: { applications: [application] },
    })
    expect(named(own, possiblyOrBlocking(own, to(sharepoint)).blocks)).toEqual(['all'])
    expect(named(own, possiblyOrBlocking(own, to(teams)).blocks)).toEqual([])
    expect(named(own, possiblyOrBlocking(own, to(teams)).perhaps)).toEqual(['all'])
  })

  test('miss at least as many conditions as they say', () => {
    const { target: _, ...rest } = signIns[0] as PolicySignIn
    const signIn: PolicySignIn = { ...rest, target: { applications: [teams] }, devicePlatform: 'macOS' }
    const own = compiledFrom({
      policies: [
        forApplication('a planner', planner),
        forApplication('b graph', '00000003-0000-0000-c000-000000000000'),
        samplePolicy('c phones', { platforms: { includePlatforms: ['iOS'] }, users: { includeUsers: ['nobody'] } }),
        samplePolicy('d old phones', {
          platforms: { includePlatforms: ['windowsPhone'] },
          clientAppTypes: ['exchangeActiveSync'],
          applications: { includeApplications: [planner] },
        }),
      ],
    })
    const { missedAtLeast } = reachedPolicies(own, signIn)
    expect(own.policies.map(({ name }, at) => [name, missedAtLeast(at)])).toEqual([
      ['a planner', 0],
      ['b graph', 1],
      ['c phones', 1],
      ['d old phones', 2],
    ])
  })

  test('demand what is not met, can be met, or is not understood', () => {
    const signIn = { ...(signIns[0] as PolicySignIn), devicePlatform: 'macOS' }
    const { demanding, impossible, unclear, clauses, legacy } = reachedPolicies(compiled, signIn)
    expect(named(compiled, unclear)).toEqual(['sparkling'])
    expect(named(compiled, impossible)).toEqual(['approved', 'approved alone', 'joined'])
    expect(named(compiled, demanding)).toContain('browser')
    expect(named(compiled, demanding)).not.toContain('sparkling')
    const asked = Object.fromEntries([...clauses].map(([index, keys]) => [compiled.policies[index]?.name, keys]))
    expect(asked).toMatchObject({ browser: ['mfa'], managed: ['compliantDevice'], joined: ['domainJoinedDevice'] })
    expect(legacy).toBe(false)
  })
})
