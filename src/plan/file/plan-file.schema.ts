import { hoistObjects } from '../../tenant/schema/hoist.ts'
import type { JsonSchema } from '../../tenant/schema/parts.ts'
import { instant, list, names, object, oneOf, text } from '../../tenant/schema/parts.ts'
import { registrableMethods } from '../../vocabulary/methods.ts'

const part = (title: string, description: string): JsonSchema => ({ type: 'object', title, description })

/** The three ways in which a stage or an exception changes the tenant file. */
const changes = {
  changes: part(
    'the changes',
    'Parts of the tenant file to change; named entries of lists are found by name, null removes a key.',
  ),
  adds: part('the additions', 'New entries for lists of the tenant file.'),
  removes: part('the removals', 'Names of entries to remove, by list of the tenant file.'),
}

const cohort = object(
  'a cohort',
  'People who go through the stages together.',
  {
    name: text('cohort name', 'What the plan calls them.'),
    users: names('users', 'The people, one by one.', 'user principal name'),
    group: text('group', 'A group of the tenant file, nested groups included.'),
    share: text('share', 'Which part of the group in the order of the file, in percent.', {
      $comment: 'a share in percent',
      pattern: '^\\d{1,3}-\\d{1,3}%$',
      examples: ['0-25%'],
    }),
    rest: { type: 'boolean', title: 'rest', description: 'Everyone who is in no other cohort.', enum: [true] },
    reason: text('reason', 'Why these people are kept apart.'),
  },
  ['name'],
)

const gates = object('the gates', 'What must be true before and after the stage.', {
  before: names(
    'gates before',
    'Claims that must hold before the stage begins, and feature files whose scenarios must pass.',
    'claim or feature',
  ),
  after: names(
    'gates after',
    'Claims that must hold once the stage is reached, and feature files whose scenarios must pass.',
    'claim or feature',
  ),
})

const wayBack: JsonSchema = object('the way back', 'How the stage is undone, where that is not its inverse.', {
  possible: oneOf('way back', 'No: the stage cannot be undone.', ['no']),
  reason: text('reason', 'Why it cannot be undone, or is undone in this way.'),
  ...changes,
})

const stage = object(
  'a stage',
  'One step of the plan.',
  {
    name: text('stage name', 'What the plan calls it.'),
    date: instant('date', 'When the stage begins.'),
    when: text('condition', 'What the stage waits for, where it has no date.'),
    owner: text('owner', 'Who carries it out.'),
    cohorts: names('cohorts', 'Whom `settings`, `acts`, `registers`, `joins` and `leaves` are about.', 'cohort'),
    ...changes,
    settings: part('the settings', 'Properties of each user of the cohorts that an administrator sets.'),
    acts: part(
      'the acts',
      'Properties of each user of the cohorts that the people themselves change; undoing the stage keeps them.',
    ),
    registers: list(
      'methods to register',
      'Methods that each user of the cohorts registers besides those registered; undoing the stage keeps them.',
      oneOf('method', 'One method.', registrableMethods),
    ),
    joins: names('groups to join', 'Groups of the tenant file that each user of the cohorts joins.', 'group'),
    leaves: names('groups to leave', 'Groups of the tenant file that each user of the cohorts leaves.', 'group'),
    gates,
    wayBack,
    watch: names('what to watch', 'What the people in charge look at meanwhile.', 'sign'),
  },
  ['name'],
)

const exception = object(
  'an exception',
  'Something that stays otherwise for some time.',
  {
    name: text('exception name', 'What the plan calls it.'),
    owner: text('owner', 'Who answers for it.'),
    reason: text('reason', 'Why it is needed.'),
    stage: text('stage', 'The stage with which it begins.'),
    expires: instant('expiry', 'When it ends.'),
    ...changes,
  },
  ['name', 'owner', 'reason', 'stage', 'expires'],
)

const moved = object(
  'a person who moves',
  'Who someone of the source tenant is in the tenant of the plan.',
  {
    from: text('user of the source', 'The user principal name in the source tenant.'),
    to: text('user of the target', 'The user principal name in the tenant of the plan, once the stage is reached.'),
  },
  ['from', 'to'],
)

const merge = object(
  'a merge',
  'Another tenant whose people sign in to that of the plan from the first day of a stage on.',
  {
    source: text('source', 'The tenant file of the source tenant, relative to the plan.'),
    stage: text('stage', 'The stage whose first day is day one.'),
    people: list('people', 'Who becomes whom.', moved, { minItems: 1 }),
    peopleFrom: text(
      'people from',
      'A CSV file of who becomes whom, relative to the plan: columns `from` and `to`; without `to` a person does not move.',
    ),
    leaving: names('who leaves', 'People of the source tenant who do not move.', 'user of the source'),
  },
  ['source', 'stage'],
)

/** The JSON Schema of plans in stages, for editors and for the validator that the build compiles from it. */
export function schemaOfPlanFile(): JsonSchema {
  return hoistObjects({
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://authplan.dev/schema/migration-plan.json',
    type: 'object',
    title: 'a plan',
    description: 'A migration from a tenant architecture to another in stages.',
    properties: {
      plan: text('plan name', 'What the plan is called.'),
      start: text('start', 'The tenant file from which the plan starts, relative to the plan.'),
      from: instant('start date', 'When the plan starts; the date of the tenant file, unless given.'),
      until: instant('end date', 'Up to when the plan is evaluated; a year after its last date, unless given.'),
      cohorts: list('cohorts', 'Who goes through the stages together.', cohort, { minItems: 1 }),
      stages: list('stages', 'The steps, in order.', stage, { minItems: 1 }),
      exceptions: list('exceptions', 'What stays otherwise for some time.', exception),
      merge,
    },
    required: ['plan', 'start', 'stages'],
    additionalProperties: false,
  })
}
