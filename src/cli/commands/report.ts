import { populationOf } from '../../analysis/population/population.ts'
import { classesInWords, tenantSummary } from '../../analysis/wording/tenant-in-words.ts'
import type { StagedPlan } from '../../plan/states/staged-plan.ts'
import { auditBlocks } from '../../report/pages/audit-document.ts'
import { renderMarkdown } from '../../report/pages/markdown.ts'
import { renderRuleCatalog } from '../../report/pages/rule-catalog.ts'
import { renderUserPageHtml } from '../../report/pages/user-page-html.ts'
import { renderUserPages } from '../../report/pages/user-pages.ts'
import { blocksHtml, blocksMarkdown } from '../../report/text/blocks.ts'
import type { Audience } from '../../report/wording/nouns.ts'
import { allRules, ruleById } from '../../rules/index.ts'
import { contentHash, hashingReader } from '../../source/files/content-hash.ts'
import { outputText } from '../../source/text/output-text.ts'
import { shellWord } from '../../source/text/shell-word.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import { tenantAt } from '../../tenant/tenant-at.ts'
import { auditedLocations, auditedStrengths, auditSheet, policiesInUse, understood } from '../audit-facts.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { addFormatOption, readFormats } from '../formats.ts'
import { refuseSharedFiles } from '../guard-command.ts'
import { htmlPage } from '../html-page.ts'
import type { WithPeople } from '../load-people.ts'
import { loadReported, shownPeople } from '../load-reported.ts'
import { newCommand } from '../new-command.ts'
import { planReport, reportedPlan } from '../plan-page.ts'
import { type CurrentFile, type RecordedTests, readTests, testsAbout } from '../recorded-tests.ts'
import { playAny, readInstant, tracesOf } from '../request-options.ts'
import { oneOf, usageProblem } from '../usage.ts'

const formats = ['markdown', 'html'] as const
const endings = { markdown: 'md', html: 'html' } as const
const audiences = ['user', 'architect', 'auditor'] as const satisfies readonly Audience[]

interface ReportOptions {
  readonly format?: readonly string[]
  readonly output: string
  readonly asOf?: string
  readonly audience: string
  readonly tests?: string
}

/** `authplan report`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'report', {
    examples: [
      {
        line: 'authplan report tenant.yaml',
        says: 'reports/tenant.md and tenant.html, and the rules in reports/rules.md',
      },
      { line: 'authplan report scenarios/*.yaml -o out -f markdown', says: 'one Markdown report per file' },
      { line: 'authplan report tenant.yaml --audience user -o helpdesk', says: 'one page per client: what do I type?' },
      {
        line: 'authplan report tenant.yaml --audience auditor --tests run.json',
        says: 'policies in words, locations, strengths, requirements with their evidence',
      },
      {
        line: 'authplan report plan.yaml -f html --audience user',
        says: 'what changes for me: stage by stage for each cohort, to paste into a mail',
      },
      {
        line: 'authplan report tenant.yaml -f html:plan.html --tests run.json',
        says: 'one file to open, with the test results',
      },
    ],
  })
  command
    .argument('<FILE...>', 'tenant files, or plans in stages')
    .option('-o, --output <DIR>', 'the folder to write to', 'reports')
    .option('--as-of <DATE>', 'evaluate at this date or instant instead of the one in the file')
    .option(
      '--audience <AUDIENCE>',
      `${audiences.join(', ')}; user: pages for the helpdesk; auditor: a page for each policy`,
      'architect',
    )
    .option('--tests <RUN.json>', 'the results of `authplan test --format json`; only those for this file are shown')
  addFormatOption(command, formats, 'both')
  return command.action(async (files: readonly string[], options: ReportOptions) => {
    exit(await report(files, options, environment))
  })
}

async function report(files: readonly string[], options: ReportOptions, environment: Environment): Promise<ExitCode> {
  const targets = readTargets(options, files.length)
  const audience = oneOf('audience', options.audience, audiences)
  const names = distinctNames(files)
  if (audience !== 'user') refuseSharedFiles(pathsOf(targets, names, options.output), files, environment.cwd)
  const tests = options.tests === undefined ? undefined : readTests(environment, options.tests)
  const tenants: (WithPeople | StagedPlan)[] = []
  const formatsWanted = targets.map(({ format }) => format)
  const shown = shownPeople(audience, formatsWanted, options.asOf)
  for (const file of files)
    tenants.push((await reportedPlan(environment, file, options)) ?? (await loadReported(environment, file, shown)))
  for (const [index, tenant] of tenants.entries()) {
    const base = `${options.output}/${names[index]}`
    if ('stages' in tenant)
      for (const { format, file } of targets)
        await write(
          environment,
          file ?? `${base}.${endings[format]}`,
          await planReport(environment, tenant, { format, audience }),
        )
    else if (audience === 'user') await writeUserPages(tenant, options, base, environment)
    else for (const target of targets) await writeOne(tenant, target, { base, audience, options, tests }, environment)
  }
  // A plan's runbook names no rules.
  const isNamed = audience !== 'user' && tenants.some((tenant) => !('stages' in tenant))
  if (isNamed && targets.some(({ format, file }) => format === 'markdown' && file === undefined))
    await write(environment, `${options.output}/rules.md`, renderRuleCatalog(allRules))
  return 0
}

interface Target {
  readonly format: (typeof formats)[number]
  readonly file?: string
}

/** Formats without a file go to the folder, so any number of them is fine. */
function readTargets({ format }: ReportOptions, count: number): readonly Target[] {
  const wanted = format ?? formats
  const targets = wanted.flatMap((one) => readFormats([one], formats, 'markdown'))
  const named = targets.find(({ file }) => file !== undefined)
  if (named !== undefined && count > 1)
    throw usageProblem(`${count} reports cannot share \`${named.file}\``, 'name a folder: `-o DIR`')
  return targets
}

