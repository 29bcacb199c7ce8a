import type { Fragment, RecordReader } from '../fragment.ts'
import { cover, emptyDraft, fragmentOf, state, viewOf } from '../records/draft.ts'
import type { ExportRecord } from '../records/record.ts'
import { inStableOrder } from '../records/stable-order.ts'
import { dropUnknownPolicies, readAuthenticationPolicies } from './authentication-policies.ts'
import { readAuthorizationServers } from './authorization-servers.ts'
import { clientAccessServices } from './autodiscover.ts'
import { readInboundConnectors } from './connectors.ts'
import { hybridConfigurations } from './hybrid.ts'
import { type ExchangeNoun, exchangeKindOf } from './kinds.ts'
import { mailboxHomes } from './mailbox-homes.ts'
import { mailboxPermissions } from './mailbox-permissions.ts'
import { readClientAccess, readMailboxes, readRemoteMailboxes, readUsers } from './mailboxes.ts'
import { readOrganizationConfig, readTransportConfig } from './organization.ts'
import { peopleIn } from './people.ts'
import type { ExchangeReading, ExchangeRecord, ReadRecordsOf } from './reading.ts'
import { readServers } from './servers.ts'
import { readServicePrincipals, servicePrincipals } from './service-principals.ts'
import { type Side, sideOf } from './side.ts'
import * as directories from './virtual-directories.ts'

/** A cmdlet whose output no sign-in depends on. */
const unused: ReadRecordsOf = ({ draft }, records) => {
  for (const { view } of records) cover(draft, view, '', 'unused')
}

const notImported =
  (note: string): ReadRecordsOf =>
  ({ draft }, records) => {
    for (const { view } of records) cover(draft, view, '', 'not-imported', note)
  }

type ByNoun = ReadonlyMap<ExchangeNoun, readonly ExchangeRecord[]>

const workloadsOf: Readonly<Record<Side, readonly [string, string]>> = {
  'exchange-online': ['workloads', 'exchange-online'],
  'exchange-server': ['workloads', 'exchange-server'],
}

/** Whether anything shows that there is Exchange Online too. */
function hasCloud(byNoun: ByNoun): boolean {
  return byNoun.has('hybridconfiguration') || byNoun.has('remotemailbox') || [...byNoun.values()].flat().some(isOnline)
}

/** Who reads the output of each cmdlet. */
function readersFor(byNoun: ByNoun): { readonly [Noun in ExchangeNoun]: ReadRecordsOf } {
  const of = (noun: ExchangeNoun): readonly ExchangeRecord[] => byNoun.get(noun) ?? []
  const homes = mailboxHomes(of('mailbox'), of('remotemailbox'))
  return {
    authenticationpolicy: readAuthenticationPolicies,
    casmailboxplan: notImported('a plan applies to mailboxes when they are created: Get-CASMailbox'),
    casmailbox: readClientAccess,
    organizationconfig: readOrganizationConfig,
    remotemailbox: readRemoteMailboxes,
    mailbox: readMailboxes,
    mailboxpermission: mailboxPermissions(homes, servicePrincipals(of('serviceprincipal'))),
    recipientpermission: unused,
    serviceprincipal: readServicePrincipals,
    user: readUsers,
    mapivirtualdirectory: directories.readMapi,
    owavirtualdirectory: directories.readOutlookOnTheWeb,
    ecpvirtualdirectory: unused,
    webservicesvirtualdirectory: directories.readWebServices,
    oabvirtualdirectory: directories.readAddressBooks,
    autodiscovervirtualdirectory: directories.readAutodiscoverDirectories,
    powershellvirtualdirectory: unused,
    activesyncvirtualdirectory: directories.readActiveSync,
    outlookanywhere: directories.readOutlookAnywhere,
    clientaccessservice: clientAccessServices(hasCloud(byNoun)),
    exchangeserver: readServers,
    authserver: readAuthorizationServers,
    authconfig: unused,
    partnerapplication: unused,
    hybridconfiguration: hybridConfigurations([...of('organizationrelationship'), ...of('intraorganizationconnector')]),
    outlookprovider: unused,
    organizationrelationship: unused,
    intraorganizationconnector: unused,
    inboundconnector: readInboundConnectors,
    outboundconnector: unused,
    sendconnector: unused,
    receiveconnector: unused,
    accepteddomain: notImported('domains and how they sign in: Get-MgDomain'),
    transportconfig: readTransportConfig,
  }
}

const isOnline = ({ side }: ExchangeRecord): boolean => side === 'exchange-online'

/** The folder that a file is in, with the file. */
const folderOf = (name: string): string => name.replace(/[^/\\]*$/, '')

/** Assigns records of an unknown Exchange the side that all others in their folder have. */
function withSideOfFolder(records: readonly ExchangeRecord[]): readonly ExchangeRecord[] {
  const sides = new Map<string, Set<Side>>()
  for (const { view, side } of records) {
    const folder = folderOf(view.record.source.name)
    if (side !== undefined) sides.set(folder, (sides.get(folder) ?? new Set()).add(side))
  }
  return records.map((record) => {
    const [only, ...others] = sides.get(folderOf(record.view.record.source.name)) ?? []
    return record.side !== undefined || others.length > 0 ? record : { ...record, side: only }
  })
}

function readExchange(records: readonly ExportRecord[]): Fragment {
  const draft = emptyDraft()
  const all = inStableOrder(records).flatMap((record) => {
    const kind = exchangeKindOf(record)
    return kind === undefined
      ? []
      : [{ noun: kind.noun, view: viewOf(draft, record, kind.title), side: sideOf(record, kind.noun) }]
  })
  const sided = withSideOfFolder(all)
  const byNoun = new Map<ExchangeNoun, ExchangeRecord[]>()
  for (const [index, record] of sided.entries()) {
    const noun = all[index]?.noun
    const known = noun === undefined ? undefined : byNoun.get(noun)
    if (known !== undefined) known.push(record)
    else if (noun !== undefined) byNoun.set(noun, [record])
    if (record.side !== undefined) state(draft, workloadsOf[record.side], {}, record.view.record.at)
  }
  const reading: ExchangeReading = { draft, people: peopleIn(all.map(({ view }) => view)) }
  const readers = readersFor(byNoun)
  for (const [noun, found] of byNoun) readers[noun](reading, found)
  dropUnknownPolicies(draft)
  return fragmentOf(draft)
}

/** Reads what the cmdlets of Exchange Online and Exchange Server print. */
export const exchangeReader: RecordReader = {
  product: 'exchange',
  kind: 'object of Exchange',
  recognizes: (record) => exchangeKindOf(record) !== undefined,
  read: readExchange,
}
