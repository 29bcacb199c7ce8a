import { join } from 'node:path'
import type { RequestSet } from '../proof/aimed-request.ts'
import { describedRequests } from '../proof/described-requests.ts'
import { requestSet } from '../proof/request-set.ts'
import { answerEnding, requestEnding, requestFiles } from '../report/text/request-files.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { counted } from '../vocabulary/counted.ts'
import type { Instant } from '../vocabulary/requests.ts'
import type { Environment, ExitCode } from './environment.ts'
import { removeIfKilled } from './leftovers.ts'
import { loadWithEverybody } from './load-people.ts'
import { invalidInput, usageProblem } from './usage.ts'
import { withCucumber } from './with-cucumber.ts'

const beside: ReadonlySet<string> = new Set(['export', 'features', 'asOf'])

/** Refuses options that say something about one request, beside `--export`. */
export function refuseBesideExport(given: readonly string[]): void {
  const [other] = given.filter((name) => !beside.has(name))
  if (other !== undefined) throw usageProblem(`\`--${other}\` has no effect with \`--export\``)
}

/** Refuses a folder that holds answers already: they would stand beside requests that nobody was asked. */
function refuseAnswered({ reader }: Environment, folder: string): void {
  if (reader.glob(`${folder}/*${answerEnding}`).ok)
    throw usageProblem(`\`${folder}\` holds answers to other requests`, 'name another folder, or remove the answers')
}

/** What to write requests of: a tenant file, the features that describe sign-ins, and at which instant. */
export interface RequestsToExport {
  readonly file: string
  readonly folder: string
  /** Absent where the policies themselves decide what to ask. */
  readonly features?: readonly string[]
  readonly at?: Instant
}

/** Requests that show each policy of the tenant. */
function requestsOfPolicies(tenant: Tenant, at: Instant): RequestSet {
  const set = requestSet(tenant, at)
  if (set.requests.length > 0) return set
  throw usageProblem(
    `no request to write: ${set.without.length === 0 ? 'no policy is enforced or report-only' : 'no policy applies to a person or program that the file declares'}`,
  )
}

/** The sign-ins that scenarios describe, as requests. */
async function requestsOfFeatures(
  environment: Environment,
  tenant: Tenant,
  { file, features = [] }: RequestsToExport,
  at: Instant,
): Promise<RequestSet> {
  const { describedSignIns } = await withCucumber(() => import('../gherkin/run/described-sign-ins.ts'))
  const { cwd, reader } = environment
  const played = await describedSignIns({ paths: features, tenantFile: file, cwd, reader, removeIfKilled })
  if (!played.ok) {
    environment.stderr(`${played.text}\n`)
    throw invalidInput()
  }
  const own = played.scenarios.filter(({ leftOut }) => leftOut === undefined)
  const others = played.scenarios.flatMap(({ name, place, leftOut: why }) =>
    why === undefined ? [] : [{ name, place, why }],
  )
  const set = describedRequests(tenant, own, at)
  const leftOut = [...(set.leftOut ?? []), ...others]
  if (set.requests.length > 0) return { ...set, leftOut }
  const [first] = leftOut
  throw usageProblem(
    `no request to write: no scenario describes a sign-in to \`${file}\` that comes to Conditional Access`,
    first === undefined ? 'name other features' : `of ${first.place}, ${first.why}`,
  )
}

function leftOutInWords({ without, leftOut = [] }: RequestSet): string {
  const words = [
    ...(without.length === 0 ? [] : [counted(without.length, 'policy', 'policies')]),
    ...(leftOut.length === 0 ? [] : [counted(leftOut.length, 'scenario')]),
  ]
  const them = without.length > 0 ? 'them' : 'them, and why'
  return words.length === 0 ? '' : `${words.join(' and ')} without a request: README.md lists ${them}\n`
}

/** Writes requests that show whether a tenant reads its policies as the model does. */
export async function exportRequests(environment: Environment, asked: RequestsToExport): Promise<ExitCode> {
  const { file, folder, features, at } = asked
  const tenant = await loadWithEverybody(environment, file)
  refuseAnswered(environment, folder)
  const instant = at ?? tenant.asOf
  const set =
    features === undefined
      ? requestsOfPolicies(tenant, instant)
      : await requestsOfFeatures(environment, tenant, asked, instant)
  for (const { name, text } of requestFiles(set, file)) await environment.writeFile(join(folder, name), text)
  const policies = new Set(set.requests.flatMap(({ aims }) => aims.map(({ policy }) => policy)))
  environment.stdout(
    `wrote ${counted(set.requests.length, 'request')} (*${requestEnding}) for ${counted(policies.size, 'policy', 'policies')} to ${folder}, ` +
      `with policies.Tests.ps1 and README.md\n${leftOutInWords(set)}`,
  )
  return 0
}
