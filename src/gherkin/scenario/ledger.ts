import { hookProblem, problem } from './problem.ts'

/** What a step of the vocabulary does: it sets something up, lets something happen, or asserts. */
export type StepKeyword = 'Given' | 'When' | 'Then'

/** A step of the vocabulary, as far as the ledger looks at it. */
export interface RunningStep {
  readonly keyword: StepKeyword
  readonly pattern: string
}

/** How Gherkin reads the keyword of a line; `And` and `But` take that of the line before, `*` has none. */
export type LineType = 'Context' | 'Action' | 'Outcome' | 'Unknown'

/** One line of a scenario: how its keyword is read, and whether a step of the vocabulary ran it. */
interface Line {
  readonly type: LineType
  readonly text: string
  known: boolean
}

/** What a scenario has set up and what it has asserted of it; a scenario passes only when nothing stays undetermined. */
export interface Ledger {
  readonly lines: Line[]
  /** The step that runs now. */
  running: StepKeyword | undefined
  /** Assertion steps that held. */
  assertions: number
  /** Things that the running step has compared so far. */
  comparisons: number
  /** The sign-in described last, and whether an assertion has looked at it. */
  signIn: { readonly words: string; asserted: boolean } | undefined
  /** The first change since the last assertion. */
  change: string | undefined
}

/** The ledger of a scenario in which nothing has been said yet. */
export function newLedger(): Ledger {
  return { lines: [], running: undefined, assertions: 0, comparisons: 0, signIn: undefined, change: undefined }
}

/** Notes that a line is about to run; a step of the vocabulary takes it over. */
export function beginLine(ledger: Ledger, type: LineType, text: string): void {
  ledger.lines.push({ type, text, known: false })
}

/** Runs a step of the vocabulary under the rules that make a passing scenario mean something. */
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

/** What a step does decides, not the keyword before it: only an assertion can stand where a reader expects one. */
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

/** Refuses to change the scenario while an assertion looks at it. */
export function mayChange({ running }: Ledger): void {
  if (running === 'Then') throw new Error('an assertion must not change what it asserts')
}

/** Notes a sign-in; the one before must have been asserted. */
export function describeSignIn(ledger: Ledger, words: string): void {
  refuseUnasserted(ledger)
  ledger.signIn = { words, asserted: false }
}

/** Notes that an assertion looks at the sign-in described last. */
export function assertSignIn({ signIn }: Ledger): void {
  if (signIn !== undefined) signIn.asserted = true
}

/** Notes that the running step has compared so many things with what it says. */
export function compared(ledger: Ledger, count = 1): void {
  ledger.comparisons += count
}

function refuseUnasserted({ signIn }: Ledger): void {
  if (signIn === undefined || signIn.asserted) return
  throw hookProblem(
    `no step asserts the sign-in described before: ${signIn.words}\n  add a Then after its When, or move it to a separate scenario`,
  )
}

/** Fails a scenario that would pass although something in it is not asserted. */
export function closeLedger(ledger: Ledger): void {
  refuseUnasserted(ledger)
  if (ledger.change !== undefined && ledger.assertions > 0)
    throw hookProblem(`nothing is asserted after \`${ledger.change}\`\n  add a Then after it, or remove it`)
  const foreign = ledger.lines.some(({ type, known }) => !known && type === 'Outcome')
  if (ledger.assertions === 0 && !foreign)
    throw hookProblem('no assertion ran, so the scenario does not assert anything')
}
