import { applications } from '../../catalog/applications.ts'
import { errorCodes } from '../../catalog/errors.ts'
import { roles } from '../../catalog/roles.ts'
import { cachePerOwner } from '../../memory/cache-per-owner.ts'
import { allRules } from '../../rules/index.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { protocols } from '../../vocabulary/protocols.ts'
import { signalValues } from '../wording/signal-words.ts'
import { controlNames } from './control-names.ts'
import { blockWord } from './demands.ts'
import { deviceStates } from './device-states.ts'
import type { ClaimKey } from './keys.ts'
import { kindsOfClients } from './kinds-of-clients.ts'
import { kindsOfPeople } from './kinds-of-people.ts'
import { missingNames } from './missing-names.ts'
import { exactWords, type Names, namesOf, plainWords } from './plain-words.ts'
import { frequencyNames, sessionControlWords } from './session-words.ts'
import * as words from './value-names.ts'

/** Names of the values of one key; an ambiguous name has several values. */
export type KeyNames = ReadonlyMap<string, readonly string[]>

interface Named {
  readonly value: string
  readonly names: readonly (string | undefined)[]
}

/** Builds a table of names: the primary name of one object takes precedence over a synonym of another. */
function table(things: Iterable<Named>): KeyNames {
  const list = [...things]
  const found = new Map<string, readonly string[]>()
  const first = new Set<string>()
  for (const { value, names } of list) {
    const name = plainWords(names[0] ?? value)
    const others = (first.has(name) && found.get(name)) || []
    found.set(name, [...new Set([...others, value])])
    first.add(name)
  }
  // Names that differ only in an article or a hyphen are distinguished as they are written.
  for (const { value, names } of list) {
    const name = names[0] ?? value
    if ((found.get(plainWords(name)) ?? []).length > 1) found.set(exactWords(name), [value])
  }
  for (const { value, names } of list)
    for (const name of names.slice(1)) {
      const plain = name === undefined ? '' : plainWords(name)
      if (plain === '' || first.has(plain)) continue
      const values = found.get(plain) ?? []
      if (!values.includes(value)) found.set(plain, [...values, value])
    }
  return found
}

const closed = (names: Names<string>): KeyNames => new Map([...names].map(([name, value]) => [name, [value]]))
const kinds = (rows: readonly { readonly id: string; readonly words: readonly string[] }[]): KeyNames =>
  table(rows.map(({ id, words: names }) => ({ value: id, names: [id, ...names] })))
const ids = (values: readonly string[]): KeyNames => table(values.map((value) => ({ value, names: [value] })))

const platforms = namesOf([...signalValues.devicePlatform], { macOS: ['Mac', 'macs'], iOS: ['iPhone', 'iPad'] })
const numbers: readonly string[] = Array.from({ length: 21 }, (_, count) => String(count))

/** Names for keys whose values do not depend on the tenant. */
const fixed: { readonly [Key in ClaimKey]?: KeyNames } = {
  verdict: closed(words.verdictNames),
  purpose: closed(words.purposeNames),
  prompts: ids(numbers),
  people: kinds(kindsOfPeople),
  place: table([
    { value: 'inside', names: ['inside', 'inside perimeter', 'inside corporate network', 'corporate network'] },
    { value: 'outside', names: ['outside', 'internet', 'outside corporate network', 'outside perimeter'] },
  ]),
  platform: closed(platforms),
  device: kinds(deviceStates),
  success: ids(['yes', 'no', 'conflict']),
  entry: ids(['with-second-factor', 'without-second-factor']),
  undetermined: ids(['yes', 'no']),
  leg: closed(words.legWords),
  required: ids(['yes', 'no']),
  credential: closed(words.credentialNames),
  presents: closed(words.presentedNames),
  verifier: closed(words.verifierNames),
  'second-factor': closed(words.secondFactorNames),
  'second-factor-by': closed(words.secondFactorByNames),
  rule: ids(allRules.map(({ id }) => id)),
  error: ids(errorCodes.map(({ id }) => id)),
  missing: ids(missingNames),
  'relying-party': closed(words.workloadWords),
  protocol: ids(protocols),
  audit: closed(words.trailNames),
  contacts: closed(words.actorNames),
  flow: closed(words.flowNames),
  'client-kind': kinds(kindsOfClients),
}

const policyNames = ({ conditionalAccess }: Tenant): KeyNames => ids(conditionalAccess.policies.map(({ name }) => name))

function groupNames({ surroundings, users }: Tenant): KeyNames {
  const declared = [...new Set(surroundings.groups.byName.values())].map(({ name, id }) => ({
    value: name.toLowerCase(),
    names: [name, id],
  }))
  const named = new Set([...users.values()].flatMap(({ groups }) => [...(groups ?? [])]))
  const known = new Set(declared.flatMap(({ names }) => names.flatMap((name) => name?.toLowerCase() ?? [])))
  const others = [...named].filter((name) => !known.has(name)).map((value) => ({ value, names: [value] }))
  return table([...declared, ...others])
}

function applicationNames({ applications: own }: Tenant): KeyNames {
  const declared = [...own.values()].map(({ name, appId }) => ({ value: appId, names: [name, appId] }))
  const listed = applications.map(({ id, name, appIds }) => ({ value: appIds[0] ?? id, names: [id, name, ...appIds] }))
  return table([...declared, ...listed])
}

/** Names for keys whose values the tenant declares. */
const ofTenant: { readonly [Key in ClaimKey]?: (tenant: Tenant) => KeyNames } = {
  user: ({ users }) =>
    table(
      [...users.values()].map(({ userPrincipalName: value, displayName, id }) => ({
        value,
        names: [value, displayName, id],
      })),
    ),
  client: ({ clients }) =>
    table([...clients.values()].map(({ name, displayName }) => ({ value: name, names: [name, displayName] }))),
  network: ({ networks }) => ids([...networks.keys()]),
  group: groupNames,
  role: () => table(roles.map(({ id, name }) => ({ value: id, names: [name, id] }))),
  application: applicationNames,
  policy: policyNames,
  applies: policyNames,
  demands: (tenant) => closed(controlNames(tenant)),
  'required-controls': (tenant) =>
    new Map([
      ...closed(controlNames(tenant)),
      ...table([
        { value: 'nothing', names: ['nothing', 'none', 'no control'] },
        { value: blockWord, names: [blockWord, 'block access'] },
      ]),
    ]),
  'sign-in-frequency': (tenant) => table(frequencyNames(tenant).map((names) => ({ value: names[0] ?? '', names }))),
  'session-controls': (tenant) => ids(sessionControlWords(tenant)),
  contacts: ({ identityProviders }) => {
    const own = [...identityProviders.values()].map(({ name }) => [plainWords(name), ['federated-idp']] as const)
    return new Map([...own, ...closed(words.actorNames)])
  },
}

// Invariant: a tenant does not change.
const names = cachePerOwner<KeyNames, [ClaimKey]>({
  name: 'names of the values of a claim key',
  owner: 'tenant',
  parts: ['key'],
})

/** The values that a text names: as it is written, or in plain words. */
export const valuesNamed = (known: KeyNames, text: string): readonly string[] =>
  known.get(exactWords(text)) ?? known.get(plainWords(text)) ?? []

/** The names of the values of a key in a tenant. */
export const namesOfKey = (tenant: Tenant, key: ClaimKey): KeyNames =>
  names.find(tenant, [key], () => ofTenant[key]?.(tenant) ?? fixed[key] ?? new Map())
