import { kindFinder, type RecordKind } from '../records/record-kinds.ts'

/** The cmdlets of Skype for Business whose output is recognized. */
export const skypeKinds = [
  { title: 'authentication scenario', noun: 'csauthconfig', fields: (has) => has('scenario') },
  {
    title: 'Skype OAuth configuration',
    noun: 'csoauthconfiguration',
    fields: (has) => has('clientauthorizationoauthserveridentity') || has('clientadalauthoverride'),
  },
  {
    title: 'Skype OAuth server',
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
    title: 'server replication status',
    noun: 'csmanagementstorereplicationstatus',
    fields: (has) => has('replicafqdn', 'productversion'),
  },
  { title: 'pool', noun: 'cspool', fields: (has) => has('fqdn', 'services', 'computers') },
  { title: 'topology computer', noun: 'cscomputer' },
  { title: 'topology', noun: 'cstopology' },
  {
    title: 'Skype user',
    noun: 'csuser',
    fields: (has) => has('sipaddress', 'registrarpool') || has('sipaddress', 'hostingprovider'),
  },
  {
    title: 'chat federation configuration',
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
