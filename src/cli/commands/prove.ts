import { type Provable, parseProvable } from '../../analysis/claims/parse-provable.ts'
import { isUnbreakable, unbreakableWords } from '../../analysis/claims/unbreakable.ts'
import { prove, type ReadClaim } from '../../proof/claims/prove.ts'
import type { PopulationScope } from '../../proof/layers.ts'
import { jsonText } from '../../report/json/json.ts'
import { coloredReport, plainReport } from '../../report/tables/report-paint.ts'
import { wrappedLines } from '../../report/tables/wrapped-lines.ts'
import {
  type JudgedClaim,
  type ProofReport,
  proofJson,
  renderProofMarkdown,
  renderProofText,
} from '../../report/text/proof-report.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { type Origin, placeWords } from '../../vocabulary/origin.ts'
import { claimsFileName, claimsGiven, type GivenClaim } from '../claims-given.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { addFormatOption, emit, readFormats } from '../formats.ts'
import { loadWithEverybody } from '../load-people.ts'
import { newCommand } from '../new-command.ts'
import { readInstant } from '../request-options.ts'
import { usageProblems } from '../usage.ts'

const formats = ['text', 'json', 'markdown'] as const
type ProofFormat = (typeof formats)[number]

interface ProveOptions {
  readonly asOf?: string
  readonly anyMembership?: true
  readonly claims?: string
  readonly format?: readonly string[]
}

/** `authplan prove`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'prove', {
    exit1: 'a claim is refuted or undetermined: it depends on something that is not understood',
    notes: `Claims are in the words of features (authplan steps, "Claims"), of sign-ins to applications as policies decide them: by everyone whom the file declares and by anyone else, from every client, place and device that a policy could distinguish. Claims about credentials and prompts are evaluated as whole sessions of the declared users, clients and networks, whatever a sign-in brings: every signal that a sign-in reads is tried with each of its values, in every combination; a claim that would need more than 40,000 sign-ins stays undetermined. Beside them: policy "X" is never needed. Self-service is spoken of where a claim names it, programs where it says \`by programs\`. Without a claim, those of ${claimsFileName} beside the tenant file are judged: \`claims:\` with a list of claims, each a text or \`{ claim, because }\`.`,
    examples: [
      {
        line: 'authplan prove tenant.yaml "legacy clients get in nowhere"',
        says: 'proved, or refuted by the smallest sign-in that gets in',
      },
      {
        line: 'authplan prove tenant.yaml "no sign-in by administrators succeeds without a second factor" "break-glass accounts are never blocked"',
        says: 'several claims; the worst answer decides the exit code',
      },
      {
        line: 'authplan prove tenant.yaml "no sign-in from outside uses an app password"',
        says: 'a claim about credentials: every declared sign-in, whatever it brings',
      },
      { line: 'authplan prove tenant.yaml "policy \\"MFA\\" is never needed"', says: 'does anything depend on it?' },
    ],
  })
  command
    .argument('<FILE>', 'a tenant file')
    .argument('[CLAIM...]', `the claims to prove (default: those of ${claimsFileName} beside the tenant file)`)
    .option('--claims <FILE>', 'a YAML or JSON file of claims')
    .option('--as-of <DATE>', 'evaluate at this date or instant instead of the one in the file')
    .option('--any-membership', 'undeclared people may be in every combination of groups and roles that policies name')
  addFormatOption(command, formats, 'text')
  return command.action(async (file: string, claims: readonly string[], options: ProveOptions) => {
    exit(await run(file, claims, options, environment))
  })
}

async function run(
  file: string,
  claims: readonly string[],
  { asOf, anyMembership, claims: from, format }: ProveOptions,
  environment: Environment,
): Promise<ExitCode> {
  const targets = readFormats(format, formats, 'text')
  const at = asOf === undefined ? undefined : readInstant(asOf)
  const tenant = await loadWithEverybody(environment, file)
  const given = await claimsGiven(environment, { file, claims, from })
  const read = readClaims(tenant, given)
  const proofs = read.map((one) => judged(tenant, one, at, { anyMembership }))
  const report: ProofReport = {
    file,
    tenant: tenant.name,
    at: at ?? tenant.asOf,
    ...(asOf === undefined ? {} : { asOf }),
    ...(anyMembership && { anyMembership }),
    proofs,
  }
  if (anyMembership && proofs.some(({ sessions }) => sessions !== undefined))
    environment.stderr('`--any-membership` has no effect on claims about whole sessions, which are of declared users\n')
  if (proofs.some(({ answer }) => answer !== 'about-nobody'))
    await emit(environment, targets, (wanted) => render(wanted, report, environment))
  refuseEmpty(read, proofs, anyMembership === true)
  return proofs.every(({ answer }) => answer === 'proved') ? 0 : 1
}

interface Asked extends ReadClaim {
  readonly given: GivenClaim
}

const placed = (origin: Origin | undefined, message: string): string =>
  origin === undefined ? message : `${placeWords(origin)} ${message}`

/** Reads all claims; everything that is wrong with any of them is said at once. */
function readClaims(tenant: Tenant, claims: readonly GivenClaim[]): readonly Asked[] {
  const read = claims.map((given) => ({ given, parsed: parseProvable({ tenant }, given.text) }))
  const problems = read.flatMap(({ given: { text, origin }, parsed }) => {
    if (!parsed.ok)
      return parsed.problems.map(({ message, ...help }) => ({ message: placed(origin, message), ...help }))
    return saysNothing(parsed.value)
      ? [{ message: placed(origin, `\`${text}\` is always true`), help: unbreakableWords }]
      : []
  })
  if (problems.length > 0) throw usageProblems(problems)
  return read.flatMap(({ given, parsed }) => (parsed.ok ? [{ given, text: given.text, provable: parsed.value }] : []))
}

