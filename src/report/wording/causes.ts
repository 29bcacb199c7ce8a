import { ownerOf } from '../../rules/owner.ts'
import type { Trace, Verdict } from '../../trace/step.ts'
import type { Owner } from '../../vocabulary/owners.ts'
import type { RuleId } from '../../vocabulary/questions.ts'
import type { LesserTier } from '../../vocabulary/sources/source.ts'

/** Who can change the outcome. */
export const ownerWords = {
  person: 'the user or the account',
  device: 'the device',
  client: 'the client',
  policy: 'a policy of the organization',
  service: 'the service or its settings',
  vendor: 'the vendor',
} as const satisfies Record<Owner, string>

/** What a user can do about it, as the end of a sentence. */
const adviceWords = {
  person: 'ask your helpdesk what is missing from your account',
  device: 'use a device managed by your organization',
  client: 'use another client',
  policy: 'your organization does not allow it',
  service: 'it is not set up for this; ask your helpdesk',
  vendor: 'the vendor no longer allows it; use another client',
} as const satisfies Record<Owner, string>

/** The missing requirement, in terms of who fails to provide it. */
export function lackingWords(rule: RuleId): string {
  switch (ownerOf(rule)) {
    case 'person':
      return 'a method that the user does not have'
    case 'device':
      return 'something this device cannot prove'
    case 'client':
      return 'something this client cannot provide'
    default:
      return 'something this sign-in cannot provide'
  }
}

/** `; the cause is the client`, to follow what happened; nothing if a sign-in did not end. */
export function causeClause({ rule }: Pick<Verdict, 'rule'>): string {
  const owner = ownerOf(rule)
  return owner === undefined ? '' : `; the cause is ${ownerWords[owner]}`
}

/** `; use another client`, for the user who cannot get in. */
export function adviceClause({ rule }: Pick<Verdict, 'rule'>): string {
  return `; ${adviceWords[ownerOf(rule) ?? 'client']}`
}

const lesserWords = {
  'vendor-mirror': 'known only from a copy of the vendor\u2019s message',
  secondary: 'known only from a secondary source',
} as const satisfies Record<LesserTier, string>

/** `; known only from a secondary source`, to follow what happened; nothing if a page of the vendor says so. */
export function sourceClause({ restsOn }: Pick<Trace, 'restsOn'>): string {
  return restsOn === undefined ? '' : `; ${lesserWords[restsOn]}`
}
