const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** An event as its number and its values in order. */
export type Audited = readonly [event: number, ...values: readonly string[]]

/** Ids as AD FS makes them: one for a group of events, one for a request. */
export const instanceId = (index: number): string => `1b033855-c665-4531-a710-${String(index).padStart(12, '0')}`
export const activityId = (index: number): string => `00000000-0000-0000-de03-00800000${String(index).padStart(4, '0')}`
export const noActivity = '00000000-0000-0000-0000-000000000000'

/** The claims of a person, as types and values. */
export const claims = (user: string, address: string, agent: string): readonly string[] => [
  ...['http://schemas.microsoft.com/2012/01/requestcontext/claims/x-ms-forwarded-client-ip', address],
  ...['http://schemas.microsoft.com/2012/01/requestcontext/claims/x-ms-client-user-agent', agent],
  ...[
    'http://schemas.microsoft.com/2012/01/requestcontext/claims/x-ms-endpoint-absolute-path',
    '/adfs/services/trust/2005/usernamemixed',
  ],
  ...[
    'http://schemas.microsoft.com/ws/2008/06/identity/claims/authenticationmethod',
    'http://schemas.microsoft.com/ws/2008/06/identity/authenticationmethod/password',
  ],
  ...['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn', user],
]

/** A security log in XML, with a minute between events. */
export const detailedXml = (events: readonly Audited[]): string =>
  [
    '<Events>',
    ...events.map(([event, ...values], index) =>
      [
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>",
        `<Provider Name='AD FS Auditing'/><EventID>${event}</EventID>`,
        `<TimeCreated SystemTime='2026-05-20T09:${String(index).padStart(2, '0')}:00Z'/>`,
        `<EventRecordID>${index + 1}</EventRecordID></System><EventData>`,
        ...values.map((value) => `<Data>${escaped(value)}</Data>`),
        '</EventData></Event>',
      ].join(''),
    ),
    '</Events>',
  ].join('\n')

/** What Event Viewer displays of an event, with the values where the message has them. */
function messageOf([event, ...values]: Audited): string {
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = values
  const more = ['More information is with the event of the same Instance ID.', `Instance ID: ${first}`]
  switch (event) {
    case 299:
      return ['A token was issued.', `Instance ID: ${first}`, `Activity ID: ${second}`, `Relying party: ${third}`].join(
        '\r\n\r\n',
      )
    case 411:
      return [
        'Token validation failed.',
        ...[`Activity ID: ${first}`, 'Token Type: ', second, 'Error message: ', third],
        ...['Exception details: ', fourth, 'Client IP: ', fifth],
      ].join('\r\n\r\n')
    case 403:
      return [
        'An HTTP request was received.',
        ...[`Instance ID: ${first}`, `Activity ID: ${second}`, 'Request Details:'],
        ...[`    Client IP: ${fourth}`, `    User Agent: ${values[9]}`],
      ].join('\r\n\r\n')
    default:
      return [...more, 'Caller identity: ', ...values.slice(1)].join('\r\n')
  }
}

/** The same log as Event Viewer saves it, the last event first. */
export const detailedCsv = (events: readonly Audited[]): string =>
  [
    'Keywords,Date and Time,Source,Event ID,Task Category',
    ...events
      .map(
        (one, index) =>
          `Audit Success,5/20/2026 9:${String(index).padStart(2, '0')}:00 AM,AD FS Auditing,${one[0]},(3),${cell(messageOf(one))}`,
      )
      .toReversed(),
    '',
  ].join('\r\n')
