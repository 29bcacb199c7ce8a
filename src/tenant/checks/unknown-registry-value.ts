import { clientSettings } from '../../catalog/client-settings.ts'
import { namesOf } from '../well-formed-file.ts'
import type { Check } from './check.ts'

const known = namesOf(clientSettings.filter(({ values }) => values.length > 0).map(({ name }) => name))

/** Every registry value is one that decides something. */
export const unknownRegistryValue: Check = (file) =>
  file.list('clients').flatMap(({ path, value }) => {
    const names = typeof value === 'string' ? [] : Object.keys(value.registry ?? {})
    const client = typeof value === 'string' ? value : value.name
    return names
      .filter((name) => !known.has(name))
      .map((name) => ({
        code: 'TEN-13' as const,
        args: { client, name, ...known.suggest(name) },
        at: file.document.rangeOfKey([...path, 'registry', name]),
      }))
  })
