import type { Parsed } from '../../analysis/claims/claim.ts'
import { parseClaim } from '../../analysis/claims/parse-claim.ts'
import { problem } from './problem.ts'
import type { SpokenClaim } from './spoken-claim.ts'
import { namedUser, type SignInWorld, tenantOf } from './world.ts'

/** The user of a name that the tenant does not hold in memory; one that nobody has leaves no trace. */
function outsideUser(world: SignInWorld, text: string): string | undefined {
  const { people } = world
  try {
    return namedUser(world, text)
  } catch {
    world.people = people
    return undefined
  }
}

/** What was read, or a failure that names everything that is wrong. */
export function understood<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value
  throw problem(parsed.problems.map(({ message, help }) => `${message}\n  ${help}`).join('\n'))
}

/** Reads a claim against the tenant of the scenario. */
export function readClaim(text: string, world: SignInWorld): SpokenClaim {
  const tenant = tenantOf(world)
  const beside = world.file !== undefined && world.tenants.usersBeside(world.file, world.changes)
  const context = beside ? { tenant, findUser: (name: string) => outsideUser(world, name) } : { tenant }
  return { text, claim: understood(parseClaim(context, text)) }
}
