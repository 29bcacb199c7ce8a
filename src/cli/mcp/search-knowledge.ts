import { tableNames } from '../../catalog/index.ts'
import { jsonText } from '../../report/json/json.ts'
import type { JsonObject } from '../../report/json/json-value.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import { usageProblem } from '../usage.ts'
import type { Tool } from './tools.ts'

/** Looks through rules and facts; it is answered by several commands, so it has no command line of its own. */
export const searchTool: Omit<Tool, 'command'> = {
  name: 'search',
  description:
    'Rules and facts about the vendor that contain all words of a query, each with the page that says so and the date on which it was read.',
  arguments: {
    query: { type: 'string', description: 'Words that must all occur, such as "smtp auth retirement".', as: 'word' },
  },
  required: ['query'],
}

const mostHits = 25

/** Runs a command line of the program and ends with its JSON. */
type Ask = (argv: readonly string[]) => Promise<unknown>

interface Entry {
  readonly in: string
  readonly row: JsonObject
}

const rowsIn = (answer: unknown, key: string): readonly JsonObject[] => {
  const rows = isMapping(answer) ? answer[key] : undefined
  // What the program printed as JSON is JSON.
  return Array.isArray(rows) ? (rows.filter(isMapping) as readonly JsonObject[]) : []
}

async function entriesOf(ask: Ask): Promise<readonly Entry[]> {
  const rules = rowsIn(await ask(['rules', '--format=json']), 'rules')
  const entries: Entry[] = rules.map(({ examples: _, ...row }) => ({ in: 'rules', row }))
  for (const name of tableNames)
    for (const row of rowsIn(await ask(['catalog', name, '--format=json']), 'rows')) entries.push({ in: name, row })
  return entries
}

function wordsOf(given: unknown): readonly string[] {
  const query = isMapping(given) ? given['query'] : undefined
  const words = typeof query === 'string' ? query.toLowerCase().split(/\s+/).filter(Boolean) : []
  if (words.length === 0) throw usageProblem('the tool search needs the argument `query`', 'write one word or several')
  return words
}

/** The entries with all words, those whose statement has them first. */
export async function searchAnswer(given: unknown, ask: Ask): Promise<string> {
  const words = wordsOf(given)
  const hasAll = (text: string): boolean => words.every((word) => text.includes(word))
  const found = (await entriesOf(ask)).filter(({ row }) => hasAll(JSON.stringify(row).toLowerCase()))
  const inStatement = ({ row }: Entry): boolean => hasAll(String(row['statement'] ?? row['name'] ?? '').toLowerCase())
  const sorted = [...found.filter(inStatement), ...found.filter((entry) => !inStatement(entry))]
  return jsonText({
    found: found.length,
    shown: Math.min(found.length, mostHits),
    entries: sorted.slice(0, mostHits).map(({ in: table, row }) => ({ in: table, ...row })),
  })
}
