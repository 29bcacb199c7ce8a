import type { ReachedStage } from '../../plan/play/feature-gates.ts'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { mayChange } from './ledger.ts'
import { problem } from './problem.ts'
import { expectReadable, locatedFor } from './tenant-mistakes.ts'
import { type SignInWorld, tenantOf } from './world.ts'

/** Refuses another tenant or plan in a gate, which is about the tenant of its stage. */
export function staysInStage({ gate }: SignInWorld, file?: string): void {
  if (gate !== undefined && file !== gate.name)
    throw problem(
      `a feature that is a gate is about the tenant of its stage\n  remove the step, or name \`${gate.name}\`, from which the plan starts`,
    )
}

/** Begins with a tenant as its file has it: changes, people, date, network and sign-in of an earlier one are forgotten. */
function begin(world: SignInWorld, file: string, { at, block }: Partial<Pick<SignInWorld, 'at' | 'block'>>): void {
  world.file = file
  world.tenantBlock = block
  world.changeBlocks = []
  world.people = []
  world.changes = []
  world.at = at
  world.network = undefined
  world.subject = undefined
  world.played = undefined
}

/** Continues with the tenant as a plan has it once a stage is reached, on the first day of the stage; the name under which it is kept. */
export function enterStage(world: SignInWorld, { at, name, text }: ReachedStage): string {
  const file = world.tenants.keepText(text, name)
  begin(world, file, { at })
  return file
}

/** Takes another tenant; what was said about an earlier one is forgotten. */
export function takeTenant(world: SignInWorld, file: string): void {
  mayChange(world.ledger)
  staysInStage(world, file)
  if (world.gate !== undefined) {
    enterStage(world, world.gate)
    return
  }
  world.plan = undefined
  begin(world, file, world.tenants.isInline(file) ? { block: world.block } : {})
  world.recorder?.fileRead(file, world.tenants.hash(file))
  recordTenant(world)
}

/** Lays a change over the tenant; a change that does not load fails here, at its own step. */
export function changeTenant(world: SignInWorld, change: string): void {
  mayChange(world.ledger)
  tenantOf(world)
  const beside = world.file !== undefined && world.tenants.usersBeside(world.file, world.changes)
  expectReadable(world, world.block)
  world.changes = [...world.changes, change]
  world.changeBlocks = [...world.changeBlocks, world.block]
  if (beside && world.file !== undefined && !world.tenants.usersBeside(world.file, world.changes)) {
    throw problem('the users are in a separate file, so a scenario cannot change individual users')
  }
  world.played = undefined
  recordTenant(world)
}

function recordTenant(world: SignInWorld): void {
  const { recorder, file } = world
  if (recorder === undefined || file === undefined) return
  const tenant = tenantOf(world)
  const loaded = world.tenants.load(file, world.changes, world.people)
  const warnings = loaded.ok ? loaded.warnings : []
  const then = { ...world }
  const locate = (some: readonly Diagnostic[]) => locatedFor(then, some)
  recorder.tenant({ file, tenant, changed: world.changes.length > 0, warnings, locate })
}
