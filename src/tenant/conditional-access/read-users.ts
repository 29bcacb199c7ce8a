import { roleOf } from '../../catalog/roles.ts'
import {
  fieldsOf,
  type GraphField,
  type GraphReading,
  isEmpty,
  knownWordsOf,
  leaveOpen,
  textOf,
  wordsOf,
} from './graph-reader.ts'
import type { AttributeFilter, ExternalUsers, UserSide, WorkloadIdentities } from './model.ts'

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

/** Kinds of external users in Graph's words. */
export const externalUserTypes = [
  'internalGuest',
  'b2bCollaborationGuest',
  'b2bCollaborationMember',
  'b2bDirectConnectUser',
  'otherExternalUser',
  'serviceProvider',
] as const

/** The words of a list, lower-cased. */
export function lowerSetOf(reading: GraphReading, field: GraphField | undefined): ReadonlySet<string> {
  return new Set(wordsOf(reading, field).map(({ word }) => word.toLowerCase()))
}

function readExternal(reading: GraphReading, field: GraphField | undefined): ExternalUsers | undefined {
  if (field === undefined || isEmpty(field.value)) return undefined
  const parts = fieldsOf(reading, field, ['guestOrExternalUserTypes', 'externalTenants'])
  const words = knownWordsOf(reading, parts.guestOrExternalUserTypes, [...externalUserTypes, 'none'], ',')
  const types = new Set(words.map((word) => word.toLowerCase()))
  const tenants = fieldsOf(reading, parts.externalTenants, ['membershipKind', 'members'])
  const kind = knownWordsOf(reading, tenants.membershipKind, ['all', 'enumerated'])[0]
  const enumerated = kind === 'enumerated' || (kind === undefined && tenants.members !== undefined)
  return { types, ...(enumerated ? { tenants: lowerSetOf(reading, tenants.members) } : {}) }
}

function sideOf(
  reading: GraphReading,
  users: GraphField | undefined,
  groups: GraphField | undefined,
  roles: GraphField | undefined,
  external: GraphField | undefined,
): UserSide {
  const words = new Set(lowerSetOf(reading, users))
  const all = words.delete('all')
  const guests = words.delete('guestsorexternalusers')
  words.delete('none')
  const read = readExternal(reading, external)
  return {
    all,
    guests,
    users: words,
    groups: lowerSetOf(reading, groups),
    roles: new Set([...lowerSetOf(reading, roles)].map((role) => roleOf(role)?.id ?? role)),
    ...(read === undefined ? {} : { external: read }),
  }
}

/** Whom a policy is assigned to, and whom it leaves out. */
export function readUsers(reading: GraphReading, field: GraphField | undefined): readonly [UserSide, UserSide] {
  const parts = fieldsOf(reading, field, userFields)
  return [
    sideOf(reading, parts.includeUsers, parts.includeGroups, parts.includeRoles, parts.includeGuestsOrExternalUsers),
    sideOf(reading, parts.excludeUsers, parts.excludeGroups, parts.excludeRoles, parts.excludeGuestsOrExternalUsers),
  ]
}

/** A filter over attributes: its mode and its rule, which only the directory can evaluate. */
export function readAttributeFilter(reading: GraphReading, field: GraphField | undefined): AttributeFilter | undefined {
  if (field === undefined || isEmpty(field.value)) return undefined
  const parts = fieldsOf(reading, field, ['mode', 'rule'])
  const mode = knownWordsOf(reading, parts.mode, ['include', 'exclude'])[0]
  const rule = textOf(parts.rule)
  if (rule === undefined || mode === undefined) {
    leaveOpen(reading, field.path, 'filter without mode or rule')
    return undefined
  }
  return { mode: mode === 'exclude' ? 'exclude' : 'include', rule }
}

/** The workload identities that a policy is assigned to; undefined where the condition is not configured. */
export function readWorkloads(reading: GraphReading, field: GraphField | undefined): WorkloadIdentities | undefined {
  if (field === undefined || isEmpty(field.value)) return undefined
  const parts = fieldsOf(reading, field, [
    'includeServicePrincipals',
    'excludeServicePrincipals',
    'servicePrincipalFilter',
  ])
  const include = new Set(lowerSetOf(reading, parts.includeServicePrincipals))
  const all = include.delete('serviceprincipalsinmytenant')
  include.delete('none')
  const exclude = lowerSetOf(reading, parts.excludeServicePrincipals)
  const filter = readAttributeFilter(reading, parts.servicePrincipalFilter)
  if (!all && include.size === 0 && exclude.size === 0 && filter === undefined) return undefined
  return { all, include, exclude, ...(filter === undefined ? {} : { filter }) }
}
