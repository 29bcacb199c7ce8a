import type { ExportRecord } from '../records/record.ts'
import type { ExchangeNoun } from './kinds.ts'

/** Which Exchange a record is of. */
export type Side = 'exchange-online' | 'exchange-server'

const online: readonly ExchangeNoun[] = ['inboundconnector', 'outboundconnector', 'casmailboxplan', 'serviceprincipal']
const neutral: readonly ExchangeNoun[] = [
  'authenticationpolicy',
  'casmailbox',
  'organizationconfig',
  'mailbox',
  'mailboxpermission',
  'recipientpermission',
  'user',
  'transportconfig',
  'organizationrelationship',
  'intraorganizationconnector',
  'accepteddomain',
]

const places = [
  ...['originatingserver', 'distinguishedname', 'identity', 'id', 'organizationid', 'objectcategory', 'database'],
  ...['servername', 'organizationalunit', 'admindisplayversion', 'exchangeversion', 'guid'],
]
const cloudPlace = /\bprod\.outlook\.com\b|dc=prod,dc=outlook|\.onmicrosoft\.com|exchangelabs\.com|^version 15\.20\b/i
const ownPlace = /,cn=services,cn=configuration,dc=|,(?:cn|ou)=[^,]*,dc=|^version (?:14\.|15\.[0-2]\b)/i

const legacySwitch = /^block(?:legacy|modern)auth/
const basicSwitch = /^allowbasicauth/
const smtpSwitch = /^smtpclientauthenticationdisabled$/
/** Fields of an organization that Exchange Online alone has. */
const cloudField = /^(?:rejectdirectsend|ewsallowedappids)$/

function byFields({ fields }: ExportRecord, noun: ExchangeNoun): Side | undefined {
  const stated = (pattern: RegExp): boolean =>
    [...fields].some(([name, value]) => value !== undefined && value !== null && pattern.test(name))
  if (noun === 'authenticationpolicy') {
    if (stated(legacySwitch)) return 'exchange-server'
    return stated(basicSwitch) ? 'exchange-online' : undefined
  }
  if (noun === 'transportconfig' && stated(smtpSwitch)) return 'exchange-online'
  return noun === 'organizationconfig' && stated(cloudField) ? 'exchange-online' : undefined
}

function byPlace({ fields }: ExportRecord): Side | undefined {
  const texts = places.map((field) => `${fields.get(field) ?? ''}`)
  if (texts.some((text) => cloudPlace.test(text))) return 'exchange-online'
  return texts.some((text) => ownPlace.test(text)) ? 'exchange-server' : undefined
}

const cloudFolder = /(?:^|[^a-z])(?:exo|online|cloud|o365|m365)(?:[^a-z]|$)/
const ownFolder = /(?:^|[^a-z])(?:on-?prem(?:ises)?|exchange-?server|ex20\d\d|local)(?:[^a-z]|$)/

/** By the folder or file of a record; a folder that names both sides is inconclusive. */
export function sideOfContext(context: string): Side | undefined {
  const [cloud, own] = [cloudFolder.test(context), ownFolder.test(context)]
  if (cloud === own) return undefined
  return cloud ? 'exchange-online' : 'exchange-server'
}

/** The side of an Exchange record by its own content; undefined if it does not state it. */
export function sideOf(record: ExportRecord, noun: ExchangeNoun): Side | undefined {
  if (online.includes(noun)) return 'exchange-online'
  if (!neutral.includes(noun)) return 'exchange-server'
  return (
    byFields(record, noun) ?? byPlace(record) ?? sideOfContext(`${record.source.name.toLowerCase()}/${record.context}`)
  )
}
