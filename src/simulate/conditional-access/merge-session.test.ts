import { describe, expect, test } from 'vitest'
import type { PolicySession, SignInFrequency } from '../../tenant/conditional-access/model.ts'
import { mergeSessions } from './merge-session.ts'

const everyTime: SignInFrequency = { frequencyInterval: 'everyTime' }
const days = (value: number): SignInFrequency => ({ frequencyInterval: 'timeBased', value, type: 'days' })
const hours = (value: number): SignInFrequency => ({ frequencyInterval: 'timeBased', value, type: 'hours' })
const both: SignInFrequency = { ...hours(4), authenticationType: 'primaryAndSecondaryAuthentication' }
const second: SignInFrequency = { ...hours(4), authenticationType: 'secondaryAuthentication' }
const frequency = (signInFrequency: SignInFrequency): PolicySession => ({ signInFrequency })
const cloudApps = (cloudAppSecurityType: string): PolicySession => ({ cloudAppSecurity: { cloudAppSecurityType } })
const persistent = (mode: string): PolicySession => ({ persistentBrowser: { mode } })
const evaluation = (mode: string): PolicySession => ({ continuousAccessEvaluation: { mode } })
const profile = (profileId: string): PolicySession => ({ globalSecureAccessFilteringProfile: { profileId } })
const network = (policyId: string): PolicySession => ({ networkAccessSecurity: { policyId } })

describe('the stricter of two session controls, in either order of the policies', () => {
  const cases: readonly (readonly [string, PolicySession, PolicySession, object])[] = [
    ['8 hours beat a day', frequency(hours(8)), frequency(days(1)), { signInFrequency: { value: 8, type: 'hours' } }],
    ['a day beats 25 hours', frequency(days(1)), frequency(hours(25)), { signInFrequency: { value: 1, type: 'days' } }],
    ['2 days beat 49 hours', frequency(days(2)), frequency(hours(49)), { signInFrequency: { value: 2, type: 'days' } }],
    ['every time beats an hour', frequency(everyTime), frequency(hours(1)), { signInFrequency: everyTime }],
    [
      'every time beats an hour, whatever value stands beside it',
      frequency({ ...hours(8), ...everyTime }),
      frequency(hours(1)),
      { signInFrequency: { value: 8, type: 'hours', ...everyTime } },
    ],
    [
      'both factors beat the second alone at the same interval',
      frequency(both),
      frequency(second),
      { signInFrequency: { value: 4, type: 'hours', authenticationType: 'primaryAndSecondaryAuthentication' } },
    ],
    [
      'a shorter interval beats the choice of factors',
      frequency(hours(3)),
      frequency(both),
      { signInFrequency: { value: 3, type: 'hours' } },
    ],
    [
      'a blocked download beats what the service configures',
      cloudApps('blockDownloads'),
      cloudApps('mcasConfigured'),
      { cloudAppSecurity: { cloudAppSecurityType: 'blockDownloads' } },
    ],
    [
      'what the service configures beats monitoring',
      cloudApps('mcasConfigured'),
      cloudApps('monitorOnly'),
      { cloudAppSecurity: { cloudAppSecurityType: 'mcasConfigured' } },
    ],
    [
      'never persistent beats always',
      persistent('never'),
      persistent('always'),
      { persistentBrowser: { mode: 'never' } },
    ],
    [
      'strict locations beat strict enforcement',
      evaluation('strictLocation'),
      evaluation('strictEnforcement'),
      { continuousAccessEvaluation: { mode: 'strictLocation' } },
    ],
    [
      'strict enforcement beats none',
      evaluation('strictEnforcement'),
      evaluation('disabled'),
      { continuousAccessEvaluation: { mode: 'strictEnforcement' } },
    ],
    ['one of two profiles', profile('a'), profile('b'), { globalSecureAccessFilteringProfile: { profileId: 'a' } }],
    ['one of two network policies', network('a'), network('b'), { networkAccessSecurity: { policyId: 'a' } }],
  ]
  test.each(cases)('%s', (_, one, other, expected) => {
    expect(mergeSessions([one, other])).toEqual(expected)
    expect(mergeSessions([other, one])).toEqual(expected)
  })
})

describe('a control that is in one policy alone', () => {
  const everything: PolicySession = {
    applicationEnforcedRestrictions: { isEnabled: true },
    cloudAppSecurity: { cloudAppSecurityType: 'monitorOnly' },
    signInFrequency: everyTime,
    persistentBrowser: { mode: 'always' },
    secureSignInSession: { isEnabled: true },
    disableResilienceDefaults: true,
    continuousAccessEvaluation: { mode: 'disabled' },
    globalSecureAccessFilteringProfile: { profileId: 'p' },
    networkAccessSecurity: { policyId: 'n' },
  }
  test('is kept as it is, regardless of its kind and wherever its policy stands', () => {
    expect(mergeSessions([everything])).toEqual(everything)
    expect(mergeSessions([{}, everything, {}])).toEqual(everything)
    expect(mergeSessions([everything, everything])).toEqual(everything)
  })
  test('policies without session controls have none together', () => {
    expect(mergeSessions([])).toBeUndefined()
    expect(mergeSessions([{}, {}])).toBeUndefined()
  })
})

test('an interval without a number is as strict as every time', () => {
  const unnumbered: SignInFrequency = { frequencyInterval: 'timeBased', type: 'hours' }
  expect(mergeSessions([frequency(hours(1)), frequency(unnumbered)])).toEqual({ signInFrequency: { type: 'hours' } })
})
