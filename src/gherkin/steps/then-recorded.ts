import type { DisagreementKind } from '../../replay/calibrate/calibrate.ts'
import type { ReplayedLogs } from '../../replay/replay-logs.ts'
import { percent } from '../../report/text/replay-report.ts'
import { counted } from '../../vocabulary/counted.ts'
import { compared } from '../scenario/ledger.ts'
import { problem } from '../scenario/problem.ts'
import { type RecordedQuestion, recordedAnswer, replayRecorded, takeSignIns } from '../scenario/recorded-sign-ins.ts'
import type { SignInWorld } from '../scenario/world.ts'
import { type ArgumentsOf, preparedStep, type StepDefinition, step } from './definition.ts'

const differs = (expected: string, actual: string): Error => problem(`expected: ${expected}\nactual:   ${actual}`)

const mostShown = 3

const disagreement = ({ about, policy, recorded, predicted, signIns, witness, explanations }: DisagreementKind) => {
  const what = policy === undefined ? about.replace('-', ' ') : `policy "${policy}"`
  const [explanation] = explanations
  const why = explanation === undefined ? '' : `; explained if ${explanation}`
  return `\n          ${counted(signIns, 'sign-in')}, such as ${witness.id}: ${what}: the log says ${recorded}, the model says ${predicted}${why}`
}

/** Counts the sign-ins that could be compared; a log without any asserts nothing. */
function looked(world: SignInWorld, { calibration: { total } }: ReplayedLogs): void {
  compared(world.ledger, total.agrees.signIns + total.disagrees.signIns + total.undetermined.signIns)
}

function explained(world: SignInWorld, least: number): void {
  const answer = recordedAnswer(world, { kind: 'explained' })
  const { calibration, broken } = answer
  if (answer.explained < least) {
    const shown = calibration.disagreements.slice(0, mostShown).map(disagreement).join('')
    throw differs(
      `at least ${percent(least)} of the recorded sign-ins are explained`,
      `${percent(answer.explained)}${shown}`,
    )
  }
  const unread = broken.reduce((sum, { count }) => sum + count, 0)
  if (unread > 0) throw problem(`${counted(unread, 'record')} could not be read, so they are not explained`)
  looked(world, answer)
}

/** How many people a plan blocks; what cannot be judged is no ground to say that nobody is. */
function blocked(world: SignInWorld, question: RecordedQuestion, wanted: number): void {
  const answer = recordedAnswer(world, question)
  const { plan } = answer
  if (plan === undefined) throw problem('no plan was judged')
  const found = plan.effects.find(({ effect }) => effect === 'newly blocked')
  const people = found?.people ?? 0
  const expected = wanted === 0 ? 'nobody who signed in is blocked' : `${wanted} of those who signed in are blocked`
  if (people !== wanted) {
    const causes = (found?.causes ?? []).slice(0, mostShown)
    const shown = causes.map(
      ({ name, people: by, signIns }) => `\n          ${by} by ${name}, ${counted(signIns, 'sign-in')}`,
    )
    throw differs(expected, `${people === 0 ? 'nobody is' : `${people} are`} blocked${shown.join('')}`)
  }
  const open = plan.notJudged + plan.perhapsBlocked
  if (open > 0) throw differs(expected, `undetermined for ${counted(open, 'sign-in')}`)
  compared(world.ledger, plan.judged)
}

interface Asked<Pattern extends string> {
  readonly pattern: Pattern
  readonly example: string
  readonly says: string
  readonly question: (...args: ArgumentsOf<Pattern>) => RecordedQuestion
}

/** Nobody, and a number of people, of one way to ask. */
function blockedSteps<const Pattern extends string>({ pattern, example, says, question }: Asked<Pattern>) {
  const nobody: string = `${pattern} nobody who signed in is blocked`
  const some: string = `${pattern} {int} of those who signed in is/are blocked`
  // The first arguments are those of the shorter pattern, which types cannot split off.
  const asked = (args: readonly unknown[]) => question(...(args as ArgumentsOf<Pattern>))
  return [
    preparedStep(
      nobody,
      {
        says: `${says}, none of the people whose sign-ins succeeded is blocked; sign-ins that cannot be judged fail the step`,
        example: `Then ${example} nobody who signed in is blocked`,
      },
      {
        prepare: (world, args) => replayRecorded(world, asked(args)),
        run: (world, args) => blocked(world, asked(args), 0),
      },
    ),
    preparedStep(
      some,
      {
        says: `${says}, this many of the people whose sign-ins succeeded are blocked, each counted once`,
        example: `Then ${example} 2 of those who signed in are blocked`,
      },
      {
        prepare: (world, args) => replayRecorded(world, asked(args)),
        run: (world, args) => blocked(world, asked(args), Number(args.at(-1))),
      },
    ),
  ]
}

/** The step that selects sign-in logs. */
export const givenRecorded: readonly StepDefinition[] = [
  step(
    'Given',
    'the sign-ins of {string}',
    {
      says: 'selects sign-in logs: a file, a folder or a pattern, relative to the feature or the working directory, in any format that `authplan replay` reads',
      example: 'Given the sign-ins of "logs/*.json"',
    },
    takeSignIns,
  ),
]

/** Assertions about recorded sign-ins, each at its own date and under its own conditions. */
export const thenRecorded: readonly StepDefinition[] = [
  preparedStep(
    'at least {percentage} of the recorded sign-ins are explained',
    {
      says: 'the tenant architecture predicts the recorded end, second factor and policies of this share of the sign-ins that can be compared; an undetermined one is not explained',
      example: 'Then at least 99 % of the recorded sign-ins are explained',
    },
    {
      prepare: (world) => replayRecorded(world, { kind: 'explained' }),
      run: (world, [least]) => explained(world, Number(least)),
    },
  ),
  ...blockedSteps({
    pattern: 'under the plan {string}',
    example: 'under the plan "planned"',
    says: 'with the planned tenant file',
    question: (name) => ({ kind: 'plan', name }),
  }),
  ...blockedSteps({
    pattern: 'with the policy {policy} enforced',
    example: 'with the policy "Block legacy authentication" enforced',
    says: 'if the report-only policy were enforced',
    question: (policy) => ({ kind: 'enforced', policy }),
  }),
  ...blockedSteps({
    pattern: 'on {date}',
    example: 'on 2027-01-01',
    says: 'on this date, by the changes that the vendor or the tenant file dates',
    question: (at) => ({ kind: 'date', at }),
  }),
]
