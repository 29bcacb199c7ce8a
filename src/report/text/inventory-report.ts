import type { ClientInUse, Inventory } from '../../replay/inventory/inventory.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { counted } from '../../vocabulary/counted.ts'
import { formatVersion } from '../json/json.ts'
import type { JsonObject } from '../json/json-value.ts'
import { renderAligned } from '../tables/aligned-table.ts'
import { csvText } from '../tables/csv.ts'
import { plainReport, type ReportPaint } from '../tables/report-paint.ts'
import { type Block, blocksHtml, blocksMarkdown, heading, list, paragraph, strong } from './blocks.ts'
import { indentedLine } from './change-words.ts'
import { type ReadLogs, readLines } from './replay-report.ts'
import { peopleWords } from './replayed-plan-report.ts'

/** The client inventory of a log, for every format. */
export interface InventoryReport {
  readonly tenant: string
  readonly file: string
  readonly logs: ReadLogs
  readonly inventory: Inventory
  /** The statement of a rule, by id. */
  readonly statementOf: (rule: string) => string | undefined
  /** The people who signed in, if requested. */
  readonly people?: readonly string[]
}

const day = (at: number): string => formatInstant(at).slice(0, 10)

const clientWords = ({ catalog }: ClientInUse): string =>
  catalog.length > 3 ? `${catalog.length} possible` : catalog.join(' or ')

const vendorWords = ({ ends }: ClientInUse): string =>
  ends === undefined ? '' : `blocked from ${day(ends.at)} (${ends.rule})`

const headings = [
  'Log',
  'Application',
  'Client',
  'Spoke',
  'Platform',
  'Authentication',
  'Sign-ins',
  'People',
  'Last',
  'Vendor',
]

const cellsOf = (one: ClientInUse): readonly string[] => [
  one.server ?? 'Microsoft Entra ID',
  one.application || one.applicationId,
  clientWords(one),
  one.spoke,
  one.platform,
  one.authentication,
  `${one.signIns}`,
  `${one.people.most === undefined ? '' : 'at least '}${one.people.people}`,
  day(one.last),
  vendorWords(one),
]

/** The name of the log is told where there is more than one kind. */
function tableOf({
  inventory: { clients },
}: InventoryReport): readonly [readonly string[], readonly (readonly string[])[]] {
  const rows = clients.map(cellsOf)
  const from = clients.some(({ server }) => server !== undefined) ? 0 : 1
  return [headings.slice(from), rows.map((row) => row.slice(from))]
}

/** Rules that end client sign-ins, without duplicates, with their statements. */
function endings({ inventory, statementOf }: InventoryReport): readonly string[] {
  const rules = new Set(inventory.clients.flatMap(({ ends }) => (ends === undefined ? [] : [ends.rule])))
  return [...rules].sort().map((rule) => `${rule}: ${statementOf(rule) ?? ''}`)
}

function summary({ inventory: { clients } }: InventoryReport): string {
  if (clients.length === 0) return 'the logs show no client'
  const old = clients.filter(({ authentication }) =>
    ['basic', 'password grant', 'device code'].includes(authentication),
  )
  const signIns = old.reduce((sum, one) => sum + one.signIns, 0)
  const used = `${counted(clients.length, 'client')} in use`
  if (old.length === 0) return `${used}; none sends a password itself or uses a device code`
  return `${used}; ${old.length} of them, with ${counted(signIns, 'sign-in')}, on basic authentication, a password grant or a device code`
}

/** The clients in a log, for a terminal. */
export function renderInventoryText(report: InventoryReport, paint: ReportPaint = plainReport): string {
  const { tenant, file, logs } = report
  const lines = [indentedLine(`${tenant} (${file})`), ...readLines(logs), '', paint.strong(summary(report)), '']
  const [columns, rows] = tableOf(report)
  const table = rows.length === 0 ? '' : renderAligned({ headings: columns, rows })
  const notes = endings(report).map(indentedLine)
  return `${lines.join('\n')}\n${table}${notes.length === 0 ? '' : `\n${notes.join('\n')}\n`}`
}

function blocksOf(report: InventoryReport): readonly Block[] {
  const notes = endings(report)
  const [columns, rows] = tableOf(report)
  return [
    heading(1, title),
    ...readLines(report.logs).map(paragraph),
    strong(summary(report)),
    { kind: 'table', headings: columns, rows },
    ...(notes.length === 0 ? [] : [list(notes, '')]),
  ]
}

const title = 'Clients in use'

/** The same as Markdown. */
export const renderInventoryMarkdown = (report: InventoryReport): string => blocksMarkdown(blocksOf(report))

/** The same as an HTML page without scripts. */
export const renderInventoryHtml = (report: InventoryReport): string => blocksHtml(title, blocksOf(report))

/** The same as rows. */
export const inventoryCsv = ({ inventory }: InventoryReport): string =>
  csvText([headings, ...inventory.clients.map(cellsOf)])

/** The same in the contract of JSON. */
export function inventoryJson({ tenant, file, logs, inventory, people }: InventoryReport): JsonObject {
  const instant = (at: number): string => new Date(at).toISOString()
  const { clients, networks, elsewhere } = inventory
  const value = {
    formatVersion,
    tenant,
    file,
    logs: {
      ...logs,
      first: logs.first === undefined ? undefined : instant(logs.first),
      last: logs.last === undefined ? undefined : instant(logs.last),
    },
    clients: clients.map(({ shapes, people: counts, first, last, ends, ...one }) => ({
      ...one,
      ...counts,
      first: instant(first),
      last: instant(last),
      ends: ends && { at: instant(ends.at), rule: ends.rule },
      shapes: shapes.length,
    })),
    networks: networks.map(({ name }) => name),
    elsewhere,
    people,
  }
  // Plain data throughout; what is undefined is left out.
  return JSON.parse(JSON.stringify(value)) as JsonObject
}

/** The number of users of a client and its last use, for a comment. */
export const usageWords = ({ signIns, people, last }: ClientInUse): string =>
  `${counted(signIns, 'sign-in')} of ${peopleWords(people.people, people.most)}, last on ${day(last)}`
