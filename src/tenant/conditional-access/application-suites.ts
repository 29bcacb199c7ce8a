import { type Application, applicationOf, applications, inSuite } from '../../catalog/applications.ts'

/** Words that stand for many applications. */
export const suiteWords = ['Office365', 'MicrosoftAdminPortals'] as const

const byName: ReadonlyMap<string, Application> = new Map(
  applications
    .filter(({ role }) => role !== 'client')
    .map((application) => [application.name.toLowerCase(), application]),
)

/** Names and ids of the catalog that a policy can name. */
export const applicationNames: readonly string[] = applications
  .filter(({ role, appIds }) => role !== 'client' && appIds.length > 0)
  .flatMap(({ id, name }) => [id, name])

/** The app ids behind an id, a name or an id of the catalog; undefined for any other word, or where no id is known. */
export function applicationIdsOf(word: string): readonly string[] | undefined {
  const lower = word.toLowerCase()
  const found = byName.get(lower) ?? applicationOf(lower)
  if (found === undefined || found.appIds.length === 0) return undefined
  return found.appIds.includes(lower) ? [lower] : found.appIds
}

const managementApi = applicationOf('azure-service-management')?.appIds[0]

/** Whether a policy that names one application reaches another: the management API answers for what builds on it. */
export function answersFor(named: string, application: string): boolean {
  return named === application || (named === managementApi && inSuite(application, 'WindowsAzureServiceManagementApi'))
}

/** Whether an application belongs to one of the suites. */
export function inSuites(application: string, suites: readonly string[]): boolean {
  return suites.some((suite) => inSuite(application, suite))
}

/** One service that another one needs: its policies bind too, before sign-in or when the service is called. */
export interface NeededService {
  readonly application: string
  /** Id in the catalog. */
  readonly service: string
}

function needsOf(
  application: Application | undefined,
  binding: 'early' | 'late',
  found: Map<string, NeededService>,
): void {
  for (const need of application?.dependsOn ?? []) {
    const needed = need.binding === binding ? applicationOf(need.on) : undefined
    const [appId] = needed?.appIds ?? []
    if (needed === undefined || appId === undefined || found.has(appId)) continue
    found.set(appId, { application: appId, service: needed.id })
    needsOf(needed, binding, found)
  }
}

/** The services that applications need, of one binding, the needs of needs included. */
export function neededServices(applications: readonly string[], binding: 'early' | 'late'): readonly NeededService[] {
  const found = new Map<string, NeededService>()
  for (const application of applications) needsOf(applicationOf(application), binding, found)
  return [...found.values()].filter(({ application }) => !applications.includes(application))
}

/** The directory as a resource, which the lowest scopes belong to. */
export const directoryApplications: readonly string[] = [
  ...(applicationOf('windows-azure-active-directory')?.appIds ?? []),
  ...(applicationOf('microsoft-graph')?.appIds ?? []),
]
