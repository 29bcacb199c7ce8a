import type { ClaimProperty, ClaimTest, Comparison, Issuance, ReadRule, RuleCondition } from './claim-rule.ts'
import { type RuleToken, ruleTokens } from './claim-rule-tokens.ts'

interface Scan {
  readonly text: string
  readonly tokens: readonly RuleToken[]
  at: number
  /** The token from which on the rule cannot be read. */
  failedAt?: number
  depth: number
}

/** No rule nests calls this deep. */
const deepest = 32

/** Notes that the rule cannot be read, and moves to the end, where every reader stops. */
function fail(scan: Scan): void {
  scan.failedAt ??= Math.max(0, scan.at - 1)
  scan.at = scan.tokens.length
}

const properties: readonly [ClaimProperty, ...ClaimProperty[]] = [
  'type',
  'value',
  'issuer',
  'originalissuer',
  'valuetype',
  'properties',
]
const comparisons: readonly [Comparison, ...Comparison[]] = ['==', '!=', '=~', '!~']

const current = (scan: Scan): RuleToken => scan.tokens[scan.at] ?? { kind: 'end', text: '', start: scan.text.length }
const isSign = (scan: Scan, text: string): boolean => current(scan).kind === 'sign' && current(scan).text === text
const isWord = (scan: Scan, text: string): boolean => current(scan).kind === 'word' && current(scan).text === text

function next(scan: Scan): RuleToken {
  const token = current(scan)
  scan.at += 1
  return token
}

function take(scan: Scan, text: string): void {
  if (next(scan).text !== text) fail(scan)
}

function takeIf(scan: Scan, text: string): boolean {
  const found = isSign(scan, text)
  if (found) scan.at += 1
  return found
}

function takeKind(scan: Scan, kind: RuleToken['kind']): string {
  const token = next(scan)
  if (token.kind !== kind) fail(scan)
  return token.text
}

/** One of a few words, which have no case in this language; the first of them where it is another, which is noted. */
function oneOf<Word extends string>(scan: Scan, known: readonly [Word, ...Word[]], text: string): Word {
  const found = known.find((one) => one === text)
  if (found === undefined) fail(scan)
  return found ?? known[0]
}

/** A reference to a property of another claim: `c.Value`, `c.Properties["..."]`. */
function takeReference(scan: Scan): void {
  takeKind(scan, 'word')
  while (takeIf(scan, '.') || isSign(scan, '[')) {
    if (takeIf(scan, '[')) {
      takeKind(scan, 'string')
      take(scan, ']')
    } else takeKind(scan, 'word')
  }
}

/** The text of a value; undefined if it is computed: of another claim, by `RegExReplace`, of several parts. */
function takeValue(scan: Scan): string | undefined {
  if (scan.depth > deepest) fail(scan)
  let text: string | undefined
  let parts = 0
  do {
    parts += 1
    if (current(scan).kind === 'string') text = next(scan).text
    else {
      text = undefined
      takeReference(scan)
      if (takeIf(scan, '(')) takeArguments(scan)
    }
  } while (takeIf(scan, '+'))
  return parts === 1 ? text : undefined
}

function takeArguments(scan: Scan): void {
  scan.depth += 1
  do takeValue(scan)
  while (takeIf(scan, ','))
  take(scan, ')')
  scan.depth -= 1
}

function takeTest(scan: Scan): ClaimTest {
  const property = oneOf(scan, properties, takeKind(scan, 'word'))
  if (property === 'properties') {
    take(scan, '[')
    takeKind(scan, 'string')
    take(scan, ']')
  }
  const comparison = oneOf(scan, comparisons, takeKind(scan, 'sign'))
  const text = takeValue(scan)
  return { property, comparison, ...(text === undefined ? {} : { text }) }
}

function takeSelector(scan: Scan): readonly ClaimTest[] {
  take(scan, '[')
  const tests: ClaimTest[] = []
  if (takeIf(scan, ']')) return tests
  do tests.push(takeTest(scan))
  while (takeIf(scan, ','))
  take(scan, ']')
  return tests
}

