import { clients as catalog } from '../../catalog/clients.ts'
import type { ClientFile } from '../../tenant/settings/clients.ts'
import { assumed } from '../coverage.ts'
import type { Fragment, RecordReader, ValueOrigin } from '../fragment.ts'
import { cover, type Draft, emptyDraft, viewOf } from '../records/draft.ts'
import { type RecordView, textOf } from '../records/fields.ts'
import type { ExportRecord } from '../records/record.ts'
import { kindFinder, type RecordKind } from '../records/record-kinds.ts'
import { inStableOrder } from '../records/stable-order.ts'
import { clientOfDevice, isTurnedAway, type UsedClient } from './mobile-devices.ts'
import { clientOfInstallation, isInstallation, nameOfInstallation } from './office-installations.ts'

const kinds = [
  {
    title: 'mobile device',
    noun: 'mobiledevice',
    formerNoun: 'activesyncdevice',
    type: 'mobiledevice',
    fields: (has) => has('devicetype', 'deviceuseragent') || has('devicetype', 'deviceid', 'clienttype'),
  },
  { title: 'installation of Office', noun: 'officeinstallation', fields: (_has, record) => isInstallation(record) },
] as const satisfies readonly RecordKind[]

const kindOf = kindFinder(kinds, 'microsoft.exchange.')

interface Use extends UsedClient {
  readonly view: RecordView
}

function readOne(draft: Draft, view: RecordView, noun: (typeof kinds)[number]['noun']): readonly Use[] {
  const device = noun === 'mobiledevice'
  const label = device ? `${textOf({ ...view, report: () => {} }, 'devicetype') ?? ''}` : nameOfInstallation(view)
  if (device && isTurnedAway(view)) {
    cover(draft, view, label, 'not-imported', 'the server refuses it')
    return []
  }
  const used = device ? clientOfDevice(view) : clientOfInstallation(view)
  if (used === undefined) {
    cover(draft, view, label, 'not-understood', 'its catalog client is unknown: see `authplan catalog clients`')
    return []
  }
  cover(draft, view, label, 'understood')
  return [{ ...used, view }]
}

const nameOf = (id: string): string => catalog.find((one) => one.id === id)?.name ?? id

function proposed(uses: readonly Use[]): readonly { readonly file: ClientFile; readonly origin: ValueOrigin }[] {
  const groups = new Map<string, Use[]>()
  for (const use of uses) {
    const name = use.build === undefined ? use.client : `${use.client} ${use.build}`
    const known = groups.get(name)
    if (known === undefined) groups.set(name, [use])
    else known.push(use)
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, [first, ...others]]) => {
      if (first === undefined) return []
      const people = new Set([first, ...others].map(({ person }) => person)).size
      const count = people === 1 ? '1 person' : `${people} people`
      const version = first.build === undefined ? '' : ` ${first.build}`
      const file: ClientFile = {
        name,
        client: first.client,
        displayName: `${nameOf(first.client)}${version} (${count})`,
        ...(first.build === undefined ? {} : { build: first.build }),
      }
      return [{ file, origin: { path: ['clients', name], at: first.view.record.at } }]
    })
}

function readClients(records: readonly ExportRecord[]): Fragment {
  const draft = emptyDraft()
  const uses = inStableOrder(records).flatMap((record) => {
    const kind = kindOf(record)
    return kind === undefined ? [] : readOne(draft, viewOf(draft, record, kind.title), kind.noun)
  })
  const found = proposed(uses)
  const note = 'proposed from the lists in the exports; add clients that are not in them, such as browsers'
  return {
    file: found.length === 0 ? {} : { clients: found.map(({ file }) => file) },
    origins: found.map(({ origin }) => origin),
    coverage: [...draft.coverage, ...(found.length === 0 ? [] : [assumed('clients', `${found.length}`, note)])],
    diagnostics: draft.diagnostics,
  }
}

/** Reads lists of mobile devices and of installations of Office: the clients in use. */
export const clientsReader: RecordReader = {
  product: 'clients',
  kind: 'client in use',
  recognizes: (record) => kindOf(record) !== undefined,
  read: readClients,
}
