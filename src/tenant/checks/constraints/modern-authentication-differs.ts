import type { WorkloadName } from '../../../vocabulary/actors.ts'
import { modernAuthenticationOf } from '../../normalize-workloads.ts'
import type { Check } from '../check.ts'

const places: readonly WorkloadName[] = [
  'exchange-online',
  'exchange-server',
  'skype-for-business-online',
  'skype-for-business-server',
]

/** Modern authentication is in one state wherever Skype for Business and Exchange are. */
export const modernAuthenticationDiffers: Check = (file) => {
  const states = [...file.workloads()].flatMap(([name, workload]) => {
    const state = places.includes(name) ? modernAuthenticationOf(name, workload) : undefined
    return state === undefined ? [] : [{ name, state }]
  })
  const skype = states.some(({ name }) => name.startsWith('skype'))
  const on = states.filter(({ state }) => state === 'on').map(({ name }) => name)
  const off = states.filter(({ state }) => state === 'off').map(({ name }) => name)
  if (!skype || on.length === 0 || off.length === 0) return []
  return [{ code: 'CON-1', args: { on, off }, at: file.document.rangeOfKey(['workloads', off[0] ?? '']) }]
}
