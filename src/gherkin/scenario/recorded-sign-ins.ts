import { dirname, join } from 'node:path'
import { withPolicyState } from '../../replay/calibrate/explain-disagreement.ts'
import { type ReplayedLogs, replayLogs } from '../../replay/replay-logs.ts'
import { isPattern } from '../../source/text/glob.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { mayChange } from './ledger.ts'
import { problem } from './problem.ts'
import { type SignInWorld, tenantFileNamed, tenantOf } from './world.ts'

/** What a step asks of the recorded sign-ins: how well they are explained, or whom a plan or a date blocks. */
export type RecordedQuestion =
  | { readonly kind: 'explained' }
  | { readonly kind: 'plan'; readonly name: string }
  | { readonly kind: 'enforced'; readonly policy: string }
  | { readonly kind: 'date'; readonly at: number }

/** Selects the logs of a scenario. */
export function takeSignIns(world: SignInWorld, path: string): void {
  mayChange(world.ledger)
  world.signIns = path
}

function refuseConditions({ at, network, signals }: SignInWorld): void {
  const ignored =
    network !== undefined
      ? 'network'
      : Object.keys(signals).length > 0
        ? 'signals'
        : at !== undefined
          ? 'date'
          : undefined
  if (ignored !== undefined)
    throw problem(
      `each recorded sign-in has its own date, network and signals, so the ${ignored} of the scenario would have no effect\n  remove it, or make the assertion in a separate scenario`,
    )
}

function logsOf({ signIns }: SignInWorld): string {
  if (signIns === undefined) throw problem('no sign-ins are set\n  start with: Given the sign-ins of "logs/*.json"')
  return signIns
}

/** People in a file beside the tenant are read by the replay itself, so none of them is represented by another. */
function declaredOf({ file, changes, tenants }: SignInWorld, otherwise: Tenant): Tenant {
  const declared = file === undefined ? undefined : tenants.declared(file, changes)
  return declared?.ok ? declared.value : otherwise
}

const keyOf = (world: SignInWorld, question: RecordedQuestion): string =>
  JSON.stringify([world.file, world.changes, world.feature, logsOf(world), question])

function planOf(world: SignInWorld, today: Tenant, question: RecordedQuestion) {
  switch (question.kind) {
    case 'explained':
      return {}
    case 'date':
      return { at: question.at }
    case 'plan': {
      const file = tenantFileNamed(world, question.name)
      world.recorder?.fileRead(file)
      // With its errors, if it has any.
      world.tenants.take(file, [])
      return { plan: declaredOf({ ...world, file, changes: [] }, today) }
    }
    case 'enforced': {
      const policy = today.conditionalAccess.policies.find(({ name }) => name === question.policy)
      if (policy?.state !== 'enabledForReportingButNotEnforced')
        throw problem(`the policy "${question.policy}" is not report-only, so enforcing it changes nothing`)
      return { plan: withPolicyState(today, policy, 'enabled') }
    }
  }
}

/** A path is relative to the feature, or else to the working directory. */
function pathsOf({ file, feature, tenants }: SignInWorld, path: string, from: string): readonly string[] {
  const { reader } = tenants.source(file ?? from, [])
  const near = join(dirname(feature), path).replaceAll('\\', '/')
  const isNear = isPattern(path)
    ? reader.glob(near).ok
    : reader.inPlace?.(near).ok === true || reader.glob(`${near}/**/*`).ok
  return [isNear ? near : path]
}

/** Reads the logs for a question; steps that ask it afterwards are answered without waiting. */
export async function replayRecorded(world: SignInWorld, question: RecordedQuestion): Promise<void> {
  refuseConditions(world)
  const path = logsOf(world)
  const key = keyOf(world, question)
  if (world.tenants.recorded.has(key)) return
  const today = declaredOf(world, tenantOf(world))
  const file = world.file ?? today.file
  const { reader } = world.tenants.source(file, [])
  const answer = await replayLogs(today, pathsOf(world, path, file), reader, planOf(world, today, question))
  if (!answer.ok) throw problem(answer.help === undefined ? answer.message : `${answer.message}\n  ${answer.help}`)
  world.tenants.recorded.set(key, answer.value)
}

/** What the recorded sign-ins answer; they have to be read before. */
export function recordedAnswer(world: SignInWorld, question: RecordedQuestion): ReplayedLogs {
  refuseConditions(world)
  const found = world.tenants.recorded.get(keyOf(world, question))
  if (found === undefined)
    throw problem('recorded sign-ins are read when `authplan test` or Cucumber runs the feature, and nowhere else')
  return found
}
