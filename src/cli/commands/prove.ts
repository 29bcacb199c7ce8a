import { type Provable, parseProvable } from '../../analysis/claims/parse-provable.ts'
import { isUnbreakable, unbreakableWords } from '../../analysis/claims/unbreakable.ts'
import type { Proof } from '../../proof/claims/proof.ts'
import { prove, type ReadClaim } from '../../proof/claims/prove.ts'
import { jsonText } from '../../report/json/json.ts'
import { coloredReport, plainReport } from '../../report/tables/report-paint.ts'
import { wrappedLines } from '../../report/tables/wrapped-lines.ts'
import { type ProofReport, proofJson, renderProofMarkdown, renderProofText } from '../../report/text/proof-report.ts'
import type { Tenant } from '../../tenant/tenant.ts'
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
  readonly format?: readonly string[]
}

/** `authplan prove`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'prove', {
    exit1: 'a claim is refuted or undetermined: it depends on something that is not understood',
    notes:
      'Claims are in the words of features (authplan steps, "Claims"), of sign-ins to applications as policies decide them: by everyone whom the file declares and by anyone else, from every client, place and device that a policy could distinguish. Beside them: policy "X" is never needed. Self-service is spoken of where a claim names it, programs where it says `by programs`.',
    examples: [
      {
        line: 'authplan prove tenant.yaml "legacy clients get in nowhere"',
        says: 'proved, or refuted by the smallest sign-in that gets in',
      },
      {
        line: 'authplan prove tenant.yaml "no sign-in by administrators succeeds without a second factor" "break-glass accounts are never blocked"',
        says: 'several claims; the worst answer decides the exit code',
      },
      { line: 'authplan prove tenant.yaml "policy \\"MFA\\" is never needed"', says: 'does anything depend on it?' },
    ],
  })
  command
    .argument('<FILE>', 'a tenant file')
    .argument('<CLAIM...>', 'the claims to prove')
    .option('--as-of <DATE>', 'evaluate at this date or instant instead of the one in the file')
  addFormatOption(command, formats, 'text')
  return command.action(async (file: string, claims: readonly string[], options: ProveOptions) => {
    exit(await run(file, claims, options, environment))
  })
}

async function run(
  file: string,
  claims: readonly string[],
  { asOf, format }: ProveOptions,
  environment: Environment,
): Promise<ExitCode> {
  const targets = readFormats(format, formats, 'text')
  const at = asOf === undefined ? undefined : readInstant(asOf)
  const tenant = await loadWithEverybody(environment, file)
  const read = readClaims(tenant, claims)
  const proofs = read.map((one) => proofOf(tenant, one, at))
  const report: ProofReport = {
    file,
    tenant: tenant.name,
    at: at ?? tenant.asOf,
    ...(asOf === undefined ? {} : { asOf }),
    proofs,
  }
  refuseEmpty(proofs)
  await emit(environment, targets, (wanted) => render(wanted, report, environment))
  return proofs.every(({ answer }) => answer === 'proved') ? 0 : 1
}

/** Reads all claims; everything that is wrong with any of them is said at once. */
function readClaims(tenant: Tenant, claims: readonly string[]): readonly ReadClaim[] {
  const read = claims.map((text) => ({ text, parsed: parseProvable({ tenant }, text) }))
  const problems = read.flatMap(({ parsed }) => (parsed.ok ? [] : parsed.problems))
  const empty = read.flatMap(({ text, parsed }) => (parsed.ok && saysNothing(parsed.value) ? [text] : []))
  const all = [...problems, ...empty.map((text) => ({ message: `\`${text}\` is always true`, help: unbreakableWords }))]
  if (all.length > 0) throw usageProblems(all)
  return read.flatMap(({ text, parsed }) => (parsed.ok ? [{ text, provable: parsed.value }] : []))
}

const saysNothing = (provable: Provable): boolean => provable.kind === 'sign-ins' && isUnbreakable(provable.claim)

function proofOf(tenant: Tenant, claim: ReadClaim, at: number | undefined): Proof {
  const proof = prove(tenant, claim, at)
  if (proof !== undefined) return proof
  throw usageProblems([
    {
      message: `\`${claim.text}\` covers more than policies decide`,
      help: 'write it as a claim in a feature: `authplan test` evaluates it for every declared sign-in',
    },
  ])
}

/** A claim about nobody asserts nothing, so it is a mistake. */
function refuseEmpty(proofs: readonly Proof[]): void {
  const empty = proofs.filter(({ answer }) => answer === 'about-nobody')
  if (empty.length === 0) return
  const help = 'it covers no possible sign-in; check the names and the state of the policy'
  throw usageProblems(empty.map(({ claim }) => ({ message: `\`${claim}\` covers no sign-in`, help })))
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
