import type { ExportRecord } from '../records/record.ts'
import { kindFinder, type RecordKind } from '../records/record-kinds.ts'

const nameHas = (pattern: RegExp) => (record: ExportRecord) =>
  ['name', 'identity', 'internalurl', 'externalurl'].some((field) => pattern.test(`${record.fields.get(field) ?? ''}`))

const directory = <Noun extends string>(title: string, noun: Noun, type: string, name: RegExp) =>
  ({
    title,
    noun,
    type,
    fields: (has, record) =>
      (has('internalauthenticationmethods') || has('iisauthenticationmethods') || has('oauthauthentication')) &&
      nameHas(name)(record),
  }) as const satisfies RecordKind

/** The cmdlets of Exchange whose output is recognized; of two that share fields the one that has more comes first. */
export const exchangeKinds = [
  {
    title: 'authentication policy',
    noun: 'authenticationpolicy',
    fields: (_, { fields }) =>
      [...fields.keys()].some((name) => /^(?:allowbasicauth|blocklegacyauth|blockmodernauth)[a-z]/.test(name)),
  },
  { title: 'client access plan', noun: 'casmailboxplan' },
  {
    title: 'client access mailbox',
    noun: 'casmailbox',
    fields: (has) => has('activesyncenabled', 'owaenabled') || has('popenabled', 'imapenabled'),
  },
  {
    title: 'organization configuration',
    noun: 'organizationconfig',
    fields: (has) => has('oauth2clientprofileenabled') || has('defaultauthenticationpolicy', 'mapihttpenabled'),
  },
  {
    title: 'remote mailbox',
    noun: 'remotemailbox',
    fields: (has) => has('remoteroutingaddress', 'recipienttypedetails'),
  },
  {
    title: 'mailbox',
    noun: 'mailbox',
    common: true,
    fields: (has) =>
      has('recipienttypedetails', 'exchangeguid') || has('recipienttypedetails', 'database', 'primarysmtpaddress'),
  },
  {
    title: 'mailbox permission',
    noun: 'mailboxpermission',
    formerNoun: 'exomailboxpermission',
    type: 'mailboxacepresentationobject',
    fields: (has) => has('identity', 'user', 'accessrights', 'isinherited'),
  },
  {
    title: 'recipient permission',
    noun: 'recipientpermission',
    formerNoun: 'exorecipientpermission',
    type: 'recipientacepresentationobject',
    fields: (has) => has('identity', 'trustee', 'accessrights'),
  },
  {
    title: 'program registered in Exchange Online',
    noun: 'serviceprincipal',
    common: true,
    fields: (has) => has('appid', 'serviceid') || has('appid', 'objectid', 'sid'),
  },
  {
    title: 'user',
    noun: 'user',
    type: 'management.user',
    common: true,
    fields: (has) => has('authenticationpolicy', 'userprincipalname'),
  },
  directory('MAPI virtual directory', 'mapivirtualdirectory', 'admapivirtualdirectory', /(?:^|[\\/])mapi\b/i),
  directory(
    'Outlook on the web virtual directory',
    'owavirtualdirectory',
    'adowavirtualdirectory',
    /(?:^|[\\/])owa\b/i,
  ),
  directory('admin center virtual directory', 'ecpvirtualdirectory', 'adecpvirtualdirectory', /(?:^|[\\/])ecp\b/i),
  directory(
    'web services virtual directory',
    'webservicesvirtualdirectory',
    'adwebservicesvirtualdirectory',
    /(?:^|[\\/])ews\b/i,
  ),
  directory('address book virtual directory', 'oabvirtualdirectory', 'adoabvirtualdirectory', /(?:^|[\\/])oab\b/i),
  directory(
    'autodiscover virtual directory',
    'autodiscovervirtualdirectory',
    'adautodiscovervirtualdirectory',
    /(?:^|[\\/])autodiscover\b/i,
  ),
  directory(
    'PowerShell virtual directory',
    'powershellvirtualdirectory',
    'adpowershellvirtualdirectory',
    /(?:^|[\\/])powershell\b/i,
  ),
  {
    title: 'ActiveSync virtual directory',
    noun: 'activesyncvirtualdirectory',
    type: 'admobilevirtualdirectory',
    fields: (has) => has('basicauthenabled', 'clientcertauth'),
  },
  {
    title: 'Outlook Anywhere configuration',
    noun: 'outlookanywhere',
    type: 'adrpchttpvirtualdirectory',
    fields: (has) => has('externalclientauthenticationmethod') || has('internalclientauthenticationmethod'),
  },
  {
    title: 'client access service',
    noun: 'clientaccessservice',
    formerNoun: 'clientaccessserver',
    type: 'clientaccessserver',
    fields: (has) => has('autodiscoverserviceinternaluri'),
  },
  { title: 'server', noun: 'exchangeserver', fields: (has) => has('admindisplayversion', 'serverrole') },
  {
    title: 'authorization server',
    noun: 'authserver',
    fields: (has) => has('isdefaultauthorizationendpoint') || has('authmetadataurl', 'issueridentifier'),
  },
  {
    title: 'server-to-server OAuth configuration',
    noun: 'authconfig',
    fields: (has) => has('currentcertificatethumbprint', 'servicename'),
  },
  {
    title: 'partner application',
    noun: 'partnerapplication',
    fields: (has) => has('applicationidentifier', 'useauthserver'),
  },
  {
    title: 'hybrid configuration',
    noun: 'hybridconfiguration',
    fields: (has) => has('features', 'onpremisessmarthost'),
  },
  { title: 'Outlook provider', noun: 'outlookprovider', fields: (has) => has('outlookproviderflags') },
  {
    title: 'organization relationship',
    noun: 'organizationrelationship',
    fields: (has) => has('targetautodiscoverepr', 'domainnames'),
  },
  {
    title: 'intra-organization connector',
    noun: 'intraorganizationconnector',
    fields: (has) => has('targetaddressdomains', 'discoveryendpoint'),
  },
  { title: 'inbound connector', noun: 'inboundconnector', fields: (has) => has('connectortype', 'senderdomains') },
  { title: 'outbound connector', noun: 'outboundconnector', fields: (has) => has('connectortype', 'recipientdomains') },
  { title: 'send connector', noun: 'sendconnector', fields: (has) => has('addressspaces', 'smarthosts') },
  { title: 'receive connector', noun: 'receiveconnector', fields: (has) => has('authmechanism', 'bindings') },
  { title: 'accepted domain', noun: 'accepteddomain', fields: (has) => has('domaintype', 'domainname') },
  {
    title: 'transport configuration',
    noun: 'transportconfig',
    type: 'transportconfigcontainer',
    fields: (has) => has('smtpclientauthenticationdisabled') && !has('primarysmtpaddress'),
  },
] as const satisfies readonly RecordKind[]

/** The noun of a cmdlet of Exchange. */
export type ExchangeNoun = (typeof exchangeKinds)[number]['noun']

/** The kind of a record of Exchange. */
export const exchangeKindOf = kindFinder(exchangeKinds, 'microsoft.exchange.')
