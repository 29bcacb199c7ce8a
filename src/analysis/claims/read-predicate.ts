import { nearest } from '../../source/diagnostics/suggest.ts'
import { type Condition, type Parsed, refused } from './claim.ts'
import { type ClaimKey, claimKeys } from './keys.ts'
import { type OfSuccess, type Predicate, predicates, thirdPerson } from './predicates.ts'
import { type ClaimContext, type Read, readValues, type ValueSlot } from './read-values.ts'
import { isArticle, numberOf, reaches, type Token, written } from './tokens.ts'

/** The assertion of a claim. */
export interface ClaimAssertion {
  readonly says: readonly Condition[] | 'loses-access'
  readonly ofSuccess: OfSuccess
  /** Conditions on the sign-ins that the words themselves cover. */
  readonly about: readonly Condition[]
}

/** The words of a predicate in normal form: without `not`, and with the verb in the third person. */
interface Verbal {
  readonly tokens: readonly Token[]
  readonly negated: boolean
  /** How many words were removed or inserted before the rest. */
  readonly shift: number
}

const plain = (text: string): Token => ({ text, quoted: false })
const lower = (token: Token | undefined): string =>
  token === undefined || token.quoted ? '' : token.text.toLowerCase()

/** `must use`, `must not be`: the verb in the third person, and whether it is negated. */
function obliged(tokens: readonly Token[], at: number): Verbal {
  const negated = lower(tokens[at + 1]) === 'not'
  const shift = negated ? 2 : 1
  const base = lower(tokens[at + shift])
  const verb = base === 'be' ? 'is' : thirdPerson(base)
  return { tokens: [...tokens.slice(0, at), plain(verb), ...tokens.slice(at + shift + 1)], negated, shift }
}

