import { cover, stateField } from '../records/draft.ts'
import { listOfWords, type RecordView, reportField, textOf } from '../records/fields.ts'
import { serverVersionOf } from './builds.ts'
import type { ReadRecordsOf } from './reading.ts'

/** The version that a server shows, also as the object that JSON writes of it. */
function versionText(view: RecordView): string | null | undefined {
  const value: unknown = view.record.fields.get('admindisplayversion')
  if (!(value instanceof Map)) return textOf(view, 'admindisplayversion')
  const parts = ['major', 'minor', 'build', 'revision'].map((part) => value.get(part))
  return parts.every((part) => typeof part === 'number') ? parts.join('.') : textOf(view, 'admindisplayversion')
}

/** Reads Get-ExchangeServer: name, version, cumulative update and role of each server. */
export const readServers: ReadRecordsOf = ({ draft }, records) => {
  for (const { view } of records) {
    const name = textOf(view, 'name') ?? textOf(view, 'fqdn') ?? textOf(view, 'identity')
    const text = versionText(view)
    const version = typeof text === 'string' ? serverVersionOf(text) : undefined
    if (typeof text === 'string' && version === undefined)
      reportField(view, 'admindisplayversion', 'unknown-word', { word: text })
    if (typeof name !== 'string' || version === undefined) {
      cover(draft, view, typeof name === 'string' ? name : '', 'not-understood', 'its version is not known')
      continue
    }
    const server = ['workloads', 'exchange-server', 'servers', name] as const
    for (const [key, value] of Object.entries(version))
      stateField(draft, [...server, key], value, view, 'admindisplayversion')
    const roles = listOfWords(view, 'serverrole') ?? []
    const role = roles.some((one) => /edge/i.test(one)) ? 'edge' : 'mailbox'
    if (roles.length > 0) stateField(draft, [...server, 'role'], role, view, 'serverrole')
    cover(draft, view, name, 'understood')
  }
}
