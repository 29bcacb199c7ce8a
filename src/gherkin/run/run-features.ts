import type { PageBundle } from '../../report/pages/html.ts'
import { type Diagnostic, helpOf, messageOf } from '../../source/diagnostics/diagnostic.ts'
import { renderShown } from '../../source/diagnostics/shown-diagnostics.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { outputText } from '../../source/text/output-text.ts'
import { positionOf } from '../../source/text/source-text.ts'
import type { FeatureFormat } from '../../vocabulary/feature-formats.ts'
import { type Coverage, coverageCounts, coveragePercent, measureCoverage } from '../reports/coverage.ts'
import { renderCoverageJson, renderCoverageText, renderLcov } from '../reports/coverage-report.ts'
import { renderGithub } from '../reports/github.ts'
import { renderRunHtml } from '../reports/html.ts'
import { renderRunJson } from '../reports/json.ts'
import { renderJunit } from '../reports/junit.ts'
import { renderRunMarkdown } from '../reports/markdown.ts'
import {
  type RequirementsFile,
  requirementProblems,
  type TracedRequirement,
  tracedRequirements,
} from '../reports/requirements.ts'
import { renderRequirements, renderRequirementsCsv, renderRequirementsHtml } from '../reports/requirements-report.ts'
import { exitCodeOf, type RunProblem } from '../reports/run-model.ts'
import { coloredText, plainText, renderRunText } from '../reports/text.ts'
import { type FeatureSelection, type FinishedRun, featureRunner } from './feature-runner.ts'
import { renderMessages } from './messages-stream.ts'
import { type ReadRequirements, readRequirements, usualRequirements } from './read-requirements.ts'
import { strayErrors } from './stray-errors.ts'
import { watchFeatures } from './watch-features.ts'

/** What `authplan test` hands in. */
export interface RunFeaturesOptions extends FeatureSelection {
  readonly formats: readonly { readonly format: FeatureFormat; readonly file?: string }[]
  readonly cwd: string
  /** Reads features, tenants and examples; without it references stay below the working directory. */
  readonly reader?: SourceReader
  /** Results. */
  readonly stdout: (text: string) => void
  /** Chatter. */
  readonly stderr: (text: string) => void
  readonly writeFile: (path: string, text: string) => Promise<void>
  /** The browser program of the living documentation, loaded when that is written. */
  readonly livingBundle: () => Promise<PageBundle>
  readonly color?: boolean
  /** Further step files of the project, JavaScript modules that register steps with Cucumber. */
  readonly stepFiles?: readonly string[]
  /** Warnings about the tenants fail the run. */
  readonly strict?: boolean
  /** The file of requirements and packs; absent for the usual one, where it exists and the run is whole. */
  readonly requirements?: string
  /** The least coverage of the model, in percent. */
  readonly coverageThreshold?: number
  /** Runs again whenever a file changes, until aborted. */
  readonly watch?: AbortSignal
}

/** Runs features with the built-in steps. 0: all held; 1: something did not; 2: an input could not be read. */
export async function runFeatures(options: RunFeaturesOptions): Promise<{ readonly exitCode: 0 | 1 | 2 }> {
  const stray = strayErrors(options.cwd)
  try {
    const runner = await featureRunner(options.cwd, options.stepFiles, options.reader)
    const required = requirementsFor(options)
    const selection = { ...options, packs: required?.packs ?? [] }
    const finish = async (finished: FinishedRun): Promise<0 | 1 | 2> => {
      await stray.settled()
      options.stderr(renderShown(finished.run.warnings))
      const judged = options.strict === true ? warningProblems(finished.run.warnings) : []
      // A run that a change asks for is not of everything.
      const traced = required === undefined ? [] : tracedProblems(finished, required, options.watch === undefined)
      return report(withProblems(finished, [...stray.problems(), ...judged, ...traced]), options, required?.file)
    }
    if (options.watch === undefined || runner.problems.length > 0)
      return { exitCode: await finish(await runner.run(selection)) }
    return { exitCode: await watchFeatures(runner, selection, options.watch, finish) }
  } finally {
    stray.stop()
  }
}

/** The requirements of a run: a file that it names, or the usual one for a run of everything. */
function requirementsFor(options: RunFeaturesOptions): ReadRequirements | undefined {
  const { cwd, paths, tags, names, requirements, reader = nodeSourceReader(cwd) } = options
  if (requirements !== undefined) return readRequirements(requirements, reader)
  const whole = paths.length === 0 && tags === undefined && names === undefined
  return whole && reader.read(usualRequirements).ok ? readRequirements(usualRequirements, reader) : undefined
}

const tracedProblems = (
  { run }: FinishedRun,
  { file, problems }: ReadRequirements,
  whole: boolean,
): readonly RunProblem[] =>
  file === undefined || problems.length > 0 || !whole ? problems : requirementProblems(run, file)

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

/** Writes every rendering that was asked for; the exit code minds the threshold too. */
async function report(
  finished: FinishedRun,
  options: RunFeaturesOptions,
  requirements?: RequirementsFile,
): Promise<0 | 1 | 2> {
  const coverage = memo(() => measureCoverage(finished.run))
  const traced = memo(() => tracedRequirements(finished.run, requirements))
  for (const { format, file } of options.formats) {
    const color = options.color === true && file === undefined
    const rendered = await render(format, finished, { coverage, traced, livingBundle: options.livingBundle }, color)
    const text = outputText(format, rendered, color)
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

/** Renderings in which a failure leaves no trace. */
const saysNothingOfFailures: ReadonlySet<FeatureFormat> = new Set([
  'coverage',
  'coverage-json',
  'lcov',
  'requirements',
  'requirements-csv',
  'requirements-html',
])

function memo<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** What a rendering can need beside the run. */
interface Beside extends Pick<RunFeaturesOptions, 'livingBundle'> {
  readonly coverage: () => Coverage
  readonly traced: () => readonly TracedRequirement[]
}

async function render(
  format: FeatureFormat,
  { run, envelopes, uriOf }: FinishedRun,
  { coverage, traced, livingBundle }: Beside,
  color: boolean,
): Promise<string> {
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
      return renderRunHtml(run, await livingBundle())
    case 'coverage':
      return renderCoverageText(coverage())
    case 'coverage-json':
      return renderCoverageJson(coverage())
    case 'lcov':
      return renderLcov(coverage())
    case 'requirements':
      return renderRequirements(traced())
    case 'requirements-csv':
      return renderRequirementsCsv(traced())
    case 'requirements-html':
      return renderRequirementsHtml(traced())
  }
}
