import { isOwnClient } from '../own-client.ts'
import type { Check } from './check.ts'

const needed = ['protocols', 'flows'] as const

/** A client declared by its capabilities says what it speaks and how it signs in. */
export const ownClientNotComplete: Check = (file) =>
  file.list('clients').flatMap(({ path, value }) => {
    if (typeof value === 'string' || !isOwnClient(value)) return []
    const office = value.office !== undefined && value.office !== 'not-office'
    const missing = needed.filter((key) => value[key] === undefined && !(key === 'flows' && office))
    return missing.map((key) => ({
      code: 'TEN-8' as const,
      args: { client: value.name, key },
      at: file.document.rangeOf([...path, 'name']),
    }))
  })
