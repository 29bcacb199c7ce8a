import type { Diagnostic, Loaded } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { lineStarts, type SourceRange, type SourceText } from '../../source/text/source-text.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import type { Stage, StagedPlan } from '../states/staged-plan.ts'

/** The tenant file as it is once a stage is reached, as text under the name of the file from which the plan starts. */
export interface ReachedStage {
  readonly at: Instant
  readonly name: string
  readonly text: string
}

/** A mistake of a feature that shows without running its assertions. */
export interface FeatureMistake {
  readonly line: number
  readonly message: string
}

/** One scenario of a gate that ran in the tenant of a stage. */
export interface GateScenario {
  readonly name: string
  readonly line: number
  readonly answer: 'holds' | 'refuted' | 'open'
  /** What it expected and what it found, in one line. */
  readonly failure?: string
}

/** A feature that ran in the tenant of a stage. */
export interface JudgedFeature {
  readonly mistakes: readonly FeatureMistake[]
  readonly scenarios: readonly GateScenario[]
}

/** Runs features that are gates; the room of the steps has the only one. */
export interface FeatureJudge {
  /** The mistakes of a feature, its assertions left alone. */
  readonly mistakes: (feature: SourceText, stage: ReachedStage) => readonly FeatureMistake[]
  readonly judge: (feature: SourceText, stage: ReachedStage) => JudgedFeature
}

/** Whether an entry of a gate names a feature, and is no claim. */
export const isFeatureGate = (entry: string): boolean => /\.feature$/i.test(entry)

/** Whether a plan has a gate that is a feature. */
export const hasFeatureGates = ({ stages }: StagedPlan): boolean =>
  stages.some(({ gates: { before = [], after = [] } }) => [...before, ...after].some(isFeatureGate))

/** The feature that an entry of a gate names, relative to the plan. */
export function gateFeature(
  plan: StagedPlan,
  stage: Stage,
  moment: 'before' | 'after',
  index: number,
  reader: SourceReader,
): Loaded<SourceText> {
  const entry = stage.gates[moment]?.[index] ?? ''
  return reader.read(entry, plan.document.rangeOf([...stage.path, 'gates', moment, index]))
}

/** Mistakes of a feature, each at its line. */
export function mistakesAt(source: SourceText, mistakes: readonly FeatureMistake[]): readonly Diagnostic[] {
  return mistakes.map(({ line, message }) => {
    const [first = '', ...rest] = message.split('\n')
    const help = rest
      .map((one) => one.trim())
      .join('; ')
      .replace('?; ', ': ')
    return { code: 'PLAN-16', args: { message: first, help }, at: lineOf(source, line) }
  })
}

function lineOf(source: SourceText, line: number): SourceRange {
  const starts = lineStarts(source)
  const start = starts[line - 1] ?? 0
  const end = (starts[line] ?? source.text.length + 1) - 1
  const blank = /^\s*/.exec(source.text.slice(start, end))?.[0].length ?? 0
  return { source, start: start + blank, end: Math.max(start + blank, end) }
}

/** What is reported where no room of steps is there to run features. */
export const withoutSteps = {
  message: 'it is a feature, and features run only where `@cucumber/cucumber` is installed',
  help: '`npm install --save-dev @cucumber/cucumber@12`, or state the gate as a claim',
} as const
