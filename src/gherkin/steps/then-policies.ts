import type { Trace } from '../../trace/step.ts'
import type { PolicyOutcome } from '../../vocabulary/policies.ts'
import { mismatch } from '../scenario/expectation.ts'
import { policyNamed } from '../scenario/find-names.ts'
import { problem } from '../scenario/problem.ts'
import { inEverySession, requiredLegs } from '../scenario/required-legs.ts'
import type { Rows } from '../scenario/rows.ts'
import type { Session } from '../scenario/session.ts'
import { plainWords } from '../scenario/words.ts'
import { type SignInWorld, tenantOf } from '../scenario/world.ts'
import { type StepDefinition, step, tableStep } from './definition.ts'
import { nothing, readTable } from './tables.ts'

const columns = ['policy', 'effect', 'rule', 'result', 'missing', 'via'] as const
type Column = (typeof columns)[number]
const effects = ['applies', 'report-only', 'signal-dependent'] as const

type TakenPart = Readonly<Record<Column, string>>

function cellsOf({ policy, effect, result, missing, via }: PolicyOutcome, rule: string): TakenPart {
  const service = via === undefined ? 'none' : `${via.service}, ${via.binding}`
  return { policy, effect, rule, result, missing: (missing ?? ['none']).join(', '), via: service }
}

/** The policies that take part on a leg, in file order. */
export function takenPart({ steps }: Trace): readonly TakenPart[] {
  return steps.flatMap((step) => (step.kind === 'policy' ? [cellsOf(step.outcome, step.rule)] : []))
}

function policiesTakePart(world: SignInWorld, rows: Rows): void {
  const table = readTable(rows, columns, ['policy'], 'in order')
  const wanted = table.rows.map(({ cells }) => ({ ...Object.fromEntries(cells), ...namesIn(world, cells) }))
  const shown = wanted.map((row) => columns.flatMap((column) => row[column] ?? []).join(' | '))
  inEverySession(world, (session) => {
    for (const leg of requiredLegs(session)) {
      const actual = takenPart(leg)
      const told = actual.map((row) =>
        columns.flatMap((column) => (table.columns.includes(column) ? row[column] : [])).join(' | '),
      )
      const fits = wanted.every((row, index) => columns.every((column) => agrees(row[column], actual[index]?.[column])))
      if (fits && actual.length === wanted.length) continue
      const found = told.length === 0 ? 'no policy takes part' : told.join('; ')
      throw mismatch(`these policies take part: ${shown.join('; ')}`, found, session, leg)
    }
  })
}

const agrees = (wanted: string | undefined, actual: string | undefined): boolean =>
  wanted === undefined || (wanted === nothing ? 'none' : wanted) === actual

/** Names and effects of a row as in the trace; rejects unknown ones. */
function namesIn(world: SignInWorld, cells: ReadonlyMap<string, string>): Partial<Record<Column, string>> {
  const policy = policyNamed(tenantOf(world), cells.get('policy') ?? '')
  const text = cells.get('effect')
  if (text === undefined || text === nothing) return { policy }
  const effect = effects.find((one) => plainWords(one) === plainWords(text))
  if (effect === undefined) throw problem(`unknown effect \`${text}\`\n  known: ${effects.join(', ')}`)
  return { policy, effect }
}

/** Whether a policy takes part on a required leg; undefined if it depends on a missing signal. */
export function somePolicy(session: Session): boolean | undefined {
  const found = requiredLegs(session).flatMap((leg) => takenPart(leg))
  if (found.some(({ effect }) => effect !== 'signal-dependent')) return true
  return found.length === 0 ? false : undefined
}

function noPolicy(session: Session): void {
  for (const leg of requiredLegs(session)) {
    const [first] = takenPart(leg)
    if (first !== undefined)
      throw mismatch('no policy takes part', `${first.policy} does: ${first.effect}`, session, leg)
  }
}

/** Assertions on individual Conditional Access policies. */
export const thenPolicies: readonly StepDefinition[] = [
  tableStep(
    'Then',
    'these policies take part:',
    {
      says: 'on every required leg exactly these policies apply, are report-only or depend on a signal, in the order of the file; columns: policy; optional: effect, rule, result, missing, via',
      example:
        'Then these policies take part:\n  | policy                      | effect  | rule |\n  | Block legacy authentication | applies | CA-2 |',
    },
    policiesTakePart,
  ),
  step(
    'Then',
    'no policy takes part',
    {
      says: 'no policy applies, is report-only or depends on a signal on any required leg',
      example: 'Then no policy takes part',
    },
    (world) => inEverySession(world, noPolicy),
  ),
]
