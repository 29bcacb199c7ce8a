import { tenantSummary } from '../../analysis/wording/tenant-in-words.ts'
import { explainedSessionJson, simulationLines } from '../../report/json/json.ts'
import { renderMarkdown } from '../../report/pages/markdown.ts'
import { coloredReport, plainReport } from '../../report/tables/report-paint.ts'
import { singleLine } from '../../report/tables/single-line.ts'
import { renderPolicyGrid } from '../../report/text/policy-grid.ts'
import { renderExplanation } from '../../report/text/text.ts'
import { ruleById } from '../../rules/index.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { tenantAt } from '../../tenant/tenant-at.ts'
import type { Trace } from '../../trace/step.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { explainPolicy } from '../explain-policy.ts'
import { addFormatOption, emit, readFormats } from '../formats.ts'
import { importedOrigins } from '../imported-origins.ts'
import { loadForUser } from '../load-people.ts'
import { newCommand } from '../new-command.ts'
import {
  addRequestOptions,
  mapped,
  type Played,
  playSessions,
  type RequestOptions,
  readInstant,
  type Session,
  tracesOf,
} from '../request-options.ts'
import { usageProblem } from '../usage.ts'
import { warnWithoutEffect } from '../without-effect.ts'

const formats = ['text', 'json', 'markdown'] as const
type ExplainFormat = (typeof formats)[number]

interface ExplainOptions extends RequestOptions {
  readonly format?: readonly string[]
  readonly policy?: string
}

/** `authplan explain`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'explain', {
    examples: [
      { line: 'authplan explain tenant.yaml -u "Finance lead" -c outlook-2010', says: 'every purpose they use it for' },
      {
        line: 'authplan explain tenant.yaml -u "Finance lead" -c outlook-2010 -p read-mail -n internet',
        says: 'one session',
      },
      {
        line: 'authplan explain tenant.yaml -u "Finance lead" -c outlook-2010 -f json',
        says: 'the JSON contract, each leg with its trace',
      },
      {
        line: 'authplan explain tenant.yaml --policy "Block legacy authentication"',
        says: 'one policy in plain language',
      },
    ],
  })
  command.argument('<FILE>', 'a tenant file')
  addRequestOptions(command).option(
    '--policy <NAME>',
    'a Conditional Access policy by name or id, instead of a sign-in',
  )
  addFormatOption(command, formats, 'text')
  return command.action(async (file: string, options: ExplainOptions) => {
    exit(await explain(file, options, environment))
  })
}

async function explain(file: string, options: ExplainOptions, environment: Environment): Promise<ExitCode> {
  const targets = readFormats(options.format, formats, 'text')
  const lacks = options.user === undefined ? '--user' : options.client === undefined ? '--client' : undefined
  if (lacks !== undefined && options.policy === undefined)
    throw usageProblem(
      `\`${lacks}\` is missing`,
      '`authplan explain` needs one user and one client; `authplan simulate` shows all',
    )
  const tenant = await loadForUser(environment, file, options.user)
  const at = options.asOf === undefined ? tenant.asOf : readInstant(options.asOf)
  if (options.policy !== undefined) {
    await explainPolicy(tenantAt(tenant, at), options.policy, targets, environment)
    return 0
  }
  const played = playSessions(tenant, options)
  await emit(environment, targets, (format) => render(format, tenantAt(tenant, at), played, environment))
  return warnWithoutEffect(environment, tenant, options)
}

function render(
  format: ExplainFormat,
  tenant: Tenant,
  played: Played,
  environment: Environment,
): string | Iterable<string> {
  switch (format) {
    case 'json':
      return simulationLines(
        played.header,
        mapped(played.sessions, ({ traces }) => JSON.stringify(explainedSessionJson(traces))),
      )
    case 'markdown': {
      const { tenant: name, asOf } = played.header
      return renderMarkdown({
        name,
        asOf,
        file: tenant.file,
        summary: tenantSummary(tenant),
        sessions: tracesOf(played.sessions),
        ruleOf: ruleById,
      })
    }
    case 'text':
      return explainText(played, environment)
  }
}

/** Sessions with the same text from several networks are shown once. */
function explainText({ sessions }: Played, { color, columns, reader }: Environment): string {
  const importedFrom = importedOrigins(reader).ofPlace
  const paint = color.stdout ? coloredReport : plainReport
  const width = Math.min(columns ?? 100, 120)
  const told = new Map<string, Session[]>()
  for (const session of sessions) {
    const text = renderExplanation(session.traces, { ruleOf: ruleById, width, paint, policyGrid, importedFrom })
    const key = `${session.request.purpose}\n${text}`
    told.set(key, [...(told.get(key) ?? []), session])
  }
  return [...told]
    .map(([key, alike]) => `${paint.rule(headingOf(alike))}\n${key.slice(key.indexOf('\n') + 1)}`)
    .join('\n')
}

/** The grid of a leg that policies see. */
function policyGrid(trace: Trace): readonly string[] | undefined {
  const outcomes = trace.steps.flatMap((step) => (step.kind === 'policy' ? [step.outcome] : []))
  if (trace.conditionalAccess === undefined || outcomes.length === 0) return undefined
  return renderPolicyGrid(outcomes, trace.conditionalAccess).trimEnd().split('\n')
}

function headingOf(sessions: readonly Session[]): string {
  const [first] = sessions
  if (first === undefined) return ''
  const { user, client, purpose } = first.request
  return singleLine(`${user}, ${client}, ${purpose}, from ${sessions.map(({ request }) => request.network).join(', ')}`)
}
