import type { Trace } from '../../trace/step.ts'
import type { LegName } from '../../vocabulary/requests.ts'
import { mismatch } from '../scenario/expectation.ts'
import { inEverySession, legOf } from '../scenario/required-legs.ts'
import type { Rows } from '../scenario/rows.ts'
import type { Session } from '../scenario/session.ts'
import { readable } from '../scenario/words.ts'
import type { SignInWorld } from '../scenario/world.ts'
import { type StepDefinition, step, tableStep } from './definition.ts'
import { nothing, readTable } from './tables.ts'

const columns = ['method', 'host', 'hosting', 'basis'] as const

/** Compares the endpoint lookups in order; omitted columns are not compared. */
function triesEndpoints(world: SignInWorld, name: LegName, rows: Rows): void {
  const table = readTable(rows, columns, ['method'], 'in order')
  const said = columns.filter((column) => table.columns.includes(column))
  const wanted = table.rows.map(({ cells }) =>
    said.map((column) => cells.get(column)?.replace(/^none$/, nothing)).join(' '),
  )
  inEverySession(world, (session) => {
    const leg = legOf(session, name)
    const actual = (leg.request.candidates ?? []).map((candidate) =>
      said.map((column) => candidate[column] ?? nothing).join(' '),
    )
    if (wanted.join('\n') === actual.join('\n')) return
    throw mismatch(`the endpoints ${wanted.join(', ')}`, `the endpoints ${triedBy(leg).join(', ')}`, session, leg)
  })
}

function triedBy(leg: Trace): readonly string[] {
  return (leg.request.candidates ?? []).map(({ method, host }) => (host === undefined ? method : `${method} ${host}`))
}

function findsEndpoint(session: Session, name: LegName, method: string): void {
  const leg = legOf(session, name)
  const found = leg.request.endpoint?.method ?? 'none'
  if (found !== method) throw mismatch(`the ${readable(name)} endpoint found by ${method}`, `by ${found}`, session, leg)
}

/** Assertions on how a client finds its endpoints. */
export const thenEndpoints: readonly StepDefinition[] = [
  tableStep(
    'Then',
    'the {leg} leg looks for its endpoint in this order:',
    {
      says: 'every endpoint tried, by its id in `authplan catalog autodiscover`; columns: method; optional: host, hosting, basis',
      example:
        'Then the on-premises autodiscover leg looks for its endpoint in this order:\n  | method                 | hosting     |\n  | outlook-autodiscover-host | on-premises |',
    },
    triesEndpoints,
  ),
  step(
    'Then',
    'the {leg} leg finds its endpoint by {string}',
    {
      says: 'the first endpoint that responds, by its id in `authplan catalog autodiscover`',
      example: 'Then the cloud autodiscover leg finds its endpoint by "outlook-2016-office-365-first"',
    },
    (world, leg, method) => inEverySession(world, (session) => findsEndpoint(session, leg, method)),
  ),
]
