import type { Printed } from './company.fixture.ts'
import type { RecordReader } from './fragment.ts'
import { recognizeFiles } from './recognize-files.ts'
import type { ExportRecord } from './records/record.ts'

type Value = Printed['objects'][number][string]
type Writer = (printed: Printed) => string

const text = (value: Value, list: (items: readonly string[]) => string): string => {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : list(value)
}

const columns = ({ objects }: Printed): readonly string[] => [...new Set(objects.flatMap((one) => Object.keys(one)))]

const csv =
  (delimiter: string, typed: boolean): Writer =>
  (printed) => {
    const names = columns(printed)
    const cell = (value: string): string => `"${value.replaceAll('"', '""')}"`
    const rows = printed.objects.map((one) =>
      names.map((name) => cell(text(one[name] ?? null, (items) => items.join(delimiter === ';' ? ',' : ';')))),
    )
    const lines = [names.map(cell), ...rows].map((row) => row.join(delimiter))
    return [...(typed ? [`#TYPE Selected.${printed.type}`] : []), ...lines, ''].join('\r\n')
  }

const escaped = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function element(name: string, value: Value): string {
  if (value === null) return `<Nil N="${name}" />`
  if (typeof value === 'boolean') return `<B N="${name}">${value}</B>`
  if (typeof value === 'number') return `<I32 N="${name}">${value}</I32>`
  if (typeof value === 'string') return `<S N="${name}">${escaped(value)}</S>`
  return `<Obj N="${name}"><LST>${value.map((item) => `<S>${escaped(item)}</S>`).join('')}</LST></Obj>`
}

const clixml: Writer = ({ type, objects }) => {
  const items = objects.map((one, index) => {
    const names = index === 0 ? `<TN RefId="0"><T>Deserialized.${type}</T></TN>` : '<TNRef RefId="0" />'
    const fields = Object.entries(one).map(([name, value]) => element(name, value))
    return `<Obj RefId="${index}">${names}<ToString>${escaped(`${one['Name'] ?? ''}`)}</ToString><Props>${fields.join('')}</Props></Obj>`
  })
  return `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\r\n${items.join('\r\n')}\r\n</Objs>`
}

/** A value over several lines as the console wraps it: at a blank where there is one. */
function wrapped(head: string, value: string, width: number): readonly string[] {
  if (head.length + value.length <= width) return [`${head}${value}`]
  const room = width - head.length
  const blank = value.lastIndexOf(' ', room)
  const cut = blank > 0 ? blank : room
  return [
    `${head}${value.slice(0, cut)}`,
    ...wrapped(' '.repeat(head.length), value.slice(blank > 0 ? cut + 1 : cut), width),
  ]
}

const listing =
  (width: number): Writer =>
  ({ cmdlet, objects }) => {
    const blocks = objects.map((one) => {
      const longest = Math.max(...Object.keys(one).map((name) => name.length))
      const lines = Object.entries(one).flatMap(([name, value]) =>
        wrapped(
          `${name.padEnd(longest)} : `,
          text(value, (items) => `{${items.join(', ')}}`),
          width,
        ),
      )
      return lines.join('\r\n')
    })
    return `\r\n[PS] C:\\>${cmdlet} | Format-List\r\n\r\n${blocks.join('\r\n\r\n')}\r\n\r\n`
  }

const json = (value: unknown): string => JSON.stringify(value, undefined, 4)
/** ConvertTo-Json writes a list of one as the item. */
const collapsed = (one: Printed['objects'][number]) =>
  Object.fromEntries(
    Object.entries(one).map(([key, value]) => [key, Array.isArray(value) && value.length === 1 ? value[0] : value]),
  )

/** Every form in which the output of a cmdlet may be kept, with the ending of its file. */
export const forms: Readonly<Record<string, readonly [ending: string, write: Writer]>> = {
  JSON: ['json', ({ objects }) => json(objects.length === 1 ? objects[0] : objects)],
  'JSON with lists of one collapsed': ['json', ({ objects }) => json(objects.map(collapsed))],
  'JSON in a page': ['json', ({ objects }) => json({ value: objects })],
  CSV: ['csv', csv(',', true)],
  'CSV with semicolons': ['csv', csv(';', false)],
  Clixml: ['xml', clixml],
  listing: ['txt', listing(4000)],
  'wrapped listing': ['txt', listing(100)],
}

/** The records of one file, regardless of its form, in the order of the file. */
export function recordsIn(name: string, text: string): readonly ExportRecord[] {
  let found: readonly ExportRecord[] = []
  const everything: RecordReader = {
    product: 'exchange',
    kind: 'record',
    recognizes: () => true,
    read: (records) => {
      found = records
      return { file: {}, origins: [], coverage: [], diagnostics: [] }
    },
  }
  recognizeFiles([{ name, text }], [everything]).records.get(everything)?.read()
  const placeOf = ({ at }: ExportRecord): number => (at.source.firstLine ?? 0) * text.length + at.start
  return [...found].sort((one, other) => placeOf(one) - placeOf(other))
}
