import type { Member } from '../../classes/user-sets.ts'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { SourcePieces, SourceReader } from '../../source/files/source-reader.ts'
import { type CsvRow, csvField, csvFieldRange, csvFields } from '../../source/records/csv-row.ts'
import { type CsvHead, readCsv } from '../../source/records/read-csv.ts'
import { type JsonLine, readJsonLines } from '../../source/records/read-json-lines.ts'
import { lineStarts, type SourceRange, startOf } from '../../source/text/source-text.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { type Classifier, countUser, type OpenClass, type PopulationOptions } from './classes.ts'
import { type Column, columnOf, headingProblems, itemsOf, recordOfRow } from './columns.ts'
import { type FoundProblems, foundProblems } from './found-problems.ts'
import { meet, type PeopleSeen } from './people-seen.ts'
import { judgeRecord, type PopulationRecord } from './record.ts'
import { keepRow, type RowMemory, recall, rowMemory } from './row-memory.ts'
import { type UniqueNames, uniqueNames } from './unique-names.ts'

interface Reading {
  readonly tenant: Tenant
  readonly into: Classifier
  readonly options: PopulationOptions
  readonly seen: PeopleSeen
  readonly found: FoundProblems
  /** Keys of lines seen, with their classes. */
  readonly known: Map<string, OpenClass>
  users: number
}

/** Most keys remembered. */
const mostKeys = 200_000
const progressEvery = 50_000

const report = ({ found }: Reading, diagnostics: readonly Diagnostic[]): void => found.add(diagnostics)

function count(reading: Reading, into: OpenClass, name: string, member: () => Member): void {
  const { options } = reading
  reading.users += 1
  countUser(into, name, options.onUser)
  if (options.onMember !== undefined) options.onMember(into.index, member())
  if (reading.users % progressEvery === 0) options.onProgress?.(reading.users)
}

function judged(reading: Reading, record: PopulationRecord): OpenClass | undefined {
  const { user, diagnostics } = judgeRecord(record, reading.tenant)
  report(reading, diagnostics)
  if (user === undefined) return undefined
  report(reading, meet(reading.seen, user, record))
  return reading.into.classOf(user, record.value)
}

interface Table {
  readonly columns: readonly Column[]
  /** The columns of display names, ids and groups; -1 where there is none. */
  readonly displayName: number
  readonly id: number
  readonly groups: number
  readonly memory: RowMemory<OpenClass>
}

function takeRow(reading: Reading, input: SourcePieces, table: Table, row: CsvRow, { delimiter }: CsvHead): void {
  const { memory, columns } = table
  const name = csvField(row, memory.userPrincipalName)
  const known = recall(memory, row, name)
  const into = known ?? judged(reading, recordOfRow(input.name, row, columns, delimiter))
  if (into === undefined) return
  if (known === undefined) keepRow(memory, row, name, into)
  count(reading, into, name.trim(), () => {
    const cell = (column: number): string => (column < 0 ? '' : csvField(row, column).trim())
    const names = [name.trim(), cell(table.displayName), cell(table.id)]
    return memberOf(reading, memory.singled, names, itemsOf(cell(table.groups)))
  })
}

/** What is taken down of a user by these names: the groups stated, and those that list the user. */
function memberOf(
  { tenant }: Reading,
  maybeListed: (name: string) => boolean,
  names: readonly string[],
  groups: readonly string[],
): Member {
  const { listing } = tenant.surroundings.groups
  const [name = '', displayName = ''] = names
  const listed = names.flatMap((one) => (maybeListed(one) ? (listing.get(one.toLowerCase()) ?? []) : []))
  const all = listed.length === 0 ? groups : [...groups, ...listed.map((group) => group.name)]
  return { name, displayName: displayName === '' ? undefined : displayName, groups: all }
}

function remember({ known }: Reading, key: string, into: OpenClass): void {
  if (known.size >= mostKeys) known.clear()
  known.set(key, into)
}

function tableOf({ tenant, into, seen }: Reading, head: CsvHead): Table {
  const columns = csvFields(head.header).map(columnOf)
  const at = (wanted: string): number => columns.findIndex(({ steps: [property] }) => property === wanted)
  const memory = rowMemory<OpenClass>(columns, tenant, into.relevant, seen.singled)
  return { columns, displayName: at('displayName'), id: at('id'), groups: at('groups'), memory }
}

function readRows(reading: Reading, input: SourcePieces): void {
  const names = uniqueNames('user')
  const ids = uniqueNames('user id')
  let table: Table | undefined
  let sound = true
  const { head, diagnostics } = readCsv(input, (row, found) => {
    if (table === undefined) {
      const problems = headingProblems(input.name, found)
      report(reading, problems)
      sound = problems.length === 0
      table = tableOf(reading, found)
    }
    if (!sound) return
    const name = csvField(row, table.memory.userPrincipalName)
    names.add(name)
    if (table.id >= 0) ids.add(csvField(row, table.id))
    reading.options.onName?.(name)
    if (table.displayName >= 0) reading.options.onName?.(csvField(row, table.displayName))
    takeRow(reading, input, table, row, found)
  })
  report(reading, diagnostics)
  if (head !== undefined && table === undefined) report(reading, headingProblems(input.name, head))
  if (head === undefined || table === undefined) return
  const { memory, id } = table
  const confirm = (unique: UniqueNames, column: number): void =>
    unique.confirm(reading.found, (take) =>
      readCsv(input, (row) =>
        take(csvField(row, column), () => csvFieldRange(input.name, row, column, head.delimiter)),
      ),
    )
  confirm(names, memory.userPrincipalName)
  confirm(ids, id)
}

