import type { blocksOf } from '../scenario/feature-block.ts'
import { assertSignIn, beginLine, closeLedger, type LineType, runInLedger } from '../scenario/ledger.ts'
import { problem, sessionOfProblem } from '../scenario/problem.ts'
import type { SignInWorld } from '../scenario/world.ts'
import type { StepDefinition } from '../steps/definition.ts'
import type { MatchedArgument, Pickle } from './cucumber-parts.ts'
import { cleanMessage, messageOf } from './step-result.ts'

/** An error in a feature that can be found without running it; lines and columns start at 1. */
export interface FeatureProblem {
  readonly line: number
  readonly message: string
  /** The step, or its invalid words, as they appear in the line. */
  readonly text?: string
  /** Whether the whole step is unknown. */
  readonly undefinedStep?: true
}

/** A parameter of a step, with its words. */
export interface ReadArgument {
  readonly type: string
  readonly text: string
  readonly value?: unknown
}

/** One step of one scenario, with its placeholders filled. */
export interface ReadStep {
  readonly line: number
  readonly text: string
  readonly definition: StepDefinition | undefined
  readonly args: readonly ReadArgument[]
}

/** A sentence matched to a vocabulary step. */
export interface Matched {
  readonly definition: StepDefinition
  readonly args: readonly MatchedArgument[]
}

/** Why a scenario whose assertions were run fails; open where the sign-in that it asserts is undetermined. */
export interface ScenarioFailure {
  readonly message: string
  readonly open: boolean
}

/** A step with what is wrong with it, or with what it asserts. */
export type StepRead = {
  readonly step: Omit<ReadStep, 'line'>
  readonly problem?: Omit<FeatureProblem, 'line'>
  readonly failure?: ScenarioFailure
}

/** How far a step is run: not at all after a mistake, and its assertion only if asked for. */
export interface RunDepth {
  readonly broken: boolean
  readonly asserts: boolean
}

const noLogsInGates = 'a gate is judged at once, so it cannot read sign-in logs'

/** Reads a step: finds its words, and runs it; an assertion only if asked for. */
export function readStep(
  match: (text: string) => Matched | undefined,
  step: Pickle['steps'][number],
  world: SignInWorld,
  blocks: ReturnType<typeof blocksOf>,
  { broken, asserts }: RunDepth,
): StepRead {
  const { text } = step
  const matched = match(text)
  const type: LineType = step.type ?? 'Unknown'
  beginLine(world.ledger, type, text)
  if (matched === undefined) {
    const message = messageOf('undefined', text, undefined) ?? ''
    return { step: { text, definition: undefined, args: [] }, problem: { message, text, undefinedStep: true } }
  }
  const { definition } = matched
  if (broken) return { step: { text, definition, args: matched.args.map(wordsOf) } }
  const args: ReadArgument[] = []
  try {
    for (const argument of matched.args) {
      args.push(wordsOf(argument))
      args[args.length - 1] = { ...wordsOf(argument), value: argument.getValue({ world }) }
    }
  } catch (thrown) {
    const words = args.at(-1)?.text
    const problem = { message: problemText(thrown), ...(words === undefined ? {} : { text: words }) }
    return { step: { text, definition, args: matched.args.map(wordsOf) }, problem }
  }
  const own = { text, definition, args }
  if (definition.keyword === 'Then' && !asserts) {
    assume(world)
    return { step: own }
  }
  if (definition.prepare !== undefined) return { step: own, problem: { message: noLogsInGates, text } }
  const thrown = act(definition, step, args, world, blocks)
  if (thrown === undefined) return { step: own }
  return definition.keyword === 'Then'
    ? { step: own, failure: failureOf(thrown) }
    : { step: own, problem: { message: problemText(thrown) } }
}

const failureOf = (thrown: unknown): ScenarioFailure => ({
  message: problemText(thrown),
  open: sessionOfProblem(thrown)?.verdict.kind === 'undetermined',
})

/** Why a scenario that passed asserts less than it says. */
export function closingFailure({ ledger }: SignInWorld): ScenarioFailure | undefined {
  try {
    closeLedger(ledger)
    return undefined
  } catch (thrown) {
    return failureOf(thrown)
  }
}

const problemText = (thrown: unknown): string => cleanMessage(thrown instanceof Error ? thrown.message : String(thrown))

const wordsOf = (argument: MatchedArgument): ReadArgument => ({
  type: (argument.getParameterType().name ?? 'string').replace(/^authplan-/, ''),
  text: argument.group.value ?? '',
})

/** An assertion is not run; that it looks at the sign-in before it has to be assumed. */
function assume({ ledger }: SignInWorld): void {
  assertSignIn(ledger)
  ledger.assertions += 1
  ledger.change = undefined
}

/** Runs a step; what it throws, or undefined. */
function act(
  definition: StepDefinition,
  { argument }: Pickle['steps'][number],
  args: readonly ReadArgument[],
  world: SignInWorld,
  blocks: ReturnType<typeof blocksOf>,
): unknown {
  const rows = argument?.dataTable?.rows.map((row) => row.cells.map(({ value }) => value))
  const block = argument?.docString?.content ?? rows
  if (definition.block === 'table' && rows === undefined) return problem('the step needs a table below it')
  if (definition.block === 'text' && typeof block !== 'string')
    return problem('the step needs a text in triple quotes below it')
  try {
    world.block = definition.block === undefined || block === undefined ? undefined : blocks(block)
    const values = [...args.map(({ value }) => value), ...(definition.block === undefined ? [] : [block])]
    runInLedger(world.ledger, definition, () => definition.run(world, values))
    return undefined
  } catch (thrown) {
    return thrown
  }
}
