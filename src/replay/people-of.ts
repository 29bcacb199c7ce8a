import { type Population, populationOf } from '../analysis/population/population.ts'
import type { Loaded } from '../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../source/files/source-reader.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { accountsByName } from './account-names.ts'
import type { PersonClass } from './engine/shape-source.ts'

/** The people of a tenant by class. */
export interface ClassifiedPeople {
  readonly population: Population
  /** The class of each person, by every name that a log can use, in lower case. */
  readonly classOf: ReadonlyMap<string, number>
  /** The user principal name of each person whom servers log by an account on-premises, by the name of the account. */
  readonly accounts: ReadonlyMap<string, string>
  /** Ids that policies name but no person in the file has, in lower case. */
  readonly strangers: ReadonlySet<string>
}

const directoryId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function namedByPolicies({ conditionalAccess }: Tenant): readonly string[] {
  return conditionalAccess.policies.flatMap(({ conditions: { include, exclude } }) =>
    [...include.users, ...exclude.users].filter((name) => directoryId.test(name)),
  )
}

/** Reduces the people of a tenant to classes, and keeps their members. */
export function classifyPeople(tenant: Tenant, reader: SourceReader): Loaded<ClassifiedPeople> {
  const classOf = new Map<string, number>()
  const accounts = accountsByName()
  const read = populationOf(tenant, reader, {
    onUser: (name, index, account) => {
      classOf.set(name.toLowerCase(), index)
      if (account !== undefined) accounts.add(account, name)
      const id = tenant.users.get(name)?.id
      if (id !== undefined) classOf.set(id.toLowerCase(), index)
    },
  })
  if (!read.ok) return read
  const strangers = new Set(namedByPolicies(tenant).filter((id) => !classOf.has(id)))
  return { ...read, value: { population: read.value, classOf, accounts: accounts.named(), strangers } }
}

/** The labels of a person in the shapes: the class in each tenant, or the id that a policy names. */
export function* labelsOf(sides: readonly ClassifiedPeople[]): Generator<PersonClass> {
  const names = new Set(sides.flatMap(({ classOf }) => [...classOf.keys()]))
  for (const name of names) yield { name, class: sides.map(({ classOf }) => `${classOf.get(name) ?? ''}`).join('/') }
  for (const id of new Set(sides.flatMap(({ strangers }) => [...strangers])))
    if (!names.has(id)) yield { name: id, class: `id:${id}` }
  yield* accountLabels(sides)
}

/** The labels of people whom servers log by an account, as far as all tenants say that it is the same person's. */
function* accountLabels(sides: readonly ClassifiedPeople[]): Generator<PersonClass> {
  const names = new Set(sides.flatMap(({ accounts }) => [...accounts.keys()]))
  for (const name of names) {
    const [is, ...others] = new Set(sides.flatMap(({ accounts }) => accounts.get(name) ?? []))
    if (is === undefined || others.length > 0) continue
    yield { name, class: sides.map(({ classOf }) => `${classOf.get(is.toLowerCase()) ?? ''}`).join('/'), is }
  }
}
