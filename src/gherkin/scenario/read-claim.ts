import type { Parsed } from '../../analysis/claims/claim.ts'
import { parseClaim } from '../../analysis/claims/parse-claim.ts'
import { parseProvable } from '../../analysis/claims/parse-provable.ts'
import type { ClaimContext } from '../../analysis/claims/read-values.ts'
import { problem } from './problem.ts'
import type { SpokenClaim, SpokenProvable } from './spoken-claim.ts'
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

/** What claims of a scenario are read against. */
function contextOf(world: SignInWorld): ClaimContext {
  const tenant = tenantOf(world)
  const beside = world.file !== undefined && world.tenants.usersBeside(world.file, world.changes)
  return beside ? { tenant, findUser: (name: string) => outsideUser(world, name) } : { tenant }
}

/** Reads a claim against the tenant of the scenario. */
export function readClaim(text: string, world: SignInWorld): SpokenClaim {
  return { text, claim: understood(parseClaim(contextOf(world), text)) }
}

/** The same for a claim to prove. */
export function readProvable(text: string, world: SignInWorld): SpokenProvable {
  return { text, provable: understood(parseProvable(contextOf(world), text)) }
}
