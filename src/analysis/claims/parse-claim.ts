import { type Claim, type Condition, type Occasion, type Parsed, type Quantifier, refused } from './claim.ts'
import { peopleSlots, readFilter, subjectSlots } from './filters.ts'
import type { OfSuccess } from './predicates.ts'
import { readPredicate } from './read-predicate.ts'
import { type ClaimContext, readValues } from './read-values.ts'
import { numberOf, reaches, type Token, tokensOf, written } from './tokens.ts'

interface Opening {
  readonly quantifier: Quantifier
  readonly counts: Claim['counts']
  readonly where: readonly Condition[]
  readonly exclusive?: true
  readonly next: number
}

const opened = (
  kind: 'every' | 'no' | 'some',
  next: number,
  where: readonly Condition[] = [],
  counts: Claim['counts'] = 'sign-ins',
): Parsed<Opening> => ({ ok: true, value: { quantifier: { kind }, counts, where, next } })

const success: Condition = { key: 'success', values: ['yes', 'conflict'], negated: false }

/** `sign-in`, `successful sign-in`, `client`: what a claim about sign-ins counts. */
function signIns(
  tokens: readonly Token[],
  at: number,
): { readonly next: number; readonly where: readonly Condition[] } | undefined {
  const successful = reaches(tokens, at, ['successful'])
  const from = successful ?? at
  const nouns = [['sign-in'], ['sign-ins'], ['client'], ['clients']]
  const next = nouns.map((noun) => reaches(tokens, from, noun)).find((place) => place !== undefined)
  return next === undefined ? undefined : { next, where: successful === undefined ? [] : [success] }
}

function people(context: ClaimContext, tokens: readonly Token[], at: number, quantifier: Quantifier): Parsed<Opening> {
  const read = readValues(context, tokens, at, peopleSlots)
  if (!read.ok) return read
  const { value, next } = read.value
  return { ok: true, value: { quantifier, counts: 'people', where: withoutEverybody([value]), next } }
}

/** A condition that names everyone excludes no one. */
const withoutEverybody = (where: readonly Condition[]): readonly Condition[] =>
  where.filter(({ key, values, negated }) => negated || key !== 'people' || !values.includes('everybody'))

function counted(context: ClaimContext, tokens: readonly Token[], at: number): Parsed<Opening> | undefined {
  const most = reaches(tokens, at, ['at', 'most'])
  const least = reaches(tokens, at, ['at', 'least'])
  const place = most ?? least
  if (place === undefined) return undefined
  const count = numberOf(tokens[place])
  if (count === undefined)
    return refused(`\`${tokens[place]?.text ?? ''}\` is not a number`, 'write `at most two people ...`')
  const quantifier: Quantifier = { kind: most === undefined ? 'at-least' : 'at-most', count }
  const found = signIns(tokens, place + 1)
  if (found !== undefined) return { ok: true, value: { quantifier, counts: 'sign-ins', ...found } }
  return people(context, tokens, place + 1, quantifier)
}

/** `only service accounts ...`: no one else matches. */
function exclusive(context: ClaimContext, tokens: readonly Token[], at: number): Parsed<Opening> | undefined {
  const place = reaches(tokens, at, ['only'])
  if (place === undefined) return undefined
  const read = readValues(context, tokens, place, subjectSlots)
  if (!read.ok) return read
  const { value, next } = read.value
  const where = [{ ...value, negated: true }]
  return { ok: true, value: { quantifier: { kind: 'no' }, counts: 'sign-ins', where, next, exclusive: true } }
}

function open(context: ClaimContext, tokens: readonly Token[]): Parsed<Opening> {
  for (const kind of ['every', 'no', 'some'] as const) {
    const place = reaches(tokens, 0, [kind])
    if (place === undefined) continue
    const found = signIns(tokens, place)
    if (found !== undefined) return opened(kind, found.next, found.where)
    if (kind !== 'every') return people(context, tokens, place, { kind })
    return refused(
      `\`every ${tokens[place]?.text ?? ''}\` is not a claim about sign-ins`,
      'write `every sign-in by ...`, or `... always ...`',
    )
  }
  const nobody = reaches(tokens, 0, ['nobody'])
  if (nobody !== undefined) return opened('no', nobody, [], 'people')
  return counted(context, tokens, 0) ?? exclusive(context, tokens, 0) ?? subject(context, tokens)
}

/** A claim that starts with its subject: `administrators are never blocked`. */
function subject(context: ClaimContext, tokens: readonly Token[]): Parsed<Opening> {
  const read = readValues(context, tokens, 0, subjectSlots)
  if (!read.ok)
    return refused(
      `\`${written(tokens, 0, tokens.length)}\` is not a claim`,
      'a claim starts with `every sign-in`, `no sign-in`, `some sign-in`, `nobody`, `only`, `at most two people`, or with its subject: `legacy clients get in nowhere`',
    )
  const { value, next } = read.value
  return { ok: true, value: { quantifier: { kind: 'some' }, counts: 'sign-ins', where: [value], next } }
}

