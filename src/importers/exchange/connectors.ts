import { cover, state, stateField } from '../records/draft.ts'
import { flagOf, listOfNames, textOf } from '../records/fields.ts'
import type { ReadRecordsOf } from './reading.ts'

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
    const addresses = listOfNames(view, 'senderipaddresses')?.map((one) => (/^[\d.]+$/.test(one) ? `${one}/32` : one))
    const listed = addresses?.length === 0 ? undefined : addresses
    stateField(draft, [...connector, 'SenderIPAddresses'], listed, view, 'senderipaddresses')
    const certificate = textOf(view, 'tlssendercertificatename') ?? undefined
    stateField(draft, [...connector, 'TlsSenderCertificateName'], certificate, view, 'tlssendercertificatename')
    cover(draft, view, name, 'understood')
  }
}
