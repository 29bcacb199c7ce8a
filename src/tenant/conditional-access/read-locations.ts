import { suggest } from '../../source/diagnostics/suggest.ts'
import { isDirectoryId } from './documented-words.ts'
import { reportExpected } from './expected-there.ts'
import { type GraphField, type GraphReading, isWordNotModeled, wordsOf } from './graph-reader.ts'
import { noNames } from './name-book.ts'

/** Words and ids of locations that need no declaration: all, all trusted, the compliant network, the MFA trusted addresses. */
const wellKnown: ReadonlySet<string> = new Set([
  'all',
  'alltrusted',
  '3d46dbda-8382-466a-856d-eb00cbc6b910',
  '00000000-0000-0000-0000-000000000000',
])

const everywhere = ['All', 'AllTrusted'] as const

/** The locations that a list names, lower-cased. One that is not declared stays: it is a missing fact. */
export function locationIdsOf(reading: GraphReading, field: GraphField | undefined): readonly string[] {
  reportExpected(reading, 'words', field, everywhere)
  return wordsOf(reading, field).flatMap(({ word, path }) => {
    const lower = word.toLowerCase()
    if (isWordNotModeled(reading, word, path)) return []
    const names = reading.known?.namedLocations ?? noNames
    if (reading.known !== undefined && !names.has(lower) && !wellKnown.has(lower)) {
      const near = suggest(word, names, isDirectoryId(word) ? [] : everywhere)
      const suggestion = near === undefined ? undefined : (names.get(near) ?? near)
      const args = { owner: reading.owner, name: word, ...(suggestion === undefined ? {} : { suggestion }) }
      reading.diagnostics.push({ code: 'POL-6', args, at: reading.document.rangeOf(path) })
    }
    return [lower]
  })
}
