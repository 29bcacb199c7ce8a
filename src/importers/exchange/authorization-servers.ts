import { cover, state } from '../records/draft.ts'
import { flagOf, type RecordView, textOf } from '../records/fields.ts'
import type { ReadRecordsOf } from './reading.ts'

const types: Readonly<Record<string, 'entra-id' | 'ad-fs'>> = { azuread: 'entra-id', adfs: 'ad-fs' }

/** Who an authorization server is: by its type, otherwise by its address or its name. */
export function authorityOf(view: RecordView): 'entra-id' | 'ad-fs' | 'other' | undefined {
  const silent = { ...view, report: () => {} }
  const type = `${textOf(silent, 'type') ?? ''}`.toLowerCase()
  if (Object.hasOwn(types, type)) return types[type]
  if (/^(?:microsoftacs|facebook|linkedin)$/.test(type)) return 'other'
  const fields = ['authmetadataurl', 'metadataurl', 'name', 'identity']
  const text = fields.map((field) => `${textOf(silent, field) ?? ''}`).join('\n')
  if (/accesscontrol\.windows\.net/i.test(text)) return 'other'
  if (/login\.(?:windows\.net|microsoftonline\.(?:com|us))|^evosts/im.test(text)) return 'entra-id'
  return /\/adfs\/|federationmetadata/i.test(text) ? 'ad-fs' : undefined
}

/** Reads Get-AuthServer: the clients' default endpoint determines who issues their tokens. */
export const readAuthorizationServers: ReadRecordsOf = ({ draft }, records) => {
  const path = ['workloads', 'exchange-server', 'modernAuthority'] as const
  let open = false
  for (const { view } of records) {
    const name = `${textOf(view, 'name') ?? textOf(view, 'identity') ?? ''}`
    const isDefault = flagOf(view, 'isdefaultauthorizationendpoint')
    const enabled = flagOf(view, 'enabled')
    const authority = authorityOf(view)
    if (isDefault === true && enabled !== false) {
      if (authority !== undefined && authority !== 'other')
        state(draft, path, authority, view.record.rangeOf('isdefaultauthorizationendpoint'))
      else open = true
    } else if (typeof isDefault !== 'boolean' && authority !== 'other' && enabled !== false) open = true
    const understood = typeof isDefault === 'boolean' && authority !== undefined
    if (understood) cover(draft, view, name, 'understood')
    else cover(draft, view, name, 'not-understood', 'it is unknown whether clients are sent to it')
  }
  const [first] = records
  const found = draft.statements.has(path.join('\n').toLowerCase())
  if (first !== undefined && !open && !found) state(draft, path, 'none', first.view.record.at)
}
