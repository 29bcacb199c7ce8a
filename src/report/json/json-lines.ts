import type { JsonObject } from './json-value.ts'

/**
 * The text of a document with one long list, an item a line, made while it is written: no more than one item, a JSON
 * text without line breaks, is ever held. Fields before the list come first, then those after it; the same document gives the same bytes.
 */
export function* jsonLines(
  before: JsonObject,
  list: string,
  items: Iterable<string>,
  after: JsonObject = {},
): Generator<string> {
  const head = fieldsOf(before)
  yield `{${head}${head === '' ? '' : ','}${JSON.stringify(list)}:[`
  let separator = '\n'
  for (const item of items) {
    yield `${separator}${item}`
    separator = ',\n'
  }
  const tail = fieldsOf(after)
  yield `${separator === '\n' ? '' : '\n'}]${tail === '' ? '' : `,${tail}`}}\n`
}

const fieldsOf = (fields: JsonObject): string => JSON.stringify(fields).slice(1, -1)
