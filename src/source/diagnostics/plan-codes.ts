import { entry } from './entry.ts'
import { anyOf, didYouMean, tick } from './words.ts'

/** How a plan refers to something. */
export interface NamedArgs {
  readonly name: string
}

/** An unknown name, and the known ones. */
export interface UnknownArgs extends NamedArgs {
  readonly what: string
  readonly known: readonly string[]
  readonly suggestion?: string
}

const helpForUnknown = ({ known, suggestion }: UnknownArgs): string =>
  known.length === 0 ? 'nothing of the kind is there' : `known: ${anyOf(known)}${didYouMean(suggestion)}`

/** Plans in stages. */
export const planCodes = {
  'PLAN-1': entry<UnknownArgs & { readonly mayAdd: boolean }>({
    severity: 'error',
    title: 'a change of what does not exist',
    sample: { what: 'user', name: 'ada@contoso.com', known: ['bea@contoso.com'], mayAdd: true },
    message: ({ what, name }) => `there is no ${what} ${tick(name)} at this point of the plan`,
    help: ({ mayAdd, ...args }) =>
      [...(mayAdd ? ['a new entry belongs under `adds`'] : []), helpForUnknown(args)].join('; '),
  }),
  'PLAN-2': entry<{ readonly what: string } & NamedArgs>({
    severity: 'error',
    title: 'an addition of what is already there',
    message: ({ what, name }) => `the ${what} ${tick(name)} exists at this point of the plan`,
    help: () => 'change it under `changes`',
  }),
  'PLAN-3': entry<{ readonly date: string; readonly before: string; readonly of: string }>({
    severity: 'error',
    title: 'dates out of order',
    message: ({ date, before, of }) => `${tick(date)} is not after ${tick(before)}, the date of ${of}`,
    help: () => 'stages stand in the order in which they happen; correct the date or move the stage',
  }),
  'PLAN-4': entry<{ readonly user: string; readonly one: string; readonly other: string }>({
    severity: 'error',
    title: 'overlapping cohorts',
    message: ({ user, one, other }) => `${tick(user)} is in the cohorts ${tick(one)} and ${tick(other)}`,
    help: () => 'each person goes through the stages with one cohort; remove the person from one of them',
  }),
  'PLAN-5': entry<{ readonly user: string; readonly users: number }>({
    severity: 'error',
    title: 'people in no cohort',
    sample: { user: 'ada@contoso.com', users: 3 },
    message: ({ user, users }) =>
      users === 1 ? `${tick(user)} is in no cohort` : `${tick(user)} and ${users - 1} more are in no cohort`,
    help: () => 'add them to a cohort, or declare one of everyone else: `{ name: Everyone else, rest: true }`',
  }),
  'PLAN-6': entry<UnknownArgs>({
    severity: 'error',
    title: 'an unknown name in a plan',
    message: ({ what, name }) => `unknown ${what} ${tick(name)}`,
    help: helpForUnknown,
  }),
  'PLAN-7': entry<{ readonly message: string; readonly help: string }>({
    severity: 'error',
    title: 'a gate that is not understood',
    message: ({ message }) => `the gate is not understood: ${message}`,
    help: ({ help }) => help,
  }),
  'PLAN-8': entry<NamedArgs>({
    severity: 'error',
    title: 'a stage that changes nothing',
    message: ({ name }) => `the stage ${tick(name)} changes nothing in the tenant`,
    help: () =>
      'state what it changes under `changes`, `adds`, `removes`, `settings`, `acts`, `registers`, `joins` or `leaves`',
  }),
  'PLAN-9': entry<{ readonly what: string } & NamedArgs>({
    severity: 'error',
    title: 'one name for two parts of a plan',
    message: ({ what, name }) => `two ${what} are named ${tick(name)}`,
    help: () => 'give each its own name',
  }),
  'PLAN-10': entry<{ readonly expires: string; readonly stage: string; readonly date: string }>({
    severity: 'error',
    title: 'an exception that ends before it begins',
    message: ({ expires, stage, date }) =>
      `it expires ${tick(expires)}, and its stage ${tick(stage)} begins ${tick(date)}`,
    help: () => 'correct the expiry, or the stage with which it begins',
  }),
  'PLAN-11': entry<NamedArgs>({
    severity: 'error',
    title: 'a stage without a time',
    message: ({ name }) => `the stage ${tick(name)} needs either a \`date\` or a \`when\``,
    help: () => 'give its date, or state what it waits for: it is then evaluated at every date until the next stage',
  }),
  'PLAN-12': entry<NamedArgs>({
    severity: 'error',
    title: 'a change of people who are not in the tenant file',
    message: ({ name }) => `the people of the cohort ${tick(name)} are in a file beside the tenant file`,
    help: () => 'change groups, policies or services under `changes`, or move these users into the tenant file',
  }),
  'PLAN-13': entry<NamedArgs>({
    severity: 'error',
    title: 'a cohort that is nobody',
    message: ({ name }) => `nobody is in the cohort ${tick(name)}`,
    help: () => 'name its `users`, a `group` with members, or `rest: true` where someone is left',
  }),
  'PLAN-14': entry<{ readonly name: string; readonly places: number }>({
    severity: 'error',
    title: 'an ambiguous change',
    message: ({ name, places }) => `${places} entries are named ${tick(name)}, so the change is ambiguous`,
    help: () => 'name one by its `id`',
  }),
  'PLAN-15': entry<NamedArgs>({
    severity: 'error',
    title: 'a stage for nobody',
    message: ({ name }) => `the stage ${tick(name)} changes people and names no cohort`,
    help: () => 'name the people under `cohorts`',
  }),
  'PLAN-16': entry<{ readonly message: string; readonly help: string }>({
    severity: 'error',
    title: 'a feature of a gate that is not understood',
    message: ({ message }) => `a gate is not understood: ${message}`,
    help: ({ help }) => (help === '' ? 'correct the feature; `authplan steps` lists all steps' : help),
  }),
  'PLAN-17': entry<NamedArgs>({
    severity: 'error',
    title: 'a registration besides methods that are not stated',
    message: ({ name }) => `the tenant file does not state the methods of ${tick(name)} at this point of the plan`,
    help: () =>
      'state `methods` of each user of the cohorts in the tenant file, `[]` for none, or all of them under `acts`',
  }),
  'PLAN-18': entry<{ readonly user: string; readonly users: number }>({
    severity: 'error',
    title: 'people of the source of a merge who do not move',
    sample: { user: 'ada@contoso.com', users: 3 },
    message: ({ user, users }) =>
      users === 1
        ? `${tick(user)} of the source tenant becomes nobody in the target`
        : `${tick(user)} and ${users - 1} more of the source tenant become nobody in the target`,
    help: () => 'add them to `people`, or to `leaving` where they do not move',
  }),
}
