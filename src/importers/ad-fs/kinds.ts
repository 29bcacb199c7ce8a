import { kindFinder, type RecordKind } from '../records/record-kinds.ts'

/** The cmdlets of AD FS whose output is recognized. */
export const adfsKinds = [
  {
    title: 'relying party trust',
    noun: 'adfsrelyingpartytrust',
    type: 'relyingpartytrust',
    fields: (has) =>
      has('identifier', 'issuanceauthorizationrules') ||
      has('identifier', 'accesscontrolpolicyname') ||
      has('identifier', 'issuancetransformrules'),
  },
  {
    title: 'global authentication policy',
    noun: 'adfsglobalauthenticationpolicy',
    type: 'adfsglobalauthenticationpolicy',
    fields: (has) => has('primaryintranetauthenticationprovider') || has('primaryextranetauthenticationprovider'),
  },
  {
    title: 'properties of the federation service',
    noun: 'adfsproperties',
    type: 'servicesettings',
    fields: (has) => has('extranetlockoutthreshold', 'hostname') || has('wiasupporteduseragents'),
  },
  {
    title: 'endpoint',
    noun: 'adfsendpoint',
    type: 'endpoint',
    fields: (has) => has('addresspath', 'proxy') || has('fullurl', 'proxy'),
  },
  {
    title: 'additional authentication rule',
    noun: 'adfsadditionalauthenticationrule',
    fields: (has) => has('additionalauthenticationrules') && !has('identifier'),
  },
  {
    title: 'claims provider trust',
    noun: 'adfsclaimsprovidertrust',
    type: 'claimsprovidertrust',
    fields: (has) => has('alternateloginid', 'acceptancetransformrules') || has('acceptancetransformrules'),
  },
  {
    title: 'access control policy',
    noun: 'adfsaccesscontrolpolicy',
    type: 'policytemplate',
    fields: (has) => has('policymetadata'),
  },
  { title: 'farm', noun: 'adfsfarminformation', fields: (has) => has('currentfarmbehavior', 'farmnodes') },
  { title: 'certificate of the federation service', noun: 'adfscertificate' },
  { title: 'synchronization of the farm', noun: 'adfssyncproperties' },
  { title: 'claim description', noun: 'adfsclaimdescription' },
  { title: 'application group', noun: 'adfsapplicationgroup' },
  { title: 'client of the federation service', noun: 'adfsclient' },
  { title: 'authentication provider', noun: 'adfsauthenticationprovider' },
] as const satisfies readonly RecordKind[]

/** The noun of a cmdlet of AD FS. */
export type AdfsNoun = (typeof adfsKinds)[number]['noun']

/** The kind of a record of AD FS. */
export const adfsKindOf = kindFinder(adfsKinds, 'microsoft.identityserver.')
