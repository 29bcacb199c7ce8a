import { describe, expect, test } from 'vitest'
import { loadTenantText } from '../load-tenant.ts'
import { comparisonOperators, presenceOperators, publishedAccessPolicies } from '../settings/access-rules.ts'

type Part = Readonly<Record<string, unknown>>

/** A tenant with such rules of its AD FS: the rules as they are read, or the codes of what is wrong. */
function read(...accessRules: readonly (Part | string)[]): string {
  const loaded = loadTenantText(
    JSON.stringify({
      name: 'T',
      asOf: '2019-10-01',
      domains: [{ name: 'contoso.com', authenticationType: 'federated', identityProvider: 'adfs' }],
      groups: [{ name: 'Finance' }],
      identityProviders: [{ name: 'adfs', accessRules }],
    }),
    't.json',
  )
  if (!loaded.ok) return `refused: ${loaded.diagnostics.map(({ code }) => code).join(' ')}`
  return JSON.stringify(loaded.value.identityProviders.get('adfs')?.accessRules)
}

const isRefused = (outcome: string): boolean => outcome.startsWith('refused')
const withoutKey = (part: Part, key: string): Part =>
  Object.fromEntries(Object.entries(part).filter(([one]) => one !== key))

/** Every part that has some of these keys, each with one of its values. */
function partsOf(values: Readonly<Record<string, readonly unknown[]>>): readonly Part[] {
  return Object.entries(values).reduce<readonly Part[]>(
    (parts, [key, all]) => parts.flatMap((part) => [part, ...all.map((value) => ({ ...part, [key]: value }))]),
    [{}],
  )
}

const conditions = partsOf({ operator: [...comparisonOperators, ...presenceOperators], value: ['x'] }).map((one) => ({
  claim: 'upn',
  ...one,
}))
const rules = partsOf({
  policy: publishedAccessPolicies,
  groups: [['Finance']],
  effect: ['permit', 'deny'],
  conditions: [[], [{ claim: 'upn', value: 'a@contoso.com' }]],
})

describe('what an access rule may say', () => {
  test.each(conditions)('a condition like %j compares with a value, or asks for presence', (condition) => {
    const rule = { effect: 'deny', conditions: [condition] }
    const presence = presenceOperators.some((one) => 'operator' in condition && condition['operator'] === one)
    expect(isRefused(read(rule))).toBe(!presence && !('value' in condition))
    if (presence) expect(read(rule)).toBe(read({ effect: 'deny', conditions: [withoutKey(condition, 'value')] }))
  })

  test('a rule permits or denies, or is a published policy', () => {
    const accepted = rules.filter((rule) => !isRefused(read(rule)))
    const shape = (rule: Part): string =>
      'policy' in rule ? `${rule['policy']} of ${Object.keys(rule).join(' and ')}` : Object.keys(rule).join(' and ')
    expect(new Set(accepted.map(shape))).toEqual(
      new Set([
        'effect',
        'effect and conditions',
        'block-all-external of policy',
        'block-all-external-except-activesync of policy',
        'block-all-external-except-browser of policy',
        'block-all-external-except-groups of policy and groups',
      ]),
    )
  })

  test('no key of a rule that is accepted can be left out without notice', () => {
    const accepted = rules.filter((rule) => !isRefused(read(rule)))
    const silent = accepted.flatMap((rule) =>
      Object.keys(rule)
        .filter((key) => !(Array.isArray(rule[key]) && rule[key].length === 0))
        .filter((key) => read(withoutKey(rule, key)) === read(rule))
        .map((key) => `${key} of ${JSON.stringify(rule)}`),
    )
    expect(accepted.length).toBeGreaterThan(8)
    expect(silent).toEqual([])
  })

  test.each(publishedAccessPolicies)('%s by name means the same as the rule that has only this policy', (policy) => {
    expect(read(policy)).toBe(read({ policy }))
  })
})
