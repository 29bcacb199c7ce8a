import type {
  AccessFile,
  CrossTenantFile,
  InboundTrustFile,
  TargetsFile,
} from '../../tenant/settings/cross-tenant-access.ts'
import type { CrossTenantAccessFile, HomeRealmDiscoveryPolicyFile } from '../../tenant/tenant-file.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import type { CoverageEntry } from '../coverage.ts'
import { said } from '../said.ts'
import { flagIn, type GraphObject, listIn, nameOf, ofKind, sortedObjects, textIn } from './collect.ts'
import { type Fields, fieldsOf } from './recognize.ts'

/** Statements of an export about trust in other tenants and about who verifies the passwords of federated users. */
export interface ImportedTrust {
  readonly crossTenantAccess?: CrossTenantAccessFile
  readonly homeRealmDiscoveryPolicies: readonly HomeRealmDiscoveryPolicyFile[]
  readonly coverage: readonly CoverageEntry[]
}

/** The inbound trust of a tenant; null, or nothing at all, inherits the default. */
function inboundTrustOf(fields: Fields): InboundTrustFile | null {
  const trust = fields.get('inboundtrust')
  if (!isMapping(trust)) return null
  const own = fieldsOf(trust)
  return said<InboundTrustFile>({
    isMfaAccepted: flagIn(own, 'ismfaaccepted'),
    isCompliantDeviceAccepted: flagIn(own, 'iscompliantdeviceaccepted'),
    isHybridAzureADJoinedDeviceAccepted: flagIn(own, 'ishybridazureadjoineddeviceaccepted'),
  })
}

const accessTypeOf = (word: string | undefined): TargetsFile['accessType'] =>
  word === 'allowed' || word === 'blocked' ? word : undefined

/** What is allowed or blocked; undefined if not stated. */
function targetsOf(value: unknown): TargetsFile | undefined {
  if (!isMapping(value)) return undefined
  const own = fieldsOf(value)
  const targets = listIn(own, 'targets').flatMap((one) => {
    const target = textIn(one, 'target')
    return target === undefined
      ? []
      : [said<{ target: string; targetType?: string }>({ target, targetType: textIn(one, 'targettype') })]
  })
  return said<TargetsFile>({ accessType: accessTypeOf(textIn(own, 'accesstype')), targets })
}

function accessOf(fields: Fields, key: string): AccessFile | undefined {
  const value = fields.get(key)
  if (!isMapping(value)) return undefined
  const own = fieldsOf(value)
  return said<AccessFile>({
    usersAndGroups: targetsOf(own.get('usersandgroups')),
    applications: targetsOf(own.get('applications')),
  })
}

/** What a tenant, or the default, lets in and trusts. */
const entryFields = (fields: Fields): CrossTenantFile =>
  said<CrossTenantFile>({
    inboundTrust: inboundTrustOf(fields),
    b2bCollaborationInbound: accessOf(fields, 'b2bcollaborationinbound'),
    b2bDirectConnectInbound: accessOf(fields, 'b2bdirectconnectinbound'),
  })

function crossTenantAccessOf(objects: readonly GraphObject[]): CrossTenantAccessFile | undefined {
  const [standard] = sortedObjects(ofKind(objects, 'cross-tenant access default'))
  const partners = ofKind(objects, 'cross-tenant access partner').flatMap(({ fields }) => {
    const tenantId = textIn(fields, 'tenantid')
    return tenantId === undefined ? [] : [{ tenantId, ...entryFields(fields) }]
  })
  if (standard === undefined && partners.length === 0) return undefined
  return said<CrossTenantAccessFile>({
    default: standard && entryFields(standard.fields),
    partners: partners.toSorted((one, other) => (one.tenantId < other.tenantId ? -1 : 1)),
  })
}

/** The settings in the definition of a policy, which Graph keeps as JSON in a text. */
function definitionOf(fields: Fields): Fields {
  const written = fields.get('definition')
  const [text] = Array.isArray(written) ? written : [written]
  try {
    const parsed: unknown = JSON.parse(`${text}`)
    const inner = isMapping(parsed) ? fieldsOf(parsed).get('homerealmdiscoverypolicy') : undefined
    return isMapping(inner) ? fieldsOf(inner) : new Map()
  } catch {
    return new Map()
  }
}

function homeRealmPolicyOf(object: GraphObject): HomeRealmDiscoveryPolicyFile {
  const applications = listIn(object.fields, 'appliesto').flatMap((application) => textIn(application, 'appid') ?? [])
  return said<HomeRealmDiscoveryPolicyFile>({
    displayName: textIn(object.fields, 'displayname'),
    // The vendor's default where a definition is silent.
    allowCloudPasswordValidation: flagIn(definitionOf(object.fields), 'allowcloudpasswordvalidation') ?? false,
    isOrganizationDefault: flagIn(object.fields, 'isorganizationdefault'),
    applications: applications.toSorted(),
  })
}

/** Partner fields about this tenant's users in other tenants, whose sign-ins are not simulated. */
const restrictions = ['tenantrestrictions']

function entryOf(object: GraphObject): CoverageEntry {
  const kind = object.kind
  const name = textIn(object.fields, 'tenantid') ?? nameOf(object)
  const entry: CoverageEntry = { source: object.document.source.name, kind, name, status: 'understood' }
  const left = restrictions.filter((field) => isMapping(object.fields.get(field)))
  return left.length === 0 ? entry : { ...entry, note: `read for its inbound settings; ${left.join(', ')} ignored` }
}

/** Cross-tenant access settings and home realm discovery policies of an export. */
export function importTrust(objects: readonly GraphObject[]): ImportedTrust {
  const crossTenantAccess = crossTenantAccessOf(objects)
  const policies = sortedObjects(ofKind(objects, 'home realm discovery policy'))
  const read = [
    ...sortedObjects(ofKind(objects, 'cross-tenant access default')),
    ...sortedObjects(ofKind(objects, 'cross-tenant access partner')),
    ...policies,
  ]
  return {
    ...(crossTenantAccess === undefined ? {} : { crossTenantAccess }),
    homeRealmDiscoveryPolicies: policies.map(homeRealmPolicyOf),
    coverage: read.map(entryOf),
  }
}
