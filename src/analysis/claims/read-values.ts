import { nearest } from '../../source/diagnostics/suggest.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { type ClaimProblem, type Condition, type Parsed, refused } from './claim.ts'
import type { ClaimKey } from './keys.ts'
import { plainWords } from './plain-words.ts'
import { namesOfKey, valuesNamed } from './tenant-names.ts'
import { isArticle, reaches, type Token, written } from './tokens.ts'

/** The context in which claims are parsed. */
export interface ClaimContext {
  readonly tenant: Tenant
  /** Finds users that the tenant does not hold in memory. */
  readonly findUser?: (text: string) => string | undefined
}

/** A parsed value, and the index of the token after it. */
export interface Read<T> {
  readonly value: T
  readonly next: number
}

/** A key that a value may belong to, and the words that may precede it. */
export interface ValueSlot {
  readonly key: ClaimKey
  readonly lead?: readonly string[]
  /** The words are required. */
  readonly must?: true
}

/** The common name of a key. */
export const nounOf = (key: ClaimKey): string => key

const longestName = 14

interface Match extends Read<string> {
  readonly key: ClaimKey
}

function valueAt(context: ClaimContext, tokens: readonly Token[], at: number, slot: ValueSlot): Match | undefined {
  const lead = slot.lead === undefined ? undefined : reaches(tokens, at, slot.lead)
  if (lead === undefined && slot.must) return undefined
  const from = lead ?? at
  const names = namesOfKey(context.tenant, slot.key)
  for (let to = Math.min(tokens.length, from + longestName); to > from; to -= 1) {
    const [only, ...others] = valuesNamed(names, written(tokens, from, to))
    if (only !== undefined && others.length === 0) return { key: slot.key, value: only, next: to }
  }
  return undefined
}

/** Words that end an unknown name. */
const endings = new Set(['by', 'of', 'with', 'on', 'to', 'for', 'from', 'between', 'where', 'not', 'except', 'or', ','])
const verbs =
  /^(?:is|are|signs?|succeeds?|gets?|uses?|needs?|has|have|cannot|fails?|bypass(?:es)?|contacts?|requires?|meets?|loses?|ends?|authenticates?|does|do|must|never|always)$/

/** The index after an unknown name, guessed from the words that can follow it. */
export function unknownEnd(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.quoted) return at + 1
  let to = at
  while (isArticle(tokens[to])) to += 1
  to += 1
  while (to < tokens.length) {
    const token = tokens[to]
    if (token === undefined || (!token.quoted && (endings.has(token.text) || verbs.test(token.text)))) break
    to += 1
  }
  return Math.min(to, tokens.length)
}

/** A user that only the context can find: one in a population outside of the file. */
function outsider(context: ClaimContext, tokens: readonly Token[], at: number): Match | undefined {
  if (context.findUser === undefined || at >= tokens.length) return undefined
  const next = unknownEnd(tokens, at)
  const value = context.findUser(written(tokens, at, next))
  return value === undefined ? undefined : { key: 'user', value, next }
}

function best(
  context: ClaimContext,
  tokens: readonly Token[],
  at: number,
  slots: readonly ValueSlot[],
): Match | undefined {
  let found: Match | undefined
  for (const slot of slots) {
    const match = valueAt(context, tokens, at, slot)
    if (match !== undefined && (found === undefined || match.next > found.next)) found = match
  }
  if (found !== undefined || !slots.some(({ key }) => key === 'user')) return found
  return outsider(context, tokens, at)
}

/** Suggestions for an unknown value, or that a value is missing. */
export function unknownValue(
  context: ClaimContext,
  tokens: readonly Token[],
  at: number,
  slots: readonly ValueSlot[],
): ClaimProblem {
  const led = slots.find(({ lead }) => lead !== undefined && reaches(tokens, at, lead) !== undefined)
  const from = (led?.lead && reaches(tokens, at, led.lead)) ?? at
  const asked = led === undefined ? slots : [led]
  const text = plainWords(written(tokens, from, unknownEnd(tokens, from)))
  const known = [...new Set(asked.flatMap(({ key }) => [...namesOfKey(context.tenant, key).keys()]))].filter(
    (name) => !name.startsWith('"'),
  )
  const what = [...new Set(asked.map(({ key }) => nounOf(key)))].join(' or ')
  if (text === '') return { message: `the claim ends where a ${what} is expected`, help: examples(known) }
  const same = asked.flatMap(({ key }) => namesOfKey(context.tenant, key).get(text) ?? [])
  if (same.length > 1) return { message: `\`${text}\` is ambiguous`, help: `write one of ${listed(same)}` }
  const near = nearest(text, known, 3)
  return {
    message: `unknown ${what} \`${text}\``,
    help: near.length > 0 ? `did you mean ${near.map(tick).join(' or ')}?` : examples(known),
  }
}

const tick = (word: string): string => `\`${word}\``
const listed = (names: readonly string[]): string => names.map(tick).join(', ')
const examples = (known: readonly string[]): string =>
  known.length === 0
    ? 'the tenant has none'
    : `known: ${known.slice(0, 12).map(tick).join(', ')}${known.length > 12 ? ' ...' : ''}`

const isSeparator = (token: Token | undefined): boolean =>
  token !== undefined && !token.quoted && (token.text === ',' || token.text.toLowerCase() === 'or')

/** Parses one value or several joined by commas and `or`, all of one key. */
export function readValues(
  context: ClaimContext,
  tokens: readonly Token[],
  start: number,
  slots: readonly ValueSlot[],
): Parsed<Read<Condition>> {
  const at = reaches(tokens, start, ['one', 'of']) ?? reaches(tokens, start, ['either']) ?? start
  const first = best(context, tokens, at, slots)
  if (first === undefined) return { ok: false, problems: [unknownValue(context, tokens, at, slots)] }
  const values = [first.value]
  let { next } = first
  while (isSeparator(tokens[next])) {
    let from = next
    while (isSeparator(tokens[from])) from += 1
    const slot = slots.find(({ key }) => key === first.key)
    const same = slots.filter(({ key }) => key === first.key).map(({ key, lead }) => ({ key, ...(lead && { lead }) }))
    const other = slot === undefined ? undefined : best(context, tokens, from, same)
    if (other === undefined) {
      const mixed = best(context, tokens, from, slots)
      if (mixed === undefined) return { ok: false, problems: [unknownValue(context, tokens, from, slots)] }
      return refused(
        `\`${written(tokens, from, mixed.next)}\` is a ${nounOf(mixed.key)}, but what precedes it is a ${nounOf(first.key)}`,
        'all items of a list must be of the same kind; write a separate claim for each',
      )
    }
    values.push(other.value)
    next = other.next
  }
  return { ok: true, value: { value: { key: first.key, values: [...new Set(values)], negated: false }, next } }
}
