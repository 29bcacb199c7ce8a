import type { WorkloadName } from '../../../vocabulary/actors.ts'
import { modernAuthenticationOf } from '../../normalize-workloads.ts'
import { publishedTopology, type StatedHomes } from '../../topology-of.ts'
import type { Check } from '../check.ts'

/** Topologies that need the client setting for Exchange have it. */
export const topologyNeedsClientSetting: Check = (file) => {
  const workloads = file.workloads()
  const skype = workloads.get('skype-for-business-server')
  if (skype === undefined || skype['AllowAdalForNonLyncIndependentOfLync'] === true) return []
  const states = new Map([...workloads].map(([name, one]) => [name, modernAuthenticationOf(name, one)]))
  const homes: StatedHomes[] = file.users().map(({ value }) => ({ mailbox: value.mailbox, registrar: value.registrar }))
  const online = homes.some((one) => one.mailbox === 'exchange-online' && one.registrar === 'skype-for-business-server')
  const authorityOf = (name: WorkloadName) => workloads.get(name)?.modernAuthority
  const declares = (place: string) => [...workloads.keys()].some((name) => name === place)
  const topology = online ? publishedTopology(homes, (name) => states.get(name), authorityOf, declares) : undefined
  if (topology === undefined || !topology.needsAllowAdal) return []
  const inRegistry = file.list('clients').some(({ value }) => {
    const setting = typeof value === 'string' ? undefined : value.registry?.['AllowAdalForNonLyncIndependentOfLync']
    return setting !== undefined && Number(setting) === 1
  })
  if (inRegistry) return []
  const at = file.document.rangeOfKey(['workloads', 'skype-for-business-server'])
  return [{ code: 'CON-2', args: { topology: topology.name }, at }]
}
