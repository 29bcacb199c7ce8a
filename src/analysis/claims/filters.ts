import { parseInstant } from '../../source/text/parse-values.ts'
import type { Condition, Occasion, Parsed } from './claim.ts'
import { refused } from './claim.ts'
import { isVerb, readPredicate } from './read-predicate.ts'
import { type ClaimContext, type Read, readValues, unknownValue, type ValueSlot } from './read-values.ts'
import { reaches, type Token, tokensOf } from './tokens.ts'
import { readWhere } from './where.ts'

const group: readonly ValueSlot[] = [
  { key: 'group', lead: ['members', 'of', 'group'], must: true },
  { key: 'group', lead: ['member', 'of', 'group'], must: true },
  { key: 'group', lead: ['members', 'of'], must: true },
  { key: 'group', lead: ['member', 'of'], must: true },
]
const role: readonly ValueSlot[] = [
  { key: 'role', lead: ['holders', 'of', 'role'], must: true },
  { key: 'role', lead: ['holder', 'of', 'role'], must: true },
  { key: 'role', lead: ['people', 'with', 'role'], must: true },
]

/** Kinds of people, groups and roles that a claim can cover. */
export const peopleSlots: readonly ValueSlot[] = [{ key: 'people' }, ...group, ...role]

/** Subjects of `always`, `never` and similar. */
export const subjectSlots: readonly ValueSlot[] = [...peopleSlots, { key: 'client-kind' }]

const who: readonly ValueSlot[] = [...peopleSlots, { key: 'user', lead: ['user'] }]

/** What each preposition introduces; the longest known name wins, then the first slot. */
export const prepositions: Readonly<Record<string, readonly ValueSlot[]>> = {
  by: who,
  of: who,
  with: [{ key: 'credential' }, { key: 'client-kind' }, { key: 'client', lead: ['client'] }],
  on: [{ key: 'device' }, { key: 'platform' }],
  to: [
    { key: 'relying-party', lead: ['service'] },
    { key: 'purpose' },
    { key: 'application', lead: ['application'], must: true },
  ],
  for: [{ key: 'purpose' }, { key: 'application', lead: ['application'], must: true }],
  from: [{ key: 'network', lead: ['network'] }, { key: 'place' }, { key: 'platform' }, { key: 'device' }],
}

/** A filter of a claim, or the period that it covers. */
export type Filter =
  | { readonly kind: 'condition'; readonly condition: Condition }
  | { readonly kind: 'occasion'; readonly occasion: Occasion }

const filter = (condition: Condition, negated: boolean, next: number): Parsed<Read<Filter>> => ({
  ok: true,
  value: { value: { kind: 'condition', condition: { ...condition, negated: condition.negated !== negated } }, next },
})

const isDate = (token: Token | undefined): boolean =>
  token !== undefined && /^\d{4}-\d\d?-\d\d?(?:T|$)/.test(token.text)

function instantAt(token: Token | undefined): Parsed<number> {
  const at = token === undefined ? undefined : parseInstant(token.text)
  if (at !== undefined) return { ok: true, value: at }
  return refused(
    `unknown date \`${token?.text ?? ''}\``,
    'write `2026-11-22`, or an instant with offset: `2026-11-22T09:00:00Z`',
  )
}

function readOccasion(tokens: readonly Token[], at: number): Parsed<Read<Filter>> | undefined {
  if (reaches(tokens, at, ['between']) !== undefined) {
    const [from, to] = [instantAt(tokens[at + 1]), instantAt(tokens[at + 3])]
    if (!from.ok) return from
    if (reaches(tokens, at + 2, ['and']) === undefined)
      return refused('`between` needs two dates', 'write `between 2026-09-01 and 2026-10-01`')
    if (!to.ok) return to
    if (to.value <= from.value) return refused('the second date is not after the first', 'write the earlier date first')
    const occasion: Occasion = { kind: 'between', from: from.value, to: to.value }
    return { ok: true, value: { value: { kind: 'occasion', occasion }, next: at + 4 } }
  }
  if (reaches(tokens, at, ['on']) === undefined || !isDate(tokens[at + 1])) return undefined
  const instant = instantAt(tokens[at + 1])
  if (!instant.ok) return instant
  return { ok: true, value: { value: { kind: 'occasion', occasion: { kind: 'at', at: instant.value } }, next: at + 2 } }
}

/** `where KEY=VALUE`, for keys without a preposition. */
function readWhereFilter(context: ClaimContext, tokens: readonly Token[], at: number, negated: boolean) {
  const token = tokens[at + 1]
  // `key="two words"` contains no blank but is split into two words.
  const joined =
    token?.text.endsWith('=') && tokens[at + 2]?.quoted ? `${token.text}${tokens[at + 2]?.text}` : undefined
  const read = readWhere(context, joined ?? token?.text ?? '')
  return read.ok ? filter(read.value, negated, joined === undefined ? at + 2 : at + 3) : read
}

/** Reads the filter at a place; undefined if none begins there. */
export function readFilter(
  context: ClaimContext,
  tokens: readonly Token[],
  start: number,
): Parsed<Read<Filter>> | undefined {
  const occasion = readOccasion(tokens, start)
  if (occasion !== undefined) return occasion
  const not = reaches(tokens, start, ['not']) ?? reaches(tokens, start, ['except'])
  const at = not ?? start
  const token = tokens[at]
  if (token === undefined || token.quoted) return undefined
  const word = token.text.toLowerCase()
  if (word === 'where') return readWhereFilter(context, tokens, at, not !== undefined)
  const slots = Object.hasOwn(prepositions, word) ? prepositions[word] : undefined
  if (slots === undefined) return undefined
  const others = reaches(tokens, at + 1, ['people', 'other', 'than']) ?? reaches(tokens, at + 1, ['others', 'than'])
  const from = others ?? at + 1
  const read = readValues(context, tokens, from, slots)
  if (!read.ok)
    return from < tokens.length ? read : { ok: false, problems: [unknownValue(context, tokens, from, slots)] }
  const { value, next } = read.value
  return filter(value, (not !== undefined) !== (others !== undefined), next)
}

/** Reads what a claim asserts about a sign-in, as a condition: `is not blocked`. */
function readSaid(context: ClaimContext, tokens: readonly Token[], at: number): Parsed<Read<readonly Condition[]>> {
  const read = readPredicate(context, tokens, at)
  if (!read.ok) return read
  const { value, next } = read.value
  if (value.says === 'loses-access')
    return refused(
      'a condition cannot compare two dates',
      'use `authplan diff --as-of` or `timeline`, or write it as a claim in a feature',
    )
  return { ok: true, value: { value: [...value.about, ...value.says], next } }
}

/** Reads filters and assertions as `--where` accepts them: `by administrators from outside is not blocked`. */
export function readFilters(context: ClaimContext, text: string): Parsed<readonly Condition[]> {
  const tokens = tokensOf(text)
  const found: Condition[] = []
  let at = 0
  while (at < tokens.length) {
    const read = readFilter(context, tokens, at)
    if (read === undefined && isVerb(tokens[at])) {
      const said = readSaid(context, tokens, at)
      if (!said.ok) return said
      found.push(...said.value.value)
      at = said.value.next
      continue
    }
    if (read === undefined)
      return refused(`\`${text}\` is not a condition`, 'write `key=value`, or `by administrators`')
    if (!read.ok) return read
    if (read.value.value.kind === 'occasion')
      return refused('a condition cannot have a date', 'set the date with `--as-of`')
    found.push(read.value.value.condition)
    at = read.value.next
  }
  return { ok: true, value: found }
}
