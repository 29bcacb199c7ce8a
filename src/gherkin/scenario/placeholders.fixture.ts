import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin'
import { IdGenerator } from '@cucumber/messages'
import { placeholderProblem } from './placeholders.ts'

/** What is wrong with the placeholders of each scenario of a feature's text. */
export function placeholdersOf(text: string): readonly (string | undefined)[] {
  const ids = IdGenerator.incrementing()
  const parsed = new Parser(new AstBuilder(ids), new GherkinClassicTokenMatcher()).parse(text)
  const document = { ...parsed, uri: 'a.feature' }
  return compile(document, 'a.feature', ids).map((pickle) => placeholderProblem(pickle, document))
}
