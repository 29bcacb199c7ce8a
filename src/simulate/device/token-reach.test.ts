import { expect, test } from 'vitest'
import { missing } from '../../vocabulary/facts.ts'
import type { Signals } from '../../vocabulary/requests.ts'
import { signInAgeOf } from './sign-in-age.ts'
import { clientTakesTicket, tokenReachOf } from './token-reach.ts'

type Client = Parameters<typeof tokenReachOf>[0]

const windows = { deviceSystem: 'windows' } as const
// Of a client these parts alone are read.
const clientOf = (product: object, more: object = {}): Client => ({ product, ...more }) as Client
const desktop = (kind: string) => clientOf({ kind, office: 'not-office' })
const browser = (more: object = {}) => clientOf({ kind: 'browser' }, more)

type Reach = readonly [string, Client, Signals, Parameters<typeof tokenReachOf>[2], unknown]

const reaches: readonly Reach[] = [
  ['Outlook on a computer', desktop('outlook'), {}, windows, 'reaches'],
  ['Office on a computer', desktop('office'), {}, windows, 'reaches'],
  ['Teams on a computer', desktop('teams'), {}, windows, 'reaches'],
  ['Teams on a Mac', desktop('teams'), {}, { deviceSystem: 'macOS' }, 'reaches'],
  ['Outlook on a phone', desktop('outlook'), {}, { deviceSystem: 'mobile' }, 'reaches'],
  ['Outlook on another system', desktop('outlook'), {}, { deviceSystem: 'other' }, missing],
  ['Outlook on an unknown system', desktop('outlook'), {}, { deviceSystem: missing }, missing],
  ['another mail program', desktop('mail'), {}, windows, missing],
  ['Office 2013', clientOf({ kind: 'outlook', office: '2013' }), {}, windows, 'no-broker'],
  ['Office 2010', clientOf({ kind: 'office', office: '2010-or-earlier' }), {}, windows, 'no-broker'],
  ['a program that states it', clientOf({ kind: 'mail' }, { deviceSingleSignOn: true }), {}, windows, 'reaches'],
  [
    'a program that states the contrary',
    clientOf({ kind: 'outlook' }, { deviceSingleSignOn: false }),
    {},
    windows,
    'no-broker',
  ],
  ['a browser', browser(), {}, windows, missing],
  ['a browser that states it', browser({ deviceSingleSignOn: true }), {}, windows, 'reaches'],
  ['a browser that states the contrary', browser({ deviceSingleSignOn: false }), {}, windows, 'no-single-sign-on'],
  [
    'a browser with the extension',
    browser({ deviceSingleSignOn: false }),
    { browserExtension: 'yes' },
    windows,
    'reaches',
  ],
  [
    'a browser without the extension',
    browser({ deviceSingleSignOn: true }),
    { browserExtension: 'no' },
    windows,
    'no-single-sign-on',
  ],
  ['a private window', browser({ deviceSingleSignOn: true }), { privateBrowsing: 'yes' }, windows, 'private-window'],
  [
    'another profile of the browser',
    browser({ deviceSingleSignOn: true }),
    { browserProfile: 'other' },
    windows,
    'another-profile',
  ],
]

test.each(reaches)('the token of the device and %s', (_, client, signals, facts, expected) => {
  expect(tokenReachOf(client, signals, facts)).toBe(expected)
})

const since2016 = (build?: string) =>
  clientOf({ kind: 'office', office: '2016-or-later', platform: 'windows' }, build === undefined ? {} : { build })

const tickets: readonly (readonly [string, Client, Signals, unknown])[] = [
  ['a browser', browser(), {}, 'yes'],
  ['a private window', browser(), { privateBrowsing: 'yes' }, missing],
  ['a browser of iOS', clientOf({ kind: 'browser', platform: 'iOS' }), {}, 'no'],
  ['a browser of android', clientOf({ kind: 'browser', platform: 'android' }), {}, 'no'],
  ['Office since 2016', since2016(), {}, 'yes'],
  ['Outlook 2013', clientOf({ kind: 'outlook', office: '2013' }), {}, 'no'],
  ['the first build', since2016('16.0.8730.1000'), {}, 'yes'],
  ['the last build before', since2016('16.0.8729.9999'), {}, 'no'],
  ['another program', clientOf({ kind: 'teams' }), {}, missing],
]

test.each(tickets)('seamless single sign-on and %s', (_, client, signals, expected) => {
  expect(clientTakesTicket(client, signals)).toBe(expected)
})

const hour = 3_600_000
const every = (frequency: object) => ({ session: { signInFrequency: frequency } })
const ages: readonly (readonly [string, object | undefined, number | undefined, unknown])[] = [
  ['without a policy', undefined, undefined, 'within'],
  ['below some hours', every({ value: 4, type: 'hours' }), 4 * hour - 1, 'within'],
  ['of some hours', every({ value: 4, type: 'hours' }), 4 * hour, 'past'],
  ['below some days', every({ value: 2, type: 'days' }), 48 * hour - 1, 'within'],
  ['of some days', every({ value: 2, type: 'days' }), 48 * hour, 'past'],
  ['below five minutes, where it is every time', every({ frequencyInterval: 'everyTime' }), 299_999, 'within'],
  ['of five minutes, where it is every time', every({ frequencyInterval: 'everyTime' }), 300_000, 'past'],
  ['that is not stated', every({ value: 4, type: 'hours' }), undefined, missing],
  [
    'where the second factor alone counts',
    every({ value: 4, type: 'hours', authenticationType: 'secondaryAuthentication' }),
    0,
    missing,
  ],
  ['of a policy without a number', every({ type: 'hours' }), 0, missing],
  ['of a policy with an empty number', every({ type: 'hours', value: null }), 0, missing],
]

test.each(ages)('a sign-in of an age %s', (_, policies, age, expected) => {
  expect(signInAgeOf(policies as Parameters<typeof signInAgeOf>[0], age)).toBe(expected)
})
