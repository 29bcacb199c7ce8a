import type { Envelope } from './collect-run.ts'

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const zero = { seconds: 0, nanos: 0 }

/**
 * The message stream as newline-delimited JSON, deterministic for equal runs: ids are numbered by first appearance,
 * times are zero, and copies of features have the names of the originals.
 */
export function renderMessages(envelopes: readonly Envelope[], uriOf: (uri: string) => string): string {
  const ids = new Map<string, string>()
  const numbered = (id: string): string => {
    const known = ids.get(id)
    if (known !== undefined) return known
    const fresh = String(ids.size + 1)
    ids.set(id, fresh)
    return fresh
  }
  const replace = (key: string, value: unknown): unknown => {
    if (key === 'timestamp' || key === 'duration') return zero
    if (key === 'uri' && typeof value === 'string') return uriOf(value)
    return value
  }
  return envelopes.map((envelope) => `${JSON.stringify(envelope, replace).replace(uuid, numbered)}\n`).join('')
}
