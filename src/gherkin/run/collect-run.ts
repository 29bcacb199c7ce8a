import type { IRunOptions, runCucumber } from '@cucumber/cucumber/api'
import { cacheByObject } from '../../memory/cache-by-object.ts'
import type { Run, RunAttachment, RunFeature, RunProblem, RunScenario, RunStep } from '../reports/run-model.ts'
import { isOwnHookProblem } from '../scenario/problem.ts'
import type { Recording } from '../scenario/recorder.ts'
import { emptyPlaces, scenariosOf } from '../steps/never-green.ts'
import type { LineOrigin } from './expand-examples.ts'
import { partlyUnderstood, tenantsOf, warningsOf } from './run-tenants.ts'
import { blockOf, cleanMessage, messageOf, type StepResult, statusOf, worstOf } from './step-result.ts'

/** A message of Cucumber's stream. */
export type Envelope = Parameters<NonNullable<Parameters<typeof runCucumber>[2]>>[0]

type GherkinDocument = NonNullable<Envelope['gherkinDocument']>
type Pickle = NonNullable<Envelope['pickle']>
type TestCase = NonNullable<Envelope['testCase']>

/** Maps the files that Cucumber read to those that authors know. */
export interface SourceNames {
  readonly uriOf: (uri: string) => string
  readonly originOf: (uri: string, line: number) => LineOrigin
}

/** The message for a run without scenarios. */
export const nothingRan = 'no scenario ran, so nothing was asserted'

/** The support options of a run. */
export type Support = IRunOptions['support']

interface Collected {
  readonly documents: Map<string, GherkinDocument>
  readonly pickles: Map<string, Pickle>
  readonly testCases: Map<string, TestCase>
  readonly started: Map<string, string>
  readonly finished: Map<string, StepResult>
  readonly attachments: Map<string, RunAttachment[]>
  readonly problems: RunProblem[]
}

/** Collects the message stream of one run; `run` assembles the result after the stream has ended. */
export interface RunCollector {
  readonly take: (envelope: Envelope) => void
  readonly run: (recordings: ReadonlyMap<string, Recording>) => Run
}

/** A collector for one run. */
export function runCollector(names: SourceNames, problems: readonly RunProblem[]): RunCollector {
  const all: Collected = {
    documents: new Map(),
    pickles: new Map(),
    testCases: new Map(),
    started: new Map(),
    finished: new Map(),
    attachments: new Map(),
    problems: [...problems],
  }
  return {
    take: (envelope) => take(all, names, envelope),
    run: (recordings) => assemble(all, names, recordings),
  }
}

function take(all: Collected, names: SourceNames, envelope: Envelope): void {
  const { gherkinDocument, pickle, parseError, testCase, testCaseStarted, testStepFinished, attachment } = envelope
  if (gherkinDocument?.uri !== undefined) all.documents.set(gherkinDocument.uri, gherkinDocument)
  else if (pickle !== undefined) all.pickles.set(pickle.id, pickle)
  else if (testCase !== undefined) all.testCases.set(testCase.pickleId, testCase)
  else if (testCaseStarted !== undefined) all.started.set(testCaseStarted.testCaseId, testCaseStarted.id)
  else if (testStepFinished !== undefined) {
    all.finished.set(
      `${testStepFinished.testCaseStartedId} ${testStepFinished.testStepId}`,
      testStepFinished.testStepResult,
    )
  } else if (attachment?.testStepId !== undefined) {
    const { testCaseStartedId, testStepId, mediaType, fileName, body } = attachment
    const key = `${testCaseStartedId} ${testStepId}`
    const entry = { mediaType, text: body, ...(fileName !== undefined && { name: fileName }) }
    all.attachments.set(key, [...(all.attachments.get(key) ?? []), entry])
  } else if (parseError !== undefined) {
    const { source, message } = parseError
    const uri = source.uri ?? ''
    const line = names.originOf(uri, source.location?.line ?? 1).line
    all.problems.push({ uri: names.uriOf(uri), line, message: message.replace(/^\(\d+:\d+\): /, ''), invalid: true })
  }
}

function assemble(all: Collected, names: SourceNames, recordings: ReadonlyMap<string, Recording>): Run {
  const problems = [...all.problems]
  const features: RunFeature[] = []
  const byUri = picklesByUri(all)
  for (const [uri, document] of all.documents) {
    for (const place of emptyPlaces(document)) {
      const { line } = names.originOf(uri, place.line)
      problems.push({ uri: names.uriOf(uri), line, message: place.message, invalid: false })
    }
    const { feature } = document
    if (feature === undefined) continue
    const places = placesOf(document)
    // Only selected scenarios have a test case; the others are not part of this run.
    const chosen = (byUri.get(uri) ?? []).filter((pickle) => all.testCases.has(pickle.id))
    const scenarios = chosen.map((pickle) =>
      scenarioOf(all, names, document, places, pickle, recordings.get(pickle.id)),
    )
    if (scenarios.length === 0) continue
    features.push({
      uri: names.uriOf(uri),
      name: feature.name,
      description: feature.description,
      line: feature.location.line,
      scenarios,
    })
  }
  if (features.length === 0 && problems.length === 0)
    problems.push({ uri: '', line: 1, message: nothingRan, invalid: false })
  return { features, problems, warnings: warningsOf(recordings.values()) }
}

