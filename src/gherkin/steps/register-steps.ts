import type { DataTable, ITestCaseHookParameter, ITestStepHookParameter, IWorld } from '@cucumber/cucumber'
import { blocksOf, type NextBlock } from '../scenario/feature-block.ts'
import { beginLine, closeLedger, runInLedger } from '../scenario/ledger.ts'
import { usualFlips } from '../scenario/nearest-flip.ts'
import { hookProblem, problem, sessionOfProblem } from '../scenario/problem.ts'
import { invalidTenantOf } from '../scenario/read-tenant.ts'
import type { Recorder } from '../scenario/recorder.ts'
import type { Rows } from '../scenario/rows.ts'
import { type TenantCache, tenantCache } from '../scenario/tenant-cache.ts'
import { type FlipBudget, newWorld, type SignInWorld } from '../scenario/world.ts'
import { attachDiagram } from './attach-diagram.ts'
import type { StepDefinition } from './definition.ts'
import { emptyScenarioProblem } from './never-green.ts'
import { parameterTypes, registeredName, registeredPattern, registeredRegexp } from './parameter-types.ts'
import { allSteps } from './vocabulary.ts'

/** The part of Cucumber that the step library needs; pass the module `@cucumber/cucumber` of your project. */
export type Cucumber = Pick<
  typeof import('@cucumber/cucumber'),
  'After' | 'AfterAll' | 'Before' | 'BeforeStep' | 'Given' | 'Then' | 'When' | 'defineParameterType'
>

/** Options for a runner that embeds the steps; a plain Cucumber project needs none. */
export interface StepOptions {
  readonly tenants?: TenantCache
  readonly recorder?: Recorder
  /** The number of failures to explain with a nearest change; the search is expensive. */
  readonly flips?: FlipBudget
  /** The author's feature file, if the runner uses a copy. */
  readonly featureOf?: (uri: string) => string
  /** The author's line for a line of the copy. */
  readonly lineOf?: (uri: string, line: number) => number
  /** Whether a run without scenarios fails; disable it if the runner checks this itself. */
  readonly failWhenEmpty?: boolean
}

const builtIn = { steps: false }

/** Whether this process registers the steps itself, so that importing `register` has no effect. */
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
    // A failed scenario already has a message.
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

type StepFunction = (this: IWorld, ...args: unknown[]) => void | Promise<void>

/** Cucumber compares the function's length with the number of parameters in the sentence, so it is set to match. */
function stepFunction(
  definition: StepDefinition,
  worldOf: (scenario: object) => SignInWorld,
  blocks: WeakMap<object, NextBlock>,
  recorder: Recorder | undefined,
): StepFunction {
  const run: StepFunction = function (...args) {
    const values = args.slice(0, definition.arity).map((value) => (isTable(value) ? value.raw() : value))
    const failed = (thrown: unknown): never => {
      const file = invalidTenantOf(thrown)
      if (file !== undefined) recorder?.invalidTenant(file)
      const session = sessionOfProblem(thrown)
      if (session !== undefined) {
        recorder?.failed(session)
        attachDiagram(this, session)
      }
      throw thrown
    }
    const perform = (): void => {
      try {
        const last = values.at(-1)
        expectBlock(definition, last)
        const world = worldOf(this)
        world.block = definition.block === undefined ? undefined : blocks.get(this)?.(blockContent(last))
        runInLedger(world.ledger, definition, () => definition.run(world, values))
      } catch (thrown) {
        failed(thrown)
      }
    }
    return definition.prepare === undefined
      ? perform()
      : definition.prepare(worldOf(this), values).then(perform, failed)
  }
  return Object.defineProperty(run, 'length', { value: definition.arity })
}

/** The table or text of a step in the form in which its block was read. */
function blockContent(value: unknown): string | Rows {
  // The content below a step is a text or, after conversion, the rows of a table.
  return value as string | Rows
}

/** Without its table or text, the step would receive another argument in its place. */
function expectBlock({ block }: StepDefinition, last: unknown): void {
  if (block === 'table' && !Array.isArray(last)) throw problem('the step needs a table below it')
  if (block === 'text' && typeof last !== 'string') throw problem('the step needs a text in triple quotes below it')
}

function isTable(value: unknown): value is DataTable {
  return typeof value === 'object' && value !== null && 'raw' in value && typeof value.raw === 'function'
}
