import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { ApplicationFile, TenantFile } from '../../tenant/tenant-file.ts'
import type { CoverageEntry } from '../coverage.ts'
import { disputedValues } from '../in-dispute.ts'
import { flagIn, type GraphObject, listIn, nameOf, ofKind, sortedObjects, textIn } from './collect.ts'
import type { GraphKind } from './recognize.ts'

/** Tenant-wide settings of an export. */
export interface ImportedSettings {
  readonly name?: string
  readonly createdDateTime?: string
  readonly licences?: TenantFile['licences']
  readonly securityDefaults?: boolean
  readonly exportsDisagree?: TenantFile['exportsDisagree']
  readonly authorizationPolicy?: TenantFile['authorizationPolicy']
  readonly applications: readonly ApplicationFile[]
  readonly coverage: readonly CoverageEntry[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Service plans that bring a licence, by id. */
const plans: ReadonlyMap<string, 'p1' | 'p2'> = new Map([
  ['41781fb2-bc02-4b7c-bd55-b576c07bb09d', 'p1'],
  ['eec0eb4f-6444-4f95-aba0-50c24d67f998', 'p2'],
])

function licencesOf(organization: GraphObject | undefined): TenantFile['licences'] {
  if (organization === undefined || !organization.fields.has('assignedplans')) return undefined
  const assigned = listIn(organization.fields, 'assignedplans').filter(
    (plan) => (textIn(plan, 'capabilitystatus') ?? 'enabled').toLowerCase() === 'enabled',
  )
  const found = assigned.flatMap((plan) => plans.get((textIn(plan, 'serviceplanid') ?? '').toLowerCase()) ?? [])
  return found.length === 0 ? ['free'] : [...new Set(found)].sort()
}

function applicationsOf(objects: readonly GraphObject[]): readonly ApplicationFile[] {
  return sortedObjects(ofKind(objects, 'application')).flatMap((object) => {
    const appId = textIn(object.fields, 'appid')
    if (appId === undefined) return []
    const fallback = flagIn(object.fields, 'isfallbackpublicclient')
    return [{ displayName: nameOf(object), appId, ...(fallback === undefined ? {} : { publicClient: fallback }) }]
  })
}

/** The organizations of further tenants, whose exports are among those of the first. */
function ofOtherTenants(objects: readonly GraphObject[]): Pick<ImportedSettings, 'coverage' | 'diagnostics'> {
  const [first, ...others] = sortedObjects(ofKind(objects, 'organization'))
  const strange = first === undefined ? [] : others
  const name = first === undefined ? '' : nameOf(first)
  return {
    coverage: strange.map((object) => ({
      source: object.document.source.name,
      kind: 'organization',
      name: nameOf(object),
      status: 'not-understood',
      note: `it is another tenant than ${name}: import the exports of each tenant by themselves`,
    })),
    diagnostics: strange.map((object) => ({
      code: 'IMP-38',
      args: { name, other: nameOf(object) },
      at: object.document.rangeOf(object.path),
    })),
  }
}

/** Objects on which no sign-in depends. */
const unused: readonly GraphKind[] = ['scoped role member']
/** Objects that other parts of an import read. */
const read: readonly GraphKind[] = [
  'organization',
  'directory synchronization',
  'security defaults policy',
  'authorization policy',
  'rollout policy',
  'per-user MFA requirement',
  'registration detail',
  'directory role',
  'role assignment',
  'group',
  'application',
]

/** Name, age, licenses, security defaults and applications of a tenant. */
export function importSettings(objects: readonly GraphObject[]): ImportedSettings {
  const [organization] = sortedObjects(ofKind(objects, 'organization'))
  const [defaults] = ofKind(objects, 'security defaults policy')
  const [name, created] = [
    organization && textIn(organization.fields, 'displayname'),
    organization && textIn(organization.fields, 'createddatetime'),
  ]
  const licences = licencesOf(organization)
  const others = ofOtherTenants(objects)
  const enabled = defaults && flagIn(defaults.fields, 'isenabled')
  const disputed = disputedValues(defaults?.fields.get('isenabled'))
  const blocks = ofKind(objects, 'authorization policy').some(({ fields }) => flagIn(fields, 'blockmsolpowershell'))
  const entries = (kinds: readonly GraphKind[], status: CoverageEntry['status']): readonly CoverageEntry[] =>
    kinds.flatMap((kind) =>
      sortedObjects(ofKind(objects, kind)).map((object) => ({
        source: object.document.source.name,
        kind,
        name: nameOf(object),
        status,
      })),
    )
  return {
    ...(name === undefined ? {} : { name }),
    ...(created === undefined || Number.isNaN(Date.parse(created))
      ? {}
      : { createdDateTime: created.replace(/(\.\d{3})\d+/, '$1') }),
    ...(licences === undefined ? {} : { licences }),
    ...(enabled === undefined ? {} : { securityDefaults: enabled }),
    ...(disputed === undefined ? {} : { exportsDisagree: { securityDefaults: disputed } }),
    // It is off where nothing is said.
    ...(blocks ? { authorizationPolicy: { blockMsolPowerShell: true } } : {}),
    applications: applicationsOf(objects),
    coverage: [...entries(read, 'understood'), ...entries(unused, 'unused'), ...others.coverage],
    diagnostics: others.diagnostics,
  }
}