const saysNothing = (provable: Provable): boolean => provable.kind === 'sign-ins' && isUnbreakable(provable.claim)

function judged(tenant: Tenant, asked: Asked, at: number | undefined, who: PopulationScope): JudgedClaim {
  const proof = prove(tenant, asked, at, who)
  const { text, because, origin } = asked.given
  if (proof !== undefined)
    return { ...proof, ...(because === undefined ? {} : { because }), ...(origin === undefined ? {} : { origin }) }
  throw usageProblems([
    {
      message: placed(origin, `\`${text}\` counts or compares, which cannot be proved`),
      help: 'write it as a claim in a feature: `authplan test` evaluates it for every declared sign-in',
    },
  ])
}

const memberships: readonly string[] = ['people', 'role', 'group']

/** Why a claim may cover nobody: nobody of the file has the membership that it names, or it names something else. */
function helpForNobody({ provable }: Asked, anyMembership: boolean): string {
  const where = provable.kind === 'sign-ins' ? provable.claim.where : []
  return !anyMembership && where.some(({ key, negated }) => !negated && memberships.includes(key))
    ? 'nobody in the file is one of these people; with `--any-membership` it is judged for people whom the file does not declare'
    : 'it covers no possible sign-in; check the names and the state of the policy'
}

/** A claim about nobody asserts nothing, so it is a mistake, which does not withhold the answers to the others. */
function refuseEmpty(asked: readonly Asked[], proofs: readonly JudgedClaim[], anyMembership: boolean): void {
  const empty = asked.filter((_, index) => proofs[index]?.answer === 'about-nobody')
  if (empty.length === 0) return
  throw usageProblems(
    empty.map((one) => ({
      message: placed(one.given.origin, `\`${one.text}\` covers no sign-in`),
      help: helpForNobody(one, anyMembership),
    })),
  )
}

function render(format: ProofFormat, report: ProofReport, { color, columns }: Environment): string {
  switch (format) {
    case 'text':
      return wrappedLines(renderProofText(report, color.stdout ? coloredReport : plainReport), columns)
    case 'json':
      return jsonText(proofJson(report))
    case 'markdown':
      return renderProofMarkdown(report)
  }
}
