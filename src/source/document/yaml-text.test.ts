import { expect, test } from 'vitest'
import { Document, parse } from 'yaml'
import { outputText } from '../text/output-text.ts'
import { yamlText } from './yaml-text.ts'

const texts = [
  'plain',
  '::error::x',
  'two\n::error::x',
  'two\n  ::error::x',
  'two\r\n::warning file=a::x\n',
  '\n::error::x',
  '##[error]x',
  '###[error]x',
  'two\n##vso[task.setvariable]x',
  '\u001b[31mred',
  '\u001b[31m::error::x',
  'over \u202e x',
  'half \ud800 x',
  '\u0085::error::x',
  '\u2028::error::x',
  '# comment\n::error::x',
  '"quoted"\n::error::x',
]

test.each(texts)('%j is the same text after it was printed', (text) => {
  const value = { [text]: text, list: [text, [text]], inner: { [text]: text } }
  expect(parse(outputText('yaml', yamlText(new Document(value))))).toEqual(value)
})
