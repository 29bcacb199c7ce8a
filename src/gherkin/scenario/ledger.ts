import { hookProblem, problem } from './problem.ts'

/** What a vocabulary step does: it sets something up, performs an action, or asserts. */
export type StepKeyword = 'Given' | 'When' | 'Then'

/** The part of a vocabulary step that the ledger reads. */
export interface RunningStep {
  readonly keyword: StepKeyword
  readonly pattern: string
}

/** How Gherkin classifies the keyword of a line; `And` and `But` inherit that of the line before, `*` has none. */
export type LineType = 'Context' | 'Action' | 'Outcome' | 'Unknown'

/** One line of a scenario: its classification, and whether a vocabulary step ran it. */
interface Line {
  readonly type: LineType
  readonly text: string
  known: boolean
}

/** What a scenario has set up and asserted; a scenario passes only if every described sign-in was asserted. */
export interface Ledger {
  readonly lines: Line[]
  /** The step that runs now. */
  running: StepKeyword | undefined
  /** Number of assertion steps that passed. */
  assertions: number
  /** Number of comparisons in the running step so far. */
  comparisons: number
  /** The latest sign-in, and whether an assertion has covered it. */
  signIn: { readonly words: string; asserted: boolean } | undefined
  /** The first change since the last assertion. */
  change: string | undefined
}

/** An empty ledger. */
export function newLedger(): Ledger {
  return { lines: [], running: undefined, assertions: 0, comparisons: 0, signIn: undefined, change: undefined }
}

/** Records that a line is about to run; a vocabulary step claims it. */
export function beginLine(ledger: Ledger, type: LineType, text: string): void {
  ledger.lines.push({ type, text, known: false })
}

/** Runs a vocabulary step under the rules that prevent meaningless passes. */
export function runInLedger(ledger: Ledger, definition: RunningStep, run: () => void): void {
  const line = ledger.lines.at(-1)
  if (line !== undefined) line.known = true
  admit(ledger, definition, line?.type ?? 'Unknown')
  ledger.running = definition.keyword
  ledger.comparisons = 0
  try {
    run()
  } finally {
    ledger.running = undefined
  }
  if (definition.keyword !== 'Then') {
    ledger.change ??= line?.text ?? definition.pattern
    return
  }
  if (ledger.comparisons === 0) throw problem('the step found nothing to compare, so it does not assert anything')
  ledger.assertions += 1
  ledger.change = undefined
}

/**
 * The effect of a step decides, not its keyword: after Then, where a reader expects an assertion, only an assertion is
 * allowed.
 */
function admit({ assertions }: Ledger, { keyword, pattern }: RunningStep, type: LineType): void {
  if (keyword === 'Then') return
  if (type === 'Outcome')
    throw problem(
      `the step looks like an assertion but is not one: \`${pattern}\` ${keyword === 'Given' ? 'sets up the scenario' : 'performs an action'}\n  start the line with ${keyword}${keyword === 'Given' ? ', before the first assertion' : ''}`,
    )
  if (assertions === 0) return
  if (keyword === 'Given')
    throw problem(
      'a setting after an assertion changes what was asserted\n  move it before the first assertion, or into a separate scenario',
    )
  if (type !== 'Action') throw problem('an action after an assertion must start with When')
}

/** Rejects changes to the scenario while an assertion runs. */
export function mayChange({ running }: Ledger): void {
  if (running === 'Then') throw new Error('an assertion must not change what it asserts')
}

/** Records a sign-in; the previous one must have been asserted. */
export function describeSignIn(ledger: Ledger, words: string): void {
  refuseUnasserted(ledger)
  ledger.signIn = { words, asserted: false }
}

/** Records that an assertion covers the latest sign-in. */
export function assertSignIn({ signIn }: Ledger): void {
  if (signIn !== undefined) signIn.asserted = true
}

/** Records a number of comparisons made by the running step. */
export function compared(ledger: Ledger, count = 1): void {
  ledger.comparisons += count
}

function refuseUnasserted({ signIn }: Ledger): void {
  if (signIn === undefined || signIn.asserted) return
  throw hookProblem(
    `no step asserts the sign-in described before: ${signIn.words}\n  add a Then after its When, or move it to a separate scenario`,
  )
}

/** Fails a scenario that would pass although part of it was not asserted. */
export function closeLedger(ledger: Ledger): void {
  refuseUnasserted(ledger)
  if (ledger.change !== undefined && ledger.assertions > 0)
    throw hookProblem(`nothing is asserted after \`${ledger.change}\`\n  add a Then after it, or remove it`)
  const foreign = ledger.lines.some(({ type, known }) => !known && type === 'Outcome')
  if (ledger.assertions === 0 && !foreign)
    throw hookProblem('no assertion ran, so the scenario does not assert anything')
}
