import { describe, expect, test } from 'vitest'
import { decidePolicies } from './evaluate.ts'
import { isLowPrivilege } from './judge-resources.ts'
import { compiledFrom, exchange, samplePolicy, sampleSignIn, sharepoint } from './sample-policies.fixture.ts'
import type { PolicySignIn, PolicyTarget } from './sign-in.ts'

const graph = '00000003-0000-0000-c000-000000000000'
const directory = '00000002-0000-0000-c000-000000000000'
const itself = '22222222-0000-4000-8000-000000000002'
const filter = (mode: string) => ({ applicationFilter: { mode, rule: 'CustomSecurityAttribute.Area_Name -eq "x"' } })

/** What a policy for these resources demands, and what is missing to say. */
function demanded(applications: object, target: PolicyTarget, changes: Partial<PolicySignIn> = {}): string {
  const compiled = compiledFrom({ policies: [samplePolicy('P', { applications })] })
  const { decision, missing = [] } = decidePolicies(compiled, sampleSignIn({ target, ...changes })).combined
  return [decision, ...missing].join(' ')
}

const all = (exclude: readonly string[] = [], more = {}) => ({
  includeApplications: ['All'],
  excludeApplications: exclude,
  ...more,
})
const profile: PolicyTarget = { applications: [graph], scopes: ['openid', 'profile'] }
const program: PolicyTarget = { ...profile, confidentialClient: true }
const openSince = Date.UTC(2026, 5, 15)
const mfa = 'controls-required'

describe('the lowest scopes of a policy for all resources', () => {
  test.each<
    [name: string, applications: object, target: PolicyTarget, expected: string, changes?: Partial<PolicySignIn>]
  >([
    ['are free by an exclusion', all([exchange]), profile, 'allow'],
    ['are free by an excluded suite', all(['Office365']), profile, 'allow'],
    ['are free by an exclusion over attributes', all([], filter('exclude')), profile, 'allow'],
    ['are not free by an inclusion over attributes', all([], filter('include')), profile, mfa],
    ['are not free without an exclusion', all(), profile, mfa],
    [
      'are not free where the directory is named',
      { ...all([exchange]), includeApplications: [directory] },
      profile,
      mfa,
    ],
    ['are those of the directory, not of Graph', { includeApplications: [graph] }, profile, 'allow'],
    [
      'are open once the change rolls out',
      all([exchange]),
      profile,
      'undetermined lowPrivilegeScopesRollout',
      { at: openSince },
    ],
    ['are not open without an exclusion', all(), profile, mfa, { at: openSince }],
    [
      'are not open where the directory is named',
      { ...all([exchange]), includeApplications: [directory] },
      profile,
      mfa,
      { at: openSince },
    ],
    ['are not open for a mailbox', all([sharepoint]), { applications: [exchange] }, mfa, { at: openSince }],
    [
      'of a program are free by its own exclusion',
      all([itself]),
      { ...program, clientAppId: itself.toUpperCase() },
      'allow',
    ],
    ['of a program are not free by another exclusion', all([exchange]), { ...program, clientAppId: itself }, mfa],
    ['of a program are not free by an excluded suite', all(['Office365']), { ...program, clientAppId: itself }, mfa],
    ['of a program that nobody names are open', all([exchange]), program, 'undetermined appId'],
    [
      'are open where everything is excluded, for which Graph has no word',
      all(['All']),
      profile,
      'undetermined policy:P:conditions.applications.excludeApplications.0',
    ],
    ['of a program that nobody names are not open without an exclusion', all(), program, mfa],
  ])('%s', (_, applications, target, expected, changes) => {
    expect(demanded(applications, target, changes)).toBe(expected)
  })
})

test('what only the directory knows about an application leaves it open, unless it is named', () => {
  const target = { applications: [exchange] }
  expect(demanded({ includeApplications: [], ...filter('include') }, target)).toBe(
    'undetermined customSecurityAttributes',
  )
  expect(demanded({ includeApplications: [exchange], ...filter('include') }, target)).toBe(mfa)
  expect(demanded(all([], filter('exclude')), target)).toBe('undetermined customSecurityAttributes')
  expect(demanded(all([exchange], filter('exclude')), target)).toBe('allow')
})

test('a policy names one of several applications that are asked for', () => {
  const target = { applications: [sharepoint, exchange] }
  expect(demanded({ includeApplications: [exchange] }, target)).toBe(mfa)
  expect(demanded({ includeApplications: [sharepoint] }, target)).toBe(mfa)
  expect(demanded(all([exchange]), target)).toBe(mfa)
  expect(demanded(all([exchange, sharepoint]), target)).toBe('allow')
})

test.each<[name: string, target: PolicyTarget, expected: boolean]>([
  ['scopes of the directory', { applications: [directory], scopes: ['User.Read'] }, true],
  ['scopes by their whole names', { applications: [graph], scopes: ['https://graph.microsoft.com/People.Read'] }, true],
  ['scopes of both', { applications: [directory, graph], scopes: ['User.Read'] }, true],
  ['a scope of Graph alone, asked of both', { applications: [directory, graph], scopes: ['People.Read'] }, false],
  ['an id in capitals', { applications: [graph.toUpperCase()], scopes: ['People.Read'] }, true],
  ['one scope more', { applications: [graph], scopes: ['User.Read', 'Mail.Read'] }, false],
  ['another resource', { applications: [graph, exchange], scopes: ['User.Read'] }, false],
  ['no scopes', { applications: [graph], scopes: [] }, false],
  ['scopes that nobody says', { applications: [graph] }, false],
  ['a user action', { userAction: 'registerSecurityInformation' }, false],
  ['an authentication context', { authenticationContext: 'c1' }, false],
])('the lowest scopes alone are asked for: %s', (_, target, expected) => expect(isLowPrivilege(target)).toBe(expected))
