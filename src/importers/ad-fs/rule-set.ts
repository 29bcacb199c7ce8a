import type { ClaimRuleProblem } from '../../source/diagnostics/estate-codes.ts'
import type { ClaimRule } from './claim-rule.ts'
import { claimType } from './claim-types.ts'
import { parseClaimRules } from './parse-claim-rules.ts'
import { type Alternatives, allOf, type MadeClaim, waysOf } from './rule-conditions.ts'

/** A claim that a rule can put into the token, with its value if the rule states it. */
export interface IssuedClaim {
  readonly rule: string
  readonly type: string
  readonly value?: string
  readonly ways: Alternatives
}

/** A rule with an unknown effect. */
export interface OpenRule {
  readonly rule: string
  readonly problem: ClaimRuleProblem
  /** The start of the unreadable part. */
  readonly near?: string
  /** The types that it issues, where they can be read. */
  readonly types: readonly string[]
}

/** What a set of claim rules issues. */
export interface RuleSet {
  readonly issued: readonly IssuedClaim[]
  readonly open: readonly OpenRule[]
}

interface Reading {
  readonly made: Map<string, readonly MadeClaim[]>
  /** Claim types that a rule issues under unknown conditions. */
  readonly lost: Set<string>
  readonly issued: IssuedClaim[]
  readonly open: OpenRule[]
}

/** The claim types that a rule issues: stated in the rule, or taken from the claim that it passes on. */
function typesOf({ conditions, issuance: { copies, types } }: ClaimRule): readonly string[] {
  if (copies === undefined) return types.map(claimType)
  const copied = conditions.find(({ variable }) => variable === copies)?.tests ?? []
  return copied.flatMap(({ property, comparison, text }) =>
    property === 'type' && comparison === '==' && text !== undefined ? [claimType(text)] : [],
  )
}

/** The value of the claim that a rule issues, if the rule states it. */
function issuedValue({ conditions, issuance }: ClaimRule): string | undefined {
  if (issuance.copies === undefined) return issuance.value
  const copied = conditions.find(({ variable }) => variable === issuance.copies)?.tests ?? []
  return copied.find(({ property, comparison }) => property === 'value' && comparison === '==')?.text
}

function takeRule({ made, lost, issued, open }: Reading, rule: ClaimRule, name: string): void {
  const types = typesOf(rule)
  const found = allOf(rule.conditions.map((condition) => waysOf(condition, made)))
  if ('problem' in found) {
    open.push({ rule: name, problem: found.problem, types })
    // Later rules that ask for such a claim cannot be judged either.
    for (const type of types) {
      lost.add(type)
      made.delete(type)
    }
    return
  }
  const value = issuedValue(rule)
  const written = value === undefined ? {} : { value }
  for (const type of types) {
    if (!lost.has(type)) made.set(type, [...(made.get(type) ?? []), { ways: found.ways, ...written }])
    if (rule.issuance.kind === 'issue') issued.push({ rule: name, type, ways: found.ways, ...written })
  }
}

/** Reads a set of claim rules in the order of AD FS: each rule sees the claims that earlier rules issued. */
export function readRuleSet(text: string): RuleSet {
  const reading: Reading = { made: new Map(), lost: new Set(), issued: [], open: [] }
  for (const [index, read] of parseClaimRules(text).entries()) {
    if (read.ok) takeRule(reading, read.rule, read.rule.name ?? `rule ${index + 1}`)
    else reading.open.push({ rule: read.name ?? `rule ${index + 1}`, problem: 'syntax', near: read.near, types: [] })
  }
  return reading
}
