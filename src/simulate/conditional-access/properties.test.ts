import { describe, expect, test } from 'vitest'
import type { CombinedDecision } from '../../vocabulary/policies.ts'
import { decidePolicies } from './evaluate.ts'
import { compiledFrom, exchange, sampleSignIn, sharepoint } from './sample-policies.fixture.ts'
import type { PolicySignIn } from './sign-in.ts'

/** A generator that gives the same numbers everywhere. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

interface Plain {
  readonly id: string
  readonly displayName: string
  readonly state: string
  readonly conditions: {
    readonly users: Readonly<Record<string, readonly string[]>>
    readonly applications: Readonly<Record<string, readonly string[]>>
    readonly clientAppTypes: readonly string[]
    readonly platforms: {
      readonly includePlatforms: readonly string[]
      readonly excludePlatforms: readonly string[]
    } | null
    readonly locations: {
      readonly includeLocations: readonly string[]
      readonly excludeLocations: readonly string[]
    } | null
    readonly signInRiskLevels: readonly string[]
    readonly authenticationFlows: { readonly transferMethods: string } | null
  }
  readonly grantControls: { readonly operator: string; readonly builtInControls: readonly string[] }
}

const groups = ['g1', 'g2', 'g3', 'g4']
const types = ['browser', 'mobileAppsAndDesktopClients', 'exchangeActiveSync', 'other']
const places = [
  { id: 'l1', displayName: 'One', isTrusted: true, ipRanges: [{ cidrAddress: '10.1.0.0/16' }] },
  { id: 'l2', displayName: 'Two', isTrusted: false, ipRanges: [{ cidrAddress: '10.2.0.0/16' }] },
]
const addresses = ['10.1.0.1', '10.2.0.1', '10.3.0.1']
const platforms = ['windows', 'iOS', 'unknown']
const risks = ['none', 'medium', 'high']
const flows = ['none', 'deviceCodeFlow']

type Random = (below: number) => number

const pick = <T>(random: Random, from: readonly T[]): T => {
  const found = from[random(from.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}
const some = (random: Random, from: readonly string[]): readonly string[] => from.filter(() => random(2) === 0)

function randomPolicy(random: Random, index: number): Plain {
  const controls = random(3) === 0 ? ['block'] : some(random, ['mfa', 'compliantDevice', 'domainJoinedDevice'])
  return {
    id: `p${index}`,
    displayName: `Policy ${index}`,
    state: pick(random, ['enabled', 'enabled', 'enabled', 'disabled', 'enabledForReportingButNotEnforced']),
    conditions: {
      users: {
        includeUsers: random(2) === 0 ? ['All'] : [],
        includeGroups: some(random, groups),
        excludeGroups: random(3) === 0 ? [pick(random, groups)] : [],
      },
      applications: {
        includeApplications: random(2) === 0 ? ['All'] : [pick(random, [exchange, sharepoint])],
        excludeApplications: random(4) === 0 ? [pick(random, [exchange, sharepoint])] : [],
      },
      clientAppTypes: random(2) === 0 ? ['all'] : [pick(random, types), pick(random, types)],
      platforms:
        random(2) === 0
          ? null
          : {
              includePlatforms: pick(random, [['all'], ['windows'], ['iOS']]),
              excludePlatforms: random(3) === 0 ? ['iOS'] : [],
            },
      locations:
        random(2) === 0
          ? null
          : {
              includeLocations: pick(random, [['All'], ['l1'], ['l2']]),
              excludeLocations: pick(random, [[], ['AllTrusted'], ['l2']]),
            },
      signInRiskLevels: random(3) === 0 ? [pick(random, risks)] : [],
      authenticationFlows: random(5) === 0 ? { transferMethods: 'deviceCodeFlow' } : null,
    },
    grantControls: {
      operator: pick(random, ['AND', 'OR']),
      builtInControls: controls.length === 0 ? ['mfa'] : controls,
    },
  }
}

function randomSignIn(random: Random): PolicySignIn {
  const type = pick(random, types)
  return sampleSignIn({
    principal: { id: 'anna', kind: 'user', groups: new Set(some(random, groups)), roles: new Set() },
    target: { applications: [pick(random, [exchange, sharepoint])] },
    clientAppType: type,
    legacy: type === 'other' || type === 'exchangeActiveSync',
    devicePlatform: pick(random, platforms),
    location: { addresses: [pick(random, addresses)] },
    signInRiskLevel: pick(random, risks),
    authenticationFlow: pick(random, flows),
  })
}

/** Whether a policy concerns a sign-in, read off the authored object with nothing compiled. */
function concerns({ conditions }: Plain, signIn: PolicySignIn): boolean {
  const has = (list: readonly string[] | undefined, value: string): boolean => list?.includes(value) === true
  const member = (list: readonly string[] | undefined): boolean =>
    list?.some((group) => signIn.principal.groups?.has(group)) === true
  const application = 'applications' in signIn.target ? (signIn.target.applications[0] ?? '') : ''
  const {
    users,
    applications,
    clientAppTypes,
    platforms: on,
    locations: from,
    signInRiskLevels,
    authenticationFlows,
  } = conditions
  if (!has(applications['includeApplications'], 'All') && !has(applications['includeApplications'], application))
    return false
  if (has(applications['excludeApplications'], application)) return false
  if (!has(users['includeUsers'], 'All') && !member(users['includeGroups'])) return false
  if (member(users['excludeGroups'])) return false
  const platform = signIn.devicePlatform ?? ''
  if (on !== null && !on.includePlatforms.includes('all') && !on.includePlatforms.includes(platform)) return false
  if (on?.excludePlatforms.includes(platform) === true) return false
  const place = `l${signIn.location?.addresses?.[0]?.split('.')[1]}`
  const at = (names: readonly string[]): boolean =>
    names.includes('All') || names.includes(place) || (names.includes('AllTrusted') && place === 'l1')
  if (from !== null && (!at(from.includeLocations) || at(from.excludeLocations))) return false
  if (!clientAppTypes.includes('all') && !clientAppTypes.includes(signIn.clientAppType ?? '')) return false
  if (signInRiskLevels.length > 0 && !signInRiskLevels.includes(signIn.signInRiskLevel ?? '')) return false
  return authenticationFlows === null || signIn.authenticationFlow === authenticationFlows.transferMethods
}

