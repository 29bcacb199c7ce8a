/** How an order of stages ends, or a step in it. `impossible`: a stage changes what is not there yet. */
export type OrderAnswer = 'nobody-stranded' | 'open' | 'stranded' | 'impossible'

/** What happens when a stage follows upon others, and who or what shows it. */
export interface Verdict {
  readonly answer: OrderAnswer
  readonly because?: string
}

/** An order in which nobody is known to be stranded. */
export interface FoundOrder {
  /** The stages by their numbers in the plan. */
  readonly stages: readonly number[]
  /** Undetermined: a step of it leaves open whether someone is stranded. */
  readonly answer: 'nobody-stranded' | 'open'
  /** Pairs of stages that stand the other way round in the plan. */
  readonly swapped: number
}

/** The orders of the stages of a plan that were tried. */
export interface OrdersResult {
  readonly plan: string
  readonly file: string
  readonly stages: readonly string[]
  /** Orders that the stages have. */
  readonly possible: number
  /** Steps from one set of stages to the next that were played. */
  readonly steps: number
  /** Whether every order was decided. */
  readonly complete: boolean
  /** Why the order of the plan strands someone; absent where it does not. */
  readonly planned: Verdict & { readonly stage?: number }
  /** Those closest to the plan first. */
  readonly orders: readonly FoundOrder[]
  /** Pairs of stages, the first of which comes before the second in every order found. */
  readonly always: readonly (readonly [number, number])[]
}
