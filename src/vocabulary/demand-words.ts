import type { CombinedDecision, SessionControls } from './policies.ts'

/** A session control in words: the values of its properties, without those that only say that it is on. */
export function controlWords(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  const { isEnabled: _on, frequencyInterval, ...rest } = Object.fromEntries(Object.entries(value))
  const interval = frequencyInterval === 'everyTime' ? ['every time'] : []
  const words = [...interval, ...Object.values(rest).map(String)]
  return words.length === 0 ? 'on' : words.join(' ')
}

/** Controls that are required, in one order whatever the order of the policies; empty if none is. */
export const requiredWords = (required: CombinedDecision['required'] = []): string =>
  required
    .map((clause) => [...clause].sort().join(' or '))
    .sort()
    .join(' and ')

/** Session controls in one order; empty if there are none. */
export const sessionWords = (session: SessionControls = {}): string =>
  Object.entries(session)
    .map(([name, value]) => `${name} ${controlWords(value)}`)
    .sort()
    .join(', ')