const ranks = ['mfa', 'compliantDevice', 'domainJoinedDevice']

function possible(control: string, signIn: PolicySignIn): boolean {
  if (control === 'mfa') return true
  if (signIn.authenticationFlow === 'deviceCodeFlow' || signIn.devicePlatform === 'unknown') return false
  return control === 'compliantDevice' || signIn.devicePlatform === 'windows'
}

/** The decision read off the authored objects, one policy after the other. */
function naive(policies: readonly Plain[], signIn: PolicySignIn): string {
  const applying = policies.filter((policy) => policy.state === 'enabled' && concerns(policy, signIn))
  if (applying.some(({ grantControls }) => grantControls.builtInControls.includes('block'))) return 'block'
  if (applying.length === 0) return 'allow'
  if (signIn.legacy) return 'block'
  const clauses = applying.flatMap(({ grantControls: { operator, builtInControls } }) =>
    operator === 'OR' ? [builtInControls] : builtInControls.map((control) => [control]),
  )
  const left = clauses.map((clause) => {
    const can = clause.filter((control) => possible(control, signIn))
    return (can.length === 0 ? clause : can).toSorted((one, other) => ranks.indexOf(one) - ranks.indexOf(other))
  })
  const stuck = clauses.some((clause) => clause.every((control) => !possible(control, signIn)))
  const texts = [...new Set(left.map((clause) => clause.join()))]
  const implied = (text: string): boolean =>
    texts.some((other) => other !== text && other.split(',').every((control) => text.split(',').includes(control)))
  return `${stuck ? 'cannot-satisfy' : 'controls-required'} ${texts
    .filter((text) => !implied(text))
    .sort()
    .join(';')}`
}

const shown = ({ decision, required }: CombinedDecision): string =>
  required.length === 0
    ? decision
    : `${decision} ${required
        .map((clause) => clause.join())
        .sort()
        .join(';')}`

const rounds = 30
const each = (seed: number, check: (random: Random, policies: readonly Plain[]) => void): void => {
  const random = generator(seed)
  for (let round = 0; round < rounds; round += 1) {
    check(
      random,
      Array.from({ length: 1 + random(40) }, (_, index) => randomPolicy(random, index)),
    )
  }
}
const decide = (policies: readonly unknown[], signIn: PolicySignIn): CombinedDecision =>
  decidePolicies(compiledFrom({ policies, namedLocations: places }), signIn).combined

/** From the widest access to none. */
const width = ['allow', 'controls-required', 'cannot-satisfy', 'block']

