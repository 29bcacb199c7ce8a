import { resolve } from 'node:path'
import { Writable } from 'node:stream'
import * as cucumber from '@cucumber/cucumber'
import { runCucumber } from '@cucumber/cucumber/api'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { RemoveIfKilled } from '../../source/files/temporary-folder.ts'
import type { Run, RunProblem } from '../reports/run-model.ts'
import { usualFlips } from '../scenario/nearest-flip.ts'
import { type KeepingRecorder, keepingRecorder } from '../scenario/recorder.ts'
import { type TenantCache, tenantCache } from '../scenario/tenant-cache.ts'
import { registerBuiltIn } from '../steps/register-steps.ts'
import { type Envelope, nothingRan, runCollector, type Support } from './collect-run.ts'
import { type FeatureFile, findFeatures } from './feature-files.ts'
import { featureJudge } from './judge-feature.ts'
import { type PreparedFeatures, prepareFeatures } from './prepare-features.ts'
import { cucumberProblem, nameProblems, supportProblems, userProblem } from './run-problems.ts'
import { expressionProblem, loadStepFiles } from './step-files.ts'

/** The selection of features to run. */
export interface FeatureSelection {
  /** Files, `file:line`, folders, patterns; by default the folder `features`. */
  readonly paths: readonly string[]
  /** A tag expression. */
  readonly tags?: string
  /** Regular expressions; scenarios run whose name matches at least one. */
  readonly names?: readonly string[]
  /** Registers cleanup of feature copies for when the process is killed. */
  readonly removeIfKilled?: RemoveIfKilled
}

/** The runner of a process: the step library is loaded once, runs can be repeated. */
export interface FeatureRunner {
  /** Runs a selection; `flips` is the number of failures to explain with a nearest change. */
  readonly run: (selection: FeatureSelection, flips?: number) => Promise<FinishedRun>
  readonly tenants: TenantCache
  /** Problems that prevent every run: steps that cannot be loaded, an incompatible Cucumber. */
  readonly problems: readonly RunProblem[]
}

/** The result of a run. */
export interface FinishedRun {
  readonly run: Run
  /** Cucumber's unmodified message stream. */
  readonly envelopes: readonly Envelope[]
  /** Maps a file of the stream to the author's file. */
  readonly uriOf: (uri: string) => string
  /** Absolute paths of the files read for each feature: the feature, examples, tenants. */
  readonly filesRead: ReadonlyMap<string, ReadonlySet<string>>
}

/** A runner with the built-in steps and a project's additional step files. */
export async function featureRunner(
  cwd: string,
  stepFiles: readonly string[] = [],
  reader: SourceReader = nodeSourceReader(cwd),
): Promise<FeatureRunner> {
  const tenants = tenantCache(cwd, reader, () => featureJudge(cwd, reader))
  const recorder = keepingRecorder()
  const flips = { left: usualFlips }
  const sources: { current: PreparedFeatures | undefined } = { current: undefined }
  const { support, problems } = await loadSupport(cwd, stepFiles, () =>
    registerBuiltIn(cucumber, {
      tenants,
      recorder,
      flips,
      failWhenEmpty: false,
      featureOf: (uri) => sources.current?.uriOf(uri) ?? uri,
      lineOf: (uri, line) => sources.current?.originOf(uri, line).line ?? line,
    }),
  )
  return {
    tenants,
    problems,
    run: async (selection, left = usualFlips) => {
      flips.left = left
      return support === undefined
        ? notRun(problems)
        : runOnce({ cwd, reader, support, recorder, sources, stepFiles, tenants }, selection)
    },
  }
}

/** All steps, or problems with those of the project. */
async function loadSupport(
  cwd: string,
  stepFiles: readonly string[],
  registerOwn: () => void,
): Promise<{ readonly support?: Support; readonly problems: readonly RunProblem[] }> {
  const unfit = cucumberProblem()
  if (unfit !== undefined) return { problems: [unfit] }
  const builder = cucumber.supportCodeLibraryBuilder
  let ids = 0
  builder.reset(cwd, () => {
    ids += 1
    return `support-${ids}`
  })
  registerOwn()
  const problems = await loadStepFiles(cwd, stepFiles)
  if (problems.length > 0) return { problems }
  try {
    return { support: builder.finalize(), problems }
  } catch (thrown) {
    const problem = expressionProblem(cwd, stepFiles, thrown)
    if (problem === undefined) throw thrown
    return { problems: [problem] }
  }
}

