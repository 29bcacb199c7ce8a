import type { Condition } from './claim.ts'
import type { ClaimKey } from './keys.ts'

/** Something that can be said about a sign-in: the words, and the conditions that they stand for. */
export interface Predicate {
  /** Words of the third person; `{key}` stands for values of a key. */
  readonly words: string
  /** What the words mean besides the values that they hold. */
  readonly means?: readonly Condition[]
  /** Which sign-ins the words are about. */
  readonly about?: readonly Condition[]
  /** Sign-ins that nobody gets in with are not covered, always or unless the claim is about every sign-in. */
  readonly ofSuccess?: Exclude<OfSuccess, 'never'>
}

/** Whether only sign-ins that someone gets in with are covered. */
export type OfSuccess = 'always' | 'unless-every' | 'never'

const is = (key: ClaimKey, ...values: readonly string[]): Condition => ({ key, values, negated: false })

/** Everything that can be said about a sign-in; where several words mean the same, the first are printed. */
export const predicates: readonly Predicate[] = [
  {
    words: 'succeeds without a second factor',
    means: [is('entry', 'without-second-factor')],
    ofSuccess: 'unless-every',
  },
  {
    words: 'gets in without a second factor',
    means: [is('entry', 'without-second-factor')],
    ofSuccess: 'unless-every',
  },
  {
    words: 'signs in without a second factor',
    means: [is('entry', 'without-second-factor')],
    ofSuccess: 'unless-every',
  },
  { words: 'succeeds with a second factor', means: [is('entry', 'with-second-factor')] },
  { words: 'gets in with a second factor', means: [is('entry', 'with-second-factor')] },
  { words: 'signs in with a second factor', means: [is('entry', 'with-second-factor')] },
  { words: 'uses {credential}' },
  { words: 'signs in with {credential}' },
  { words: 'authenticates with {flow}' },
  { words: 'uses {flow}' },
  { words: 'succeeds', means: [is('success', 'yes')] },
  { words: 'signs in', means: [is('success', 'yes')] },
  { words: 'gets in', means: [is('success', 'yes')] },
  { words: 'has a working credential', means: [is('success', 'yes')] },
  { words: 'is locked out of registering', about: [is('purpose', 'register-for-mfa')], means: [is('success', 'no')] },
  { words: 'is kept out', means: [is('success', 'no')] },
  { words: 'gets in nowhere', means: [is('success', 'no')] },
  { words: 'fails', means: [is('success', 'no')] },
  { words: 'is blocked by policy {policy}' },
  { words: 'is blocked', means: [is('verdict', 'blocked')] },
  { words: 'is refused', means: [is('verdict', 'refused')] },
  { words: 'cannot sign in', means: [is('verdict', 'cannot-sign-in')] },
  { words: 'needs two credentials for one prompt', means: [is('verdict', 'conflict')] },
  { words: 'is a conflict', means: [is('verdict', 'conflict')] },
  { words: 'needs several credentials', means: [is('verdict', 'several-credentials')] },
  { words: 'is undetermined without {missing}' },
  { words: 'is undetermined', means: [is('undetermined', 'yes')] },
  {
    words: 'is asked for a second factor by {second-factor-by}',
    means: [is('second-factor', 'asked')],
  },
  { words: 'is asked for a second factor', means: [is('second-factor', 'asked')] },
  { words: 'bypasses the second factor', means: [is('second-factor', 'bypassed')] },
  { words: 'needs no second factor', means: [is('second-factor', 'not-required')] },
  { words: 'has the second factor {second-factor}' },
  { words: 'is verified by {verifier}' },
  { words: 'contacts {contacts}' },
  { words: 'is recorded by {audit}' },
  { words: 'is decided by rule {rule}' },
  { words: 'ends with error {error}' },
  { words: 'is subject to policy {applies}' },
  { words: 'requires {demands}' },
  { words: 'meets {demands}', ofSuccess: 'always' },
  { words: 'has to meet {required-controls}' },
  { words: 'has the sign-in frequency {sign-in-frequency}' },
  { words: 'has the session control {session-controls}' },
  { words: 'is prompted {prompts} times' },
  { words: 'is prompted {prompts} time' },
]

const plurals: readonly (readonly [one: string, many: string])[] = [
  ['is', 'are'],
  ['has', 'have'],
  ['does', 'do'],
  ['bypasses', 'bypass'],
  ['authenticates', 'authenticate'],
  ['succeeds', 'succeed'],
  ['signs', 'sign'],
  ['gets', 'get'],
  ['uses', 'use'],
  ['needs', 'need'],
  ['fails', 'fail'],
  ['contacts', 'contact'],
  ['requires', 'require'],
  ['meets', 'meet'],
  ['loses', 'lose'],
  ['ends', 'end'],
]
const singular: ReadonlyMap<string, string> = new Map(plurals.map(([one, many]) => [many, one]))
const plural: ReadonlyMap<string, string> = new Map(plurals)

/** A verb in the third person, whatever it stands in. */
export const thirdPerson = (verb: string): string => singular.get(verb.toLowerCase()) ?? verb.toLowerCase()

/** A verb as it is said about many. */
export const ofMany = (verb: string): string => plural.get(verb) ?? verb
