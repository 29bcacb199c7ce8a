import { diff } from '../../analysis/compare/diff.ts'
import { timeline } from '../../analysis/compare/timeline.ts'
import { matrixOf } from '../../analysis/matrix/matrix.ts'
import { type Plan, planOf } from '../../analysis/matrix/plan.ts'
import { type Population, populationOf } from '../../analysis/population/population.ts'
import type { Cause, Difference, Group } from '../../analysis/population/results.ts'
import { countBy, lookAt, mightMeet, type QueryKey, readConditions, readKey } from '../../analysis/query.ts'
import { requiredDistinctions } from '../../analysis/told-apart.ts'
import type { Loaded } from '../../source/diagnostics/diagnostic.ts'
import { renderShown } from '../../source/diagnostics/shown-diagnostics.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { compared } from '../scenario/ledger.ts'
import { problem } from '../scenario/problem.ts'
import { understood } from '../scenario/read-claim.ts'
import type { Rows } from '../scenario/rows.ts'
import { instantOf, type SignInWorld, tenantOf } from '../scenario/world.ts'
import { type StepDefinition, tableStep } from './definition.ts'
import { readTable, type TableRow } from './tables.ts'

function planIn(world: SignInWorld, changes: readonly string[], at: Instant): Plan {
  tenantOf(world)
  const { source, reader } = world.tenants.source(world.file ?? '', changes)
  return sound(planOf(source, reader, at))
}

function sound<T>(loaded: Loaded<T>): T {
  if (loaded.ok) return loaded.value
  throw problem(`the tenant architecture has errors\n${renderShown(loaded.diagnostics)}`)
}

const readerOf = (world: SignInWorld) => world.tenants.source(world.file ?? '', world.changes).reader

function differenceWords(difference: Difference): string {
  switch (difference.kind) {
    case 'file':
      return difference.path
    case 'vendor':
      return difference.statement
    case 'event':
      return `${difference.type} ${difference.about}`.trim()
    case 'named-files':
      return 'files named by the architecture'
    case 'elapsed':
      return 'time passes'
  }
}

/** The differences of a cause, in words; those that only work together are joined. */
const causeWords = ({ differences }: Cause): string => differences.map(differenceWords).join(' and ')

const says = (text: string, wanted: string | undefined): boolean =>
  wanted === undefined || text.toLowerCase() === wanted.toLowerCase()

/** The network and signals of the sign-ins in this scenario. */
const filterOf = ({ network, signals }: SignInWorld) => ({ ...(network !== undefined && { network }), signals })

interface Found {
  readonly words: string
  readonly fits: (row: TableRow) => boolean
}