interface Filtered {
  readonly where: readonly Condition[]
  readonly occasion?: Occasion
  readonly next: number
}

function filters(context: ClaimContext, tokens: readonly Token[], start: number): Parsed<Filtered> {
  const where: Condition[] = []
  let occasion: Occasion | undefined
  let next = start
  while (next < tokens.length) {
    const read = readFilter(context, tokens, next)
    if (read === undefined) break
    if (!read.ok) return read
    const { value } = read.value
    if (value.kind === 'condition') where.push(value.condition)
    else if (occasion !== undefined) return refused('the claim has two dates', 'write `between D1 and D2` for a time')
    else occasion = value.occasion
    next = read.value.next
  }
  return { ok: true, value: { where, next, ...(occasion === undefined ? {} : { occasion }) } }
}

interface Adverb {
  readonly tokens: readonly Token[]
  readonly quantifier: Quantifier
}

const isWord = (token: Token | undefined, ...words: readonly string[]): boolean =>
  token !== undefined && !token.quoted && words.includes(token.text.toLowerCase())

/** Removes `always` and `never` from the assertion; without them, only `get in nowhere` implies a quantifier. */
function adverb(tokens: readonly Token[], at: number): Adverb | undefined {
  for (const place of [at, at + 1]) {
    if (!isWord(tokens[place], 'always', 'never')) continue
    const kind = isWord(tokens[place], 'always') ? 'every' : 'no'
    return { tokens: [...tokens.slice(0, place), ...tokens.slice(place + 1)], quantifier: { kind } }
  }
  return reaches(tokens, at + 1, ['in', 'nowhere']) === undefined
    ? undefined
    : { tokens, quantifier: { kind: 'every' } }
}

const isAboutSubject = (tokens: readonly Token[]): boolean =>
  !isWord(tokens[0], 'every', 'no', 'some', 'nobody', 'only', 'at')

function finish(
  context: ClaimContext,
  tokens: readonly Token[],
  { quantifier, counts, where, exclusive }: Opening,
  before: Filtered,
): Parsed<Claim> {
  const said = readPredicate(context, tokens, before.next)
  if (!said.ok) return said
  const after = filters(context, tokens, said.value.next)
  if (!after.ok) return after
  if (after.value.next < tokens.length)
    return refused(
      `\`${written(tokens, after.value.next, tokens.length)}\` is not understood`,
      `understood so far: ${written(tokens, 0, after.value.next)}`,
    )
  if (before.occasion !== undefined && after.value.occasion !== undefined)
    return refused('the claim has two dates', 'write `between D1 and D2` for a time')
  const { says, ofSuccess, about } = said.value.value
  const all = withoutEverybody([
    ...where,
    ...(presupposed(ofSuccess, quantifier) ? [success] : []),
    ...before.where,
    ...about,
    ...after.value.where,
  ])
  const occasion = before.occasion ?? after.value.occasion
  const claim: Claim = {
    quantifier,
    counts,
    where: distinct(all),
    says,
    ...(occasion === undefined ? {} : { occasion }),
    ...(exclusive && { exclusive }),
  }
  return sensible(claim)
}

/**
 * `always`: failed sign-ins are not covered. `unless-every`: they are covered only if the claim is about every sign-in.
 */
const presupposed = (ofSuccess: OfSuccess, { kind }: Quantifier): boolean =>
  ofSuccess === 'always' || (ofSuccess === 'unless-every' && kind !== 'every')

const distinct = (conditions: readonly Condition[]): readonly Condition[] => {
  const known = new Map(conditions.map((condition) => [JSON.stringify(condition), condition]))
  return [...known.values()]
}

function sensible(claim: Claim): Parsed<Claim> {
  if (claim.says !== 'loses-access') return { ok: true, value: claim }
  if (claim.quantifier.kind !== 'no' && claim.quantifier.kind !== 'at-most')
    return refused(
      'a claim about losing access starts with `nobody` or `at most`',
      'write `nobody loses access on 2026-10-01`',
    )
  if (claim.occasion === undefined)
    return refused('a claim about losing access needs a date', 'write `on 2026-10-01` or `between D1 and D2`')
  return { ok: true, value: claim }
}

/** Parses a claim; names are resolved in the tenant. */
export function parseClaim(context: ClaimContext, text: string): Parsed<Claim> {
  const tokens = tokensOf(text.trim())
  const opening = open(context, tokens)
  if (!opening.ok) return opening
  const before = filters(context, tokens, opening.value.next)
  if (!before.ok) return before
  if (!isAboutSubject(tokens)) return finish(context, tokens, opening.value, before.value)
  const found = adverb(tokens, before.value.next)
  if (found === undefined)
    return refused(
      `\`${written(tokens, 0, tokens.length)}\` has no quantity`,
      'write `always` or `never`: `administrators are never blocked`',
    )
  return finish(context, found.tokens, { ...opening.value, quantifier: found.quantifier }, before.value)
}
