import type { DocumentPath } from '../../source/document/located-document.ts'
import type { Draft } from '../records/draft.ts'
import { type RecordView, textOf } from '../records/fields.ts'

/** The context for AD FS records: their identity provider and the draft. */
export interface AdfsReading {
  readonly draft: Draft
  /** The place of the identity provider in the tenant file. */
  readonly provider: DocumentPath
}

/** Reads the records of one cmdlet. */
export type ReadAdfs = (reading: AdfsReading, views: readonly RecordView[]) => void

/** A placeholder for the name of a federation service whose host name is in no export. */
export const unnamedProvider = 'AD FS'

const hostIn = (address: string): string | undefined => /^https?:\/\/([^/:]+)/i.exec(address)?.[1]

/** The name of the service: its host name, as domains have it in the addresses of their federation settings. */
export function hostNameIn(properties: readonly RecordView[], endpoints: readonly RecordView[]): string | undefined {
  for (const view of properties) {
    const name = textOf({ ...view, report: () => {} }, 'hostname')
    if (typeof name === 'string') return name.toLowerCase()
  }
  for (const view of endpoints) {
    const host = hostIn(textOf({ ...view, report: () => {} }, 'fullurl') ?? '')
    if (host !== undefined) return host.toLowerCase()
  }
  return undefined
}
