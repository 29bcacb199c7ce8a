import type { PeopleBeside } from '../analysis/wording/tenant-in-words.ts'
import { suggest } from '../source/diagnostics/suggest.ts'
import { findUser } from '../tenant/find.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Environment } from './environment.ts'
import { accepted, loadFor } from './load.ts'
import { usageProblem } from './usage.ts'

/** A tenant whose people are in it, wherever they stand. */
export interface WithPeople {
  readonly tenant: Tenant
  /** The tenant as its file has it. */
  readonly asWritten: Tenant
  /** Present where the file of the tenant names another one with its people. */
  readonly beside?: PeopleBeside
}

/**
 * The tenant of a file together with the people of the file that it names: one user for each class of people whose
 * sign-ins have the same outcome, and each person asked for. Errors in either file are shown and end the command with 2.
 */
export async function loadWithPeople(
  environment: Environment,
  file: string,
  asked: readonly string[] = [],
): Promise<WithPeople> {
  const tenant = await loadFor(environment, file)
  if (tenant.population === undefined) return { tenant, asWritten: tenant }
  const { from } = tenant.population
  const { populationOf } = await import('../analysis/population/population.ts')
  const read = await accepted(environment, populationOf(tenant, environment.reader, { people: asked }))
  return { tenant: read.tenant, asWritten: tenant, beside: { from, users: read.users, classes: read.classes } }
}

/** The tenant of a file with every person of the file that it names, each as a separate user. */
export async function loadWithEverybody(environment: Environment, file: string): Promise<Tenant> {
  const tenant = await loadFor(environment, file)
  if (tenant.population === undefined) return tenant
  const { populationOf } = await import('../analysis/population/population.ts')
  const { reader } = environment
  const people: string[] = []
  await accepted(environment, populationOf(tenant, reader, { onName: (name) => people.push(name) }))
  return (await accepted(environment, populationOf(tenant, reader, { people }))).tenant
}

/** The same for one user, where one is asked for; a name that nobody has is refused. */
export async function loadForUser(environment: Environment, file: string, user: string | undefined): Promise<Tenant> {
  const { tenant, asWritten } = await loadWithPeople(environment, file, user === undefined ? [] : [user])
  if (user !== undefined) await refuseUnknownUser(environment, asWritten, tenant, user)
  return tenant
}

/** Refuses a name that nobody has, with the nearest one of the whole file. */
export async function refuseUnknownUser(
  environment: Environment,
  tenant: Tenant,
  read: Tenant,
  person: string,
): Promise<void> {
  if (tenant.population === undefined || findUser(read, person).found) return
  const { populationOf } = await import('../analysis/population/population.ts')
  const names: string[] = []
  for (const user of tenant.users.values()) names.push(user.userPrincipalName, user.displayName)
  populationOf(tenant, environment.reader, { onName: (name) => names.push(name) })
  const near = suggest(person, names)
  const help = near === undefined ? '' : `did you mean \`${near}\`? `
  throw usageProblem(
    `unknown user \`${person}\``,
    `${help}users are named by user principal name, display name or id in ${tenant.population.from}`,
  )
}
