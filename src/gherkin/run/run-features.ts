import { type Diagnostic, helpOf, messageOf } from '../../source/diagnostics/diagnostic.ts'
import { renderShown } from '../../source/diagnostics/shown-diagnostics.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { outputText } from '../../source/text/output-text.ts'
import { positionOf } from '../../source/text/source-text.ts'
import { type Coverage, coverageCounts, coveragePercent, measureCoverage } from '../reports/coverage.ts'
import { renderCoverageJson, renderCoverageText, renderLcov } from '../reports/coverage-report.ts'
import { renderGithub } from '../reports/github.ts'
import { renderRunHtml } from '../reports/html.ts'
import { renderRunJson } from '../reports/json.ts'
import { renderJunit } from '../reports/junit.ts'
import { renderRunMarkdown } from '../reports/markdown.ts'
import { exitCodeOf, type RunProblem } from '../reports/run-model.ts'
import { coloredText, plainText, renderRunText } from '../reports/text.ts'
import { type FeatureSelection, type FinishedRun, featureRunner } from './feature-runner.ts'
import { renderMessages } from './messages-stream.ts'
import { strayErrors } from './stray-errors.ts'
import { watchFeatures } from './watch-features.ts'

/** All output formats of a run. */
export const featureFormats = [
  'text',
  'junit',
  'json',
  'messages',
  'github',
  'markdown',
  'html',
  'coverage',
  'coverage-json',
  'lcov',
] as const

/** An output format of a run. */
export type FeatureFormat = (typeof featureFormats)[number]

/** Options from `authplan test`. */
export interface RunFeaturesOptions extends FeatureSelection {
  readonly formats: readonly { readonly format: FeatureFormat; readonly file?: string }[]
  readonly cwd: string
  /** Reads features, tenants and examples; by default limited to the working directory. */
  readonly reader?: SourceReader
  /** Results. */
  readonly stdout: (text: string) => void
  /** Chatter. */
  readonly stderr: (text: string) => void
  readonly writeFile: (path: string, text: string) => Promise<void>
  readonly color?: boolean
  /** Additional step files of the project: JavaScript modules that register steps with Cucumber. */
  readonly stepFiles?: readonly string[]
  /** Whether warnings about tenants fail the run. */
  readonly strict?: boolean
  /** The minimum coverage of the model, in percent. */
  readonly coverageThreshold?: number
  /** Reruns on file changes until aborted. */
  readonly watch?: AbortSignal
}

/**
 * Runs features with the built-in steps. Exit code 0: all passed; 1: something failed; 2: an input could not be read.
 */
export async function runFeatures(options: RunFeaturesOptions): Promise<{ readonly exitCode: 0 | 1 | 2 }> {
  const stray = strayErrors(options.cwd)
  try {
    const runner = await featureRunner(options.cwd, options.stepFiles, options.reader)
    const finish = async (finished: FinishedRun): Promise<0 | 1 | 2> => {
      await stray.settled()
      options.stderr(renderShown(finished.run.warnings))
      const judged = options.strict === true ? warningProblems(finished.run.warnings) : []
      return report(withProblems(finished, [...stray.problems(), ...judged]), options)
    }
    if (options.watch === undefined || runner.problems.length > 0)
      return { exitCode: await finish(await runner.run(options)) }
    return { exitCode: await watchFeatures(runner, options, options.watch, finish) }
  } finally {
    stray.stop()
  }
}

const warningProblems = (warnings: readonly Diagnostic[]): readonly RunProblem[] =>
  warnings.map((warning) => ({
    uri: warning.at.source.name,
    line: positionOf(warning.at).line,
    message: `a warning, with \`--strict\`: ${messageOf(warning)} [${warning.code}]\n  help: ${helpOf(warning)}`,
    invalid: false,
  }))

const withProblems = (finished: FinishedRun, problems: readonly RunProblem[]): FinishedRun => ({
  ...finished,
  run: { ...finished.run, problems: [...finished.run.problems, ...problems] },
})

/** Writes all requested formats; the exit code includes the coverage threshold. */
async function report(finished: FinishedRun, options: RunFeaturesOptions): Promise<0 | 1 | 2> {
  const coverage = memo(() => measureCoverage(finished.run))
  for (const { format, file } of options.formats) {
    const color = options.color === true && file === undefined
    const text = outputText(format, render(format, finished, coverage, color), color)
    if (file === undefined) options.stdout(text)
    else await options.writeFile(file, text)
  }
  const code = exitCodeOf(finished.run)
  const seen = options.formats.some(({ format, file }) => file === undefined && !saysNothingOfFailures.has(format))
  if (code !== 0 && !seen) options.stderr(renderRunText(finished.run, plainText))
  const { coverageThreshold: threshold } = options
  if (threshold === undefined || coveragePercent(coverage()) >= threshold) return code
  options.stderr(
    `coverage of the model is ${coveragePercent(coverage())}%, below the threshold of ${threshold}%\n  it counts ${coverageCounts}\n`,
  )
  return code === 0 ? 1 : code
}

/** Formats that do not show failures. */
const saysNothingOfFailures: ReadonlySet<FeatureFormat> = new Set(['coverage', 'coverage-json', 'lcov'])

function memo<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function render(format: FeatureFormat, finished: FinishedRun, coverage: () => Coverage, color: boolean): string {
  const { run, envelopes, uriOf } = finished
  switch (format) {
    case 'text':
      return renderRunText(run, color ? coloredText : plainText)
    case 'junit':
      return renderJunit(run)
    case 'json':
      return renderRunJson(run)
    case 'messages':
      return renderMessages(envelopes, uriOf)
    case 'github':
      return renderGithub(run)
    case 'markdown':
      return renderRunMarkdown(run)
    case 'html':
      return renderRunHtml(run)
    case 'coverage':
      return renderCoverageText(coverage())
    case 'coverage-json':
      return renderCoverageJson(coverage())
    case 'lcov':
      return renderLcov(coverage())
  }
}
