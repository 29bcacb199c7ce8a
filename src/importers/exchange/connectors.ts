import { parseCidr } from '../../source/text/parse-cidr.ts'
import { cover, state, stateField } from '../records/draft.ts'
import { flagOf, listOfNames, type RecordView, reportField, textOf } from '../records/fields.ts'
import type { ReadRecordsOf } from './reading.ts'

/** The sender addresses as ranges, unless there are none or one of them cannot be understood. */
function addressesOf(view: RecordView): readonly string[] | undefined {
  const listed = listOfNames(view, 'senderipaddresses') ?? []
  const ranges = listed.map((one) => (one.includes('/') ? one : `${one}/${one.includes(':') ? 128 : 32}`))
  const wrong = listed.find((_, index) => parseCidr(ranges[index] ?? '') === undefined)
  if (wrong !== undefined) return reportField(view, 'senderipaddresses', 'unknown-word', { word: wrong })
  return ranges.length === 0 ? undefined : ranges
}

/** Reads Get-InboundConnector: addresses and certificates from which devices of the organization may send. */
export const readInboundConnectors: ReadRecordsOf = ({ draft }, records) => {
  for (const { view } of records) {
    const name = textOf(view, 'name') ?? textOf(view, 'identity')
    const type = textOf(view, 'connectortype')
    if (typeof name !== 'string') {
      cover(draft, view, '', 'not-understood', 'it has no name')
      continue
    }
    if (flagOf(view, 'enabled') === false || (typeof type === 'string' && !/^onpremises$/i.test(type))) {
      cover(draft, view, name, 'unused')
      continue
    }
    const connector = ['workloads', 'exchange-online', 'connectors', name] as const
    state(draft, [...connector, 'name'], name, view.record.at)
    stateField(draft, [...connector, 'SenderIPAddresses'], addressesOf(view), view, 'senderipaddresses')
    const certificate = textOf(view, 'tlssendercertificatename') ?? undefined
    stateField(draft, [...connector, 'TlsSenderCertificateName'], certificate, view, 'tlssendercertificatename')
    cover(draft, view, name, 'understood')
  }
}
