import { contradictionOf } from '../../registration.ts'
import type { Check } from '../check.ts'

/** What is said of a user's registration fits the methods. */
export const registrationContradictsMethods: Check = (file) =>
  file.users().flatMap(({ path, value }) => {
    const contradiction = contradictionOf(value)
    if (contradiction === undefined) return []
    const at = file.document.rangeOf([...path, 'registered'])
    return [{ code: 'CON-71' as const, args: { user: value.userPrincipalName, contradiction }, at }]
  })
