import { type CsvRow, csvFields } from '../../source/records/csv-row.ts'
import { type CsvScan, scanCsv } from '../../source/records/csv-scan.ts'
import type { AuditItem } from './ad-fs-detail.ts'
import { itemOfEvent } from './ad-fs-event.ts'
import { joinAudits } from './join-audits.ts'
import { dataOf, type SecurityEvent, withoutReferences } from './security-event.ts'
import { broken, type ServerItem } from './server-row.ts'

/** The longest event that is read. */
const longestEvent = 1024 * 1024
const opening = /<Event[\s>]/
const closing = '</Event>'

const parts = {
  id: /<EventRecordID>(\d+)</,
  event: /<EventID[^>]*>\s*(\d+)/,
  source: /<Provider[^>]*\sName=["']([^"']*)["']/,
  time: /<TimeCreated[^>]*\sSystemTime=["']([^"']*)["']/,
} as const

/** Fractions of a second, of which logs have up to nine digits. */
const toMilliseconds = (time: string): string => time.replace(/(\.\d{3})\d+/, '$1')

function eventOf(text: string, line: number): AuditItem {
  const value = (part: keyof typeof parts): string => parts[part].exec(text)?.[1] ?? ''
  if (value('event') === '' || value('time') === '') return broken(line)
  const event: SecurityEvent = {
    id: value('id'),
    event: value('event'),
    source: withoutReferences(value('source')),
    time: toMilliseconds(value('time')),
    message: withoutReferences(text),
    data: dataOf(text),
  }
  return itemOfEvent(event, line)
}

const newlines = (text: string): number => text.split('\n').length - 1

/** The events of a security log in XML, one at a time. */
function* eventsOfXml(pieces: Iterable<string>): Generator<AuditItem> {
  let [rest, line] = ['', 1]
  const pass = (length: number): string => {
    const passed = rest.slice(0, length)
    rest = rest.slice(length)
    line += newlines(passed)
    return passed
  }
  for (const piece of pieces) {
    rest += piece
    for (;;) {
      // the start of a tag can be at the end of a piece
      pass(Math.max(0, opening.exec(rest)?.index ?? rest.length - '<Event'.length))
      const end = opening.test(rest) ? rest.indexOf(closing) : -1
      if (end === -1) break
      const start = line
      yield eventOf(pass(end + closing.length), start)
    }
    if (rest.length <= longestEvent) continue
    yield broken(line)
    pass(rest.length)
  }
  if (opening.test(rest)) yield broken(line)
}

/** The requests in a security log in XML. */
export const itemsOfEventXml = (pieces: Iterable<string>): Generator<ServerItem> => joinAudits(eventsOfXml(pieces))

/** Headings of the columns that are read; the message is in the last column, which Event Viewer leaves without one. */
const headings = {
  id: ['eventrecordid', 'recordid'],
  event: ['event id', 'eventid', 'id'],
  source: ['source', 'providername', 'eventsourcename', 'provider'],
  time: ['date and time', 'timecreated', 'timegenerated', 'timegenerated [utc]'],
  message: ['message', 'eventdata', 'description'],
} as const

/** Whether a table is one of events, by its headings. */
export function isEventTable(header: readonly string[]): boolean {
  const names = header.map((heading) => heading.trim().toLowerCase())
  return (['event', 'source', 'time'] as const).every((part) => headings[part].some((one) => names.includes(one)))
}

function placesOf(header: readonly string[]): Readonly<Record<keyof typeof headings, number>> {
  const names = header.map((heading) => heading.trim().toLowerCase())
  const at = (part: keyof typeof headings): number =>
    names.findIndex((name) => (headings[part] as readonly string[]).includes(name))
  const message = at('message')
  return {
    id: at('id'),
    event: at('event'),
    source: at('source'),
    time: at('time'),
    message: message === -1 ? names.length : message,
  }
}

/** A table has the message as it is displayed, or the data of the event in XML, in which the audit is escaped. */
const messageOf = (text: string): string => (text.includes('<AuditBase') ? text : withoutReferences(text))

function itemOfCells(cells: readonly string[], places: ReturnType<typeof placesOf>, line: number): AuditItem {
  const cell = (part: keyof typeof headings): string => cells[places[part]]?.trim() ?? ''
  const [id, event, source, time] = [cell('id'), cell('event'), cell('source'), toMilliseconds(cell('time'))]
  if (event === '' || time === '') return broken(line)
  const message = cell('message')
  return itemOfEvent({ id, event, source, time, message: messageOf(message), data: dataOf(message) }, line)
}

/** The events of a security log in CSV, a batch of rows at a time. */
function* eventsOfCsv(pieces: Iterable<string>): Generator<AuditItem> {
  const scan: CsvScan = { delimiter: ',', rest: '', line: 1 }
  let places: ReturnType<typeof placesOf> | undefined
  let batch: AuditItem[] = []
  const take = (row: CsvRow): void => {
    const cells = csvFields(row)
    if (places === undefined) places = placesOf(cells)
    else batch.push(itemOfCells(cells, places, row.line))
  }
  const ignore = (): void => {}
  for (const piece of pieces) {
    scanCsv(scan, piece, false, take, ignore)
    yield* batch
    batch = []
  }
  scanCsv(scan, '', true, take, ignore)
  yield* batch
}

/** The requests in a security log in CSV. */
export const itemsOfEventCsv = (pieces: Iterable<string>): Generator<ServerItem> => joinAudits(eventsOfCsv(pieces))