function picklesByUri(all: Collected): ReadonlyMap<string, readonly Pickle[]> {
  const found = new Map<string, Pickle[]>()
  for (const pickle of all.pickles.values()) {
    const before = found.get(pickle.uri)
    if (before === undefined) found.set(pickle.uri, [pickle])
    else before.push(pickle)
  }
  return found
}

interface Places {
  readonly lines: ReadonlyMap<string, number>
  readonly keywords: ReadonlyMap<string, string>
  /** Gherkin Rule names by scenario id. */
  readonly rules: ReadonlyMap<string, string>
}

// Invariant: a parsed feature does not change.
const placeTables = cacheByObject<GherkinDocument, Places>('places in a feature', 'document')

/** Lines and keywords of everything that pickles refer to. */
const placesOf = (document: GherkinDocument): Places => placeTables(document, () => placesIn(document))

function placesIn(document: GherkinDocument): Places {
  const lines = new Map<string, number>()
  const keywords = new Map<string, string>()
  const rules = new Map<string, string>()
  const addSteps = (steps: NonNullable<ReturnType<typeof scenariosOf>[number]>['steps']): void => {
    for (const { id, location, keyword } of steps) {
      lines.set(id, location.line)
      keywords.set(id, keyword.trim())
    }
  }
  for (const child of document.feature?.children ?? []) {
    if (child.background !== undefined) addSteps(child.background.steps)
    for (const nested of child.rule?.children ?? []) {
      if (nested.background !== undefined) addSteps(nested.background.steps)
      if (nested.scenario !== undefined) rules.set(nested.scenario.id, child.rule?.name ?? '')
    }
  }
  for (const scenario of scenariosOf(document)) {
    lines.set(scenario.id, scenario.location.line)
    addSteps(scenario.steps)
    for (const { tableBody } of scenario.examples) for (const row of tableBody) lines.set(row.id, row.location.line)
  }
  return { lines, keywords, rules }
}

function scenarioOf(
  all: Collected,
  names: SourceNames,
  document: GherkinDocument,
  places: Places,
  pickle: Pickle,
  recording: Recording | undefined,
): RunScenario {
  const testCase = all.testCases.get(pickle.id)
  const started = all.started.get(testCase?.id ?? '') ?? ''
  const results = (testCase?.testSteps ?? []).map((testStep) => ({ testStep, key: `${started} ${testStep.id}` }))
  const stepIds = new Map(pickle.steps.map((step) => [step.id, step]))
  const steps = results.flatMap(({ testStep, key }) => {
    const step = stepIds.get(testStep.pickleStepId ?? '')
    return step === undefined ? [] : [stepOf(all, names, places, pickle.uri, step, key)]
  })
  const hook = results
    .filter(({ testStep }) => testStep.hookId !== undefined)
    .map(({ key }) => all.finished.get(key))
    .find((result) => result !== undefined && statusOf(result) === 'failed')
  const ends = pickle.astNodeIds.at(-1) ?? ''
  const origin = names.originOf(pickle.uri, places.lines.get(ends) ?? 1)
  const rule = places.rules.get(pickle.astNodeIds[0] ?? '')
  const statuses = [...(hook === undefined ? [] : (['failed'] as const)), ...steps.map(({ status }) => status)]
  return {
    pickleId: pickle.id,
    uri: names.uriOf(pickle.uri),
    feature: document.feature?.name ?? '',
    ...(rule !== undefined && { rule }),
    name: pickle.name,
    line: origin.line,
    ...(origin.row !== undefined && { row: origin.row }),
    tags: pickle.tags.map(({ name }) => name),
    status: worstOf(statuses),
    ...(hook?.message !== undefined && { message: hookMessage(hook.message) }),
    steps,
    ...factsOf(recording),
  }
}

const factsOf = (recording: Recording | undefined): Pick<RunScenario, 'recording' | 'restsOn' | 'tenants'> =>
  recording === undefined
    ? { tenants: [], restsOn: [] }
    : { tenants: tenantsOf(recording), restsOn: partlyUnderstood(recording), recording }

/** The message of our own hook is complete; another hook belongs to the project. */
function hookMessage(message: string): string {
  const text = cleanMessage(message)
  return isOwnHookProblem(text) ? text : `a hook of the project failed: ${text}`
}

function stepOf(
  all: Collected,
  names: SourceNames,
  places: Places,
  uri: string,
  step: Pickle['steps'][number],
  key: string,
): RunStep {
  const result = all.finished.get(key)
  const status = statusOf(result)
  const node = step.astNodeIds[0] ?? ''
  const message = messageOf(status, step.text, result?.message)
  return {
    keyword: places.keywords.get(node) ?? '*',
    text: step.text,
    line: names.originOf(uri, places.lines.get(node) ?? 1).line,
    status,
    ...(message !== undefined && { message }),
    block: blockOf(step),
    attachments: all.attachments.get(key) ?? [],
  }
}
