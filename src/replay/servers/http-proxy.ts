import {
  agentFields,
  broken,
  firstAddress,
  notAPerson,
  numberedLines,
  resultOf,
  type ServerItem,
} from './server-row.ts'

/** The folder of each protocol of the proxy is its name, in lower case. */
const protocols: Readonly<Record<string, string>> = {
  eas: 'exchange-activesync',
  ews: 'ews',
  mapi: 'mapi-http',
  rpchttp: 'rpc-http',
  owa: 'browser',
  owacalendar: 'browser',
  ecp: 'browser',
  oab: 'oab',
  autodiscover: 'autodiscover',
  powershell: 'remote-powershell',
}

/** The heading of the table; some files repeat it after a restart. */
export const proxyHeading = /^(?:#Fields:\s*)?DateTime,RequestId,.*\bProtocol\b.*\bAuthenticationType\b/i

const quotedCell = /(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g

function cellsOf(line: string): readonly string[] {
  if (!line.includes('"')) return line.split(',')
  return [...line.matchAll(quotedCell)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
}

type Column =
  | 'DateTime'
  | 'RequestId'
  | 'Protocol'
  | 'AuthenticationType'
  | 'AuthenticatedUser'
  | 'UserAgent'
  | 'ClientIpAddress'
  | 'HttpStatus'

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z?$/

function itemOf(line: number, cell: (column: Column) => string | undefined): ServerItem {
  const [at = '', status] = [cell('DateTime'), cell('HttpStatus')]
  if (!time.test(at) || status === undefined) return broken(line)
  const userName = cell('AuthenticatedUser') ?? ''
  const other = notAPerson(userName)
  if (other !== undefined) return other
  const protocol = cell('Protocol') ?? ''
  const known = protocol.toLowerCase()
  const row = {
    id: cell('RequestId') ?? '',
    time: at,
    userName,
    ...agentFields(cell('UserAgent') ?? ''),
    resource: 'Exchange Server',
    client: Object.hasOwn(protocols, known) ? (protocols[known] ?? protocol) : protocol,
    address: firstAddress(cell('ClientIpAddress') ?? ''),
    errorCode: resultOf(status),
    server: 'exchange-server',
    authentication: cell('AuthenticationType') ?? '',
  }
  return { kind: 'row', row }
}

/** The requests that the proxy of an Exchange server passed on, or refused. */
export function* itemsOfHttpProxy(pieces: Iterable<string>): Generator<ServerItem> {
  let places = new Map<string, number>()
  for (const { line, text } of numberedLines(pieces)) {
    if (text === undefined) yield broken(line)
    else if (proxyHeading.test(text)) {
      const names = text.replace(/^#Fields:\s*/i, '').split(',')
      places = new Map(names.map((name, index) => [name.trim().toLowerCase(), index]))
    } else if (text.startsWith('#') || text.trim() === '') continue
    else {
      const cells = cellsOf(text)
      yield itemOf(line, (column) => cells[places.get(column.toLowerCase()) ?? -1])
    }
  }
}
