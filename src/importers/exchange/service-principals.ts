import { cover, state, stateField } from '../records/draft.ts'
import { type RecordView, textOf } from '../records/fields.ts'
import type { ExchangeRecord, ReadRecordsOf } from './reading.ts'

/** The names of programs in a tenant file, by the names that permissions use, in lower case. */
export type ServicePrincipals = ReadonlyMap<string, string>

const naming = ['displayname', 'name', 'identity', 'appid', 'objectid', 'serviceid', 'guid', 'sid']

function nameOf(view: RecordView): string | undefined {
  const silent = { ...view, report: () => {} }
  const name = textOf(silent, 'displayname') ?? textOf(silent, 'appid')
  return typeof name === 'string' ? name : undefined
}

/** The programs that are registered in Exchange Online. */
export function servicePrincipals(records: readonly ExchangeRecord[]): ServicePrincipals {
  const programs = new Map<string, string>()
  for (const { view } of records) {
    const name = nameOf(view)
    if (name === undefined) continue
    for (const field of naming) {
      const text = textOf({ ...view, report: () => {} }, field)
      if (typeof text === 'string') programs.set(text.toLowerCase(), name)
    }
  }
  return programs
}

/** Reads Get-ServicePrincipal: programs that sign in as themselves and may have access to mailboxes. */
export const readServicePrincipals: ReadRecordsOf = ({ draft }, records) => {
  for (const { view } of records) {
    const name = nameOf(view)
    if (name === undefined) {
      cover(draft, view, '', 'not-understood', 'it has neither a display name nor the id of an application')
      continue
    }
    const user = ['users', name] as const
    state(draft, [...user, 'kind'], 'service-principal', view.record.at)
    const id = textOf(view, 'objectid') ?? textOf(view, 'serviceid')
    if (typeof id === 'string') stateField(draft, [...user, 'id'], id, view, 'objectid')
    state(draft, [...user, 'displayName'], name, view.record.at)
    cover(draft, view, name, 'understood')
  }
}
