import type { ReachedStage } from '../../plan/play/feature-gates.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { blocksOf } from '../scenario/feature-block.ts'
import { enterStage } from '../scenario/take-tenant.ts'
import type { TenantCache } from '../scenario/tenant-cache.ts'
import { newWorld, type SignInWorld } from '../scenario/world.ts'
import type { StepDefinition } from '../steps/definition.ts'
import { emptyPlaces, emptyScenarioProblem, scenariosOf } from '../steps/never-green.ts'
import { allSteps } from '../steps/vocabulary.ts'
import type { CucumberParts, Expression, GherkinDocument, Pickle } from './cucumber-parts.ts'
import { expandExamples, type LineOrigin } from './expand-examples.ts'
import {
  closingFailure,
  type FeatureProblem,
  type Matched,
  type ReadStep,
  readStep,
  type ScenarioFailure,
} from './read-step.ts'

/** One scenario, or one row of its Examples. */
export interface ReadScenario {
  readonly name: string
  readonly line: number
  /** The line of the Examples row in the feature. */
  readonly row?: number
  readonly steps: readonly ReadStep[]
  /** Why it fails, where its assertions were run. */
  readonly failure?: ScenarioFailure
  /** What its settings and its actions come to; assertions are not run. */
  readonly world: SignInWorld
}

/** How a feature is read. */
export interface ReadOptions {
  /** The tenant in which it is read, where it is a gate of a plan. */
  readonly stage?: ReachedStage
  /** Other tenants than those of the reader. */
  readonly tenants?: TenantCache
  /** Whether its assertions are run. */
  readonly asserts?: true
}

/** A feature, read without running its assertions unless they are asked for. */
export interface ReadFeature {
  readonly document: GherkinDocument | undefined
  readonly scenarios: readonly ReadScenario[]
  readonly problems: readonly FeatureProblem[]
}

/** Reads features one at a time. */
export interface FeatureReader {
  readonly read: (name: string, text: string, options?: ReadOptions) => ReadFeature
  /** The step of the vocabulary that a sentence is. */
  readonly stepOf: (sentence: string) => StepDefinition | undefined
}

interface Reading extends Omit<ReadOptions, 'tenants'> {
  readonly parts: CucumberParts
  readonly match: (text: string) => Matched | undefined
  readonly tenants: TenantCache
  readonly reader: SourceReader
  readonly cwd: string
}

/** Maximum number of cached sentences. */
const mostSentences = 5000

/** A reader of the features of one project. */
export function featureReader(
  parts: CucumberParts,
  tenants: TenantCache,
  reader: SourceReader,
  cwd: string,
): FeatureReader {
  const compiled = allSteps.map((definition): readonly [StepDefinition, Expression] => [
    definition,
    parts.expression(definition.pattern),
  ])
  const find = (text: string): Matched | undefined => {
    for (const [definition, expression] of compiled) {
      const args = expression.match(text)
      if (args !== null) return { definition, args }
    }
    return undefined
  }
  // A sentence always matches the same step, and features are read on every keystroke.
  const known = new Map<string, Matched | undefined>()
  const match = (text: string): Matched | undefined => {
    if (!known.has(text)) {
      if (known.size >= mostSentences) known.clear()
      known.set(text, find(text))
    }
    return known.get(text)
  }
  const reading: Reading = { parts, match, tenants, reader, cwd }
  return {
    read: (name, text, options) => readOne({ ...reading, ...options }, name, text),
    stepOf: (text) => match(text)?.definition,
  }
}

function readOne(reading: Reading, name: string, text: string): ReadFeature {
  const expanded = expandExamples({ name, text }, reading.reader, reading.cwd)
  if (expanded !== undefined && 'message' in expanded)
    return { document: undefined, scenarios: [], problems: [{ line: expanded.line, message: expanded.message }] }
  const originOf = (line: number): LineOrigin => expanded?.origins[line - 1] ?? { line }
  let document: GherkinDocument
  try {
    document = reading.parts.parse(expanded?.text ?? text)
  } catch (thrown) {
    return { document: undefined, scenarios: [], problems: parseProblems(thrown, originOf) }
  }
  reading.tenants.beginRun()
  const empty = emptyPlaces(document).map(({ line, message }) => ({ line: originOf(line).line, message }))
  const lines = linesOf(document)
  const read = reading.parts
    .compile(document, name)
    .map((pickle) => scenarioOf(reading, name, document, lines, pickle, originOf))
  return {
    document,
    scenarios: read.map(({ scenario }) => scenario),
    problems: distinct([...empty, ...read.flatMap(({ problems }) => problems)]),
  }
}

