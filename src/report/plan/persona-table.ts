import type { PersonaMatrix, PersonaOutcome, PersonaRow } from '../../plan/persona-result.ts'
import type { PlanResult } from '../../plan/result.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { counted } from '../../vocabulary/counted.ts'
import { csvText } from '../tables/csv.ts'
import { type Block, heading, list, paragraph } from '../text/blocks.ts'
import { purposeName } from '../text/change-words.ts'
import { everyone } from './affected.ts'
import { outcomeWords } from './outcome-words.ts'

/** Sign-ins of a cohort with the same outcomes at every point. */
interface Row {
  readonly persona: string
  readonly client: string
  readonly purposes: readonly string[]
  readonly networks: readonly string[]
  readonly cells: readonly string[]
}

/** The outcomes of one cell, those with the same words together; a number of users only where they differ. */
function cellWords(outcomes: readonly PersonaOutcome[]): string {
  const users = new Map<string, number>()
  for (const { reading, policiesOfFirst, users: some } of outcomes) {
    const words = outcomeWords(reading, policiesOfFirst)
    users.set(words, (users.get(words) ?? 0) + some)
  }
  if (users.size === 0) return 'nobody'
  const all = [...users]
  return all.length === 1
    ? (all[0]?.[0] ?? '')
    : all.map(([words, some]) => `${counted(some, 'user')}: ${words}`).join('; ')
}

/** Merges rows with the same cells, first over the purposes of a network, then over networks. */
function mergedRows({ rows }: PersonaMatrix): readonly Row[] {
  const merge = (all: readonly Row[], key: (row: Row) => unknown): readonly Row[] => {
    const found = new Map<string, Row>()
    for (const row of all) {
      const text = JSON.stringify([row.persona, row.client, row.cells, key(row)])
      const known = found.get(text)
      const purposes = [...new Set([...(known?.purposes ?? []), ...row.purposes])]
      const networks = [...new Set([...(known?.networks ?? []), ...row.networks])]
      found.set(text, { ...row, purposes, networks })
    }
    return [...found.values()]
  }
  const worded = rows.map(
    ({ persona = everyone, client, purpose, network, cells }: PersonaRow): Row => ({
      persona,
      client,
      purposes: [purposeName(purpose)],
      networks: [network],
      cells: cells.map(cellWords),
    }),
  )
  return merge(
    merge(worded, ({ networks }) => networks),
    ({ purposes }) => purposes,
  )
}

/** What a point is called: the stage that begins there, or the date on which something changes in it. */
function pointNames({ stages }: PlanResult, { points }: PersonaMatrix): readonly string[] {
  return points.map(({ stage, at }, place) => {
    if (points[place - 1]?.stage === stage)
      return `${formatInstant(at)} (${stage === 0 ? 'before stage 1' : `stage ${stage}`})`
    return stage === 0 ? 'at the start' : `${stage}. ${stages[stage]?.name ?? ''}`
  })
}

/** Repeats nothing: what a point leaves as it was says so. */
const asBefore = (cells: readonly string[]): readonly string[] =>
  cells.map((cell, place) => (place > 0 && cell === cells[place - 1] ? 'as before' : cell))

/** What each cohort presents at each point, as tables. */
export function personaBlocks(result: PlanResult, level: 1 | 2 = 1): readonly Block[] {
  const { details } = result
  if (details === undefined) return []
  const rows = mergedRows(details.matrix)
  const headings = ['client', 'purpose', 'from', ...pointNames(result, details.matrix)]
  const personas = [...new Set(rows.map(({ persona }) => persona))]
  const still = (row: Row): boolean => row.cells.every((cell) => cell === row.cells[0])
  return [
    heading(
      level,
      level === 1 ? `${result.plan}: what each cohort presents` : 'What each cohort presents, stage by stage',
    ),
    ...personas.flatMap((persona): readonly Block[] => {
      const own = rows.filter((row) => row.persona === persona)
      const moving = own.filter((row) => !still(row))
      const table: Block = {
        kind: 'table',
        headings,
        rows: moving.map(({ client, purposes, networks, cells }) => [
          result.clientNames[client] ?? client,
          purposes.join(', '),
          networks.join(', '),
          ...asBefore(cells),
        ]),
      }
      return [
        heading(level === 1 ? 2 : 3, persona),
        ...(moving.length === 0 ? [] : [table]),
        ...unchanged(result, own.filter(still), moving.length > 0),
      ]
    }),
  ]
}

/** What stays as it is at every point. */
function unchanged({ clientNames }: PlanResult, rows: readonly Row[], others: boolean): readonly Block[] {
  if (rows.length === 0) return []
  return [
    paragraph(others ? 'Unchanged throughout:' : 'Nothing changes for this cohort:'),
    list(
      rows.map(
        ({ client, purposes, networks, cells }) =>
          `${clientNames[client] ?? client}, ${purposes.join(', ')}, from ${networks.join(', ')}: ${cells[0] ?? ''}`,
      ),
      '',
    ),
  ]
}

/** The same with one line for each sign-in of a cohort at each point. */
export function personaCsv(result: PlanResult): string {
  const { details } = result
  if (details === undefined) return ''
  const { points, rows } = details.matrix
  const lines = rows.flatMap(({ persona = everyone, client, purpose, network, cells }) =>
    cells.flatMap((outcomes, place) => {
      const point = points[place]
      return outcomes.map(({ users, reading, policiesOfFirst }) => [
        persona,
        String(point?.stage ?? 0),
        result.stages[point?.stage ?? 0]?.name ?? '',
        formatInstant(point?.at ?? 0),
        client,
        purpose,
        network,
        String(users),
        reading?.verdict.kind ?? 'none',
        outcomeWords(reading, policiesOfFirst),
      ])
    }),
  )
  const head = ['cohort', 'stage', 'name', 'at', 'client', 'purpose', 'network', 'users', 'verdict', 'outcome']
  return csvText([head, ...lines])
}
