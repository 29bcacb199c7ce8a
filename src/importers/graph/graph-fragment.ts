import type { ConditionalAccessFile, TenantFile } from '../../tenant/tenant-file.ts'
import type { Fragment, ValueOrigin } from '../fragment.ts'
import { said } from '../said.ts'
import { type GraphObject, nameOf, ofKind, sortedObjects, textIn } from './collect.ts'
import { importDomains } from './domains.ts'
import { withFolderMembers } from './folder-members.ts'
import { latestDate } from './latest-date.ts'
import { mergeObjects } from './merge-objects.ts'
import { importMethods } from './methods.ts'
import { type ImportedPolicies, importPolicies } from './policies.ts'
import { importPrincipals } from './principals.ts'
import type { GraphKind } from './recognize.ts'
import { importSettings } from './settings.ts'
import { importTrust } from './trust.ts'

/** Names by lowercase id, for all objects that have both. */
function namesById(objects: readonly GraphObject[]): ReadonlyMap<string, string> {
  return new Map(
    objects.flatMap((object) => {
      const name = nameOf(object)
      const ids = [textIn(object.fields, 'id'), textIn(object.fields, 'onpremisessecurityidentifier')]
      return ids.flatMap((id) =>
        id === undefined || name === '' || name === id ? [] : [[id.toLowerCase(), name] as const],
      )
    }),
  )
}

/** The lists that contain the objects of a kind, and the field that names their items. */
const lists: readonly (readonly [GraphKind, readonly string[], readonly string[]])[] = [
  ['policy', ['conditionalAccess', 'policies'], ['id', 'displayname']],
  ['named location', ['conditionalAccess', 'namedLocations'], ['id', 'displayname']],
  ['authentication strength', ['conditionalAccess', 'authenticationStrengths'], ['id', 'displayname']],
  ['authentication context', ['conditionalAccess', 'authenticationContexts'], ['id', 'displayname']],
  ['domain', ['domains'], ['id', 'name']],
  ['user', ['users'], ['userprincipalname']],
  ['group', ['groups'], ['id', 'displayname']],
  ['application', ['applications'], ['appid']],
]

/** The locations of an object, and of each field with the same name in the tenant file. */
function originsOf(object: GraphObject, item: readonly string[]): readonly ValueOrigin[] {
  const own = { path: item, at: object.document.rangeOf(object.path) }
  const fields = Object.keys(object.value).filter((key) => !/[@#]/.test(key))
  return [
    own,
    ...fields.map((key) => ({
      path: [...item, key.charAt(0).toLowerCase() + key.slice(1)],
      at: object.document.rangeOf([...object.path, key]),
    })),
  ]
}

/** Of more objects than these only the place of each is kept, not of each of its fields. */
const placedByField = 1000

function originsIn(objects: readonly GraphObject[]): readonly ValueOrigin[] {
  return lists.flatMap(([kind, list, names]) => {
    const own = ofKind(objects, kind)
    return own.flatMap((object) => {
      const name = names.map((field) => textIn(object.fields, field)).find((text) => text !== undefined)
      if (name === undefined) return []
      const item = [...list, name]
      return own.length > placedByField
        ? [{ path: item, at: object.document.rangeOf(object.path) }]
        : originsOf(object, item)
    })
  })
}

function conditionalAccessOf(imported: ImportedPolicies): ConditionalAccessFile | undefined {
  const { policies, namedLocations, authenticationStrengths, authenticationContexts } = imported
  const parts = said({ policies, namedLocations, authenticationStrengths, authenticationContexts })
  return Object.keys(parts).length === 0 ? undefined : parts
}

/** The part of a tenant file that objects of Graph state. */
export function graphFragment(found: readonly GraphObject[]): Fragment {
  const { objects, ...merged } = mergeObjects(sortedObjects(withFolderMembers(found)))
  const settings = importSettings(objects)
  const domains = importDomains(objects)
  const policies = importPolicies(objects)
  const principals = importPrincipals(objects)
  const methods = importMethods(objects)
  const trust = importTrust(objects)
  const file = said<Partial<TenantFile>>({
    name: settings.name,
    asOf: latestDate(objects.map(({ value }) => value)),
    createdDateTime: settings.createdDateTime,
    licences: settings.licences,
    domains: domains.domains,
    identityProviders: domains.identityProviders,
    crossTenantAccess: trust.crossTenantAccess,
    homeRealmDiscoveryPolicies: trust.homeRealmDiscoveryPolicies,
    authenticationMethodsPolicy: methods.authenticationMethodsPolicy,
    securityDefaults: settings.securityDefaults,
    exportsDisagree: settings.exportsDisagree,
    authorizationPolicy: settings.authorizationPolicy,
    conditionalAccess: conditionalAccessOf(policies),
    applications: settings.applications,
    groups: principals.groups,
    users: principals.users,
  })
  return {
    file,
    names: namesById(objects),
    people: principals.people,
    origins: originsIn(objects),
    coverage: [merged, settings, domains, policies, principals, trust, methods].flatMap(({ coverage }) => coverage),
    diagnostics: [...merged.diagnostics, ...settings.diagnostics, ...policies.diagnostics],
  }
}
