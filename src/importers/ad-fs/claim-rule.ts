/** What a condition compares of a claim. */
export type ClaimProperty = 'type' | 'value' | 'issuer' | 'originalissuer' | 'valuetype' | 'properties'

/** How the claim rule language compares. */
export type Comparison = '==' | '!=' | '=~' | '!~'

/** One comparison of a claim; `text` is undefined if it is computed from another claim. */
export interface ClaimTest {
  readonly property: ClaimProperty
  readonly comparison: Comparison
  readonly text?: string
}

/** One condition of a claim rule: that there is such a claim, that there is none, or how many there are. */
export interface RuleCondition {
  readonly holds: 'exists' | 'absent' | 'counted'
  /** The name by which the rest of the rule refers to the claim. */
  readonly variable?: string
  readonly tests: readonly ClaimTest[]
}

/** What a claim rule does. */
export interface Issuance {
  /** `issue` puts the claim into the token as well; `add` shows it to later rules only. */
  readonly kind: 'issue' | 'add'
  /** The claim that is passed on as it is. */
  readonly copies?: string
  /** The types of the claims that are made. */
  readonly types: readonly string[]
  /** The value, where it is written in the rule. */
  readonly value?: string
}

/** One rule of a set of claim rules. */
export interface ClaimRule {
  readonly name?: string
  readonly conditions: readonly RuleCondition[]
  readonly issuance: Issuance
}

/** A rule of a set, or the text that could not be read. */
export type ReadRule =
  | { readonly ok: true; readonly rule: ClaimRule }
  | { readonly ok: false; readonly name?: string; readonly near: string }