function takeCondition(scan: Scan): RuleCondition {
  const negated = isWord(scan, 'not')
  if (negated) scan.at += 1
  if (isWord(scan, 'exists') || isWord(scan, 'count')) {
    const counted = next(scan).text === 'count'
    take(scan, '(')
    const tests = takeSelector(scan)
    take(scan, ')')
    if (!counted) return { holds: negated ? 'absent' : 'exists', tests }
    oneOf(scan, ['==', '!=', '>=', '<=', '>', '<'], takeKind(scan, 'sign'))
    takeKind(scan, 'word')
    return { holds: 'counted', tests }
  }
  if (negated) fail(scan)
  if (isSign(scan, '[')) return { holds: 'exists', tests: takeSelector(scan) }
  const variable = takeKind(scan, 'word')
  take(scan, ':')
  return { holds: 'exists', variable, tests: takeSelector(scan) }
}

function takeTypes(scan: Scan): readonly string[] {
  const types: string[] = []
  take(scan, '(')
  do types.push(takeKind(scan, 'string'))
  while (takeIf(scan, ','))
  take(scan, ')')
  return types
}

function takeIssuance(scan: Scan): Issuance {
  const kind = oneOf(scan, ['issue', 'add'], takeKind(scan, 'word'))
  const made: { copies?: string; types: readonly string[]; value?: string } = { types: [] }
  take(scan, '(')
  do {
    const name = takeKind(scan, 'word')
    if (name === 'properties') {
      take(scan, '[')
      takeKind(scan, 'string')
      take(scan, ']')
    }
    take(scan, '=')
    if (name === 'types') made.types = takeTypes(scan)
    else if (name === 'claim') made.copies = takeKind(scan, 'word')
    else {
      const text = takeValue(scan)
      if (name === 'type' && text !== undefined) made.types = [text]
      if (name === 'value' && text !== undefined) made.value = text
    }
  } while (takeIf(scan, ','))
  take(scan, ')')
  return { kind, ...made }
}

/** `@RuleTemplate = "..."`, `@RuleName = "..."`; gives the name. */
function takeDirectives(scan: Scan): string | undefined {
  let name: string | undefined
  while (takeIf(scan, '@')) {
    const directive = takeKind(scan, 'word')
    take(scan, '=')
    const text = takeKind(scan, 'string')
    if (directive === 'rulename') name = text
  }
  return name
}

/** Moves past the rule that cannot be read: to the end of its statement, or to where the next rule begins. */
function skipRule(scan: Scan, from: number): void {
  scan.at = from + 1
  while (current(scan).kind !== 'end' && !isSign(scan, '@')) if (next(scan).text === ';') return
}

function takeConditions(scan: Scan): readonly RuleCondition[] {
  const conditions: RuleCondition[] = []
  if (isSign(scan, '=>')) return conditions
  do conditions.push(takeCondition(scan))
  while (takeIf(scan, '&&'))
  return conditions
}

function takeRule(scan: Scan): ReadRule {
  delete scan.failedAt
  scan.depth = 0
  const name = takeDirectives(scan)
  const named = name === undefined ? {} : { name }
  const conditions = takeConditions(scan)
  take(scan, '=>')
  const issuance = takeIssuance(scan)
  if (scan.failedAt !== undefined) {
    const start = scan.tokens[scan.failedAt]?.start ?? scan.text.length
    skipRule(scan, scan.failedAt)
    return { ok: false, ...named, near: scan.text.slice(start, start + 30).trim() }
  }
  // Rules that were put together by hand may lack what separates them.
  while (takeIf(scan, ';'));
  return { ok: true, rule: { ...named, conditions, issuance } }
}

/** Parses a set of claim rules; recovers after an unreadable rule. */
export function parseClaimRules(text: string): readonly ReadRule[] {
  const scan: Scan = { text, tokens: ruleTokens(text), at: 0, depth: 0 }
  const rules: ReadRule[] = []
  while (current(scan).kind !== 'end') rules.push(takeRule(scan))
  return rules
}
