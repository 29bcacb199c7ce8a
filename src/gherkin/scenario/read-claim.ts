import type { Parsed } from '../../analysis/claims/claim.ts'
import { parseClaim } from '../../analysis/claims/parse-claim.ts'
import { parseProvable } from '../../analysis/claims/parse-provable.ts'
import type { ClaimContext } from '../../analysis/claims/read-values.ts'
import { problem } from './problem.ts'
import type { StatedClaim, StatedProvable } from './spoken-claim.ts'
import { namedUser, type SignInWorld, tenantOf } from './world.ts'

/** Finds a user by a name that the tenant does not hold in memory; an unknown name changes nothing. */
function outsideUser(world: SignInWorld, text: string): string | undefined {
  const { people } = world
  try {
    return namedUser(world, text)
  } catch {
    world.people = people
    return undefined
  }
}

/** The parsed value, or a failure that lists all problems. */
export function understood<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value
  throw problem(parsed.problems.map(({ message, help }) => `${message}\n  ${help}`).join('\n'))
}

/** The context for parsing the claims of a scenario. */
function contextOf(world: SignInWorld): ClaimContext {
  const tenant = tenantOf(world)
  const beside = world.file !== undefined && world.tenants.usersBeside(world.file, world.changes)
  return beside ? { tenant, findUser: (name: string) => outsideUser(world, name) } : { tenant }
}

/** Parses a claim for the tenant of the scenario. */
export function readClaim(text: string, world: SignInWorld): StatedClaim {
  return { text, claim: understood(parseClaim(contextOf(world), text)) }
}

/** The same for a claim to prove. */
export function readProvable(text: string, world: SignInWorld): StatedProvable {
  return { text, provable: understood(parseProvable(contextOf(world), text)) }
}
