import type { DocumentPath } from '../source/document/located-document.ts'

/** Kinds of objects that a file declares by name and refers to elsewhere. */
export type NameKind =
  | 'domain'
  | 'identity provider'
  | 'group'
  | 'user'
  | 'network'
  | 'device'
  | 'client'
  | 'application'
  | 'authentication policy'
  | 'policy'
  | 'named location'
  | 'authentication strength'
  | 'authentication context'

/** The keys that declare a name, by containing list; the first is the primary name. */
const declaring: Readonly<Record<string, { readonly kind: NameKind; readonly keys: readonly string[] }>> = {
  domains: { kind: 'domain', keys: ['name'] },
  identityProviders: { kind: 'identity provider', keys: ['name'] },
  groups: { kind: 'group', keys: ['name', 'id'] },
  users: { kind: 'user', keys: ['userPrincipalName', 'displayName', 'id'] },
  networks: { kind: 'network', keys: ['name'] },
  devices: { kind: 'device', keys: ['name'] },
  clients: { kind: 'client', keys: ['name'] },
  applications: { kind: 'application', keys: ['displayName', 'appId'] },
  authenticationPolicies: { kind: 'authentication policy', keys: ['name'] },
  policies: { kind: 'policy', keys: ['displayName', 'id'] },
  namedLocations: { kind: 'named location', keys: ['displayName', 'id'] },
  authenticationStrengths: { kind: 'authentication strength', keys: ['displayName', 'id'] },
  authenticationContexts: { kind: 'authentication context', keys: ['displayName', 'id'] },
}

/** The kinds that a value may refer to, by the title in its schema. */
const byTitle: ReadonlyMap<string, readonly NameKind[]> = new Map([
  ['domain', ['domain']],
  ['identity provider', ['identity provider']],
  ['group', ['group']],
  ['member', ['user', 'group']],
  ['user', ['user']],
  ['network', ['network']],
  ['device', ['device']],
  ['client', ['client']],
  ['application', ['application']],
  ['authentication policy', ['authentication policy']],
  ['policy', ['policy']],
])

/** The kinds that a value of a Graph object refers to, by key: the schema does not describe these objects. */
const byGraphKey: ReadonlyMap<string, NameKind> = new Map([
  ['includeUsers', 'user'],
  ['excludeUsers', 'user'],
  ['includeGroups', 'group'],
  ['excludeGroups', 'group'],
  ['includeApplications', 'application'],
  ['excludeApplications', 'application'],
  ['includeServicePrincipals', 'user'],
  ['excludeServicePrincipals', 'user'],
  ['includeLocations', 'named location'],
  ['excludeLocations', 'named location'],
  ['includeAuthenticationContextClassReferences', 'authentication context'],
])

const isIndex = (step: string | number | undefined): boolean => /^\d+$/.test(String(step))

/** The kind of name that the value at a path declares, if any; `main` if it is the primary name. */
export function declaredAt(path: DocumentPath): { readonly kind: NameKind; readonly main: boolean } | undefined {
  const [list, index, key] = path.slice(-3)
  if (path.length === 2 && path[0] === 'clients' && isIndex(path[1])) return { kind: 'client', main: true }
  const inConditionalAccess = path[0] === 'conditionalAccess'
  const declares = declaring[String(list)]
  if (declares === undefined || !isIndex(index) || key === undefined) return undefined
  const depth = list === 'authenticationPolicies' ? path.length : inConditionalAccess ? 4 : 3
  const at = declares.keys.indexOf(String(key))
  return at === -1 || path.length !== depth ? undefined : { kind: declares.kind, main: at === 0 }
}

/** The kind of an object that is listed by its name alone, as in what a stage of a plan removes. */
export function listedAt(path: DocumentPath): NameKind | undefined {
  const [list, index] = path.slice(-2)
  const depth = path[0] === 'conditionalAccess' ? 3 : 2
  return path.length === depth && isIndex(index) ? declaring[String(list)]?.kind : undefined
}

/** The kinds that the value at a path may refer to, if the file may declare one. */
export function namedAt(path: DocumentPath, title: string | undefined): readonly NameKind[] {
  const [parent, key] = path.slice(-2)
  // `clients/0/client` is a product id of the catalog.
  if (path.length === 3 && path[0] === 'clients' && key === 'client') return []
  if (parent === 'authenticationStrength' && key === 'id') return ['authentication strength']
  const graph = byGraphKey.get(String(isIndex(key) ? parent : key))
  if (graph !== undefined) return [graph]
  return byTitle.get(title ?? '') ?? []
}

/** The kind that a step parameter refers to. */
export function namedByParameter(type: string): NameKind | undefined {
  return parameters.get(type)
}

const parameters: ReadonlyMap<string, NameKind> = new Map([
  ['user', 'user'],
  ['client', 'client'],
  ['network', 'network'],
  ['policy', 'policy'],
  ['application', 'application'],
])
