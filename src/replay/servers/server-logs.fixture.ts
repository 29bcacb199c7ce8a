const proxyFields =
  'DateTime,RequestId,MajorVersion,Protocol,UrlHost,UrlStem,AuthenticationType,IsAuthenticated,AuthenticatedUser,UserAgent,ClientIpAddress,ServerHostName,HttpStatus,BackEndStatus,GenericInfo'

type ProxyRequest = readonly [
  protocol: string,
  scheme: string,
  user: string,
  agent: string,
  address: string,
  status: string,
]

const cell = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A log of the proxy of an Exchange server, one request a minute, as the server writes it. */
export function proxyLog(requests: readonly ProxyRequest[], ...more: readonly string[]): string {
  const rows = requests.map(([protocol, scheme, user, agent, address, status], index) => {
    const time = `2026-05-20T08:${String(index).padStart(2, '0')}:00.130Z`
    const cells = [time, `r${index}`, '15', protocol, 'mail.contoso.com', `/${protocol}/`, scheme, `${user !== ''}`]
    return [...cells, user, agent, address, 'EX1', status, status, 'a=b;"c"'].map(cell).join(',')
  })
  const head = [
    proxyFields,
    '#Software: Microsoft Exchange Server',
    '#Log-type: HttpProxy Logs',
    `#Fields: ${proxyFields}`,
  ]
  return [...head, ...rows, ...more, ''].join('\r\n')
}

/** A W3C log of IIS; a user agent has a plus for each space. */
export const iisLog = (...rows: readonly string[]): string =>
  [
    '#Software: Microsoft Internet Information Services 10.0',
    '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status time-taken',
    ...rows,
    '',
  ].join('\n')

/** What an audit of AD FS says. */
export interface Audit {
  readonly id: string
  readonly event: string
  readonly user: string
  readonly protocol?: string
  readonly method?: string
  readonly agent?: string
  readonly address?: string
  readonly source?: string
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const time = '2026-05-20T09:00:00.123456700Z'

function auditXml({ user, protocol, method, agent, address, event }: Audit): string {
  const tag = (name: string, text: string | undefined): string => `<${name}>${escaped(text ?? 'N/A')}</${name}>`
  return [
    '<?xml version="1.0" encoding="utf-16"?>',
    '<AuditBase xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    tag('AuditType', 'AppToken'),
    tag('ErrorCode', event === '1200' ? 'N/A' : 'AccountRestrictedAudit'),
    tag('RelyingParty', 'urn:federation:MicrosoftOnline'),
    tag('UserId', user),
    tag('PrimaryAuth', method),
    tag('AuthProtocol', protocol),
    tag('IpAddress', address),
    tag('UserAgentString', agent),
    '</AuditBase>',
  ].join('\n  ')
}

/** One event of a security log in XML. */
export const eventXml = (audit: Audit): string =>
  [
    "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>",
    `<Provider Name='${audit.source ?? 'AD FS Auditing'}'/><EventID Qualifiers='0'>${audit.event}</EventID>`,
    `<TimeCreated SystemTime='${time}'/><EventRecordID>${audit.id}</EventRecordID></System>`,
    `<EventData><Data>activity</Data><Data>${escaped(auditXml(audit))}</Data></EventData></Event>`,
  ].join('')

/** A table of Event Viewer, in which the message has no heading. */
export const eventCsv = (audits: readonly Audit[], ...more: readonly string[]): string =>
  [
    'Keywords,Date and Time,Source,Event ID,Task Category',
    ...audits.map(({ event, source = 'AD FS Auditing', ...audit }) => {
      const message = `The Federation Service issued a valid token.\r\n\r\nXML: ${auditXml({ event, ...audit })}`
      return `Audit Success,5/20/2026 9:00:00 AM,${source},${event},(3),${cell(message)}`
    }),
    ...more,
    '',
  ].join('\r\n')
