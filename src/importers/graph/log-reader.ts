import type { RecordReader } from '../fragment.ts'
import { plainHeader } from '../people/headers.ts'
import type { ExportRecord } from '../records/record.ts'
import { notImported, recordKindOf } from './not-imported.ts'

/** Columns that every sign-in list of a portal has, in all supported languages. */
const columnsOfLogs = new Set(
  [
    ...['Date (UTC)', 'Request ID', 'Correlation ID', 'Datum (UTC)', 'Anforderungs-ID', 'Korrelations-ID'],
    ...['Date (UTC)', 'ID de demande', 'ID de corrélation', 'Fecha (UTC)', 'Id. de solicitud', 'Id. de correlación'],
  ].map(plainHeader),
)

function kindOf({ format, fields, context, source }: ExportRecord): string | undefined {
  // Objects of JSON were looked at before.
  if (format === 'json' || format === 'json-lines') return undefined
  const found = recordKindOf(fields, context, source.name)
  if (found !== undefined) return found
  const logged = [...fields.keys()].filter((field) => columnsOfLogs.has(plainHeader(field)))
  return logged.length > 1 ? 'sign-in record' : undefined
}

/** Recognizes logs, detections and deleted items in CSV or other lists; none of them are imported. */
export const logReader: RecordReader = {
  product: 'graph',
  kind: 'record of a log',
  recognizes: (record) => kindOf(record) !== undefined,
  read: (records) => {
    const files = new Map<string, string[]>()
    for (const record of records) {
      const kind = kindOf(record) ?? ''
      files.set(record.source.name, [...(files.get(record.source.name) ?? []), kind])
    }
    const coverage = [...files].flatMap(([source, kinds]) => notImported(source, kinds))
    return { file: {}, origins: [], coverage, diagnostics: [] }
  },
}
