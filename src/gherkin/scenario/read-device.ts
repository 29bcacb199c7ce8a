import { deviceStates } from '../../analysis/claims/device-states.ts'
import type { DeviceSignals } from '../../vocabulary/requests.ts'
import { plainWords, refuseName } from './words.ts'

/** The signals of a device in a state: one set for each kind of device in that state. */
export function readDevice(text: string): readonly DeviceSignals[] {
  const wanted = plainWords(text)
  const found = deviceStates.find(({ words }) => words.some((word) => plainWords(word) === wanted))
  if (found === undefined)
    throw refuseName(
      'state of a device',
      wanted,
      deviceStates.map(({ words: [first = ''] }) => plainWords(first)),
    )
  return found.signals
}
