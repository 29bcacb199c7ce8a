import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { Recording } from '../scenario/recorder.ts'

/** The result of a step or scenario, in Cucumber's terms. */
export type Status = 'passed' | 'failed' | 'undefined' | 'ambiguous' | 'pending' | 'skipped' | 'unknown'

/** An attachment of a step. */
export interface RunAttachment {
  readonly name?: string
  readonly mediaType: string
  readonly text: string
}

/** A step that ran, or was skipped. */
export interface RunStep {
  readonly keyword: string
  readonly text: string
  readonly line: number
  readonly status: Status
  /** The reason why it did not pass; for an unknown step, the nearest known ones. */
  readonly message?: string
  /** Its table or text as written, one entry per line. */
  readonly block: readonly string[]
  readonly attachments: readonly RunAttachment[]
}

/** A tenant file that a scenario ran on. */
export interface RunTenant {
  readonly file: string
  /** SHA-256 of the file and the files that it refers to. */
  readonly sha256: string
  /** Whether the scenario modified it. */
  readonly changed: boolean
}

/** A policy that the tenant's warnings report as partly understood. */
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
  /** The line of the scenario, or of the Examples row. */
  readonly line: number
  /** The row of the external file for the Examples. */
  readonly row?: { readonly file: string; readonly line: number }
  readonly tags: readonly string[]
  readonly status: Status
  /** A problem outside of any step: the scenario asserts nothing, or a hook failed. */
  readonly message?: string
  readonly steps: readonly RunStep[]
  /** The tenant files that it read, with their content hashes; empty if it stopped earlier or contains its tenant. */
  readonly tenants: readonly RunTenant[]
  /** Policies in its sign-ins that are only partly understood. */
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

/** A location that prevented a run. `invalid`: it could not be read at all. */
export interface RunProblem {
  readonly uri: string
  readonly line: number
  readonly message: string
  readonly invalid: boolean
}

/** One run of features, in file order. */
export interface Run {
  readonly features: readonly RunFeature[]
  readonly problems: readonly RunProblem[]
  /** Warnings about the tenants of scenarios, without duplicates. */
  readonly warnings: readonly Diagnostic[]
}

/** All scenarios of a run. */
export function scenariosOfRun(run: Run): readonly RunScenario[] {
  return run.features.flatMap(({ scenarios }) => scenarios)
}

/** Whether everything ran and passed. */
export function isGreen(run: Run): boolean {
  const scenarios = scenariosOfRun(run)
  return run.problems.length === 0 && scenarios.length > 0 && scenarios.every(({ status }) => status === 'passed')
}

/** 0: all passed; 1: something failed or asserted nothing; 2: an input could not be read. */
export function exitCodeOf(run: Run): 0 | 1 | 2 {
  if (isGreen(run)) return 0
  const invalid = run.problems.some((problem) => problem.invalid)
  return invalid || scenariosOfRun(run).some(({ recording }) => recording?.invalidTenant !== undefined) ? 2 : 1
}

/** The step that broke a scenario: the first that did not pass for a reason of its own. */
export function brokenStep(scenario: RunScenario): RunStep | undefined {
  return scenario.steps.find(({ status }) => status !== 'passed' && status !== 'skipped') ?? undefined
}

/** The number of scenarios by result. */
export function countsOf(run: Run): { readonly scenarios: number; readonly steps: number; readonly failed: number } {
  const scenarios = scenariosOfRun(run)
  return {
    scenarios: scenarios.length,
    steps: scenarios.reduce((sum, { steps }) => sum + steps.length, 0),
    failed: scenarios.filter(({ status }) => status !== 'passed').length,
  }
}
