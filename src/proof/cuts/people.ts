import type { PolicyPrincipal } from '../../simulate/conditional-access/sign-in.ts'
import { isProgram } from '../../simulate/plan-requests.ts'
import { unlistedProgramId } from '../../vocabulary/unlisted.ts'
import type { InexactPart } from '../atom.ts'
import type { Side } from '../side.ts'
import type { Candidate } from './candidate.ts'
import { type ClaimedMemberships, inAnyCombination } from './memberships.ts'

/** People, and what of them could not be partitioned exactly. */
export interface CutPeople {
  readonly candidates: readonly Candidate[]
  readonly open: readonly InexactPart[]
}

const nothing: ReadonlySet<string> = new Set()

/** External user types in Graph's terms, and a member that the file does not declare. */
const others: readonly (readonly [string, PolicyPrincipal])[] = [
  ['any other member', { kind: 'user', groups: nothing, roles: nothing }],
  ...(
    [
      ['b2bCollaborationGuest', 'any other collaboration guest'],
      ['b2bCollaborationMember', 'any other collaboration member'],
      ['b2bDirectConnectUser', 'any other direct connect user'],
      ['internalGuest', 'any other internal guest'],
      ['otherExternalUser', 'any other external user'],
      ['serviceProvider', 'any user of a service provider'],
    ] as const
  ).map(([guestType, word]): readonly [string, PolicyPrincipal] => [
    word,
    { kind: 'guest', guestType, homeTenant: 'any-other-tenant.example', groups: nothing, roles: nothing },
  ]),
]

const otherMember = others[0]?.[1] ?? { kind: 'user' }
const otherProgram: PolicyPrincipal = { kind: 'service-principal', id: unlistedProgramId }

/**
 * Accounts of all tenants by name, as each tenant has them; a user missing from one tenant is an undeclared user there.
 */
function accounts(sides: readonly Side[], programs: boolean, absent: PolicyPrincipal): readonly Candidate[] {
  const found = new Map<string, { readonly word: string; readonly of: (PolicyPrincipal | undefined)[] }>()
  sides.forEach(({ tenant }, side) => {
    for (const user of tenant.users.values()) {
      if (isProgram(user) !== programs) continue
      const known = found.get(user.userPrincipalName) ?? { word: user.displayName, of: sides.map(() => undefined) }
      known.of[side] = user
      found.set(user.userPrincipalName, known)
    }
  })
  return [...found.values()].map(({ word, of }) => ({
    word,
    contributions: of.map((principal) => ({ principal: principal ?? absent })),
  }))
}

/** People that the file does not declare: a member and guests of every kind. */
const undeclared = (sides: readonly Side[]): readonly Candidate[] =>
  others.map(([word, principal]) => ({ word, contributions: sides.map(() => ({ principal })) }))

/**
 * Every declared user, and undeclared ones: in no declared group and without a role, or in every combination of those
 * that policies or the claim name.
 */
export function people(sides: readonly Side[], any: ClaimedMemberships | undefined): CutPeople {
  const others = undeclared(sides)
  const { candidates, open } =
    any === undefined ? { candidates: others, open: [] } : inAnyCombination(sides, others, any)
  return { candidates: [...accounts(sides, false, otherMember), ...candidates], open }
}

/** Every declared workload identity, and an undeclared one. */
export function workloads(sides: readonly Side[]): readonly Candidate[] {
  return [
    ...accounts(sides, true, otherProgram),
    { word: 'any other service principal', contributions: sides.map(() => ({ principal: otherProgram })) },
  ]
}
