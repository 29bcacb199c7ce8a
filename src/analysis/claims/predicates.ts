import type { Condition } from './claim.ts'
import type { ClaimKey } from './keys.ts'

/** An assertion about a sign-in: its words, and the conditions that they mean. */
export interface Predicate {
  /** Words of the third person; `{key}` stands for values of a key. */
  readonly words: string
  /** Conditions that the words mean in addition to the values in them. */
  readonly means?: readonly Condition[]
  /** Conditions on the sign-ins that the words cover. */
  readonly about?: readonly Condition[]
  /** Failed sign-ins are not covered: always, or unless the claim is about every sign-in. */
  readonly ofSuccess?: Exclude<OfSuccess, 'never'>
}

/** Whether only successful sign-ins are covered. */
export type OfSuccess = 'always' | 'unless-every' | 'never'

const is = (key: ClaimKey, ...values: readonly string[]): Condition => ({ key, values, negated: false })

/** All predicates; of several with the same meaning, the first is printed. */
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

/** The third-person form of a verb. */
export const thirdPerson = (verb: string): string => singular.get(verb.toLowerCase()) ?? verb.toLowerCase()

/** The plural form of a verb. */
export const ofMany = (verb: string): string => plural.get(verb) ?? verb
