import { mayChange } from './ledger.ts'
import type { PlayedPlan } from './plan-of-scenario.ts'
import { problem } from './problem.ts'
import { enterStage, staysInStage, takeTenant } from './take-tenant.ts'
import { plainWords, refuseName } from './words.ts'
import { type PlannedScenario, type SignInWorld, tenantOf } from './world.ts'

/** The name of the state before the first stage. */
const start = 'start'

/** The plan of a scenario. */
function plannedOf({ plan }: SignInWorld): PlannedScenario {
  if (plan === undefined) throw problem('no plan is set\n  start with: Given the plan "FILE"')
  return plan
}

/** The plan of a scenario, played through all its stages. */
export function planOf(world: SignInWorld): PlayedPlan {
  const { file, changes } = plannedOf(world)
  return world.tenants.plan(file, changes)
}

/** The whole plan, if the scenario sets nothing that a claim about the whole plan would ignore. */
export function wholePlanOf(world: SignInWorld): PlayedPlan {
  const played = planOf(world)
  const narrowed =
    world.network !== undefined
      ? 'one network'
      : Object.keys(world.signals).length > 0
        ? 'signals'
        : world.changes.length > 0
          ? 'changes of the tenant architecture'
          : undefined
  if (narrowed !== undefined)
    throw problem(
      `a plan is evaluated as its file states it, for every network, and not with the ${narrowed} of a scenario\n  make the assertion before, or in a separate scenario`,
    )
  return played
}

/** Selects a plan, and its initial tenant. */
export function takePlan(world: SignInWorld, { file, changes }: PlannedScenario): void {
  mayChange(world.ledger)
  staysInStage(world)
  world.recorder?.fileRead(file)
  const played = world.tenants.plan(file, changes)
  const { staged, warnings } = played
  takeTenant(world, staged.start)
  world.plan = { file, changes }
  world.at = staged.from
  const ofPlan = warnings.filter(({ at }) => at.source.name !== staged.start)
  world.recorder?.compared(file, ofPlan)
}

/** Applies changes to the plan, like `the tenant architecture has these changes:` for a tenant file. */
export function changePlan(world: SignInWorld, change: string): void {
  const { file, changes } = plannedOf(world)
  takePlan(world, { file, changes: [...changes, change] })
}

/** The index of a stage by name; `start` is the state before the first. */
export function stageNamed(world: SignInWorld, name: string): number {
  const later = planOf(world).result.stages.slice(1)
  const exact = later.find((one) => one.name === name)
  if (exact !== undefined) return exact.index
  const alike = later.filter((one) => plainWords(one.name) === plainWords(name))
  const [only] = alike
  if (only !== undefined && alike.length === 1) return only.index
  if (plainWords(name) === start && alike.length === 0) return 0
  const names = later.map((one) => one.name)
  throw refuseName(alike.length > 1 ? 'stage; several match:' : 'stage', name, [...names, start])
}

/** Continues with the tenant after a stage, on the first day of the stage. */
export function reachStage(world: SignInWorld, name: string): void {
  mayChange(world.ledger)
  const { network } = world
  const reached = planOf(world).reached(stageNamed(world, name))
  const file = enterStage(world, reached)
  world.network = network
  const loaded = world.tenants.load(file, [])
  const warnings = loaded.ok ? loaded.warnings : []
  // Warnings about the plan were located in its own file.
  world.recorder?.tenant({ file, tenant: tenantOf(world), changed: true, warnings, locate: () => [] })
}
