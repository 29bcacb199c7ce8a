import { below, type Place, placed } from './place.ts'
import type { ApplicationFile, AssigneeFile } from './settings/applications.ts'
import type { Application, Tenant } from './tenant.ts'
import type { TenantFile } from './tenant-file.ts'

/** Everyone who is assigned, by each name that the file has for them. */
const assigneesOf = (assigned: readonly AssigneeFile[]): ReadonlySet<string> =>
  new Set(
    assigned
      .flatMap((one) => (typeof one === 'string' ? [one] : [one.principalId, one.principalDisplayName]))
      .flatMap((name) => name?.toLowerCase() ?? []),
  )

function application(place: Place, file: ApplicationFile): Application {
  return {
    ...placed(place, file, []),
    assumed: {},
    name: file.displayName,
    appId: file.appId.toLowerCase(),
    publicClient: file.publicClient === true,
    enabled: file.accountEnabled !== false,
    assignmentRequired: file.appRoleAssignmentRequired === true,
    ...(file.sessionHosts === undefined ? {} : { sessionHosts: file.sessionHosts }),
    ...(file.appRoleAssignedTo === undefined ? {} : { assignees: assigneesOf(file.appRoleAssignedTo) }),
  }
}

/** The applications of a file, by app id. */
export function applications(place: Place, file: TenantFile): Tenant['applications'] {
  const all = (file.applications ?? []).map((one, index) => application(below(place, 'applications', index), one))
  return new Map(all.map((one) => [one.appId, one]))
}

/** Who is assigned, by app id, to the applications that require it and say so. */
export const assignedIn = (file: Pick<TenantFile, 'applications'>): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    (file.applications ?? []).flatMap(({ appId, appRoleAssignmentRequired, appRoleAssignedTo }) =>
      appRoleAssignmentRequired === true && appRoleAssignedTo !== undefined
        ? [[appId.toLowerCase(), assigneesOf(appRoleAssignedTo)] as const]
        : [],
    ),
  )
