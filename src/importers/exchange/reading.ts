import type { Draft } from '../records/draft.ts'
import type { RecordView } from '../records/fields.ts'
import type { Side } from './side.ts'

/** A record of Exchange, with its side if known: on-premises or online. */
export interface ExchangeRecord {
  readonly view: RecordView
  readonly side: Side | undefined
}

/** What reading knows about all records: the draft, and the people by what mailboxes are called. */
export interface ExchangeReading {
  readonly draft: Draft
  readonly people: ReadonlyMap<string, string>
}

/** Reads the records of one cmdlet. */
export type ReadRecordsOf = (reading: ExchangeReading, records: readonly ExchangeRecord[]) => void

/** Reports that the side of an Exchange record is unknown. */
export function reportSide({ kind, record, report }: RecordView): void {
  report({ code: 'IMP-26', args: { kind, products: ['Exchange Online', 'Exchange Server'] }, at: record.at })
}
