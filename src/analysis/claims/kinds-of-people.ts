import type { User } from '../../tenant/tenant.ts'
import type { Citation } from '../../vocabulary/citations.ts'
import type { Reading } from './reading.ts'

/** A kind of people that claims can name. */
export interface KindOfPeople {
  readonly id: string
  /** The plural word of a claim, and synonyms. */
  readonly words: readonly string[]
  readonly definition: string
  readonly citation?: Citation
  /** Undefined if the file does not state it. */
  readonly includes: (user: User) => boolean | undefined
  /** The missing fact if the file does not state it. */
  readonly missing?: string
}

/** All kinds of people, each defined once. */
export const kindsOfPeople: readonly KindOfPeople[] = [
  {
    id: 'everybody',
    words: ['everybody', 'people', 'person', 'users', 'user', 'anybody', 'everyone', 'every user'],
    definition: 'every principal of the tenant',
    includes: () => true,
  },
  {
    id: 'administrators',
    words: ['administrators', 'administrator', 'admins', 'admin'],
    definition: 'everyone who holds any directory role for the whole tenant',
    citation: { source: 'ca-users-groups', section: 'Include users' },
    includes: ({ roles }) => (roles === undefined ? undefined : roles.size > 0),
    missing: 'roles',
  },
  {
    id: 'guests',
    words: ['guests', 'guest', 'guests and external users', 'external users', 'external user'],
    definition: 'guests and external users of any kind',
    citation: { source: 'ca-users-groups', section: 'Include users' },
    includes: ({ kind, guestType, otherwise }) =>
      kind === 'guest' ||
      (guestType !== undefined && guestType !== 'none') ||
      (otherwise === undefined ? false : undefined),
    missing: 'userType',
  },
  {
    id: 'service-accounts',
    words: ['service accounts', 'service account'],
    definition: 'users that programs sign in as: `kind: service-account` in the tenant file',
    includes: ({ service }) => service,
  },
  {
    id: 'emergency-access',
    words: [
      'emergency access accounts',
      'emergency access account',
      'break-glass accounts',
      'break-glass account',
      'break glass accounts',
    ],
    definition: 'accounts kept for emergencies: `kind: emergency-access` in the tenant file',
    includes: ({ emergencyAccess }) => emergencyAccess,
  },
  {
    id: 'programs',
    words: ['programs', 'program', 'workload identities', 'workload identity'],
    definition: 'service principals and managed identities, which sign in without a user',
    citation: { source: 'ca-users-groups', section: 'Workload identities' },
    includes: ({ kind }) => kind === 'service-principal' || kind === 'managed-identity',
  },
]

/** The kinds that apply to a user. */
export function kindsOf(user: User | undefined): Reading {
  if (user === undefined) return { values: [] }
  const values: string[] = []
  const open: KindOfPeople[] = []
  for (const kind of kindsOfPeople) {
    const included = kind.includes(user)
    if (included === true) values.push(kind.id)
    if (included === undefined) open.push(kind)
  }
  if (open.length === 0) return { values }
  const missing = open.map((kind) => `${kind.missing} of ${user.userPrincipalName}`)
  return { values, maybe: { values: open.map(({ id }) => id), missing } }
}

/** The groups or roles of a user by name and id; undetermined if the file does not state them. */
export function membershipOf(user: User | undefined, of: 'groups' | 'roles'): Reading {
  const stated = user?.[of]
  if (stated !== undefined) return { values: [...stated] }
  if (user === undefined) return { values: [] }
  return { values: [], maybe: { values: 'any', missing: [`${of} of ${user.userPrincipalName}`] } }
}
