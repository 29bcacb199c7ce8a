import { clientOf } from '../../catalog/clients.ts'
import type { Check } from './check.ts'

/** The clients that a plan names were available at its date. */
export const clientBeforeItsTime: Check = (file) => {
  const { asOf } = file.parts
  if (typeof asOf !== 'string') return []
  return file.list('clients').flatMap(({ path, value }) => {
    const name = typeof value === 'string' ? value : (value.client ?? value.name)
    const from = clientOf(name.toLowerCase())?.from
    if (from === undefined || from <= asOf.slice(0, 10)) return []
    const at = file.document.rangeOf(
      typeof value === 'string' ? path : [...path, value.client === undefined ? 'name' : 'client'],
    )
    return [{ code: 'CON-49' as const, args: { client: name, from }, at }]
  })
}
