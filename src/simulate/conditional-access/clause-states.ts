import type { MaskStore } from '../../memory/mask-store.ts'
import type { KeyStore } from '../../memory/stores.ts'
import type { CombinedDecision } from '../../vocabulary/policies.ts'
import type { Clause } from './clauses.ts'

/** What is left of one clause: nothing, controls that can be met, only such as cannot, or some that is not understood. */
export type ClauseState =
  | { readonly kind: 'met' }
  | { readonly kind: 'open' | 'impossible'; readonly clause: Clause }
  | { readonly kind: 'unknown'; readonly facts: readonly string[] }

/** The result of a set of clauses. */
export interface Requirement {
  /** All must hold, any one control meets a clause, in the order in which the vendor asks. */
  readonly required: readonly (readonly string[])[]
  /** Strengths that nobody declares, among those required. */
  readonly unresolved: readonly string[]
  /** Equal for requirements that demand the same. */
  readonly key: string
}

/** How every clause of a tenant stands for sign-ins that bring the same along. */
export interface DemandContext {
  readonly legacy: boolean
  readonly states: readonly ClauseState[]
  /** Requirements made so far, by the indexes of their clauses. */
  readonly requirements: KeyStore<string | number, Requirement>
  /** Decisions of policies that apply for sure, by which they are. */
  readonly decided: MaskStore<Readonly<CombinedDecision>>
}
