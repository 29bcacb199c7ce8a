import type { DataTable, ITestCaseHookParameter, ITestStepHookParameter, IWorld } from '@cucumber/cucumber'
import { blocksOf, type NextBlock } from '../scenario/feature-block.ts'
import { beginLine, closeLedger, runInLedger } from '../scenario/ledger.ts'
import { usualFlips } from '../scenario/nearest-flip.ts'
import { hookProblem, problem } from '../scenario/problem.ts'
import { invalidTenantOf } from '../scenario/read-tenant.ts'
import type { Recorder } from '../scenario/recorder.ts'
import type { Rows } from '../scenario/rows.ts'
import { type TenantCache, tenantCache } from '../scenario/tenant-cache.ts'
import { type FlipBudget, newWorld, type SignInWorld } from '../scenario/world.ts'
import { attachDiagrams } from './attach-diagrams.ts'
import type { StepDefinition } from './definition.ts'
import { emptyScenarioProblem } from './never-green.ts'
import { parameterTypes, registeredName, registeredPattern, registeredRegexp } from './parameter-types.ts'
import { allSteps } from './vocabulary.ts'

/** The part of Cucumber that the step library needs; pass the module `@cucumber/cucumber` of your project. */
export type Cucumber = Pick<
  typeof import('@cucumber/cucumber'),
  'After' | 'AfterAll' | 'Before' | 'BeforeStep' | 'Given' | 'Then' | 'When' | 'defineParameterType'
>

/** What a runner that embeds the steps hands in; a plain Cucumber project needs none of it. */
export interface StepOptions {
  readonly tenants?: TenantCache
  readonly recorder?: Recorder
  /** How many failures are answered with what would have to change; the search takes its time. */
  readonly flips?: FlipBudget
  /** The feature file as its author knows it, where the runner reads a copy. */
  readonly featureOf?: (uri: string) => string
  /** The line of the feature that a line of the copy stands for. */
  readonly lineOf?: (uri: string, line: number) => number
  /** A run without scenarios fails, unless the runner sees to that itself. */
  readonly failWhenEmpty?: boolean
}

const builtIn = { steps: false }

/** Whether this process registers the steps itself, so that importing `register` adds nothing. */
export function isBuiltIn(): boolean {
  return builtIn.steps
}

/** Registers the whole vocabulary for a runner that embeds it. */
export function registerBuiltIn(cucumber: Cucumber, options: StepOptions): void {
  builtIn.steps = true
  registerSteps(cucumber, options)
}

/** Registers the whole vocabulary with the caller's Cucumber. */
export function registerSteps(cucumber: Cucumber, options: StepOptions = {}): void {
  const worlds = new WeakMap<object, SignInWorld>()
  const tenants = options.tenants ?? tenantCache(process.cwd())
  const flips = options.flips ?? { left: usualFlips }
  const worldOf = (scenario: object): SignInWorld => {
    const known = worlds.get(scenario)
    if (known !== undefined) return known
    const fresh = newWorld('', tenants, flips, options)
    worlds.set(scenario, fresh)
    return fresh
  }
  const blocks = new WeakMap<object, NextBlock>()
  let scenarios = 0
  cucumber.Before(function (this: IWorld, { pickle, gherkinDocument }: ITestCaseHookParameter) {
    scenarios += 1
    options.recorder?.begin(pickle.id)
    worlds.set(this, newWorld(options.featureOf?.(pickle.uri) ?? pickle.uri, tenants, flips, options))
    const lineOf = (line: number): number => options.lineOf?.(pickle.uri, line) ?? line
    blocks.set(this, blocksOf(pickle, gherkinDocument, lineOf))
    const empty = emptyScenarioProblem(pickle, gherkinDocument)
    if (empty !== undefined) throw hookProblem(empty)
  })
  cucumber.BeforeStep(function (this: IWorld, { pickleStep }: ITestStepHookParameter) {
    beginLine(worldOf(this).ledger, pickleStep.type ?? 'Unknown', pickleStep.text)
  })
  cucumber.After(function (this: IWorld, { result }: ITestCaseHookParameter) {
    // A scenario that has failed already says why.
    if (result?.status === 'PASSED') closeLedger(worldOf(this).ledger)
  })
  cucumber.AfterAll(() => {
    if (scenarios === 0 && options.failWhenEmpty !== false) throw problem('no scenario ran, so nothing was asserted')
    scenarios = 0
  })
  defineParameterTypes(cucumber, worldOf)
  for (const definition of allSteps)
    cucumber[definition.keyword](
      registeredPattern(definition.pattern),
      stepFunction(definition, worldOf, blocks, options.recorder),
    )
}

function defineParameterTypes(cucumber: Cucumber, worldOf: (scenario: object) => SignInWorld): void {
  for (const type of parameterTypes) {
    cucumber.defineParameterType({
      name: registeredName(type),
      regexp: registeredRegexp(type),
      useForSnippets: false,
      transformer: function (this: object, text: string) {
        return type.read(text, worldOf(this))
      },
    })
  }
}

type StepFunction = (this: IWorld, ...args: unknown[]) => void

/** Cucumber compares the number of declared parameters with those of the sentence, so the length is set to fit. */
function stepFunction(
  definition: StepDefinition,
  worldOf: (scenario: object) => SignInWorld,
  blocks: WeakMap<object, NextBlock>,
  recorder: Recorder | undefined,
): StepFunction {
  const run: StepFunction = function (...args) {
    const values = args.slice(0, definition.arity).map((value) => (isTable(value) ? value.raw() : value))
    try {
      const last = values.at(-1)
      expectBlock(definition, last)
      const world = worldOf(this)
      world.block = definition.block === undefined ? undefined : blocks.get(this)?.(blockContent(last))
      runInLedger(world.ledger, definition, () => definition.run(world, values))
    } catch (thrown) {
      const file = invalidTenantOf(thrown)
      if (file !== undefined) recorder?.invalidTenant(file)
      attachDiagrams(this, thrown)
      throw thrown
    }
  }
  return Object.defineProperty(run, 'length', { value: definition.arity })
}

/** The table or text of a step, as its block was read. */
function blockContent(value: unknown): string | Rows {
  // What stands below a step is a text or, by now, the rows of a table.
  return value as string | Rows
}

/** A step whose table or text was left out would get something else in its place. */
function expectBlock({ block }: StepDefinition, last: unknown): void {
  if (block === 'table' && !Array.isArray(last)) throw problem('the step needs a table below it')
  if (block === 'text' && typeof last !== 'string') throw problem('the step needs a text in triple quotes below it')
}

function isTable(value: unknown): value is DataTable {
  return typeof value === 'object' && value !== null && 'raw' in value && typeof value.raw === 'function'
}
