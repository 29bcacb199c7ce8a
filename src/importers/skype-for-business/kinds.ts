import { kindFinder, type RecordKind } from '../records/record-kinds.ts'

/** The cmdlets of Skype for Business whose output is recognized. */
export const skypeKinds = [
  { title: 'authentication scenario', noun: 'csauthconfig', fields: (has) => has('scenario') },
  {
    title: 'OAuth configuration of Skype for Business',
    noun: 'csoauthconfiguration',
    fields: (has) => has('clientauthorizationoauthserveridentity') || has('clientadalauthoverride'),
  },
  {
    title: 'OAuth server of Skype for Business',
    noun: 'csoauthserver',
    fields: (has) => has('metadataurl', 'issueridentifier') || has('metadataurl', 'type'),
  },
  { title: 'web service configuration', noun: 'cswebserviceconfiguration', fields: (has) => has('usewindowsauth') },
  {
    title: 'proxy configuration',
    noun: 'csproxyconfiguration',
    fields: (has) => has('usekerberosforclienttoproxyauth'),
  },
  {
    title: 'replication status of a server',
    noun: 'csmanagementstorereplicationstatus',
    fields: (has) => has('replicafqdn', 'productversion'),
  },
  { title: 'pool', noun: 'cspool', fields: (has) => has('fqdn', 'services', 'computers') },
  { title: 'computer of the topology', noun: 'cscomputer' },
  { title: 'topology', noun: 'cstopology' },
  {
    title: 'user of Skype for Business',
    noun: 'csuser',
    fields: (has) => has('sipaddress', 'registrarpool') || has('sipaddress', 'hostingprovider'),
  },
  {
    title: 'settings for chat with other organizations',
    noun: 'cstenantfederationconfiguration',
    fields: (has) => has('allowfederatedusers', 'alloweddomains'),
  },
  {
    title: 'hosting provider',
    noun: 'cshostingprovider',
    fields: (has) => has('proxyfqdn', 'enabledsharedaddressspace'),
  },
  {
    title: 'access edge configuration',
    noun: 'csaccessedgeconfiguration',
    fields: (has) => has('allowoutsideusers', 'enablepartnerdiscovery'),
  },
] as const satisfies readonly RecordKind[]

/** The noun of a cmdlet of Skype for Business. */
export type SkypeNoun = (typeof skypeKinds)[number]['noun']

/** The kind of a record of Skype for Business. */
export const skypeKindOf = kindFinder(skypeKinds, 'microsoft.rtc.')
