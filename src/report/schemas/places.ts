import type { Citation } from '../../vocabulary/citations.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import { tiers } from '../../vocabulary/sources/source.ts'
import { count, object, oneOf, optional, shape, text } from './schema.ts'

/** A place in a file. */
export const origin = object<Origin>('A place in a file.', {
  file: text('The file.'),
  line: count('The line, from 1.'),
  column: count('The column, from 1.'),
})

/** A page of the bibliography. */
export const citation = object<Citation>('A page.', {
  source: text<Citation['source']>('The key of the page in the bibliography.'),
  section: optional(text('The section.')),
})

const pageFields = {
  source: text('The key of the page in the bibliography.'),
  section: optional(text('The section.')),
  title: text('The title of the page.'),
  url: text('The address of the page.'),
  read: text('The date on which it was read.'),
} as const

/** The page of a row of the catalog. */
export const catalogCitation = shape('A page.', pageFields)

/** A page with the tier of its source. */
export const fullCitation = shape('A page.', {
  ...pageFields,
  tier: oneOf('The tier of the source.', tiers),
})
