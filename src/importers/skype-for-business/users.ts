import { cover, type Draft, state, stateField } from '../records/draft.ts'
import { flagOf, type RecordView, textOf } from '../records/fields.ts'

type Home = 'skype-for-business-online' | 'skype-for-business-server' | 'none'

/** The home of a user: none, a pool, or the provider in the cloud; undefined if not stated. */
function homeOf(view: RecordView): Home | undefined {
  if (flagOf(view, 'enabled') === false) return 'none'
  const provider = textOf(view, 'hostingprovider')
  if (typeof provider === 'string' && /^sipfed\.online\.lync\.com$|\.lync\.com$/i.test(provider))
    return 'skype-for-business-online'
  const pool = textOf(view, 'registrarpool')
  const inPool = typeof pool === 'string' || (typeof provider === 'string' && /^srv:?$/i.test(provider))
  return inPool ? 'skype-for-business-server' : undefined
}

/** Reads Get-CsUser: where each person is homed. */
export function readUser(draft: Draft, view: RecordView): void {
  const stated = textOf(view, 'userprincipalname')
  const sip = textOf(view, 'sipaddress')
  const address = typeof sip === 'string' ? sip.replace(/^sip:/i, '') : undefined
  const name = typeof stated === 'string' ? stated : address
  if (name === undefined || !/^[^\s@]+@[^\s@]+$/.test(name)) {
    cover(
      draft,
      view,
      `${textOf(view, 'displayname') ?? ''}`,
      'not-understood',
      'it has neither a user principal name nor an address',
    )
    return
  }
  const home = homeOf(view)
  state(draft, ['users', name, 'userPrincipalName'], name, view.record.at)
  stateField(draft, ['users', name, 'registrar'], home, view, 'registrarpool')
  if (home !== undefined && home !== 'none') state(draft, ['workloads', home], {}, view.record.at)
  const byAddress = 'the SIP address is used as the user principal name'
  if (home === undefined)
    cover(draft, view, name, 'not-understood', 'neither a pool nor a provider shows where it is homed')
  else if (typeof stated === 'string') cover(draft, view, name, 'understood')
  else cover(draft, view, name, 'assumed', byAddress)
}
