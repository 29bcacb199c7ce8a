import { renderMarkdown } from '../../report/markdown.ts'
import { renderRuleCatalog } from '../../report/rule-catalog.ts'
import { renderUserPages } from '../../report/user-pages.ts'
import type { Audience } from '../../report/wording/nouns.ts'
import { allRules, ruleById } from '../../rules/index.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { addFormatOption, readFormats } from '../formats.ts'
import { loadFor } from '../load.ts'
import type { DefineCommand } from '../load-command.ts'
import { newCommand } from '../new-command.ts'
import { playAny } from '../request-options.ts'
import { tenantSummary } from '../tenant-summary.ts'
import { oneOf, usageProblem } from '../usage.ts'

const formats = ['markdown'] as const
const audiences = ['user', 'architect', 'auditor'] as const satisfies readonly Audience[]

interface ReportOptions {
  readonly format?: readonly string[]
  readonly output: string
  readonly asOf?: string
  readonly audience: string
}

/** `authplan report`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'report', {
    examples: [
      { line: 'authplan report tenant.yaml', says: 'reports/tenant.md, and the rules it cites in reports/rules.md' },
      { line: 'authplan report scenarios/*.yaml -o out', says: 'one report a file' },
      { line: 'authplan report tenant.yaml --audience user -o helpdesk', says: 'one page a client: what do I type?' },
      { line: 'authplan report tenant.yaml -f markdown:PLAN.md', says: 'one report under a name of your own' },
    ],
  })
  command
    .argument('<FILE...>', 'tenant files')
    .option('-o, --output <DIR>', 'the folder to write to', 'reports')
    .option('--as-of <DATE>', 'judge at this date or instant instead of the one in the file')
    .option('--audience <AUDIENCE>', audiences.join(', '), 'architect')
  addFormatOption(command, formats, 'markdown')
  return command.action(async (files: readonly string[], options: ReportOptions) => {
    exit(await report(files, options, environment))
  })
}

async function report(files: readonly string[], options: ReportOptions, environment: Environment): Promise<ExitCode> {
  const targets = readFormats(options.format, formats, 'markdown')
  const audience = oneOf('audience', options.audience, audiences)
  const names = distinctNames(files)
  const named = targets.find(({ file }) => file !== undefined)
  if (named !== undefined && files.length > 1)
    throw usageProblem(`${files.length} reports cannot share \`${named.file}\``, 'name a folder: `-o DIR`')
  const tenants: Tenant[] = []
  for (const file of files) tenants.push(await loadFor(environment, file))
  for (const [index, tenant] of tenants.entries()) {
    if (audience === 'user') {
      await writeUserPages(tenant, options, `${options.output}/${names[index]}`, environment)
      continue
    }
    const text = markdownOf(tenant, options, audience)
    for (const { file } of targets) await write(environment, file ?? `${options.output}/${names[index]}.md`, text)
  }
  if (audience !== 'user' && targets.some(({ file }) => file === undefined))
    await write(environment, `${options.output}/rules.md`, renderRuleCatalog(allRules))
  return 0
}

/** For people and the helpdesk: one page a client. */
async function writeUserPages(
  tenant: Tenant,
  options: ReportOptions,
  folder: string,
  environment: Environment,
): Promise<void> {
  const { asOf } = options
  const { sessions } = playAny(tenant, asOf === undefined ? {} : { asOf })
  for (const { client, markdown } of renderUserPages(sessions.map(({ traces }) => traces)))
    await write(environment, `${folder}/${client.replace(/[^\p{L}\p{N}]+/gu, '-')}.md`, markdown)
}

async function write({ writeFile, stderr }: Environment, path: string, text: string): Promise<void> {
  await writeFile(path, text)
  stderr(`wrote ${path}\n`)
}

function markdownOf(tenant: Tenant, { asOf }: ReportOptions, audience: Audience): string {
  const { header, sessions } = playAny(tenant, asOf === undefined ? {} : { asOf })
  return renderMarkdown({
    name: header.tenant,
    asOf: header.asOf,
    file: tenant.file,
    summary: tenantSummary(tenant),
    sessions: sessions.map(({ traces }) => traces),
    ruleOf: ruleById,
    rulesPage: 'rules.md',
    audience,
  })
}

/** Names of the reports: those of the files without folder and ending; two alike cannot be told apart. */
function distinctNames(files: readonly string[]): readonly string[] {
  const names = files.map((file) => file.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, ''))
  const twice = names.find((name, index) => names.indexOf(name) !== index || name === 'rules')
  if (twice !== undefined)
    throw usageProblem(`two reports would be called \`${twice}.md\``, 'rename a file, or write them one by one')
  return names
}
