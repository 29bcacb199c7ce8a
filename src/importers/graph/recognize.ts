import { isMapping } from '../../vocabulary/mapping.ts'
/** What an object of an export is. */
export const graphKinds = [
  'policy',
  'named location',
  'authentication strength',
  'authentication context',
  'domain',
  'federation configuration',
  'organization',
  'directory synchronization',
  'per-user MFA requirement',
  'security defaults policy',
  'authorization policy',
  'authentication methods policy',
  'rollout policy',
  'role assignment',
  'directory role',
  'registration detail',
  'user',
  'group',
  'application',
  'cross-tenant access default',
  'cross-tenant access partner',
  'home realm discovery policy',
  'authentication method configuration',
  'scoped role member',
] as const

/** One kind of object. */
export type GraphKind = (typeof graphKinds)[number]

/** The fields of an object by lower-cased name. */
export type Fields = ReadonlyMap<string, unknown>

/** The fields of an object, regardless of the case of their names. */
export function fieldsOf(value: Readonly<Record<string, unknown>>): Fields {
  return new Map(Object.entries(value).map(([key, field]) => [key.replace(/^_/, '').toLowerCase(), field]))
}

const types: readonly (readonly [string, GraphKind])[] = [
  ['conditionalaccesspolicy', 'policy'],
  ['namedlocation', 'named location'],
  ['authenticationstrengthpolicy', 'authentication strength'],
  ['authenticationcontextclassreference', 'authentication context'],
  ['internaldomainfederation', 'federation configuration'],
  ['identitysecuritydefaultsenforcementpolicy', 'security defaults policy'],
  ['authorizationpolicy', 'authorization policy'],
  ['authenticationmethodspolicy', 'authentication methods policy'],
  ['featurerolloutpolicy', 'rollout policy'],
  ['onpremisesdirectorysynchronization', 'directory synchronization'],
  ['crosstenantaccesspolicyconfigurationdefault', 'cross-tenant access default'],
  ['crosstenantaccesspolicyconfigurationpartner', 'cross-tenant access partner'],
  ['homerealmdiscoverypolicy', 'home realm discovery policy'],
  ['authenticationmethodconfiguration', 'authentication method configuration'],
  ['userregistrationdetails', 'registration detail'],
  ['unifiedroleassignment', 'role assignment'],
  ['scopedrolemembership', 'scoped role member'],
  ['graph.user', 'user'],
  ['graph.group', 'group'],
  ['graph.directoryrole', 'directory role'],
]

/** Fields of cross-tenant access settings. */
const trusts = ['inboundtrust', 'b2bcollaborationinbound', 'b2bdirectconnectinbound', 'b2bcollaborationoutbound']

/** Methods that exporters write to separate files. */
const methodIds: ReadonlySet<string> = new Set([
  'email',
  'externalauthenticationmethod',
  'fido2',
  'hardwareoath',
  'microsoftauthenticator',
  'qrcodepin',
  'sms',
  'softwareoath',
  'temporaryaccesspass',
  'voice',
  'x509certificate',
])

/** Kinds by fields that no other kind has; the first match counts. */
const shapes: readonly (readonly [GraphKind, (fields: Fields) => boolean])[] = [
  ['policy', (f) => f.has('conditions') && (f.has('state') || f.has('grantcontrols') || f.has('sessioncontrols'))],
  ['named location', (f) => f.has('ipranges') || f.has('countriesandregions') || f.has('compliantnetworktype')],
  ['authentication strength', (f) => f.has('allowedcombinations')],
  [
    'federation configuration',
    (f) => f.has('issueruri') || f.has('activesigninuri') || f.has('federatedidpmfabehavior'),
  ],
  [
    'domain',
    (f) => f.has('authenticationtype') && (f.has('isverified') || f.has('supportedservices') || f.has('isdefault')),
  ],
  ['organization', (f) => f.has('verifieddomains')],
  [
    'directory synchronization',
    (f) =>
      isMapping(f.get('features')) && fieldsOf(f.get('features') as Record<string, unknown>).has('passwordsyncenabled'),
  ],
  ['per-user MFA requirement', (f) => f.has('perusermfastate') && !f.has('accountenabled')],
  ['registration detail', (f) => f.has('ismfaregistered')],
  [
    'authorization policy',
    (f) => f.has('allowedtousesspr') || f.has('guestuserroleid') || f.has('blockmsolpowershell'),
  ],
  ['cross-tenant access partner', (f) => f.has('tenantid') && trusts.some((name) => f.has(name))],
  ['cross-tenant access default', (f) => !f.has('id') && trusts.some((name) => f.has(name))],
  ['home realm discovery policy', (f) => /homerealmdiscoverypolicy/i.test(`${f.get('definition')}`)],
  ['scoped role member', (f) => f.has('rolememberinfo') && f.has('administrativeunitid')],
  ['authentication methods policy', (f) => f.has('authenticationmethodconfigurations')],
  ['rollout policy', (f) => f.has('feature') && (f.has('isappliedtoorganization') || f.has('appliesto'))],
  ['role assignment', (f) => f.has('roledefinitionid') && f.has('principalid')],
  ['directory role', (f) => f.has('roletemplateid')],
  ['security defaults policy', (f) => f.has('isenabled') && /security ?defaults/i.test(`${f.get('displayname')}`)],
  ['authentication context', (f) => f.has('isavailable') && /^c\d+$/i.test(`${f.get('id')}`)],
  ['authentication method configuration', (f) => f.has('state') && methodIds.has(`${f.get('id')}`.toLowerCase())],
  ['user', (f) => f.has('userprincipalname')],
  [
    'group',
    (f) =>
      f.has('displayname') &&
      (f.has('grouptypes') || f.has('securityenabled') || f.has('mailnickname') || f.has('members')),
  ],
  ['application', (f) => f.has('appid') && f.has('displayname')],
]

/** The kind of an object: by its type, by the requested address, or by its fields. */
export function recognize(fields: Fields, context: string): GraphKind | undefined {
  const type = `${fields.get('@odata.type') ?? ''}`.toLowerCase()
  const typed = type === '' ? undefined : types.find(([name]) => type.endsWith(name))
  if (typed !== undefined) return typed[1]
  if (/securitydefaults/i.test(context) && fields.has('isenabled')) return 'security defaults policy'
  return shapes.find(([, fits]) => fits(fields))?.[0]
}
