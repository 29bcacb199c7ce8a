import {
  agentFields,
  broken,
  firstAddress,
  leftOut,
  notAPerson,
  numberedLines,
  resultOf,
  type ServerItem,
} from './server-row.ts'

/** The virtual directories of Exchange, by the start of the path in lower case. */
const directories: readonly (readonly [start: string, client: string])[] = [
  ['/microsoft-server-activesync', 'exchange-activesync'],
  ['/ews', 'ews'],
  ['/mapi', 'mapi-http'],
  ['/rpc', 'rpc-http'],
  ['/owa', 'browser'],
  ['/ecp', 'browser'],
  ['/oab', 'oab'],
  ['/autodiscover', 'autodiscover'],
  ['/powershell', 'remote-powershell'],
]

/** The line that names the columns; see https://learn.microsoft.com/windows/win32/http/w3c-logging. */
export const iisHeading = /^#Fields:.*\bdate\b.*\btime\b.*\bcs-uri-stem\b/i

function clientOf(path: string): string | undefined {
  const lower = path.toLowerCase()
  return directories.find(([start]) => lower === start || lower.startsWith(`${start}/`))?.[1]
}

const day = /^\d{4}-\d\d-\d\d$/
const clock = /^\d\d:\d\d:\d\d$/

function itemOf(line: number, cell: (column: string) => string | undefined): ServerItem {
  const [date = '', time = '', status] = [cell('date'), cell('time'), cell('sc-status')]
  if (!day.test(date) || !clock.test(time) || status === undefined) return broken(line)
  const client = clientOf(cell('cs-uri-stem') ?? '')
  if (client === undefined) return leftOut('request that opens no mailbox')
  const userName = cell('cs-username') ?? ''
  const other = notAPerson(userName)
  if (other !== undefined) return other
  // a space in a value is written as a plus, and an empty value as a hyphen
  const agent = (cell('cs(user-agent)') ?? '').replace(/^-$/, '').replaceAll('+', ' ')
  const row = {
    id: '',
    time: `${date}T${time}Z`,
    userName,
    ...agentFields(agent),
    resource: 'Exchange Server',
    client,
    address: firstAddress(cell('c-ip') ?? ''),
    errorCode: resultOf(status),
    server: 'iis',
    authentication: '',
  }
  return { kind: 'row', row }
}

/** The requests to Exchange in a W3C log of IIS, which does not record how they authenticated. */
export function* itemsOfIis(pieces: Iterable<string>): Generator<ServerItem> {
  let places = new Map<string, number>()
  for (const { line, text } of numberedLines(pieces)) {
    if (text === undefined) yield broken(line)
    else if (iisHeading.test(text)) {
      const names = text.replace(/^#Fields:\s*/i, '').split(/\s+/)
      places = new Map(names.map((name, index) => [name.toLowerCase(), index]))
    } else if (text.startsWith('#') || text.trim() === '') continue
    else {
      const cells = text.split(' ')
      yield itemOf(line, (column) => cells[places.get(column) ?? -1])
    }
  }
}
