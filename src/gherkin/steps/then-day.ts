import { dayOf } from '../../analysis/day/day-plan.ts'
import { type PlayedDay, type PlayedStep, playDay } from '../../analysis/day/play-day.ts'
import type { UserName } from '../../vocabulary/requests.ts'
import { compared } from '../scenario/ledger.ts'
import { problem } from '../scenario/problem.ts'
import { instantOf, type SignInWorld, tenantOf } from '../scenario/world.ts'
import { type StepDefinition, step } from './definition.ts'

const length = 24 * 60 * 60_000

function played(world: SignInWorld, name: UserName): PlayedDay {
  // Invariant: each step of a day has its own network and starts with the tokens of the previous steps.
  if (Object.keys(world.signals).length > 0)
    throw problem('signals describe one sign-in; remove them, a day is played without signals')
  const tenant = tenantOf(world)
  const user = tenant.users.get(name)
  if (user === undefined) throw problem(`\`${name}\` is not a user of this tenant`)
  const steps = dayOf(tenant, user)
  if (steps.length === 0) throw problem(`\`${name}\` has no client with a purpose, so the day is empty`)
  const at = instantOf(world)
  const day = playDay(tenant, user, steps, Math.floor(at / length) * length)
  compared(world.ledger, day.steps.length)
  return day
}

const time = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const lineOf = ({ step: { minute, does, client }, prompts, presents }: PlayedStep): string =>
  `\n  ${time(minute)} ${does} with ${client}: ${prompts ?? 'undetermined'}${presents.length === 0 ? '' : ` (${presents.join(', ')})`}`

function isAsked(day: PlayedDay, expected: string, holds: (prompts: number) => boolean): void {
  const { prompts } = day
  if (prompts !== undefined && holds(prompts)) return
  const actual = prompts === undefined ? 'undetermined' : `${prompts} prompts`
  throw problem(`expected: ${expected}\nactual:   ${actual}${day.steps.map(lineOf).join('')}`)
}

/** The number of prompts on the day that the tenant file declares, or on the default one. */
export const thenDay: readonly StepDefinition[] = [
  step(
    'Then',
    '{user} is prompted {int} time(s) in a day',
    {
      says: 'the user is asked that often, from unlocking the device to the last step of the day in the tenant file (`day`), or of the default day',
      example: 'Then the finance lead is prompted 2 times in a day',
    },
    (world, user, count) => isAsked(played(world, user), `${count} prompts`, (prompts) => prompts === count),
  ),
  step(
    'Then',
    '{user} is prompted at most {int} time(s) in a day',
    {
      says: 'the user is asked no more often than that in the same day',
      example: 'Then the finance lead is prompted at most 3 times in a day',
    },
    (world, user, count) => isAsked(played(world, user), `at most ${count} prompts`, (prompts) => prompts <= count),
  ),
]
