import type { FileInPlace, SourceReader } from '../../source/files/source-reader.ts'
import { itemsOfHttpProxy } from './http-proxy.ts'
import { itemsOfIis } from './iis.ts'
import { itemsOfEventCsv, itemsOfEventXml } from './security-log.ts'
import type { ServerFormat, ServerItem } from './server-row.ts'

const readers: Readonly<Record<ServerFormat, (pieces: Iterable<string>) => Generator<ServerItem>>> = {
  'http-proxy': itemsOfHttpProxy,
  iis: itemsOfIis,
  'event-xml': itemsOfEventXml,
  'event-csv': itemsOfEventCsv,
}

type NamedFile = Pick<FileInPlace, 'name' | 'packed'>

/** The text of a log: a compressed one is read as a whole, as far as its size allows. */
function piecesOf({ name, packed }: NamedFile, reader: SourceReader): Iterable<string> | undefined {
  if (packed) {
    const read = reader.readExport?.(name)
    return read?.ok ? [read.value.text] : undefined
  }
  const read = reader.readPieces(name)
  return read.ok ? read.value.pieces : undefined
}

/** What a server's log contains, one record at a time; undefined if the file cannot be read to its end. */
export function itemsOfServerLog(
  file: NamedFile,
  format: ServerFormat,
  reader: SourceReader,
): Generator<ServerItem> | undefined {
  const pieces = piecesOf(file, reader)
  return pieces && readers[format](pieces)
}
