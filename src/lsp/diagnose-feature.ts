import type { Range, Diagnostic as Shown } from 'vscode-languageserver'
import type { FeatureProblem } from '../gherkin/run/read-step.ts'
import { nearestSteps } from '../gherkin/steps/nearest-steps.ts'
import { lineAt } from './places.ts'
import type { Workspace } from './workspace.ts'

/** Errors in a feature that can be found without running it. */
export function diagnoseFeature(workspace: Workspace, name: string, text: string): readonly Shown[] {
  const read = workspace.features?.read(name, text)
  return (read?.problems ?? []).map((problem) => shownProblem(text, problem))
}

function shownProblem(text: string, problem: FeatureProblem): Shown {
  const { message, undefinedStep } = problem
  const found = placeIn(text, problem)
  const replaceBy = undefinedStep ? nearSentences(problem.text ?? '') : meantIn(message)
  return {
    range: found.range,
    severity: 1,
    source: 'authplan',
    ...(undefinedStep ? { code: 'unknown-step' } : {}),
    message,
    ...(replaceBy.length === 0 || !found.exact ? {} : { data: { replaceBy } }),
  }
}

/** The range of a problem's words in its line; the whole line if they are filled in from elsewhere. */
function placeIn(
  text: string,
  { line, text: words }: FeatureProblem,
): { readonly range: Range; readonly exact: boolean } {
  const written = lineAt(text, line - 1)
  const at = words === undefined || words === '' ? -1 : written.indexOf(words)
  const start = at === -1 ? written.length - written.trimStart().length : at
  const end = at === -1 ? written.trimEnd().length : at + (words ?? '').length
  const place = (character: number) => ({ line: line - 1, character })
  return { range: { start: place(start), end: place(Math.max(start, end)) }, exact: at !== -1 }
}

/** Sentences that were probably intended, without keywords and blocks. */
const nearSentences = (sentence: string): readonly string[] =>
  nearestSteps(sentence).flatMap(({ example }) => {
    const first = example.split('\n')[0]?.replace(/^(?:Given|When|Then|And|But|\*) /, '')
    return first === undefined ? [] : [first]
  })

/** The names that a step's message suggests. */
function meantIn(message: string): readonly string[] {
  const offered = /\bdid you mean (.*)\?$/m.exec(message)?.[1] ?? ''
  return [...offered.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? [])
}
