import { clientOf } from '../../../catalog/clients.ts'
import type { Protocol } from '../../../vocabulary/protocols.ts'
import { isOwnClient, ownClient } from '../../own-client.ts'
import type { ClientFile } from '../../tenant-file.ts'
import type { Check } from '../check.ts'

const unsupported: readonly Protocol[] = ['pop3', 'smtp-auth']

function protocolsOf(client: string | ClientFile): readonly Protocol[] {
  if (typeof client !== 'string' && isOwnClient(client)) return Object.values(ownClient(client).protocols).flat()
  const id = typeof client === 'string' ? client : (client.client ?? client.name)
  return Object.values(clientOf(id.toLowerCase())?.protocols ?? {}).flat()
}

/** A staged rollout does not reach users of POP3 and SMTP. */
export const stagedRolloutProtocols: Check = (file) => {
  const staged = file.list('domains').find(({ value }) => (value.stagedRollout?.groups.length ?? 0) > 0)
  if (staged === undefined) return []
  return file.list('clients').flatMap(({ path, value }) => {
    const protocol = protocolsOf(value).find((one) => unsupported.includes(one))
    if (protocol === undefined) return []
    const client = typeof value === 'string' ? value : value.name
    const related = [{ at: file.document.rangeOfKey([...staged.path, 'stagedRollout']), note: 'because-of' }] as const
    const args = { client, protocol, domain: staged.value.name }
    return [{ code: 'CON-23' as const, args, at: file.document.rangeOf(path), related }]
  })
}