/** `is not`, `does not use`, `do not use`, `must not use`: the verb first, and whether it is negated. */
function verbal(tokens: readonly Token[], at: number): Verbal {
  const [first, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (lower(first) === 'must') return obliged(tokens, at)
  const verb = thirdPerson(lower(first))
  const head = tokens.slice(0, at)
  if (lower(second) === 'not' && verb === 'does')
    return {
      tokens: [...head, plain(thirdPerson(lower(third))), ...tokens.slice(at + 3)],
      negated: true,
      shift: 2,
    }
  if (lower(second) === 'not')
    return { tokens: [...head, plain(verb), ...tokens.slice(at + 2)], negated: true, shift: 1 }
  return { tokens: [...head, plain(verb), ...tokens.slice(at + 1)], negated: false, shift: 0 }
}

interface Matched extends Read<readonly Condition[]> {
  readonly predicate: Predicate
  readonly problem?: Parsed<never>
}

const slotOf = (word: string): ValueSlot | undefined => {
  const name = /^\{(.*)\}$/.exec(word)?.[1]
  const key = claimKeys.find((known: ClaimKey) => known === name)
  return key === undefined ? undefined : { key }
}

/** `at most 2` means every number from 0 to 2. */
function readPrompts(tokens: readonly Token[], at: number): Read<Condition> | undefined {
  const most = lower(tokens[at]) === 'at' && lower(tokens[at + 1]) === 'most'
  const count = numberOf(tokens[most ? at + 2 : at])
  const more = tokens[most ? at + 3 : at + 1]
  if (count === undefined || count > 20 || lower(more) === 'or' || lower(more) === ',') return undefined
  const values = most ? Array.from({ length: count + 1 }, (_, number) => String(number)) : [String(count)]
  return { value: { key: 'prompts', values, negated: false }, next: most ? at + 3 : at + 1 }
}

/** The words of a predicate for which speech has several forms, as one word. */
const secondFactor = 'second-factor'
const factorForms = [
  ['second', 'factor'],
  ['mfa'],
  ['multifactor', 'authentication'],
  ['multi-factor', 'authentication'],
  ['2fa'],
] as const

/** The index after a form of `second factor`. */
const afterFactor = (tokens: readonly Token[], at: number): number | undefined =>
  factorForms.map((form) => reaches(tokens, at, form)).find((next) => next !== undefined)

type Attempt =
  | { readonly kind: 'matched'; readonly matched: Matched }
  | { readonly kind: 'bad-value'; readonly problem: Parsed<never>; readonly depth: number }
  | { readonly kind: 'no' }

/** Parses the words of one predicate; distinguishes an unknown value from words that do not match. */
function attempt(context: ClaimContext, tokens: readonly Token[], at: number, predicate: Predicate): Attempt {
  let place = at
  const conditions: Condition[] = [...(predicate.means ?? [])]
  const words = predicate.words.replace('second factor', secondFactor).split(' ')
  for (const [depth, word] of words.entries()) {
    const factor = word === secondFactor ? afterFactor(tokens, place) : undefined
    if (factor !== undefined) {
      place = factor
      continue
    }
    const slot = slotOf(word)
    if (slot === undefined) {
      if (isArticle(plain(word))) continue
      while (isArticle(tokens[place])) place += 1
      if (lower(tokens[place]) !== word) return { kind: 'no' }
      place += 1
      continue
    }
    const number = slot.key === 'prompts' ? readPrompts(tokens, place) : undefined
    const read =
      number === undefined ? readValues(context, tokens, place, [slot]) : ({ ok: true, value: number } as const)
    if (!read.ok) return { kind: 'bad-value', problem: read, depth }
    conditions.push(read.value.value)
    place = read.value.next
  }
  return { kind: 'matched', matched: { predicate, value: conditions, next: place } }
}

/** Negates the last condition of the list. */
function denied(conditions: readonly Condition[]): readonly Condition[] {
  return conditions.map((condition, index) =>
    index === conditions.length - 1 ? { ...condition, negated: !condition.negated } : condition,
  )
}

const verbs: ReadonlySet<string> = new Set([
  'does',
  'loses',
  'must',
  ...predicates.map(({ words }) => words.split(' ')[0] ?? ''),
])

/** Whether a word starts an assertion. */
export const isVerb = (token: Token | undefined): boolean => verbs.has(thirdPerson(lower(token)))

/** Parses an assertion, starting at a token. */
export function readPredicate(
  context: ClaimContext,
  tokens: readonly Token[],
  at: number,
): Parsed<Read<ClaimAssertion>> {
  const { tokens: said, negated, shift } = verbal(tokens, at)
  if (lower(said[at]) === 'loses' && lower(said[at + 1]) === 'access' && !negated)
    return { ok: true, value: { value: { says: 'loses-access', ofSuccess: 'never', about: [] }, next: at + 2 } }
  const attempts = predicates.map((predicate) => attempt(context, said, at, predicate))
  const matched = attempts.flatMap((one) => (one.kind === 'matched' ? [one.matched] : []))
  const [best] = [...matched].sort((one, other) => other.next - one.next)
  if (best !== undefined) {
    const says = negated ? denied(best.value) : best.value
    const { ofSuccess = 'never', about = [] } = best.predicate
    return { ok: true, value: { value: { says, ofSuccess, about }, next: best.next + shift } }
  }
  const bad = attempts.flatMap((one) => (one.kind === 'bad-value' ? [one] : []))
  const [deepest] = [...bad].sort(
    (one, other) => other.depth - one.depth || Number(isHelp(other)) - Number(isHelp(one)),
  )
  if (deepest !== undefined) return deepest.problem
  return refused(`\`${written(tokens, at, tokens.length)}\` is not a known statement`, nearestWords(said, at))
}

/** Whether a problem has a suggestion. */
const isHelp = ({ problem }: { readonly problem: Parsed<never> }): boolean =>
  !problem.ok && problem.problems.some(({ help }) => help.startsWith('did you mean'))

function nearestWords(tokens: readonly Token[], at: number): string {
  const text = written(tokens, at, tokens.length)
  const known = predicates.map(({ words }) => words)
  const near = nearest(text, known, 3)
  const verb = lower(tokens[at])
  const same = near.length > 0 ? near : known.filter((words) => words.split(' ')[0] === verb)
  const shown = same.length > 0 ? same : known.slice(0, 8)
  return `did you mean ${shown.map((words) => `\`${words}\``).join(' or ')}?`
}
