import type { SourceReader } from '../../source/files/source-reader.ts'
import { lineStarts, type SourceRange, startOf } from '../../source/text/source-text.ts'
import type { FileBeside } from '../../tenant/population-beside.ts'
import type { Tenant } from '../../tenant/tenant.ts'

/** Where the tenant file names a file, with the source text if the reader still has it. */
export function namedAt({ file }: Tenant, { name, origin }: FileBeside, reader: SourceReader): SourceRange {
  const read = reader.read(file)
  const source = read.ok ? read.value : { name: file, text: '' }
  if (origin === undefined) return startOf(source)
  const start = (lineStarts(source)[origin.line - 1] ?? 0) + origin.column - 1
  return { source, start, end: Math.min(source.text.length, start + name.length) }
}