/** Everything in a line but who it is; undefined if the line has to be judged by itself. */
function keyOfLine(value: unknown, { singled, nameConditions }: LineKeys): string | undefined {
  if (typeof value !== 'object' || value === null || nameConditions > 0) return undefined
  const { userPrincipalName, displayName, id, ...rest }: Readonly<Record<string, unknown>> = { ...value }
  const names = [userPrincipalName, displayName, id]
  if (typeof userPrincipalName !== 'string') return undefined
  if (names.some((name) => typeof name === 'string' && singled.has(name.toLowerCase()))) return undefined
  return JSON.stringify(rest) + userPrincipalName.slice(userPrincipalName.lastIndexOf('@') + 1)
}

interface LineKeys {
  readonly singled: ReadonlySet<string>
  readonly nameConditions: number
}

function takeLine(reading: Reading, { value, document }: JsonLine, keys: LineKeys): void {
  const key = keyOfLine(value, keys)
  const known = key === undefined ? undefined : reading.known.get(key)
  const located = known === undefined ? document() : undefined
  const into =
    known ?? (located && judged(reading, { value, rangeOf: located.rangeOf, rangeOfKey: located.rangeOfKey }))
  if (into === undefined) return
  if (known === undefined && key !== undefined) remember(reading, key, into)
  const { displayName, id, groups } = Object(value)
  const names = [nameIn(value), String(displayName ?? ''), String(id ?? '')]
  count(reading, into, nameIn(value), () =>
    memberOf(reading, () => true, names, Array.isArray(groups) ? groups.map(String) : []),
  )
}

const nameIn = (value: unknown): string => String(Object(value)['userPrincipalName'])

function idIn(value: unknown): string {
  const id: unknown = Object(value)['id']
  return typeof id === 'string' ? id : ''
}

function readLines(reading: Reading, input: SourcePieces): void {
  const names = uniqueNames('user')
  const ids = uniqueNames('user id')
  const { relevant } = reading.into
  const keys = { singled: reading.seen.singled, nameConditions: relevant.nameConditions.length }
  const diagnostics = readJsonLines(input, (line) => {
    const name = nameIn(line.value)
    names.add(name)
    ids.add(idIn(line.value))
    for (const one of [name, Object(line.value)['displayName']])
      if (typeof one === 'string') reading.options.onName?.(one)
    takeLine(reading, line, keys)
  })
  report(reading, diagnostics)
  const confirm = (unique: UniqueNames, key: 'userPrincipalName' | 'id', nameOf: (value: unknown) => string): void =>
    unique.confirm(reading.found, (take) =>
      readJsonLines(input, ({ value, document }) =>
        take(nameOf(value), () => document()?.rangeOf([key]) ?? startOf({ name: input.name, text: '' })),
      ),
    )
  confirm(names, 'userPrincipalName', nameIn)
  confirm(ids, 'id', idIn)
}

/** Where the tenant file names its population, with the text around it where the reader still has it. */
function namedAt({ file, population }: Tenant, reader: SourceReader): SourceRange {
  const read = reader.read(file)
  const source = read.ok ? read.value : { name: file, text: '' }
  const origin = population?.origin
  if (origin === undefined) return startOf(source)
  const start = (lineStarts(source)[origin.line - 1] ?? 0) + origin.column - 1
  return { source, start, end: Math.min(source.text.length, start + (population?.from.length ?? 0)) }
}

/** Reads the population next to a tenant file as a stream, and counts everyone into a class. */
export function readPopulationFile(
  tenant: Tenant,
  reader: SourceReader | undefined,
  into: Classifier,
  seen: PeopleSeen,
  options: PopulationOptions,
): readonly Diagnostic[] {
  const from = tenant.population?.from ?? ''
  if (reader === undefined)
    return [{ code: 'SRC-22', args: { pattern: from }, at: startOf({ name: tenant.file, text: '' }) }]
  const pieces = reader.readPieces(from, namedAt(tenant, reader))
  if (!pieces.ok) return pieces.diagnostics
  const reading: Reading = { tenant, into, options, seen, found: foundProblems(from), known: new Map(), users: 0 }
  if (/\.(jsonl|ndjson)$/i.test(from)) readLines(reading, pieces.value)
  else readRows(reading, pieces.value)
  options.onProgress?.(reading.users)
  // Invariant: a file that is read without a word has users in it.
  if (reading.users === 0 && reading.found.all().length === 0)
    report(reading, [{ code: 'SRC-8', args: { lacks: 'users' }, at: startOf({ name: from, text: '' }) }])
  return [...pieces.warnings, ...reading.found.all()]
}
