import { type RecordView, textOf } from '../records/fields.ts'

/** A program in use: its id in the catalog, its version if known, and its user. */
export interface UsedClient {
  readonly client: string
  readonly build?: string
  /** Who uses it, by any name that distinguishes people. */
  readonly person: string
}

const silent = (view: RecordView): RecordView => ({ ...view, report: () => {} })
const text = (view: RecordView, field: string): string => textOf(silent(view), field) ?? ''

const versionIn = (words: string): string | undefined => /\b(\d{1,2}(?:\.\d{1,3}){1,2})\b/.exec(words)?.[1]

/** Apple counts the builds of iOS by release: 1407 is iOS 10, 2104 is iOS 17. */
function releaseOfBuild(agent: string): number | undefined {
  const build = /^Apple-i(?:Phone|Pad|Pod)[^/]*\/(\d{2})\d{2}\b/i.exec(agent)?.[1]
  return build === undefined ? undefined : Number(build) - 4
}

function appleMail(system: string, agent: string): Omit<UsedClient, 'person'> | undefined {
  const version = versionIn(system) ?? /\b(?:iOS|iPadOS) (\d{1,2})\b/i.exec(system)?.[1]
  const release = version === undefined ? releaseOfBuild(agent) : Number.parseInt(version, 10)
  if (release === undefined) return undefined
  if (release < 11) return { client: 'apple-mail-ios-10' }
  return { client: 'apple-mail-ios-11', ...(version?.includes('.') ? { build: version } : {}) }
}

/** The program that a device synchronizes with; undefined for one that is not known. */
function programOf(view: RecordView): Omit<UsedClient, 'person'> | undefined {
  const [type, model] = [text(view, 'devicetype'), text(view, 'devicemodel')]
  const [system, agent] = [text(view, 'deviceos'), text(view, 'deviceuseragent')]
  if (
    /^outlook\b/i.test(type) ||
    /^outlook-(?:ios|android)/i.test(agent) ||
    /outlook for ios and android/i.test(model)
  ) {
    if (/android/i.test(system)) return { client: 'outlook-mobile-android' }
    return /\b(?:iOS|iPadOS)\b/i.test(system) ? { client: 'outlook-mobile-ios' } : undefined
  }
  if (/^i(?:phone|pad|pod)/i.test(type) || /^Apple-i/i.test(agent)) return appleMail(system, agent)
  if (/^samsung/i.test(type) || /^samsung-/i.test(agent)) return { client: 'samsung-mail' }
  if (/^Android-Mail\/|^Gmail/i.test(agent)) return { client: 'gmail-android' }
  return /^(?:WindowsMail|UniversalOutlook)$/i.test(type) ? { client: 'windows-mail' } : undefined
}

/** The owner of the device: by user principal name, otherwise by the context of the record. */
function ownerOf(view: RecordView): string {
  const named = ['userprincipalname', 'upn', 'primarysmtpaddress', 'userdisplayname', 'displayname']
    .map((field) => text(view, field))
    .find((name) => name !== '')
  const path = text(view, 'identity') || text(view, 'distinguishedname')
  return named ?? path.replace(/[\\/]?(?:CN=)?[^\\/,]*,?(?:CN=)?ExchangeActiveSyncDevices.*$/i, '')
}

/** The client of a mobile device; undefined if its program is not known. */
export function clientOfDevice(view: RecordView): UsedClient | undefined {
  const program = programOf(view)
  return program === undefined ? undefined : { ...program, person: ownerOf(view).toLowerCase() }
}

/** Devices that the server rejects are not in use. */
export const isTurnedAway = (view: RecordView): boolean =>
  /^(?:blocked|quarantined)$/i.test(text(view, 'deviceaccessstate'))