const notRun = (problems: readonly RunProblem[]): FinishedRun => ({
  run: { features: [], problems, warnings: [] },
  envelopes: [],
  uriOf: (uri) => uri,
  filesRead: new Map(),
})

interface Runner {
  readonly cwd: string
  readonly reader: SourceReader
  readonly support: Support
  readonly recorder: KeepingRecorder
  readonly sources: { current: PreparedFeatures | undefined }
  readonly stepFiles: readonly string[]
  readonly tenants: TenantCache
}

async function runOnce(runner: Runner, selection: FeatureSelection): Promise<FinishedRun> {
  const { cwd, reader, recorder, tenants, sources } = runner
  tenants.beginRun()
  const unreadable = nameProblems(selection.names)
  if (unreadable.length > 0) return notRun(unreadable)
  recorder.recordings.clear()
  const found = findFeatures(cwd, selection.paths)
  const missing = found.missing.map(({ path, suggestion }): RunProblem => {
    const help = suggestion === undefined ? '' : `\n  did you mean \`${suggestion}\`?`
    return { uri: path, line: 1, message: `there is no feature here${help}`, invalid: true }
  })
  const prepared = prepareFeatures(cwd, found.files, reader, selection.removeIfKilled)
  sources.current = prepared
  try {
    const collector = runCollector(prepared, [...missing, ...prepared.problems])
    const envelopes: Envelope[] = []
    const broken = await runPrepared(runner, prepared, selection, (envelope) => {
      envelopes.push(envelope)
      collector.take(envelope)
    })
    const run = withProblems(collector.run(recorder.recordings), broken)
    return { run, envelopes, uriOf: prepared.uriOf, filesRead: filesOf(cwd, found.files, prepared, run) }
  } finally {
    prepared.dispose()
  }
}

/** Runs, and reports problems caused by the user's code, tags and steps; any other exception is our bug. */
async function runPrepared(
  runner: Runner,
  prepared: PreparedFeatures,
  selection: FeatureSelection,
  take: (envelope: Envelope) => void,
): Promise<readonly RunProblem[]> {
  const { cwd, stepFiles } = runner
  const support = supportProblems(cwd, stepFiles)
  if (prepared.paths.length === 0) return []
  try {
    await runCucumber(optionsOf(runner, prepared, selection), quiet(cwd), (envelope) => {
      support.take(envelope)
      take(envelope)
    })
  } catch (thrown) {
    if (support.problems().length > 0) return support.problems()
    const problem = userProblem(cwd, thrown, selection.tags)
    if (problem === undefined) throw thrown
    return [problem]
  }
  return support.problems()
}

/** A run that could not start is not reported as one without scenarios. */
function withProblems(run: Run, broken: readonly RunProblem[]): Run {
  const { problems } = run
  if (broken.length === 0) return run
  return { ...run, problems: [...broken, ...problems.filter(({ message }) => message !== nothingRan)] }
}

function optionsOf({ support }: Runner, { paths }: PreparedFeatures, { tags, names }: FeatureSelection) {
  return {
    sources: {
      defaultDialect: 'en',
      paths: [...paths],
      names: [...(names ?? [])],
      tagExpression: tags ?? '',
      order: 'defined' as const,
    },
    support,
    runtime: {
      dryRun: false,
      failFast: false,
      filterStacktraces: true,
      parallel: 0,
      retry: 0,
      retryTagFilter: '',
      strict: true,
      worldParameters: {},
    },
    // Cucumber requires a formatter; this is the cheapest one, because ours read the message stream.
    formats: { stdout: 'rerun', files: {}, publish: false as const, options: {} },
  }
}

/** Discards Cucumber's own output: the message stream contains all of it. */
function quiet(cwd: string) {
  const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })
  return { cwd, stdout: nowhere(), stderr: nowhere(), env: {} }
}

function filesOf(
  cwd: string,
  files: readonly FeatureFile[],
  prepared: PreparedFeatures,
  run: Run,
): ReadonlyMap<string, ReadonlySet<string>> {
  const read = new Map<string, Set<string>>()
  for (const { path } of files) read.set(path, new Set([resolve(cwd, path), ...(prepared.examples.get(path) ?? [])]))
  for (const { uri, scenarios } of run.features) {
    const own = read.get(uri)
    for (const { recording } of scenarios) {
      for (const file of recording?.files ?? []) own?.add(resolve(cwd, file))
    }
  }
  return read
}
