import { createHash } from 'node:crypto'
import { dropAll, entriesMade } from '../../memory/declared-cache.ts'
import type { CombinedDecision, PolicyOutcome } from '../../vocabulary/policies.ts'
import { readLines, writtenLines } from '../record-lines.fixture.ts'
import { indexesOf } from './bits.ts'
import type { CompiledPolicies } from './compile.ts'
import { decidePolicies } from './evaluate.ts'
import { questionSplit } from './question-splits.ts'
import { reachedPolicies } from './reached-policies.ts'
import type { PolicyReading } from './rows-of.ts'
import { compiledFrom, type SamplePolicies } from './sample-policies.fixture.ts'
import type { PolicyPrincipal, PolicySignIn } from './sign-in.ts'

/** A sign-in as it is written: sets are lists. */
export type WrittenSignIn = Omit<PolicySignIn, 'principal'> & {
  readonly principal: Omit<PolicyPrincipal, 'groups' | 'roles'> & {
    readonly groups?: readonly string[]
    readonly roles?: readonly string[]
  }
}

/** Policies, and sign-ins that they decide, each with what comes of it. */
export interface RecordedPolicies extends SamplePolicies {
  /** How many entries all caches make when the sign-ins are decided one after the other, starting without any. */
  readonly entries: number
  readonly signIns: readonly { readonly signIn: WrittenSignIn; readonly answers: readonly string[] }[]
}

/** Where the decisions are recorded. */
export const decisionsFile = 'src/simulate/conditional-access/recorded-decisions.jsonl'

/** The recorded decisions, read: a line for some policies, one for each sign-in, and one for each reading of what is missing. */
export function readDecisions(text: string): readonly RecordedPolicies[] {
  return readLines(text).map(({ head, cases }) => ({
    // The file is written by this module alone.
    ...(head as SamplePolicies & Pick<RecordedPolicies, 'entries'>),
    signIns: cases.map(({ question, answers }) => ({ signIn: question as WrittenSignIn, answers })),
  }))
}

/** The text of recorded decisions. */
export function writtenDecisions(recorded: readonly RecordedPolicies[]): string {
  return writtenLines(
    recorded.map(({ signIns, ...head }) => ({
      head,
      cases: signIns.map(({ signIn, answers }) => ({ question: signIn, answers })),
    })),
  )
}

/** Policies that are recorded, compiled. */
export const compiledOf = ({ policies, namedLocations, trustedIps }: SamplePolicies): CompiledPolicies =>
  compiledFrom({
    policies,
    ...(namedLocations === undefined ? {} : { namedLocations }),
    ...(trustedIps === undefined ? {} : { trustedIps }),
  })

/** A sign-in as policies see it. */
export function signInOf({ principal, ...rest }: WrittenSignIn): PolicySignIn {
  const { groups, roles, ...person } = principal
  return {
    ...rest,
    principal: {
      ...person,
      ...(groups === undefined ? {} : { groups: new Set(groups) }),
      ...(roles === undefined ? {} : { roles: new Set(roles) }),
    },
  }
}

const readings: readonly PolicyReading[] = [
  { missing: 'undetermined', dependencies: true },
  { missing: 'none', dependencies: false },
  { missing: 'matches', dependencies: true },
]

/**
 * What comes of a sign-in under each reading of what is missing: the decision, what each policy does, and all of it as a
 * few letters. Last, the policies that reach the sign-in whoever signs in, with what would tell users apart.
 */
export function decisionsOf(compiled: CompiledPolicies, written: WrittenSignIn): readonly string[] {
  const signIn = signInOf(written)
  const decisions = readings.map((reading) => {
    const { combined, outcomes } = decidePolicies(compiled, signIn, reading)
    const each = outcomes()
    return `${wordsOf(combined)} | ${each.map(outcomeWords).join('; ')} #${shortHash(JSON.stringify([combined, each]))}`
  })
  return [...decisions, reachedWords(compiled, signIn)]
}

/** What comes of some sign-ins, decided one after the other, and how many entries all caches make. */
export function decidedFromCold(
  compiled: CompiledPolicies,
  signIns: readonly WrittenSignIn[],
): { readonly answers: readonly (readonly string[])[]; readonly entries: number } {
  dropAll()
  const answers = signIns.map((signIn) => decisionsOf(compiled, signIn))
  return { answers, entries: entriesMade() }
}

function reachedWords(compiled: CompiledPolicies, signIn: PolicySignIn): string {
  const { clauses, missedAtLeast, ...masks } = reachedPolicies(compiled, signIn)
  const missed = compiled.policies.map((_, index) => missedAtLeast(index))
  const names = indexesOf(masks.applying).flatMap((index) => compiled.policies[index]?.name ?? [])
  const splits = (['verdict', 'policies'] as const).map((detail) => questionSplit(compiled, signIn, detail).key)
  return `reached by ${names.join(', ')} #${shortHash(JSON.stringify([masks, [...clauses], splits, missed]))}`
}

function wordsOf({ decision, required, policies, missing = [] }: CombinedDecision): string {
  const demanded = required.map((clause) => clause.join(' or ')).join(' and ')
  const parts = [demanded === '' ? '' : `(${demanded})`, policies.length === 0 ? '' : `by ${policies.join(', ')}`]
  return [decision, ...parts, missing.length === 0 ? '' : `without ${missing.join(', ')}`]
    .filter((part) => part !== '')
    .join(' ')
}

const outcomeWords = ({ policy, effect }: PolicyOutcome): string => `${policy}: ${effect}`

const shortHash = (text: string): string => createHash('sha1').update(text).digest('base64url').slice(0, 6)
