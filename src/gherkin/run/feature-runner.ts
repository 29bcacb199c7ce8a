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
import type { PackReference } from './feature-pack.ts'
import { featureJudge } from './judge-feature.ts'
import { type PreparedFeatures, prepareFeatures } from './prepare-features.ts'
import { cucumberProblem, nameProblems, supportProblems, userProblem } from './run-problems.ts'
import { expressionProblem, loadStepFiles } from './step-files.ts'

/** What a run of features is asked for. */
export interface FeatureSelection {
  /** Files, `file:line`, folders, patterns; none means the folder `features`. */
  readonly paths: readonly string[]
  /** A tag expression. */
  readonly tags?: string
  /** Regular expressions; a scenario whose name matches one runs. */
  readonly names?: readonly string[]
  /** Features of reusable controls besides. */
  readonly packs?: readonly PackReference[]
  /** Has the copies of features removed if the process is killed. */
  readonly removeIfKilled?: RemoveIfKilled
}

/** One process's runner: the step library is loaded once, runs can be repeated. */
export interface FeatureRunner {
  /** Runs a selection; `flips` is the number of failures answered with what would have to change. */
  readonly run: (selection: FeatureSelection, flips?: number) => Promise<FinishedRun>
  readonly tenants: TenantCache
  /** What keeps every run from starting: steps that cannot be loaded, another Cucumber. */
  readonly problems: readonly RunProblem[]
}

/** What a run leaves behind. */
export interface FinishedRun {
  readonly run: Run
  /** The message stream as Cucumber sent it. */
  readonly envelopes: readonly Envelope[]
  /** The name by which an author knows a file of the stream. */
  readonly uriOf: (uri: string) => string
  /** Every file that was read for each feature: itself, examples, tenants; absolute. */
  readonly filesRead: ReadonlyMap<string, ReadonlySet<string>>
}

/** A runner with the built-in steps and any further step files a project has. */
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

/** All steps, or what is wrong with those of the project. */
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
  const prepared = prepareFeatures(cwd, found.files, reader, selection)
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

/** Runs and reports what the user's own code, tags and steps kept from running; anything else thrown is our defect. */
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

/** A run that could not start has not run nothing for want of scenarios. */
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
    // Cucumber wants a formatter; the cheapest one writes nowhere, since ours read the message stream.
    formats: { stdout: 'rerun', files: {}, publish: false as const, options: {} },
  }
}

/** Cucumber's own words go nowhere: everything they say is in the message stream. */
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
