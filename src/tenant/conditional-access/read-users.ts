import { isDirectoryId } from './documented-words.ts'
import {
  fieldsOf,
  type GraphField,
  type GraphReading,
  isEmpty,
  knownWordsOf,
  oneWordOf,
  readWhole,
  textOf,
  unclearIn,
  wordsOf,
} from './graph-reader.ts'
import { namedIn, type ReferenceKind, referenceKinds, unknownName } from './known-names.ts'
import type { AttributeFilter, ExternalUsers, UserSide, WorkloadIdentities } from './model.ts'
import { isUnclear } from './unclear.ts'

const userFields = [
  'includeUsers',
  'excludeUsers',
  'includeGroups',
  'excludeGroups',
  'includeRoles',
  'excludeRoles',
  'includeGuestsOrExternalUsers',
  'excludeGuestsOrExternalUsers',
] as const

const workloadFields = ['includeServicePrincipals', 'excludeServicePrincipals', 'servicePrincipalFilter'] as const

/** Kinds of external users in Graph's terms. */
export const externalUserTypes = [
  'internalGuest',
  'b2bCollaborationGuest',
  'b2bCollaborationMember',
  'b2bDirectConnectUser',
  'otherExternalUser',
  'serviceProvider',
] as const

function readTypes(reading: GraphReading, field: GraphField | undefined): ReadonlySet<string> {
  const words = knownWordsOf(reading, field, [...externalUserTypes, 'none'], ',')
  return new Set(words.map((word) => word.toLowerCase()))
}

/** An id need not be that of a guest's tenant; any other word is one that guests have in the file, or no tenant at all. */
function tenantsIn(reading: GraphReading, field: GraphField | undefined): ReadonlySet<string> {
  const kind = referenceKinds(reading).tenant
  const found = new Set<string>()
  for (const { word, path } of wordsOf(reading, field)) {
    const lower = word.toLowerCase()
    if (kind === undefined || !kind.complete || isDirectoryId(lower) || kind.names.has(lower)) found.add(lower)
    else unknownName(reading, kind, word, path)
  }
  return found
}

/** Tenants are named by id; a domain is one that the file's guests name in the same way. */
function readTenants(reading: GraphReading, field: GraphField | undefined): ReadonlySet<string> | undefined {
  const tenants = fieldsOf(reading, field, ['membershipKind', 'members'])
  const kind = oneWordOf(reading, tenants.membershipKind, ['all', 'enumerated'])
  const enumerated = kind === 'enumerated' || (kind === undefined && tenants.members !== undefined)
  return enumerated ? tenantsIn(reading, tenants.members) : undefined
}

function readExternal(reading: GraphReading, field: GraphField | undefined): ExternalUsers | undefined {
  if (field === undefined || isEmpty(field.value)) return undefined
  const { value, unclear } = unclearIn(reading, () => {
    const parts = fieldsOf(reading, field, ['guestOrExternalUserTypes', 'externalTenants'])
    const types = readTypes(reading, parts.guestOrExternalUserTypes)
    return { types, tenants: readTenants(reading, parts.externalTenants) }
  })
  const { types, tenants } = value
  return { types, unclear, ...(tenants === undefined ? {} : { tenants }) }
}

interface SideFields {
  readonly users: GraphField | undefined
  readonly groups: GraphField | undefined
  readonly roles: GraphField | undefined
  readonly external: GraphField | undefined
}

/** Words for people in Graph's lists of users: nobody can be excluded by the words for everyone and for no one. */
const userWords = {
  include: ['All', 'None', 'GuestsOrExternalUsers'],
  exclude: ['GuestsOrExternalUsers'],
} as const

function sideOf(
  reading: GraphReading,
  side: keyof typeof userWords,
  fields: SideFields,
  elsewhere: readonly string[],
): UserSide {
  const kinds = referenceKinds(reading)
  const external = readExternal(reading, fields.external)
  const { value, unclear } = unclearIn(reading, () => ({
    users: new Set(namedIn(reading, fields.users, kinds.user, userWords[side])),
    groups: namedIn(reading, fields.groups, kinds.group, []),
    roles: namedIn(reading, fields.roles, kinds.role, []),
  }))
  const { users, groups, roles } = value
  const all = side === 'include' && users.delete('all')
  const guests = users.delete('guestsorexternalusers')
  if (side === 'include') users.delete('none')
  return {
    all,
    guests,
    users,
    groups,
    roles,
    ...(external === undefined ? {} : { external }),
    unclear: [...unclear, ...elsewhere],
  }
}

/** Whom a policy is assigned to, and whom it leaves out. A field that is unknown may belong to either. */
export function readUsers(reading: GraphReading, field: GraphField | undefined): readonly [UserSide, UserSide] {
  const { value: parts, unclear } = unclearIn(reading, () => fieldsOf(reading, field, userFields))
  const include: SideFields = {
    users: parts.includeUsers,
    groups: parts.includeGroups,
    roles: parts.includeRoles,
    external: parts.includeGuestsOrExternalUsers,
  }
  const exclude: SideFields = {
    users: parts.excludeUsers,
    groups: parts.excludeGroups,
    roles: parts.excludeRoles,
    external: parts.excludeGuestsOrExternalUsers,
  }
  return [sideOf(reading, 'include', include, unclear), sideOf(reading, 'exclude', exclude, unclear)]
}

/** A filter over attributes: its mode and its rule, which only the directory can evaluate. */
export function readAttributeFilter(reading: GraphReading, field: GraphField | undefined): AttributeFilter | undefined {
  if (field === undefined || isEmpty(field.value)) return undefined
  const parts = fieldsOf(reading, field, ['mode', 'rule'])
  return readWhole(reading, field.path, 'mode and rule', () => {
    const mode = oneWordOf(reading, parts.mode, ['include', 'exclude'])
    const rule = textOf(parts.rule)
    if (rule === undefined || mode === undefined) return undefined
    return { mode: mode === 'exclude' ? 'exclude' : 'include', rule }
  })
}

function readPrograms(reading: GraphReading, field: GraphField | undefined, words: readonly string[]) {
  const kind: ReferenceKind | undefined = referenceKinds(reading).servicePrincipal
  return unclearIn(reading, () => namedIn(reading, field, kind, words))
}

/** The workload identities that a policy is assigned to; undefined if the condition is not configured. */
export function readWorkloads(reading: GraphReading, field: GraphField | undefined): WorkloadIdentities | undefined {
  if (field === undefined || isEmpty(field.value)) return undefined
  const { value: parts, unclear } = unclearIn(reading, () => fieldsOf(reading, field, workloadFields))
  const included = readPrograms(reading, parts.includeServicePrincipals, ['ServicePrincipalsInMyTenant', 'None'])
  const excluded = readPrograms(reading, parts.excludeServicePrincipals, [])
  const filter = unclearIn(reading, () => readAttributeFilter(reading, parts.servicePrincipalFilter))
  const include = new Set(included.value)
  const all = include.delete('serviceprincipalsinmytenant')
  include.delete('none')
  const understood = all || include.size + excluded.value.size > 0 || filter.value !== undefined
  const both = [...unclear, ...filter.unclear]
  const sides = { include: [...included.unclear, ...both], exclude: [...excluded.unclear, ...both] }
  if (!understood && !isUnclear(sides)) return undefined
  return {
    all,
    include,
    exclude: excluded.value,
    ...(filter.value === undefined ? {} : { filter: filter.value }),
    unclear: sides,
    understood,
  }
}
