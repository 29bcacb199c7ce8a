import type { ConditionalAccessFile, TenantFile } from '../../tenant/tenant-file.ts'
import type { Fragment, ValueOrigin } from '../fragment.ts'
import { many } from '../many.ts'
import { said } from '../said.ts'
import { type GraphObject, nameOf, ofKind, sortedObjects, textIn } from './collect.ts'
import { importDomains } from './domains.ts'
import { withFolderMembers } from './folder-members.ts'
import { latestDate } from './latest-date.ts'
import { mergeObjects } from './merge-objects.ts'
import { importMethods } from './methods.ts'
import { settleOpen } from './open-objects.ts'
import { type ImportedPolicies, importPolicies } from './policies.ts'
import { importPrincipals } from './principals.ts'
import type { GraphKind } from './recognize.ts'
import { importSettings } from './settings.ts'
import { importTrust } from './trust.ts'

/** The ids in a value, in lower case. */
function idsIn(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') found.add(value.toLowerCase())
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) idsIn(part, found)
}

/** The objects whose names may be asked for: of very many users those that a policy names. */
function withNames(objects: readonly GraphObject[]): readonly GraphObject[] {
  if (ofKind(objects, 'user').length <= many) return objects
  const named = new Set<string>()
  for (const { value } of ofKind(objects, 'policy')) idsIn(value, named)
  return objects.filter(({ kind, value }) => kind !== 'user' || named.has(`${value['id'] ?? ''}`.toLowerCase()))
}

/** Names by lowercase id, for all objects that have both. */
function namesById(objects: readonly GraphObject[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const object of withNames(objects)) {
    const { fields } = object
    const name = nameOf(object)
    for (const id of [textIn(fields, 'id'), textIn(fields, 'onpremisessecurityidentifier')])
      if (id !== undefined && name !== '' && name !== id) found.set(id.toLowerCase(), name)
  }
  return found
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

function* originsIn(objects: readonly GraphObject[]): Generator<ValueOrigin> {
  for (const [kind, list, names] of lists) {
    const own = ofKind(objects, kind)
    for (const object of own) {
      const { fields } = object
      const name = names.map((field) => textIn(fields, field)).find((text) => text !== undefined)
      if (name === undefined) continue
      if (own.length > many) yield { path: [...list, name], at: object.document.rangeOf(object.path) }
      else yield* originsOf(object, [...list, name])
    }
  }
}

function conditionalAccessOf(imported: ImportedPolicies): ConditionalAccessFile | undefined {
  const { policies, namedLocations, authenticationStrengths, authenticationContexts } = imported
  const parts = said({ policies, namedLocations, authenticationStrengths, authenticationContexts })
  return Object.keys(parts).length === 0 ? undefined : parts
}

/** What the objects of each kind state. */
function read(objects: readonly GraphObject[], alone: boolean) {
  return {
    settings: importSettings(objects),
    domains: importDomains(objects),
    policies: importPolicies(objects),
    principals: importPrincipals(objects, alone),
    trust: importTrust(objects),
    methods: importMethods(objects),
  }
}

function fileOf({ settings, domains, policies, principals, methods, trust }: ReturnType<typeof read>) {
  return said<Partial<TenantFile>>({
    name: settings.name,
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
}

/** The objects without very many users, whom no other object changes. */
const withoutMany = (objects: readonly GraphObject[]): readonly GraphObject[] =>
  ofKind(objects, 'user').length > many ? objects.filter(({ kind }) => kind !== 'user') : objects

/** The part of a tenant file that objects of Graph state; alone if no other export states facts about people. */
export function graphFragment(found: readonly GraphObject[], alone = false): Fragment {
  const merged = mergeObjects(sortedObjects(withFolderMembers(found)))
  const open = settleOpen(merged, (some) => fileOf(read(withoutMany(some), alone)))
  const parts = read(open.objects, alone)
  const { settings, policies, principals } = parts
  const coverage = [open, settings, parts.domains, policies, principals, parts.trust, parts.methods]
  return {
    file: said<Partial<TenantFile>>({ ...fileOf(parts), asOf: latestDate(open.objects.map(({ value }) => value)) }),
    names: namesById(open.objects),
    people: principals.people,
    origins: { [Symbol.iterator]: () => originsIn(open.objects) },
    disputes: open.disputes,
    coverage: coverage.flatMap((part) => part.coverage),
    diagnostics: [...merged.diagnostics, ...open.diagnostics, ...settings.diagnostics, ...policies.diagnostics],
  }
}
