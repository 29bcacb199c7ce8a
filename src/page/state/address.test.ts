import { describe, expect, test } from 'vitest'
import { addressOf, stateOf } from './address.ts'
import type { State } from './state.ts'

const first: State = {
  view: 'credentials',
  purpose: 'main',
  network: 'internet',
  at: Date.UTC(2019, 9, 1),
  signals: [],
  users: '',
  clients: '',
  tones: [],
  changedOnly: false,
  group: 'none',
  turned: false,
  cell: undefined,
  edits: [],
  texts: undefined,
  packed: undefined,
  stage: 0,
  against: 'start',
  example: undefined,
  box: undefined,
  audience: 'architect',
  ask: {},
  policy: undefined,
}

describe('an address', () => {
  test.each<[string, State]>([
    ['the beginning', first],
    [
      'an open session',
      { ...first, cell: { user: 'a~b&c=d#%@contoso.com', client: 'outlook-2010', purpose: 'read-mail' } },
    ],
    ['a date with a time', { ...first, at: Date.UTC(2021, 4, 1, 12, 30) }],
    ['searches in any script', { ...first, users: 'דוד "quoted" <b>', clients: '👩‍💻 outlook' }],
    [
      'changes',
      {
        ...first,
        edits: [
          {
            path: ['conditionalAccess', 'policies', { item: 'Block ~ everything & more' }, 'state'],
            value: 'disabled',
          },
          { path: ['users', { item: 'x@y.z' }, 'perUserMfaState'], value: 'enforced' },
          { path: ['clients', { item: 'outlook-2013' }, 'registry', 'EnableADAL'], value: 1 },
        ],
      },
    ],
    ['filters', { ...first, tones: ['conflict', 'app-password'], changedOnly: true, group: 'mfa', turned: true }],
    ['signals', { ...first, signals: ['devicePlatform=iOS', 'deviceInfo.isCompliant=true'] }],
    [
      'a question to the policies',
      { ...first, ask: { person: 'a~b@c.de', target: 'context:c1' }, policy: 'Block & more' },
    ],
    [
      'another part of the page',
      { ...first, view: 'timeline', audience: 'auditor', network: 'a b', purpose: 'send-mail' },
    ],
  ])('leads back to %s', (_, state) => {
    expect(stateOf(`#${addressOf(state, first)}`, first)).toEqual(state)
  })

  test.each([
    ['nothing', ''],
    [
      'half an escape',
      '#users=%E0%A4%A&view=nowhere&cell=only~two&change=policy&date=2019-02-30'.replace('users=%E0%A4%A&', ''),
    ],
    ['strange words', '#show=pretty&group=shoe&purpose=dance&audience=cat'],
  ])('that says %s is the beginning', (_, address) => {
    expect(stateOf(address, first)).toEqual(first)
  })

  test('of the beginning is empty', () => {
    expect(addressOf(first, first)).toBe('')
  })
})
