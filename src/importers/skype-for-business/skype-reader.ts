import type { Fragment, RecordReader } from '../fragment.ts'
import { cover, type Draft, emptyDraft, fragmentOf, state, viewOf } from '../records/draft.ts'
import { type RecordView, textOf } from '../records/fields.ts'
import type { ExportRecord } from '../records/record.ts'
import { inStableOrder } from '../records/stable-order.ts'
import { type SkypeNoun, skypeKindOf } from './kinds.ts'
import { readProxy, readScenario, readWebServices } from './methods.ts'
import { readOAuth } from './oauth.ts'
import { readReplica } from './servers.ts'
import { readUser } from './users.ts'

/** Cmdlets that only servers have. */
const ofServers: readonly SkypeNoun[] = [
  'csauthconfig',
  'csoauthserver',
  'cswebserviceconfiguration',
  'csproxyconfiguration',
  'csmanagementstorereplicationstatus',
  'cspool',
  'cscomputer',
  'cstopology',
]

type ReadOne = (draft: Draft, view: RecordView) => void

const unused: ReadOne = (draft, view) => cover(draft, view, `${textOf(view, 'identity') ?? ''}`, 'unused')

const pool: ReadOne = (draft, view) =>
  cover(
    draft,
    view,
    `${textOf(view, 'fqdn') ?? textOf(view, 'identity') ?? ''}`,
    'assumed',
    'its version is not in the export: Get-CsManagementStoreReplicationStatus',
  )

const readers: { readonly [Noun in SkypeNoun]?: ReadOne } = {
  csauthconfig: readScenario,
  cswebserviceconfiguration: readWebServices,
  csproxyconfiguration: readProxy,
  csmanagementstorereplicationstatus: readReplica,
  cspool: pool,
  cscomputer: pool,
  cstopology: pool,
  csuser: readUser,
  cstenantfederationconfiguration: (draft, view) =>
    cover(draft, view, '', 'not-imported', 'it concerns chat with other organizations; no sign-in depends on it'),
  cshostingprovider: unused,
  csaccessedgeconfiguration: unused,
}

function readSkype(records: readonly ExportRecord[]): Fragment {
  const draft = emptyDraft()
  const all = inStableOrder(records).flatMap((record) => {
    const kind = skypeKindOf(record)
    return kind === undefined ? [] : [{ noun: kind.noun, view: viewOf(draft, record, kind.title) }]
  })
  const server = all.find(({ noun }) => ofServers.includes(noun))
  if (server !== undefined) state(draft, ['workloads', 'skype-for-business-server'], {}, server.view.record.at)
  for (const { noun, view } of all) readers[noun]?.(draft, view)
  const of = (wanted: SkypeNoun) => all.filter(({ noun }) => noun === wanted).map(({ view }) => view)
  readOAuth(draft, of('csoauthconfiguration'), of('csoauthserver'), server !== undefined)
  return fragmentOf(draft)
}

/** Reads the output of the Skype for Business cmdlets. */
export const skypeReader: RecordReader = {
  product: 'skype-for-business',
  kind: 'object of Skype for Business',
  recognizes: (record) => skypeKindOf(record) !== undefined,
  read: readSkype,
}
