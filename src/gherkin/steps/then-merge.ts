import type { DayOne, DayOnePerson } from '../../plan/day-one-result.ts'
import { personWords } from '../../report/plan/day-one.ts'
import { compared } from '../scenario/ledger.ts'
import { problem } from '../scenario/problem.ts'
import { wholePlanOf } from '../scenario/take-plan.ts'
import { refuseName } from '../scenario/words.ts'
import type { SignInWorld } from '../scenario/world.ts'
import { type StepDefinition, step } from './definition.ts'

function dayOneOf(world: SignInWorld): DayOne {
  const { dayOne } = wholePlanOf(world).result
  if (dayOne === undefined) throw problem('the plan has no merge, so the step does not assert anything')
  return dayOne
}

/** A person of the merge by the name in either tenant. */
function personNamed({ people }: DayOne, name: string): DayOnePerson {
  const wanted = name.toLowerCase()
  const found = people.find(({ from, to }) => [from, to].some((one) => one.toLowerCase() === wanted))
  if (found === undefined)
    throw refuseName(
      'person of the merge',
      name,
      people.flatMap(({ from, to }) => [from, to]),
    )
  return found
}

const differs = (expected: string, people: readonly DayOnePerson[]): Error =>
  problem(`expected: ${expected}\nactual:   ${people.map(personWords).join('\n          ')}`)

function nobody(world: SignInWorld): void {
  const { people, answer } = dayOneOf(world)
  const bad = people.filter((one) => one.answer === 'stranded' || one.answer === 'open')
  if (answer !== 'holds') throw differs('nobody is stranded on day one of the merge', bad)
  compared(world.ledger, people.length)
}

function stranded(world: SignInWorld, name: string, wanted: boolean): void {
  const one = personNamed(dayOneOf(world), name)
  const said = `the person "${name}" is ${wanted ? '' : 'not '}stranded on day one of the merge`
  if (one.answer !== (wanted ? 'stranded' : 'works')) throw differs(said, [one])
  compared(world.ledger)
}

function needsPass(world: SignInWorld, name: string, wanted: boolean): void {
  const one = personNamed(dayOneOf(world), name)
  const said = `the person "${name}" ${wanted ? 'needs' : 'does not need'} a Temporary Access Pass before day one of the merge`
  const holds = wanted
    ? one.registration === 'needs-pass'
    : one.registration !== 'needs-pass' && one.registration !== 'unknown'
  if (!holds) throw differs(said, [one])
  compared(world.ledger)
}

/** Assertions about the first day of a merge. */
export const thenMerge: readonly StepDefinition[] = [
  step(
    'Then',
    'nobody is stranded on day one of the merge',
    {
      says: 'everyone who moves can do in the target, from each of its networks, what was possible in the source; a plan without a merge fails the step',
      example: 'Then nobody is stranded on day one of the merge',
    },
    nobody,
  ),
  step(
    'Then',
    'the person {string} is stranded on day one of the merge',
    {
      says: 'something that worked in the source works in the target with no client from some network; the person is named as in either tenant',
      example: 'Then the person "clerk@fabrikam.com" is stranded on day one of the merge',
    },
    (world, name) => stranded(world, name, true),
  ),
  step(
    'Then',
    'the person {string} is not stranded on day one of the merge',
    {
      says: 'everything that worked in the source works in the target from each of its networks',
      example: 'Then the person "engineer@fabrikam.com" is not stranded on day one of the merge',
      negates: 'the person {string} is stranded on day one of the merge',
    },
    (world, name) => stranded(world, name, false),
  ),
  step(
    'Then',
    'the person {string} needs a Temporary Access Pass before day one of the merge',
    {
      says: 'the person has no method in the target and cannot register one from every network',
      example: 'Then the person "clerk@fabrikam.com" needs a Temporary Access Pass before day one of the merge',
    },
    (world, name) => needsPass(world, name, true),
  ),
  step(
    'Then',
    'the person {string} does not need a Temporary Access Pass before day one of the merge',
    {
      says: 'the person has a method in the target, has received a pass, or can register a method on day one from every network',
      example:
        'Then the person "engineer@fabrikam.com" does not need a Temporary Access Pass before day one of the merge',
      negates: 'the person {string} needs a Temporary Access Pass before day one of the merge',
    },
    (world, name) => needsPass(world, name, false),
  ),
]
