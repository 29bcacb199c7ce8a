import type { ITestCaseHookParameter } from '@cucumber/cucumber'
import { cacheByObject } from '../../memory/cache-by-object.ts'
import { placeholderProblem } from '../scenario/placeholders.ts'

type Pickle = ITestCaseHookParameter['pickle']
type GherkinDocument = ITestCaseHookParameter['gherkinDocument']

/** Why a scenario would pass without asserting anything; undefined if it asserts something. */
export function emptyScenarioProblem(pickle: Pickle, document: GherkinDocument): string | undefined {
  if (pickle.steps.length === 0) return 'the scenario has no steps, so it does not assert anything'
  // A `*` step may be an assertion; only Given and When steps are certainly not.
  if (pickle.steps.every(({ type }) => type === 'Context' || type === 'Action'))
    return 'the scenario has no Then, so it does not assert anything'
  const [first] = emptyExamples(document)
  if (first !== undefined) return `the Examples on line ${first.line} have no rows`
  return placeholderProblem(pickle, document)
}

/** A part of a feature that looks like a test but contains none. */
export interface EmptyPlace {
  readonly line: number
  readonly message: string
}

// Invariant: a parsed feature is immutable.
const known = cacheByObject<GherkinDocument, readonly EmptyPlace[]>('empty Examples of a feature', 'document')

/** The Examples blocks of a feature without rows. */
export function emptyExamples(document: GherkinDocument): readonly EmptyPlace[] {
  return known(document, () =>
    scenariosOf(document).flatMap(({ examples }) =>
      examples
        .filter(({ tableBody }) => tableBody.length === 0)
        .map(({ location }) => ({
          line: location.line,
          message: 'the Examples have no rows, so they do not assert anything',
        })),
    ),
  )
}

/** Parts of a feature that run nothing: no scenarios, a scenario without steps, Examples without rows. */
export function emptyPlaces(document: GherkinDocument): readonly EmptyPlace[] {
  const { feature } = document
  if (feature === undefined) return [{ line: 1, message: 'the file does not contain a feature' }]
  const scenarios = scenariosOf(document)
  if (scenarios.length === 0) return [{ line: feature.location.line, message: 'the feature has no scenario' }]
  const stepless = scenarios
    .filter(({ steps }) => steps.length === 0)
    .map(({ location }) => ({
      line: location.line,
      message: 'the scenario has no steps, so it does not assert anything',
    }))
  const outlines = scenarios
    .filter(({ keyword, examples }) => examples.length === 0 && /outline|template/i.test(keyword))
    .map(({ location }) => ({ line: location.line, message: 'the Scenario Outline has no Examples, so it never runs' }))
  return [...stepless, ...outlines, ...emptyExamples(document)]
}

type Scenario = NonNullable<NonNullable<GherkinDocument['feature']>['children'][number]['scenario']>

/** Every scenario of a feature, including those in a Rule. */
export function scenariosOf(document: GherkinDocument): readonly Scenario[] {
  return (document.feature?.children ?? []).flatMap((child) => {
    const nested = child.rule?.children ?? []
    return [child.scenario, ...nested.map(({ scenario }) => scenario)].filter((scenario) => scenario !== undefined)
  })
}
