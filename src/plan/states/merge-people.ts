import type { Side } from '../../analysis/compare/joint-classes.ts'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { LocatedDocument } from '../../source/document/located-document.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { csvField, csvFieldRange, csvFields } from '../../source/records/csv-row.ts'
import { type CsvHead, readCsv } from '../../source/records/read-csv.ts'
import type { SourceRange } from '../../source/text/source-text.ts'
import { findUser } from '../../tenant/find.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { UserName } from '../../vocabulary/requests.ts'
import type { MergeFile } from '../file/plan-file.ts'
import type { MovedPerson } from './staged-plan.ts'
import { reportUnknownAt } from './unknown-name.ts'

/** Where the people of a merge are read, and who hears what is wrong. */
export interface ReadingPeople {
  readonly document: LocatedDocument
  readonly reader: SourceReader
  readonly report: (diagnostic: Diagnostic) => void
}

/** A tenant of a merge with its people, in its file or beside it. */
export interface Party {
  readonly which: 'source' | 'target'
  readonly tenant: Tenant
  readonly side: Side
}

/** A name as written, and where. */
interface Written {
  readonly name: string
  readonly at: SourceRange
}

interface WrittenMove {
  readonly from: Written
  /** Absent for someone who does not move. */
  readonly to?: Written
}

/** As many unknown names as are compared with every known one. */
const mostSuggested = 20

const headings = ['from', 'to']

function headingProblems(name: string, { header, delimiter }: CsvHead): readonly Diagnostic[] {
  const found = csvFields(header).map((field) => field.trim().toLowerCase())
  const unknown = found.flatMap((key, index): readonly Diagnostic[] =>
    headings.includes(key)
      ? []
      : [
          {
            code: 'SHAPE-1',
            args: { key, of: 'a person who moves', known: headings },
            at: csvFieldRange(name, header, index, delimiter),
          },
        ],
  )
  const missing = headings.flatMap((key): readonly Diagnostic[] =>
    found.includes(key)
      ? []
      : [
          {
            code: 'SHAPE-2',
            args: { key, of: 'the file of people who move' },
            at: csvFieldRange(name, header, 0, delimiter),
          },
        ],
  )
  return [...unknown, ...missing]
}

/** Who becomes whom, as a CSV file says. */
function movesInFile({ document, reader, report }: ReadingPeople, file: string): readonly WrittenMove[] {
  const read = reader.readPieces(file, document.rangeOf(['merge', 'peopleFrom']))
  if (!read.ok) {
    for (const one of read.diagnostics) report(one)
    return []
  }
  const moves: WrittenMove[] = []
  let columns: readonly string[] | undefined
  const input = read.value
  const { head, diagnostics } = readCsv(input, (row, { header, delimiter }) => {
    columns ??= csvFields(header).map((field) => field.trim().toLowerCase())
    const written = (column: number): Written => ({
      name: csvField(row, column).trim(),
      at: csvFieldRange(input.name, row, column, delimiter),
    })
    const [from, to] = headings.map((key) => written(columns?.indexOf(key) ?? 0))
    if (from !== undefined) moves.push({ from, ...(to === undefined || to.name === '' ? {} : { to }) })
  })
  const problems = [...diagnostics, ...(head === undefined ? [] : headingProblems(input.name, head))]
  for (const one of problems) report(one)
  return problems.length === 0 ? moves : []
}

function movesInPlan({ document }: ReadingPeople, { people = [], leaving = [] }: MergeFile): readonly WrittenMove[] {
  const written = (name: string, path: readonly (string | number)[]): Written => ({
    name,
    at: document.rangeOf(['merge', ...path]),
  })
  return [
    ...people.map(({ from, to }, index) => ({
      from: written(from, ['people', index, 'from']),
      to: written(to, ['people', index, 'to']),
    })),
    ...leaving.map((name, index) => ({ from: written(name, ['leaving', index]) })),
  ]
}

/** Finds people of a tenant by name; who is not there, or is named twice, is reported. */
function finder({ report }: ReadingPeople, { which, tenant, side }: Party) {
  const known = [...side.classOf.values()].map(({ name }) => name)
  const seen = new Set<UserName>()
  let unknown = 0
  return ({ name, at }: Written): UserName | undefined => {
    const inFile = findUser(tenant, name)
    const found = inFile.found ? inFile.value.userPrincipalName : side.classOf.get(name.toLowerCase())?.name
    if (found === undefined) {
      unknown += 1
      reportUnknownAt(report, `user of the ${which} tenant`, name, unknown > mostSuggested ? [] : known, at)
      return undefined
    }
    if (seen.has(found)) report({ code: 'PLAN-9', args: { what: 'people of the merge', name: found }, at })
    seen.add(found)
    return found
  }
}

/** Who becomes whom in a merge, and who does not move. */
export function peopleOfMerge(
  reading: ReadingPeople,
  file: MergeFile,
  source: Party,
  target: Party,
): { readonly people: readonly MovedPerson[]; readonly leaving: readonly UserName[] } {
  const moves = [
    ...movesInPlan(reading, file),
    ...(file.peopleFrom === undefined ? [] : movesInFile(reading, file.peopleFrom)),
  ]
  const [inSource, inTarget] = [finder(reading, source), finder(reading, target)]
  const people: MovedPerson[] = []
  const leaving: UserName[] = []
  for (const { from, to } of moves) {
    const [one, other] = [inSource(from), to && inTarget(to)]
    if (one === undefined) continue
    if (to === undefined) leaving.push(one)
    else if (other !== undefined) people.push({ from: one, to: other })
  }
  return { people, leaving }
}
