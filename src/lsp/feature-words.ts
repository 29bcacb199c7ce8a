import type { Range } from 'vscode-languageserver'
import type { ReadFeature, ReadScenario } from '../gherkin/run/read-feature.ts'
import { unquotedName } from '../source/text/quoted-name.ts'
import { lineAt } from './places.ts'

/** A parameter of a step at its location in the feature: in the step, or in the Examples row that fills it. */
export interface FeatureWord {
  readonly type: string
  /** As it is written. */
  readonly text: string
  readonly value: unknown
  readonly range: Range
  readonly scenario: ReadScenario
}

const rangeIn = (line: number, start: number, end: number): Range => ({
  start: { line, character: start },
  end: { line, character: end },
})

/** The offsets at which a text occurs in a line as whole words. */
function placesIn(line: string, words: string): readonly number[] {
  const found: number[] = []
  const isPart = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character)
  for (let at = line.indexOf(words); at !== -1; at = line.indexOf(words, at + 1))
    if (!isPart(line[at - 1]) && !isPart(line[at + words.length])) found.push(at)
  return found
}

/** The parameters of all steps, each location once. */
export function featureWords(text: string, { scenarios }: ReadFeature): readonly FeatureWord[] {
  const found = new Map<string, FeatureWord>()
  for (const scenario of scenarios) {
    for (const step of scenario.steps) {
      for (const { type, text: words, value } of step.args) {
        if (words === '') continue
        const lines = [step.line, ...(scenario.row === undefined ? [] : [scenario.row])]
        for (const line of lines) {
          const written = lineAt(text, line - 1)
          const at = placesIn(written, words)[0]
          if (at === undefined) continue
          const range = rangeIn(line - 1, at, at + words.length)
          const key = `${line} ${at} ${type}`
          if (!found.has(key)) found.set(key, { type, text: words, value, range, scenario })
          break
        }
      }
    }
  }
  return [...found.values()]
}

/** The parameter at a position. */
export function featureWordAt(
  text: string,
  read: ReadFeature,
  { line, character }: Range['start'],
): FeatureWord | undefined {
  return featureWords(text, read).find(
    ({ range: { start, end } }) => start.line === line && start.character <= character && character <= end.character,
  )
}

/** A name without quotation marks and article. */
export function bareName(text: string): string {
  return unquotedName(text).replace(/^(?:the|an?) /i, '')
}
