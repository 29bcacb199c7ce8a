import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { Recording } from '../scenario/recorder.ts'

/** How a step or scenario ended, in Cucumber's words. */
export type Status = 'passed' | 'failed' | 'undefined' | 'ambiguous' | 'pending' | 'skipped' | 'unknown'

/** Something a step attached. */
export interface RunAttachment {
  readonly name?: string
  readonly mediaType: string
  readonly text: string
}

/** One step that ran or should have run. */
export interface RunStep {
  readonly keyword: string
  readonly text: string
  readonly line: number
  readonly status: Status
  /** Why it did not pass; for an unknown step the nearest known ones. */
  readonly message?: string
  /** Its table or text as written, one line each. */
  readonly block: readonly string[]
  readonly attachments: readonly RunAttachment[]
}

/** A tenant file that a scenario ran on. */
export interface RunTenant {
  readonly file: string
  /** SHA-256 over the file and those it refers to. */
  readonly sha256: string
  /** Whether the scenario laid changes over it. */
  readonly changed: boolean
}

/** A policy of which the tenant's warnings say that a part was not understood. */
export interface PartlyUnderstood {
  readonly policy: string
  readonly codes: readonly string[]
}

/** One scenario, or one row of a Scenario Outline. */
export interface RunScenario {
  readonly pickleId: string
  readonly uri: string
  readonly feature: string
  readonly rule?: string
  readonly name: string
  /** The line of the scenario, or of the row. */
  readonly line: number
  /** The row of the file that filled the Examples. */
  readonly row?: { readonly file: string; readonly line: number }
  readonly tags: readonly string[]
  readonly status: Status
  /** A problem that belongs to no step: the scenario asserts nothing, a hook failed. */
  readonly message?: string
  readonly steps: readonly RunStep[]
  /** The tenant files that it read, with the hash of their content; empty if it stopped before or brings its own text. */
  readonly tenants: readonly RunTenant[]
  /** Policies that take part in its sign-ins and are only partly understood. */
  readonly restsOn: readonly PartlyUnderstood[]
  readonly recording?: Recording
}

/** One feature file that ran. */
export interface RunFeature {
  readonly uri: string
  readonly name: string
  readonly description: string
  readonly line: number
  readonly scenarios: readonly RunScenario[]
}

/** A place that kept something from running. `invalid` places could not be read at all. */
export interface RunProblem {
  readonly uri: string
  readonly line: number
  readonly message: string
  readonly invalid: boolean
}

/** One run of features, in the order of the files. */
export interface Run {
  readonly features: readonly RunFeature[]
  readonly problems: readonly RunProblem[]
  /** Warnings about the tenants that scenarios worked with, each once. */
  readonly warnings: readonly Diagnostic[]
}

/** All scenarios of a run. */
export function scenariosOfRun(run: Run): readonly RunScenario[] {
  return run.features.flatMap(({ scenarios }) => scenarios)
}

/** Whether everything ran and held. */
export function isGreen(run: Run): boolean {
  const scenarios = scenariosOfRun(run)
  return run.problems.length === 0 && scenarios.length > 0 && scenarios.every(({ status }) => status === 'passed')
}

/** 0: all held; 1: something did not hold or asserted nothing; 2: an input could not be read. */
export function exitCodeOf(run: Run): 0 | 1 | 2 {
  if (isGreen(run)) return 0
  const invalid = run.problems.some((problem) => problem.invalid)
  return invalid || scenariosOfRun(run).some(({ recording }) => recording?.invalidTenant !== undefined) ? 2 : 1
}

/** The step that broke a scenario: the first that did not pass for a separate reason. */
export function brokenStep(scenario: RunScenario): RunStep | undefined {
  return scenario.steps.find(({ status }) => status !== 'passed' && status !== 'skipped') ?? undefined
}

/** How many scenarios ended in each way. */
export function countsOf(run: Run): { readonly scenarios: number; readonly steps: number; readonly failed: number } {
  const scenarios = scenariosOfRun(run)
  return {
    scenarios: scenarios.length,
    steps: scenarios.reduce((sum, { steps }) => sum + steps.length, 0),
    failed: scenarios.filter(({ status }) => status !== 'passed').length,
  }
}
