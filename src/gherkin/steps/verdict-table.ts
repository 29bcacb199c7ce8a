import type { SessionVerdict, Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import { endingRule } from '../scenario/deciding-rule.ts'
import { decidingLeg, mismatch, questionsBehind, sessionWords, verdictWords } from '../scenario/expectation.ts'
import { compared } from '../scenario/ledger.ts'
import { problem } from '../scenario/problem.ts'
import { inEverySession, requiredLegs } from '../scenario/required-legs.ts'
import type { Rows } from '../scenario/rows.ts'
import type { Session } from '../scenario/session.ts'
import { readable } from '../scenario/words.ts'
import { play, type SignInWorld } from '../scenario/world.ts'
import {
  type LegColumn,
  legCell,
  legColumns,
  type SessionColumn,
  sessionCell,
  sessionColumns,
} from './cell-readings.ts'
import { readCell } from './parameter-types.ts'
import { nothing, readTable, type TableRow } from './tables.ts'

const subjectColumns = ['user', 'client', 'purpose', 'network', 'date'] as const

/**
 * Whether a cell asserts absence, or a deciding rule, that depends on a missing fact, in a row that does not expect
 * this.
 */
function isOpen(leg: Trace | undefined, kind: SessionVerdict['kind'], { cells }: TableRow, column: string): boolean {
  if (kind !== 'undetermined' || cells.has('verdict') || cells.has('missing')) return false
  return cells.get(column) === nothing || (column === 'rule' && leg !== undefined && endingRule(leg) === 'open')
}

/** Checks a table of sign-ins; reports all wrong rows at once. */
export function checkTable(world: SignInWorld, rows: Rows, must: SessionColumn): void {
  const table = readTable(rows, [...subjectColumns, ...sessionColumns], ['user', 'client', 'purpose', must])
  const failures = table.rows.flatMap((row) => rowFailures(world, row))
  const [first] = failures
  if (first === undefined) return
  const lines = failures.map(({ row, message }) => `row ${row}: ${message}`)
  throw problem([`${failures.length} of ${table.rows.length} rows are not true`, ...lines].join('\n'), first.session)
}

interface RowFailure {
  readonly row: number
  readonly message: string
  readonly session?: Session
}

function rowFailures(world: SignInWorld, row: TableRow): readonly RowFailure[] {
  const checked = sessionColumns.filter((column) => row.cells.has(column))
  if (checked.every((column) => row.cells.get(column) === nothing))
    throw problem(`row ${row.number} does not assert anything`)
  const sessions = sessionsOfRow(world, row)
  for (const session of sessions) {
    const wrong = checked.flatMap((column) => {
      const cell = sessionCell(world, session, column, row.cells.get(column) ?? '')
      const open = isOpen(decidingLeg(session), session.verdict.kind, row, column)
      return cell.holds && !open
        ? []
        : [{ column, words: `${column} ${open ? sessionWords(session.verdict) : cell.actual}, not ${cell.expected}` }]
    })
    compared(world.ledger)
    if (wrong.length === 0) continue
    // The rule of the credential is included unless only columns with their own rules are wrong.
    const behind = wrong.map(({ column }) => questionsBehind[column])
    const questions = behind.flatMap((own) => (behind.includes(undefined) ? [] : (own ?? [])))
    const { message } = mismatch(`row ${row.number}`, sessionWords(session.verdict), session, undefined, questions)
    const words = wrong.map((one) => one.words).join('; ')
    return [{ row: row.number, message: `${words}\n${indented(message)}`, session }]
  }
  return []
}

const indented = (text: string): string =>
  text
    .split('\n')
    .slice(1)
    .map((line) => `  ${line}`)
    .join('\n')

function sessionsOfRow(world: SignInWorld, { cells }: TableRow): readonly Session[] {
  const cell = (name: string): string => cells.get(name) ?? ''
  const stated = (name: string): boolean => cells.has(name) && cell(name) !== nothing
  const network = stated('network') ? { network: readCell('network', cell('network'), world) } : {}
  const subject = {
    user: readCell('user', cell('user'), world),
    client: readCell('client', cell('client'), world),
    purpose: readCell('purpose', cell('purpose'), world),
    ...network,
  }
  const sessions = play(world, subject, stated('date') ? readCell('date', cell('date'), world) : undefined)
  world.recorder?.sessions(sessions)
  return sessions
}

/** Checks the legs of the scenario's sign-in, in order. */
export function checkLegTable(world: SignInWorld, rows: Rows): void {
  const table = readTable(rows, ['leg', ...legColumns], ['leg'], 'in order')
  inEverySession(world, (session) => {
    const expected = table.rows.map(({ cells }) => readCell('leg', cells.get('leg') ?? '', world))
    const actual = session.traces.map(({ request }) => request.leg)
    if (expected.join() !== actual.join())
      throw mismatch(
        `the legs ${expected.map(readable).join(', ')}`,
        `the legs ${actual.map(readable).join(', ')}`,
        session,
      )
    table.rows.forEach((row, index) => {
      const trace = session.traces[index]
      if (trace !== undefined) checkLegRow(world, session, trace, row)
    })
  })
}

function checkLegRow(world: SignInWorld, session: Session, trace: Trace, row: TableRow): void {
  for (const [column, text] of row.cells) {
    if (column === 'leg') continue
    // The table reader rejects any other column.
    const cell = legCell(world, trace, column as LegColumn, text)
    if (cell.holds && !isOpen(trace, verdictOf(trace).kind, row, column)) continue
    const what = `row ${row.number}: ${column} of the ${readable(trace.request.leg)} leg is ${cell.expected}`
    throw mismatch(what, `${cell.actual}: ${verdictWords(verdictOf(trace))}`, session, trace, questionsBehind[column])
  }
}

/** Whether a session accepts its user on every required leg. */
export function works(session: Session): boolean {
  return requiredLegs(session).every((leg) => verdictOf(leg).kind === 'signs-in')
}
