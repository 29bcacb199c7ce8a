import type { RecordField } from '../reduction/record-field.ts'
import type { LogColumn, LogColumns } from './log-file.ts'

/**
 * Headings of downloads by field: those of the portal, in English and in the languages of observed downloads, and those
 * of Log Analytics. The portal leaves blanks after some names.
 */
const headings: Readonly<Record<RecordField, readonly string[]>> = {
  id: ['request id', 'id', 'id de solicitud', 'id de demande', 'anforderungs-id'],
  time: [
    'date (utc)',
    'createddatetime',
    'createddatetime [utc]',
    'timegenerated',
    'timegenerated [utc]',
    'fecha (utc)',
    'datum (utc)',
  ],
  userId: ['user id', 'userid', 'id de usuario', "id d'utilisateur", 'benutzer-id'],
  userName: ['username', 'userprincipalname', 'nombre de usuario', "nom d'utilisateur", 'benutzername'],
  userType: ['user type', 'usertype', 'tipo de usuario', "type d'utilisateur", 'benutzertyp'],
  programId: ['service principal id', 'serviceprincipalid'],
  applicationId: [
    'application id',
    'appid',
    'id. de aplicación',
    'id de aplicación',
    "id d'application",
    'anwendungs-id',
  ],
  application: ['application', 'appdisplayname', 'aplicación', 'anwendung'],
  resourceId: ['resource id', 'resourceidentity', 'resourceid', 'id de recurso', 'id de ressource', 'ressourcen-id'],
  resource: ['resource', 'resourcedisplayname', 'recurso', 'ressource'],
  client: ['client app', 'clientappused', 'aplicación cliente', 'application cliente', 'client-app'],
  protocol: [
    'authentication protocol',
    'authenticationprotocol',
    'protocolo de autenticación',
    "protocole d'authentification",
    'authentifizierungsprotokoll',
  ],
  transfer: ['original transfer method', 'originaltransfermethod', "méthode de transfert d'origine"],
  operatingSystem: ['operating system', 'os', 'sistema operativo', "système d'exploitation", 'betriebssystem'],
  userAgent: ['user agent', 'useragent', 'agente de usuario', 'agent utilisateur', 'benutzer-agent'],
  address: ['ip address', 'ipaddress', 'dirección ip', 'adresse ip', 'ip-adresse'],
  country: ['location', 'ubicación', 'emplacement', 'standort'],
  deviceId: ['device id', 'id. de dispositivo', 'id de dispositivo', "id de l'appareil", 'geräte-id'],
  compliant: ['compliant', 'compatible', 'conforme', 'konform'],
  trustType: ['join type', 'tipo de unión', 'type de jonction', 'jointyp'],
  signInRisk: ['risklevelduringsignin'],
  userRisk: ['risklevelaggregated'],
  requirement: [
    'authentication requirement',
    'authenticationrequirement',
    'requisito de autenticación',
    "exigence d'authentification",
    'authentifizierungsanforderung',
  ],
  errorCode: [
    'sign-in error code',
    'resulttype',
    'código de error de inicio de sesión',
    "code d'erreur de connexion",
    'anmeldefehlercode',
  ],
  mfaDetail: ['multifactor authentication result', 'authenticationdetails'],
  policies: [
    'conditionalaccesspolicies',
    'conditionalaccesspolicies_dynamic',
    'conditionalaccesspolicies_string',
    'appliedconditionalaccesspolicies',
  ],
  issuer: [
    'token issuer type',
    'tokenissuertype',
    'tipo de emisor de token',
    "type d'émetteur de jeton",
    'typ des tokenausstellers',
  ],
  server: [],
  authentication: [],
}

/**
 * Values inside of columns: Log Analytics and Graph keep device, place and status together. Where tables are united, Log
 * Analytics adds the type of a column to its name.
 */
const nested: Readonly<Partial<Record<RecordField, readonly [column: string, path: string]>>> = {
  operatingSystem: ['devicedetail', 'operatingSystem'],
  deviceId: ['devicedetail', 'deviceId'],
  compliant: ['devicedetail', 'isCompliant'],
  trustType: ['devicedetail', 'trustType'],
  country: ['locationdetails', 'countryOrRegion'],
  mfaDetail: ['status', 'additionalDetails'],
  errorCode: ['status', 'errorCode'],
}

const typed = (column: string): readonly string[] => [column, `${column}_dynamic`, `${column}_string`]

const plain = (heading: string): string =>
  heading
    .replaceAll('\u2019', "'")
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .toLowerCase()

// Object.entries of a record are its entries, which its type cannot say.
const known = Object.entries(headings) as readonly (readonly [RecordField, readonly string[]])[]

/** A column of a table, and whether it holds a structure and not text. */
export interface Heading {
  readonly name: string
  readonly structured?: true
}

/** Log Analytics names the workspace in `ResourceId` and the application in `ResourceIdentity`; Graph has the first only. */
function isOfWorkspace(name: string, header: readonly Heading[]): boolean {
  return name === 'resourceid' && header.some((other) => plain(other.name) === 'resourceidentity')
}

function sourcesOf(field: RecordField, names: readonly string[], header: readonly Heading[]): readonly LogColumn[] {
  const [column, path] = nested[field] ?? []
  // the name `location` is a place in words in one table, and a structure in another
  const parents = column === undefined ? [] : [...typed(column), ...(field === 'country' ? ['location'] : [])]
  const rank = ({ name, path: within }: LogColumn): number =>
    within === undefined ? names.indexOf(plain(name)) : names.length
  const found = header.flatMap((heading): readonly LogColumn[] => {
    const name = plain(heading.name)
    const inside = parents.includes(name) && (name !== 'location' || heading.structured === true)
    if (inside && path !== undefined) return [{ ...heading, path }]
    return names.includes(name) && !isOfWorkspace(name, header) ? [heading] : []
  })
  // The order of columns means nothing: a record that Log Analytics took in twice has one time of creation.
  return found.toSorted((one, other) => rank(one) - rank(other))
}

/** The columns of a header that map to a record field. */
export function columnsOf(header: readonly Heading[]): LogColumns {
  // The engine trims headings.
  const trimmed = header.map((heading) => ({ ...heading, name: heading.name.trim() }))
  const distinct = [...new Map(trimmed.map((heading) => [heading.name, heading])).values()]
  return Object.fromEntries(
    known.flatMap(([field, names]) => {
      const found = sourcesOf(field, names, distinct)
      return found.length === 0 ? [] : [[field, found] as const]
    }),
  )
}

/** A table without these fields is not a sign-in log. */
export function isSignInTable(columns: LogColumns): boolean {
  const who = columns.userName ?? columns.userId ?? columns.programId
  return columns.time !== undefined && who !== undefined && (columns.client ?? columns.errorCode) !== undefined
}