/** Each row names one result, and there are no other results. */
function exactly(world: SignInWorld, what: string, found: readonly Found[], rows: readonly TableRow[]): void {
  const left = [...found]
  const idle = rows.filter((row) => {
    const at = left.findIndex((one) => one.fits(row))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  const surprising = left
  compared(world.ledger, rows.length)
  if (idle.length === 0 && surprising.length === 0) return
  const all = found.length === 0 ? ['nothing'] : found.map(({ words }) => words)
  const lines = [
    ...idle.map((row) => `row ${row.number} names something that does not exist or that an earlier row names`),
    ...surprising.map(({ words }) => `not in any row: ${words}`),
    `${what}:`,
    ...all.map((words) => `  ${words}`),
  ]
  throw problem(lines.join('\n'))
}

const counts = (row: TableRow, column: string, count: number): boolean => {
  const text = row.cells.get(column)
  return text === undefined || text === String(count)
}

function byCauses(world: SignInWorld, rows: Rows): void {
  const { rows: wanted } = readTable(rows, ['difference', 'users', 'sign-ins'], ['difference'])
  const at = instantOf(world)
  const options = { reader: readerOf(world), filter: filterOf(world) }
  const { causes } = sound(diff(planIn(world, [], at), planIn(world, world.changes, at), options))
  const found = causes.map((cause): Found => {
    const words = causeWords(cause)
    const { users, changes } = cause
    return {
      words: `${words}: ${users} users, ${changes.length} sign-ins`,
      fits: (row) =>
        says(words, row.cells.get('difference')) &&
        counts(row, 'users', users) &&
        counts(row, 'sign-ins', changes.length),
    }
  })
  exactly(world, 'verdicts change because of', found, wanted)
}

function onDates(world: SignInWorld, from: Instant, to: Instant, rows: Rows): void {
  const { rows: wanted } = readTable(rows, ['date', 'because', 'users'], ['date', 'because'])
  const plan = planIn(world, world.changes, from)
  const { moments } = sound(timeline(plan, { from, to, reader: readerOf(world), filter: filterOf(world) }))
  const found = moments.flatMap(({ at, causes }) =>
    causes.map((cause): Found => {
      const [date, words] = [formatInstant(at), causeWords(cause)]
      return {
        words: `${date}: ${words}: ${cause.users} users`,
        fits: (row) =>
          row.cells.get('date') === date && says(words, row.cells.get('because')) && counts(row, 'users', cause.users),
      }
    }),
  )
  exactly(world, `verdicts change between ${formatInstant(from)} and ${formatInstant(to)}`, found, wanted)
}

/** All users of the scenario, in classes that distinguish whatever the conditions and the key read. */
function populationFor(world: SignInWorld, where: readonly string[], by: QueryKey): Population {
  const tenant = tenantOf(world)
  const declared = sound(world.tenants.declared(world.file ?? '', world.changes))
  return sound(populationOf(declared, readerOf(world), requiredDistinctions({ tenant }, { where, by: [by] })))
}

function counted(world: SignInWorld, query: string, key: string, rows: Rows): void {
  const by = understood(readKey(key))
  const { rows: wanted } = readTable(rows, [by, 'users', 'sign-ins'], [by])
  const texts = query.split(/\s+and\s+/)
  const population = populationFor(world, texts, by)
  const { tenant } = population
  const played = matrixOf(population, { ...filterOf(world), at: instantOf(world) })
  if (played.cells.length === 0) throw problem('there is no sign-in to count, so the step does not assert anything')
  const look = lookAt(population)
  const signIns = played.cells.map(look)
  const conditions = understood(readConditions({ tenant }, texts, signIns))
  const open = played.cells.filter(mightMeet(conditions, look))
  if (open.length > 0)
    throw problem(`${open.length} more sign-ins may be counted: whether they match depends on a missing fact`)
  const { groups } = countBy(played.cells, played.classes, [by], conditions, look)
  const found = groups.map(({ values: [value = ''], users, signIns }: Group): Found => {
    return {
      words: `${value}: ${users} users, ${signIns} sign-ins`,
      fits: (row) => row.cells.get(by) === value && counts(row, 'users', users) && counts(row, 'sign-ins', signIns),
    }
  })
  exactly(world, `sign-ins with ${query} by ${by}`, found, wanted)
}

/** Assertions on queries over many sign-ins: counts, causes of changes, and dates. */
export const thenQuestions: readonly StepDefinition[] = [
  tableStep(
    'Then',
    'sign-ins with {string} counted by {string} are:',
    {
      says: 'exactly these groups, as counted by `simulate --where ... --group-by`; columns: the key, users, sign-ins',
      example:
        'Then sign-ins with "credential=app-password" counted by "client" are:\n  | client       | users |\n  | outlook-2010 | 2     |',
    },
    counted,
  ),
  tableStep(
    'Then',
    'compared with the unchanged tenant architecture, verdicts change because of:',
    {
      says: 'exactly these differences, as reported by `authplan diff`; columns: difference, users, sign-ins',
      example:
        'Then compared with the unchanged tenant architecture, verdicts change because of:\n  | difference                             | users |\n  | multifactorAuthentication.appPasswords | 1     |',
    },
    byCauses,
  ),
  tableStep(
    'Then',
    'between {date} and {date} verdicts change on these dates:',
    {
      says: 'exactly these dates of `authplan timeline`; columns: date, because, users',
      example:
        'Then between 2022-12-01 and 2023-02-01 verdicts change on these dates:\n  | date       | because                         |\n  | 2023-01-01 | Basic authentication is off in every tenant, except for SMTP AUTH |',
    },
    onDates,
  ),
]
