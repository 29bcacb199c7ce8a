import { cover, type Draft, stateField } from '../records/draft.ts'
import { type RecordView, reportField, textOf } from '../records/fields.ts'

/** The product by the first part of a version. */
const versions: Readonly<Record<string, string>> = { '4': '2010', '5': '2013', '6': '2015', '7': '2019' }

/** Reads Get-CsManagementStoreReplicationStatus: the version that each server reports. */
export function readReplica(draft: Draft, view: RecordView): void {
  const name = textOf(view, 'replicafqdn')
  const text = textOf(view, 'productversion')
  const major = /^(\d+)\.\d/.exec(text ?? '')?.[1] ?? ''
  const version = Object.hasOwn(versions, major) ? versions[major] : undefined
  if (typeof text === 'string' && version === undefined)
    reportField(view, 'productversion', 'unknown-word', { word: text })
  if (typeof name !== 'string' || version === undefined) {
    cover(draft, view, name ?? '', 'not-understood', 'its version is not known')
    return
  }
  const server = ['workloads', 'skype-for-business-server', 'servers', name] as const
  stateField(draft, [...server, 'version'], version, view, 'productversion')
  stateField(draft, [...server, 'buildOrUpdate'], text, view, 'productversion')
  cover(draft, view, name, 'understood')
}
