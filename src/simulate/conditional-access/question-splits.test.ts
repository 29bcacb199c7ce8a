import { expect, test } from 'vitest'
import { type Bitmap, membersOf } from '../../classes/bitmap.ts'
import { questionSplit } from './question-splits.ts'
import { compiledFrom, samplePolicy, sampleSignIn } from './sample-policies.fixture.ts'
import type { PolicySignIn } from './sign-in.ts'
import { type Splitting, splitByQuestion } from './split-users.ts'

/** Users of one kind by their places: four of them. */
const kind = { firstWord: 0, words: 1, size: 4 } as Splitting['kind']
const everybody = new Uint32Array([0b1111])
const users = (...places: readonly number[]): Bitmap =>
  new Uint32Array([places.reduce((set, at) => set | (1 << at), 0)])

const oneOf = (...builtInControls: readonly string[]) => ({ operator: 'OR', builtInControls })
const frequency = { sessionControls: { signInFrequency: { isEnabled: true, value: 1, type: 'hours' } } }

interface Assigned {
  readonly certain: Bitmap
  readonly possible?: Bitmap
  readonly grant: unknown
  readonly rest?: Readonly<Record<string, unknown>>
}

/** The parts of the users, each by its places, of policies in the order of their names. */
function parts(policies: readonly Assigned[], changes: Partial<PolicySignIn> = {}): readonly string[] {
  const compiled = compiledFrom({
    policies: policies.map(({ grant, rest }, at) => samplePolicy(`${at}`, {}, grant, rest)),
  })
  const assigned = {
    certain: policies.map(({ certain }) => certain),
    possible: policies.map(({ certain, possible }) => possible ?? certain),
  }
  const split = questionSplit(compiled, sampleSignIn(changes), 'verdict')
  return splitByQuestion({ kind, assigned }, everybody, split)
    .map((part) => [...membersOf(part)].join(' '))
    .sort()
}

const [a, b] = [users(1, 3), users(2, 3)]

test.each<[string, readonly Assigned[], readonly string[], Partial<PolicySignIn>?]>([
  [
    'two demands tell four kinds apart',
    [
      { certain: a, grant: oneOf('mfa') },
      { certain: b, grant: oneOf('compliantDevice') },
    ],
    ['0', '1', '2', '3'],
  ],
  [
    'whoever has to do one thing need not be told from whoever may do it instead of another',
    [
      { certain: a, grant: oneOf('mfa') },
      { certain: b, grant: oneOf('mfa', 'compliantDevice') },
    ],
    ['0', '1 3', '2'],
  ],
  [
    'the same, whichever policy comes first',
    [
      { certain: b, grant: oneOf('mfa', 'compliantDevice') },
      { certain: a, grant: oneOf('mfa') },
    ],
    ['0', '1 3', '2'],
  ],
  [
    'two demands that share one of their controls do not imply each other',
    [
      { certain: a, grant: oneOf('domainJoinedDevice', 'compliantDevice') },
      { certain: b, grant: oneOf('mfa', 'compliantDevice') },
    ],
    ['0', '1', '2', '3'],
  ],
  [
    'a demand that the first of two others implies tells nobody apart',
    [
      { certain: users(1, 2), grant: oneOf('mfa') },
      { certain: users(1, 2), grant: oneOf('compliantDevice') },
      { certain: users(1), grant: oneOf('mfa', 'domainJoinedDevice') },
    ],
    ['0 3', '1 2'],
  ],
  [
    'a client that cannot be asked meets no demand, whichever it is',
    [
      { certain: a, grant: oneOf('mfa') },
      { certain: b, grant: oneOf('compliantDevice') },
    ],
    ['0', '1 2 3'],
    { legacy: true, clientAppType: 'other' },
  ],
  [
    'whom a policy blocks, no other matters to',
    [
      { certain: a, grant: oneOf('block') },
      { certain: b, grant: oneOf('mfa') },
    ],
    ['0', '1 3', '2'],
  ],
  [
    'whom a policy may concern is a part by itself',
    [
      { certain: users(), grant: oneOf('mfa') },
      { certain: users(1), possible: users(1, 2), grant: oneOf('mfa') },
    ],
    ['0 3', '1', '2'],
  ],
  [
    'where it is open for nobody, the same demand of two policies is one',
    [
      { certain: a, grant: oneOf('mfa') },
      { certain: b, possible: users(2, 3), grant: oneOf('mfa') },
    ],
    ['0', '1 2 3'],
  ],
  [
    'how the session is shaped counts for each policy where it is open for one of them',
    [
      { certain: a, grant: null, rest: frequency },
      { certain: users(2), possible: b, grant: null, rest: frequency },
    ],
    ['0', '1', '2', '3'],
  ],
])('%s', (_, policies, expected, changes) => {
  expect(parts(policies, changes)).toEqual(expected)
})
