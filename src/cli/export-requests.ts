import { join } from 'node:path'
import { requestSet } from '../proof/request-set.ts'
import { answerEnding, requestEnding, requestFiles } from '../report/text/request-files.ts'
import { counted } from '../vocabulary/counted.ts'
import type { Instant } from '../vocabulary/requests.ts'
import type { Environment, ExitCode } from './environment.ts'
import { loadWithEverybody } from './load-people.ts'
import { usageProblem } from './usage.ts'

const beside: ReadonlySet<string> = new Set(['export', 'asOf'])

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

/** Writes requests that show whether a tenant reads its policies as the model does. */
export async function exportRequests(
  environment: Environment,
  file: string,
  folder: string,
  at: Instant | undefined,
): Promise<ExitCode> {
  const tenant = await loadWithEverybody(environment, file)
  refuseAnswered(environment, folder)
  const set = requestSet(tenant, at ?? tenant.asOf)
  if (set.requests.length === 0)
    throw usageProblem(
      `no request to write: ${set.without.length === 0 ? 'no policy is enforced or report-only' : 'no policy applies to a person or program that the file declares'}`,
    )
  for (const { name, text } of requestFiles(set, file)) await environment.writeFile(join(folder, name), text)
  const policies = new Set(set.requests.flatMap(({ aims }) => aims.map(({ policy }) => policy)))
  environment.stdout(
    `wrote ${counted(set.requests.length, 'request')} (*${requestEnding}) for ${counted(policies.size, 'policy', 'policies')} to ${folder}, ` +
      'with policies.Tests.ps1 and README.md\n' +
      (set.without.length === 0
        ? ''
        : `${counted(set.without.length, 'policy', 'policies')} without a request: README.md lists them\n`),
  )
  return 0
}