describe('for any policies and sign-ins', () => {
  test('the compiled decision is the one read off the authored policies', () => {
    const seen = new Set<string>()
    each(1, (random, policies) => {
      const compiled = compiledFrom({ policies, namedLocations: places })
      for (let count = 0; count < 40; count += 1) {
        const signIn = randomSignIn(random)
        const { combined, outcomes } = decidePolicies(compiled, signIn)
        expect(shown(combined)).toBe(naive(policies, signIn))
        const applying = outcomes()
          .filter(({ effect }) => effect === 'applies' || effect === 'report-only')
          .map(({ id }) => id)
        expect(applying).toEqual(
          policies.filter((policy) => policy.state !== 'disabled' && concerns(policy, signIn)).map(({ id }) => id),
        )
        seen.add(combined.decision)
      }
    })
    expect([...seen].sort()).toEqual(['allow', 'block', 'cannot-satisfy', 'controls-required'])
  })

  test('a decision without some signals holds whatever they turn out to be', () => {
    each(2, (random, policies) => {
      const compiled = compiledFrom({ policies, namedLocations: places })
      const { signInRiskLevel: _, devicePlatform: __, ...open } = randomSignIn(random)
      const { combined } = decidePolicies(compiled, open)
      const completions = risks.flatMap((signInRiskLevel) =>
        platforms.map((devicePlatform) => ({ ...open, signInRiskLevel, devicePlatform })),
      )
      const answers = new Set(completions.map((signIn) => decidePolicies(compiled, signIn).combined.decision))
      if (combined.decision === 'undetermined') expect(combined.missing?.length).toBeGreaterThan(0)
      else
        expect([...answers].every((answer) => answer === combined.decision || answer === 'cannot-satisfy')).toBe(true)
    })
  })

  test('with one signal missing the decision is open exactly where its values lead to different ones', () => {
    const seen = new Set<boolean>()
    each(8, (random, policies) => {
      const compiled = compiledFrom({ policies, namedLocations: places })
      const { signInRiskLevel: _, ...open } = randomSignIn(random)
      const completions = ['none', 'low', 'medium', 'high'].map((signInRiskLevel) => ({ ...open, signInRiskLevel }))
      const answers = new Set(completions.map((signIn) => shown(decidePolicies(compiled, signIn).combined)))
      const decided = decidePolicies(compiled, open).combined.decision !== 'undetermined'
      expect(decided).toBe(answers.size === 1)
      seen.add(decided)
    })
    expect(seen.size).toBe(2)
  })

  test('an exclusion never makes a policy apply to more sign-ins', () => {
    each(3, (random, policies) => {
      const [first, ...rest] = policies
      if (first === undefined) return
      const { users, applications } = first.conditions
      const narrower: readonly Plain[] = [
        {
          ...first,
          conditions: {
            ...first.conditions,
            users: { ...users, excludeGroups: [...(users['excludeGroups'] ?? []), pick(random, groups)] },
          },
        },
        {
          ...first,
          conditions: { ...first.conditions, applications: { ...applications, excludeApplications: [exchange] } },
        },
        {
          ...first,
          conditions: {
            ...first.conditions,
            locations: {
              includeLocations: first.conditions.locations?.includeLocations ?? ['All'],
              excludeLocations: [...(first.conditions.locations?.excludeLocations ?? []), 'l1'],
            },
          },
        },
      ]
      const applies = (policy: Plain, signIn: PolicySignIn): boolean =>
        decidePolicies(compiledFrom({ policies: [policy, ...rest], namedLocations: places }), signIn).outcomes()[0]
          ?.reasons[0] === 'notSet'
      const signIn = randomSignIn(random)
      for (const policy of narrower) if (applies(policy, signIn)) expect(applies(first, signIn)).toBe(true)
    })
  })

  test('a blocking policy never widens access', () => {
    each(4, (random, policies) => {
      const blocking = {
        ...randomPolicy(random, 99),
        state: 'enabled',
        grantControls: { operator: 'OR', builtInControls: ['block'] },
      }
      const signIn = randomSignIn(random)
      const [before, after] = [decide(policies, signIn), decide([...policies, blocking], signIn)]
      expect(width.indexOf(after.decision)).toBeGreaterThanOrEqual(width.indexOf(before.decision))
    })
  })

  test('the order of policies, of lists and of fields never matters', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed).reverse()
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, part]) => [key, reversed(part)]),
      )
    }
    each(5, (random, policies) => {
      const signIn = randomSignIn(random)
      expect(decide(policies.map(reversed).reverse(), signIn)).toEqual(decide(policies, signIn))
    })
  })

  test('a policy that only reports changes no decision', () => {
    each(6, (random, policies) => {
      const signIn = randomSignIn(random)
      const reporting = { ...randomPolicy(random, 99), state: 'enabledForReportingButNotEnforced' }
      const { ifReportOnlyEnforced: _, ...before } = decide(policies, signIn)
      const { ifReportOnlyEnforced: __, ...after } = decide([...policies, reporting], signIn)
      expect(after).toEqual(before)
    })
  })
})

test('six hundred policies cost less than ten times as much as six', () => {
  const random = generator(7)
  const signIns = Array.from({ length: 400 }, () => randomSignIn(random))
  const timeOf = (count: number): number => {
    const compiled = compiledFrom({
      policies: Array.from({ length: count }, (_, index) => randomPolicy(random, index)),
      namedLocations: places,
    })
    const run = (): number => {
      const start = performance.now()
      for (let round = 0; round < 20; round += 1) for (const signIn of signIns) decidePolicies(compiled, signIn)
      return performance.now() - start
    }
    return Math.min(...Array.from({ length: 5 }, run))
  }
  timeOf(60)
  expect(timeOf(600)).toBeLessThan(10 * timeOf(6))
})
