import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { SourceText } from '../../source/text/source-text.ts'
import { clixmlDocument } from './clixml-document.ts'
import { readElement } from './clixml-object.ts'
import { type ClixmlObject, type ClixmlRead, eachInside } from './clixml-value.ts'
import { contextOfFile, type FormatReader, type ReadRecords } from './format-reader.ts'
import type { ExportRecord } from './record.ts'
import { giveUp, nextToken } from './xml-scan.ts'

const opening = /^\ufeff?\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:Objs[\s>]|!DOCTYPE\s+(?!html))/i
const namedClixml = /\.clixml$/i

function recordOf(source: SourceText, object: ClixmlObject): ExportRecord {
  const at = { source, start: object.start, end: object.end }
  return {
    source,
    format: 'clixml',
    fields: object.fields,
    ...(object.typeName === undefined ? {} : { typeName: object.typeName }),
    context: contextOfFile(source),
    document: () => clixmlDocument(source, object),
    at,
    rangeOf: (field) => {
      const place = object.places.get(field)
      return place === undefined ? at : { source, start: place[0], end: place[1] }
    },
  }
}

/** The objects of a list are records, however the list was made. */
function recordsIn(source: SourceText, object: ClixmlObject): readonly ExportRecord[] {
  if (object.items === undefined) return object.fields.size === 0 ? [] : [recordOf(source, object)]
  return object.items.flatMap(([, item]) => (item === undefined ? [] : recordsIn(source, item)))
}

/** Moves to the root; false where there is none. */
function readRoot(read: ClixmlRead, take: (object: ClixmlObject) => void): void {
  for (let token = nextToken(read.scan); token.kind !== 'end'; token = nextToken(read.scan)) {
    if (token.kind === 'text' && token.text.trim() === '') continue
    if (token.kind !== 'open' || token.name !== 'Objs') {
      giveUp(read.scan, 'not-objects', token.start)
      return
    }
    eachInside(read, token, (element) => {
      const [, object] = readElement(read, element, 1)
      if (object !== undefined) take(object)
    })
  }
}

function readClixml(source: SourceText): ReadRecords {
  const text = source.text
  const scan = { text, at: text.startsWith('\ufeff') ? 1 : 0 }
  const diagnostics: Diagnostic[] = []
  const read: ClixmlRead = { source, scan, types: new Map(), objects: new Map(), diagnostics }
  const records: ExportRecord[] = []
  readRoot(read, (object) => records.push(...recordsIn(source, object)))
  const { problem } = read.scan
  // When the nesting is too deep, the unclosed elements are not reported as well.
  if (problem !== undefined && diagnostics.length === 0) {
    const at = { source, start: problem.at, end: problem.end }
    diagnostics.push({ code: 'IMP-21', args: { problem: problem.problem }, at })
  }
  return { records, diagnostics }
}

/** Reads the output of `Export-Clixml`: one record for each object, including the objects of lists. */
export const clixmlFormat: FormatReader = {
  name: 'Clixml',
  recognizes: ({ name, text }) => opening.test(text) || (namedClixml.test(name) && /^\ufeff?\s*</.test(text)),
  read: readClixml,
  bytesPerCharacter: 11,
}
