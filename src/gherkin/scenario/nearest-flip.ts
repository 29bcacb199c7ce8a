import { planOf } from '../../analysis/matrix/plan.ts'
import { type ChangeSet, whyNot } from '../../analysis/why-not/why-not.ts'
import type { Trace } from '../../trace/step.ts'
import { problem } from './problem.ts'
import type { Session } from './session.ts'
import { instantOf, type SignInWorld } from './world.ts'

/** Default number of searches per run. */
export const usualFlips = 3

/** The failure of an assertion, with the smallest changes of the architecture that would make it pass. */
export function withNearestFlip(
  world: SignInWorld,
  session: Session,
  thrown: unknown,
  wanted: (traces: readonly Trace[]) => boolean,
): unknown {
  if (!(thrown instanceof Error) || world.flips.left <= 0 || session.request.presents !== undefined) return thrown
  world.flips.left -= 1
  const lines = flipLines(world, session, wanted)
  return lines.length === 0 ? thrown : problem([thrown.message, ...lines].join('\n'), session)
}

function flipLines(
  world: SignInWorld,
  session: Session,
  wanted: (traces: readonly Trace[]) => boolean,
): readonly string[] {
  if (world.file === undefined) return []
  const { user, client, purpose, network } = session.request
  const { source, reader } = world.tenants.source(world.file, world.changes)
  const plan = planOf(source, reader, instantOf(world))
  if (!plan.ok) return []
  const filter = { user, client, purpose, network, signals: world.signals }
  const answer = whyNot({ plan: plan.value, filter, wanted, reader, limit: 3 })
  if (!answer.ok || answer.value.already) return []
  const { sets, size } = answer.value
  if (sets.length === 0) return ['no change of one or two settings would make it pass']
  return [
    `it would pass after ${size === 1 ? 'one change' : 'two changes'}, any of:`,
    ...sets.filter(({ levers }) => levers.length === size).map(setLine),
  ]
}

function setLine({ levers, sideEffects: { verdicts } }: ChangeSet): string {
  const changes = levers.map(({ what, from, to }) => `${what}: ${from ?? 'not stated'} -> ${to ?? 'not stated'}`)
  const others =
    verdicts === 0
      ? 'no other verdict changes'
      : `${verdicts} other verdict${verdicts === 1 ? '' : 's'} change${verdicts === 1 ? 's' : ''}`
  return `  ${changes.join(' and ')} (${others})`
}
