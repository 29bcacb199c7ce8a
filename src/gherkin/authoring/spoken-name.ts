import { quotedName } from '../../source/text/quoted-name.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { connectives } from '../steps/phrases.ts'

// An unquoted name is one or more words separated by single blanks, none of them a word of the sentence.
const plain = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,&@_+()/-]*(?: [\p{L}\p{N}(&][\p{L}\p{M}\p{N}'’.,&@_+()/-]*)*$/u
const sentence = new RegExp(`(?:^| )(?:${connectives})(?: |$)|^(?:every|no|the|an?|their|his|her|its)(?: |$)`, 'i')

/** The first name of an object that a step resolves to it, quoted if necessary. */
export function spokenName<Name extends string>(
  tenant: Tenant,
  read: (tenant: Tenant, text: string) => Name,
  id: Name,
  displayName: string = id,
): string {
  const wordings = [displayName, id].flatMap((name) =>
    plain.test(name) && !sentence.test(name) ? [name, quotedName(name)] : [quotedName(name)],
  )
  return wordings.find((wording) => reads(() => read(tenant, wording)) === id) ?? quotedName(id)
}

function reads<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