/** Every file that will be written. */
function pathsOf(targets: readonly Target[], names: readonly string[], folder: string): readonly string[] {
  const shared = targets.some(({ format, file }) => format === 'markdown' && file === undefined)
  const own = targets.flatMap(({ format, file }) =>
    file === undefined ? names.map((name) => `${folder}/${name}.${endings[format]}`) : [file],
  )
  return shared ? [...own, `${folder}/rules.md`] : own
}

interface About {
  readonly base: string
  readonly audience: Audience
  readonly options: ReportOptions
  readonly tests: RecordedTests | undefined
}

async function writeOne(loaded: WithPeople, target: Target, about: About, environment: Environment): Promise<void> {
  const { base, options, tests } = about
  const path = target.file ?? `${base}.${endings[target.format]}`
  if (about.audience === 'auditor') return write(environment, path, await auditOf(loaded, target, about, environment))
  if (target.format === 'markdown') return write(environment, path, markdownOf(loaded, about, environment))
  const { html } = await htmlPage(environment, loaded.tenant.file, {
    ...(options.asOf === undefined ? {} : { asOf: readInstant(options.asOf) }),
    ...(tests === undefined ? {} : { tests }),
  })
  await write(environment, path, html)
}

/** For auditors: a page for each policy, what policies name, requirements, and in Markdown all sign-ins below. */
async function auditOf(
  loaded: WithPeople,
  { format }: Target,
  about: About,
  environment: Environment,
): Promise<string> {
  const { tenant, beside } = loaded
  const { options, tests } = about
  const { asOf } = options
  const at = asOf === undefined ? tenant.asOf : readInstant(asOf)
  const { header, sessions } = playAny(tenant, asOf === undefined ? {} : { asOf })
  const judged = tenantAt(tenant, at)
  const blocks = auditBlocks({
    name: header.tenant,
    asOf: header.asOf,
    file: tenant.file,
    summary: tenantSummary(judged, beside),
    ...policiesInUse(judged, tracesOf(sessions)),
    sheet: await auditSheet(environment, loaded, at),
    locations: auditedLocations(judged),
    strengths: auditedStrengths(judged),
    tests: tests === undefined ? undefined : testsAbout(tests, currentFile(tenant.file, environment)),
    understanding: understood(tenant, at),
  })
  if (format === 'html') return blocksHtml(header.tenant, blocks)
  return markdownOf(loaded, about, environment, blocksMarkdown(blocks))
}

/** For people and the helpdesk: one page a client. */
async function writeUserPages(
  { tenant, beside }: WithPeople,
  options: ReportOptions,
  folder: string,
  environment: Environment,
): Promise<void> {
  const { asOf } = options
  const { sessions } = playAny(tenant, asOf === undefined ? {} : { asOf })
  const bundle = await import('../../page/generated/page-bundle.js')
  const note = beside === undefined ? undefined : classesInWords(beside)
  for (const page of renderUserPages(tracesOf(sessions), note)) {
    const base = `${folder}/${page.client.replace(/[^\p{L}\p{N}]+/gu, '-')}`
    await write(environment, `${base}.md`, page.markdown)
    await write(environment, `${base}.html`, renderUserPageHtml(page, bundle))
  }
}

async function write({ writeFile, stderr }: Environment, path: string, text: string): Promise<void> {
  await writeFile(path, outputText(path.endsWith('.html') ? 'html' : 'markdown', text))
  stderr(`wrote ${shellWord(path)}\n`)
}

function markdownOf({ tenant, beside }: WithPeople, about: About, environment: Environment, opening?: string): string {
  const {
    options: { asOf },
    audience,
    tests,
  } = about
  const { header, sessions } = playAny(tenant, asOf === undefined ? {} : { asOf })
  return renderMarkdown({
    name: header.tenant,
    asOf: header.asOf,
    file: tenant.file,
    summary: tenantSummary(tenantAt(tenant, asOf === undefined ? tenant.asOf : readInstant(asOf)), beside),
    sessions: tracesOf(sessions),
    ...(opening === undefined ? {} : { opening }),
    ruleOf: ruleById,
    rulesPage: 'rules.md',
    audience,
    ...(tests === undefined ? {} : { tests: testsAbout(tests, currentFile(tenant.file, environment)) }),
  })
}

/** A tenant file with the hash that a run records of it. */
function currentFile(file: string, { cwd, reader }: Environment): CurrentFile {
  const hashing = hashingReader(reader)
  const loaded = loadTenant(file, hashing.reader)
  if (loaded.ok && loaded.value.population !== undefined) populationOf(loaded.value, hashing.reader)
  return { cwd, file, sha256: contentHash(file, hashing.digests) }
}

/** Names of the reports: those of the files without folder and ending; two alike cannot be distinguished. */
function distinctNames(files: readonly string[]): readonly string[] {
  const names = files.map((file) => file.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, ''))
  const twice = names.find((name, index) => names.indexOf(name) !== index || name === 'rules')
  if (twice !== undefined)
    throw usageProblem(`two reports would be called \`${twice}\``, 'rename a file, or write the reports one by one')
  return names
}
