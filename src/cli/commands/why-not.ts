import { readPlan } from '../../analysis/matrix/plan.ts'
import { populationOf } from '../../analysis/population/population.ts'
import { type WhyNot, whyNot } from '../../analysis/why-not/why-not.ts'
import { jsonText } from '../../report/json/json.ts'
import { coloredReport, plainReport } from '../../report/tables/report-paint.ts'
import { proofWords, renderWhyNotMarkdown, renderWhyNotText, whyNotJson } from '../../report/text/why-not-text.ts'
import { shellWord } from '../../source/text/shell-word.ts'
import { findUser } from '../../tenant/find.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { meets, readExpectation } from '../expectation.ts'
import { addFormatOption, emit, readFormats } from '../formats.ts'
import { accepted } from '../load.ts'
import { refuseUnknownUser } from '../load-people.ts'
import { newCommand } from '../new-command.ts'
import { readFilter, readInstant } from '../request-options.ts'
import { usageProblem } from '../usage.ts'
import { wholeNumber } from '../whole-number.ts'

const formats = ['text', 'json', 'markdown'] as const

interface WhyNotOptions {
  readonly user?: string
  readonly client?: string
  readonly purpose?: string
  readonly network?: string
  readonly asOf?: string
  readonly want?: string
  readonly limit?: string
  readonly write?: string
  readonly format?: readonly string[]
}

/** `authplan why-not`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'why-not', {
    exit1: 'no single change or pair of changes achieves it',
    notes:
      'Tries every single change, then every pair; if a single change is enough, only pairs with fewer side effects. Changes that `authplan check` would flag are not proposed. Tried are: client version, registry and settings, user, policies, tenant switches, domain, identity provider, workloads, network, rollouts, autodiscover.',
    examples: [
      {
        line: 'authplan why-not tenant.yaml -u "Finance lead" -c outlook-2010 --want interactive',
        says: 'how can they avoid the app password?',
      },
      {
        line: 'authplan why-not tenant.yaml -u "Finance lead" -c outlook-2013 -p read-mail -n internet --want interactive --write 1',
        says: 'apply the first change to the file',
      },
      {
        line: 'authplan why-not tenant.yaml -u clerk@contoso.com -c imap-client --want blocked',
        says: 'how to block it',
      },
    ],
  })
  command
    .argument('<FILE>', 'a tenant file')
    .option('-u, --user <USER>', 'user principal name or display name')
    .option('-c, --client <CLIENT>', 'a client of the file')
    .option('-w, --want <VERDICT|CREDENTIAL>', 'the wanted outcome of the sign-in')
    .option('-p, --purpose <PURPOSE>', 'for this purpose (default: every purpose of the client)')
    .option('-n, --network <NETWORK>', 'from this network (default: every network)')
    .option('--as-of <DATE>', 'evaluate at this date or instant instead of the one in the file')
    .option('--limit <NUMBER>', 'the maximum number of sets to find (default: 20)')
    .option('--write <NUMBER>', 'apply this set to the file; comments and layout are kept')
  addFormatOption(command, formats, 'text')
  return command.action(async (file: string, options: WhyNotOptions) => {
    exit(await run(file, options, environment))
  })
}

async function run(file: string, options: WhyNotOptions, environment: Environment): Promise<ExitCode> {
  const targets = readFormats(options.format, formats, 'text')
  const limit = wholeNumber('--limit', options.limit)
  const chosen = wholeNumber('--write', options.write)
  const { user, client, want } = options
  if (user === undefined || client === undefined || want === undefined)
    throw usageProblem(
      `\`--${user === undefined ? 'user' : client === undefined ? 'client' : 'want'}\` is missing`,
      'name the user, the client and the wanted outcome',
    )
  const wanted = readExpectation(want)
  const at = options.asOf === undefined ? undefined : readInstant(options.asOf)
  const plan = await accepted(environment, quiet(readPlan(file, environment.reader, at)))
  const { network, purpose } = options
  const filter = readFilter(plan.tenant, { client, ...(network && { network }), ...(purpose && { purpose }) })
  const asked = { ...filter, client: filter.client ?? client, user: await userOf(environment, plan.tenant, user) }
  const search = {
    plan,
    filter: asked,
    reader: environment.reader,
    wanted: (traces: Parameters<typeof meets>[0]) => meets(traces, wanted),
  }
  const found = await accepted(environment, whyNot(limit === undefined ? search : { ...search, limit }))
  if (found.requests.length === 0) throw usageProblem('these options select no sign-in of this tenant')
  await emit(environment, targets, (format) => {
    if (format === 'json') return jsonText(whyNotJson(found, want))
    if (format === 'markdown') return renderWhyNotMarkdown(found)
    return renderWhyNotText(found, environment.color.stdout ? coloredReport : plainReport)
  })
  if (chosen !== undefined && !found.already) await write(file, found, chosen, environment)
  return found.already || found.sets.length > 0 ? 0 : 1
}

/** Warnings of the file are for `authplan check`. */
const quiet = (plan: ReturnType<typeof readPlan>): ReturnType<typeof readPlan> =>
  plan.ok ? { ...plan, warnings: [] } : plan

/** The user principal name of a user; one of a file of people is known only when that is read. */
async function userOf(environment: Environment, tenant: Tenant, text: string): Promise<string> {
  const found = findUser(tenant, text)
  if (found.found) return found.value.userPrincipalName
  if (tenant.population === undefined) return readFilter(tenant, { user: text }).user ?? text
  const read = await accepted(environment, populationOf(tenant, environment.reader, { people: [text] }))
  await refuseUnknownUser(environment, tenant, read.tenant, text)
  return readFilter(read.tenant, { user: text }).user ?? text
}

async function write(file: string, found: WhyNot, chosen: number, environment: Environment): Promise<void> {
  const set = found.sets[chosen - 1]
  if (set === undefined) throw usageProblem(`there is no set ${chosen}`, proofWords(found))
  for (const changed of set.files) {
    const path = changed.name === found.file ? file : changed.name
    await environment.writeFile(path, changed.text)
    environment.stderr(`${shellWord(path)}: set ${chosen} written\n`)
  }
}