/** Scenarios of one outline often share an error. */
function distinct(problems: readonly FeatureProblem[]): readonly FeatureProblem[] {
  const keyOf = ({ line, message, undefinedStep }: FeatureProblem): string => `${line} ${undefinedStep ? '' : message}`
  return [...new Map(problems.map((one) => [keyOf(one), one])).values()]
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function parseProblems(thrown: unknown, originOf: (line: number) => LineOrigin): readonly FeatureProblem[] {
  if (!(thrown instanceof Error)) return [{ line: 1, message: String(thrown) }]
  const errors = 'errors' in thrown && Array.isArray(thrown.errors) ? (thrown.errors as readonly unknown[]) : [thrown]
  return errors.map((one) => {
    const at = isObject(one) && 'location' in one && isObject(one.location) ? one.location : {}
    const line = 'line' in at && typeof at.line === 'number' ? at.line : 1
    const message = one instanceof Error ? one.message : String(one)
    return { line: originOf(line).line, message: message.replace(/^\(\d+:\d+\): /, '') }
  })
}

/** The lines of everything that pickles refer to, by id. */
function linesOf(document: GherkinDocument): ReadonlyMap<string, number> {
  const lines = new Map<string, number>()
  const children = document.feature?.children ?? []
  const backgrounds = children.flatMap(({ background, rule }) => [
    background,
    ...(rule?.children ?? []).map((child) => child.background),
  ])
  for (const background of backgrounds)
    for (const { id, location } of background?.steps ?? []) lines.set(id, location.line)
  for (const { id, location, steps, examples } of scenariosOf(document)) {
    lines.set(id, location.line)
    for (const step of steps) lines.set(step.id, step.location.line)
    for (const { tableBody } of examples) for (const row of tableBody) lines.set(row.id, row.location.line)
  }
  return lines
}

function scenarioOf(
  reading: Reading,
  name: string,
  document: GherkinDocument,
  lines: ReadonlyMap<string, number>,
  pickle: Pickle,
  originOf: (line: number) => LineOrigin,
): { readonly scenario: ReadScenario; readonly problems: readonly FeatureProblem[] } {
  const lineOf = (id: string | undefined): number => originOf(lines.get(id ?? '') ?? 1).line
  const { stage, asserts = false } = reading
  const world = newWorld(name, reading.tenants, { left: 0 }, { ...(stage && { gate: stage }) })
  if (stage !== undefined) enterStage(world, stage)
  const [scenarioId, rowId] = pickle.astNodeIds
  const line = lineOf(scenarioId)
  const problems: FeatureProblem[] = []
  const silent = emptyScenarioProblem(pickle, document)
  if (silent !== undefined) problems.push({ line: placeOf(silent, line, originOf), message: silent })
  const blocks = blocksOf(pickle, document, (at) => originOf(at).line)
  // After a failed setting, the following lines cannot be interpreted.
  let broken = false
  let failure: ScenarioFailure | undefined
  const steps = pickle.steps.map((step): ReadStep => {
    const at = lineOf(step.astNodeIds[0])
    // An invalid cell is located in its row, which fills the words of the step.
    const inRow = step.astNodeIds.length > 1
    const skipped = broken || failure !== undefined
    const read = readStep(reading.match, step, world, blocks, { broken: skipped, asserts })
    failure ??= read.failure
    if (read.problem !== undefined) {
      if (read.step.definition?.keyword !== 'Then') broken = true
      problems.push({ ...read.problem, line: inRow && isCell(read.problem) ? lineOf(rowId) : at })
    }
    return { ...read.step, line: at }
  })
  if (asserts && problems.length === 0) failure ??= closingFailure(world)
  const row = rowId === undefined ? {} : { row: lineOf(rowId) }
  return { scenario: { name: pickle.name, line, ...row, steps, world, ...(failure && { failure }) }, problems }
}

/** Whether the problem is about words of a known step. */
const isCell = ({ text, undefinedStep }: Omit<FeatureProblem, 'line'>): boolean => text !== undefined && !undefinedStep

/** The location that a message about a scenario names, otherwise the scenario. */
function placeOf(message: string, line: number, originOf: (line: number) => LineOrigin): number {
  const named = /\bon line (\d+)/.exec(message)?.[1]
  return named === undefined ? line : originOf(Number(named)).line
}
