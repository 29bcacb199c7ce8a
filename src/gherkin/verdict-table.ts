import type { Trace } from '../trace/step.ts'
import { promptCount, verdictOf } from '../trace/verdict.ts'
import type { Rows } from './definition.ts'
import { decidingLeg, mismatch, sessionWords, verdictWords } from './expectation.ts'
import { readCell } from './parameter-types.ts'
import { problem } from './problem.ts'
import { inEverySession, requiredCredential, requiredLegs } from './required-legs.ts'
import { readTable, type TableRow } from './tables.ts'
import { plainWords, readable } from './words.ts'
import { play, type Session, type SignInWorld } from './world.ts'

const subjectColumns = ['user', 'client', 'purpose', 'network', 'date'] as const
const sessionColumns = [
  'credential',
  'verdict',
  'verifier',
  'second factor',
  'second factor by',
  'rule',
  'error',
  'stage',
  'flow',
  'missing',
  'prompts',
] as const

type SessionColumn = (typeof sessionColumns)[number]

/** What a cell says, and what was found, in the same words. */
interface Cell {
  readonly expected: string
  readonly actual: string
}

/** Checks a table of sign-ins; all rows that do not hold are shown at once. */
export function checkTable(world: SignInWorld, rows: Rows, must: SessionColumn): void {
  const table = readTable(rows, [...subjectColumns, ...sessionColumns], ['user', 'client', 'purpose', must])
  const failures = table.rows.flatMap((row) => rowFailures(world, row))
  const [first] = failures
  if (first === undefined) return
  const lines = failures.map(({ row, message }) => `row ${row}: ${message}`)
  throw problem([`${failures.length} of ${table.rows.length} rows do not hold`, ...lines].join('\n'), first.session)
}

interface RowFailure {
  readonly row: number
  readonly message: string
  readonly session?: Session
}

function rowFailures(world: SignInWorld, row: TableRow): readonly RowFailure[] {
  const checked = sessionColumns.filter((column) => row.cells.has(column))
  if (checked.length === 0) throw problem(`row ${row.number} asserts nothing`)
  const sessions = sessionsOfRow(world, row)
  for (const session of sessions) {
    const wrong = checked.flatMap((column) => {
      const cell = sessionCell(world, session, column, row.cells.get(column) ?? '')
      return cell.expected === cell.actual ? [] : [`${column} ${cell.actual}, not ${cell.expected}`]
    })
    if (wrong.length === 0) continue
    const { message } = mismatch(`row ${row.number}`, sessionWords(session.verdict), session)
    return [{ row: row.number, message: `${wrong.join('; ')}\n${indented(message)}`, session }]
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
  const network = cells.has('network') ? { network: readCell('network', cell('network'), world) } : {}
  const subject = {
    user: readCell('user', cell('user'), world),
    client: readCell('client', cell('client'), world),
    purpose: readCell('purpose', cell('purpose'), world),
    ...network,
  }
  const sessions = play(world, subject, cells.has('date') ? readCell('date', cell('date'), world) : undefined)
  world.recorder?.sessions(sessions)
  return sessions
}

function sessionCell(world: SignInWorld, session: Session, column: SessionColumn, text: string): Cell {
  const leg = decidingLeg(session)
  const verdict = leg === undefined ? undefined : verdictOf(leg)
  const of = (value: string | null | undefined): string => value ?? 'none'
  switch (column) {
    case 'credential':
      return {
        expected: readCell('credential', text, world),
        actual: requiredCredential(session) ?? sessionWords(session.verdict),
      }
    case 'verdict':
      return { expected: readCell('verdict', text, world), actual: session.verdict.kind }
    case 'verifier':
      return {
        expected: readCell('verifier', text, world),
        actual: of(verdict !== undefined && 'verifier' in verdict ? verdict.verifier : undefined),
      }
    case 'second factor':
      return {
        expected: readCell('second factor', text, world),
        actual: of(verdict?.kind === 'signs-in' ? verdict.secondFactor : undefined),
      }
    case 'rule':
      return { expected: readCell('rule', text, world), actual: of(verdict === undefined ? undefined : verdict.rule) }
    case 'error':
      return { expected: text, actual: of(verdict !== undefined && 'error' in verdict ? verdict.error : undefined) }
    case 'second factor by':
      return {
        expected: readCell('second factor provider', text, world),
        actual: of(verdict?.kind === 'signs-in' ? verdict.secondFactorBy : undefined),
      }
    case 'stage':
      return {
        expected: plainWords(text).replaceAll(' ', '-'),
        actual: of(verdict !== undefined && 'stage' in verdict ? verdict.stage : undefined),
      }
    case 'flow':
      return { expected: readCell('flow', text, world), actual: of(leg?.authentication?.used) }
    case 'missing':
      return {
        expected: text,
        actual: session.verdict.kind === 'undetermined' ? session.verdict.missing.join(', ') : session.verdict.kind,
      }
    case 'prompts':
      return { expected: text, actual: String(promptCount(session.traces)) }
  }
}

const legColumns = [
  'leg',
  'credential',
  'verdict',
  'verifier',
  'second factor',
  'rule',
  'error',
  'relying party',
  'flow',
] as const

type LegColumn = Exclude<(typeof legColumns)[number], 'leg'>

/** Checks the legs of the sign-in that the scenario describes, their order included. */
export function checkLegTable(world: SignInWorld, rows: Rows): void {
  const table = readTable(rows, legColumns, ['leg'])
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
    // The reader of the table lets no other column through.
    const cell = legCell(world, trace, column as LegColumn, text)
    if (cell.expected === cell.actual) continue
    const what = `row ${row.number}: ${column} of the ${readable(trace.request.leg)} leg is ${cell.expected}`
    throw mismatch(what, `${cell.actual}: ${verdictWords(verdictOf(trace))}`, session, trace)
  }
}

function legCell(world: SignInWorld, trace: Trace, column: LegColumn, text: string): Cell {
  const verdict = verdictOf(trace)
  const of = (value: string | undefined | null): string => value ?? 'none'
  switch (column) {
    case 'credential':
      return {
        expected: readCell('credential', text, world),
        actual: of('credential' in verdict ? verdict.credential : verdict.kind),
      }
    case 'verdict':
      return { expected: readCell('verdict', text, world), actual: verdict.kind }
    case 'verifier':
      return {
        expected: readCell('verifier', text, world),
        actual: of('verifier' in verdict ? verdict.verifier : undefined),
      }
    case 'second factor':
      return {
        expected: readCell('second factor', text, world),
        actual: of(verdict.kind === 'signs-in' ? verdict.secondFactor : undefined),
      }
    case 'rule':
      return { expected: readCell('rule', text, world), actual: of(verdict.rule) }
    case 'error':
      return { expected: text, actual: of('error' in verdict ? verdict.error : undefined) }
    case 'relying party':
      return { expected: readCell('workload', text, world), actual: trace.request.relyingParty }
    case 'flow':
      return { expected: readCell('flow', text, world), actual: of(trace.authentication?.used) }
  }
}

/** Whether a session lets its user in on every required leg. */
export function works(session: Session): boolean {
  return requiredLegs(session).every((leg) => verdictOf(leg).kind === 'signs-in')
}
