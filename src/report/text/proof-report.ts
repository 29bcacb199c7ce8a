import type { Proof, ProofAnswer, Witness } from '../../proof/claims/proof.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { shellPath, shellWord } from '../../source/text/shell-word.ts'
import { counted } from '../../vocabulary/counted.ts'
import { type Origin, placeWords } from '../../vocabulary/origin.ts'
import type { JsonObject } from '../json/json-value.ts'
import { markdownCode, markdownText } from '../tables/markdown-escape.ts'
import { plainReport, type ReportPaint } from '../tables/report-paint.ts'
import { boxWords, signInWords } from './box-words.ts'
import { indentedLine } from './change-words.ts'
import { controlInWords, sessionInWords } from './policy-control-words.ts'
import { sessionReplay, sessionWitnessJson, sessionWitnessWords } from './session-witness.ts'

/** A judged claim; one from a file has a location and may have a justification. */
export interface JudgedClaim extends Proof {
  readonly because?: string
  readonly origin?: Origin
}

/** Judged claims, and their file. */
export interface ProofReport {
  readonly file: string
  readonly tenant: string
  readonly at: number
  /** Set if the date differs from that of the file. */
  readonly asOf?: string
  /** Set if undeclared people may be in every combination of groups and roles. */
  readonly anyMembership?: true
  readonly proofs: readonly JudgedClaim[]
}

const answers: Readonly<Record<ProofAnswer, string>> = {
  proved: 'proved',
  refuted: 'refuted',
  open: 'open',
  'about-nobody': 'about nobody',
}

function paintOf(answer: ProofAnswer, paint: ReportPaint): (text: string) => string {
  return answer === 'proved' ? paint.good : answer === 'refuted' ? paint.bad : paint.open
}

const named = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ')

/** The number of kinds of sign-ins, and the policies. */
function scopeWords({ atoms, policies, sessions }: Proof): string {
  if (sessions !== undefined)
    return `${counted(sessions, 'outcome')} of declared sign-ins, with every combination of the signals that they depend on; ${counted(policies, 'policy', 'policies')} enforced`
  const kinds = Object.values(atoms).reduce((product, count) => product * (count ?? 1), 1)
  const all = Object.values(atoms).reduce((sum: number, count) => sum + (count ?? 0), 0)
  return `${counted(all, 'atom', 'atoms')} (${kinds} kinds of sign-ins), ${counted(policies, 'policy', 'policies')} enforced`
}

/** The outcome of the policies for a sign-in. */
export function decidedWords({ decision, required, session, policies, missing }: Witness['decided']): string {
  const by = policies.length === 0 ? '' : ` by ${named(policies)}`
  const kept = sessionInWords(session)
  const within = kept === '' ? '' : `, with ${kept}`
  if (decision === 'controls-required')
    return `${required.map((clause) => clause.map(controlInWords).join(' or ')).join(' and ')}${by}${within}`
  if (decision === 'undetermined') return `depends on ${(missing ?? []).join(', ')}${by}`
  if (decision === 'allow') return `allowed without requirements${within}`
  return `${decision === 'block' ? 'blocked' : 'cannot be satisfied'}${by}`
}

/** The command that shows how policies decide a sign-in. */
export function replayCommand(
  { file, asOf }: Pick<ProofReport, 'file' | 'asOf'>,
  { request }: Pick<Witness, 'request'>,
): string {
  const at = asOf === undefined ? '' : ` --as-of ${asOf}`
  return `authplan what-if ${shellPath(file)} -r ${shellWord(JSON.stringify(request))}${at}`
}

/** Why a claim is undetermined. */
export const reasonWords = ({ open, missing }: Pick<Proof, 'open' | 'missing'>): readonly string[] => [
  ...open.map(({ dimension, reason }) => `undetermined in the dimension ${dimension}: ${reason}`),
  ...(missing.length === 0 ? [] : [`depends on ${missing.join(', ')}`]),
]

function proofLines(report: ProofReport, proof: JudgedClaim, paint: ReportPaint): readonly string[] {
  const { claim, answer, witness, session, restsOn, because, origin } = proof
  const head = `${paintOf(answer, paint)(answers[answer])}: ${paint.strong(indentedLine(claim))}`
  const stated = [...(origin === undefined ? [] : [placeWords(origin)]), ...(because === undefined ? [] : [because])]
  if (answer === 'about-nobody') return [head, '  it covers no sign-in']
  const rests = restsOn.length === 0 ? '' : `; relevant: ${named(restsOn)}`
  return [
    head,
    ...(stated.length === 0 ? [] : [indentedLine(`  ${stated.join(': ')}`)]),
    indentedLine(`  ${scopeWords(proof)}${rests}`),
    ...reasonWords(proof).map((reason) => indentedLine(`  ${reason}`)),
    ...(witness === undefined
      ? []
      : [
          indentedLine(`  ${signInWords(witness.words)}: ${decidedWords(witness.decided)}`),
          indentedLine(`  the same result: ${boxWords(witness.parts)}`),
          `  ${paint.faint(indentedLine(replayCommand(report, witness)))}`,
        ]),
    ...(session === undefined
      ? []
      : [
          indentedLine(`  ${sessionWitnessWords(session)}`),
          `  ${paint.faint(indentedLine(sessionReplay(report, session)))}`,
        ]),
  ]
}

const headOf = ({ tenant, file, at }: ProofReport): string => `${tenant} (${file}, as of ${formatInstant(at)})`

/** The results of claims, for a terminal. */
export function renderProofText(report: ProofReport, paint: ReportPaint = plainReport): string {
  const lines = [
    indentedLine(headOf(report)),
    ...report.proofs.flatMap((proof) => ['', ...proofLines(report, proof, paint)]),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function markdownOf(report: ProofReport, proof: JudgedClaim): readonly string[] {
  const { claim, answer, witness, session, restsOn } = proof
  const lines = [`## ${answers[answer]}: ${markdownText(claim)}`, '']
  if (answer === 'about-nobody') return [...lines, 'It covers no sign-in.', '']
  if (proof.because !== undefined) lines.push(`- because: ${markdownText(proof.because)}`)
  lines.push(`- over ${markdownText(scopeWords(proof))}`)
  if (restsOn.length > 0) lines.push(`- relevant policies: ${restsOn.map(markdownText).join(', ')}`)
  for (const reason of reasonWords(proof)) lines.push(`- ${markdownText(reason)}`)
  if (session !== undefined)
    lines.push(`- ${markdownText(sessionWitnessWords(session))}`, `- ${markdownCode(sessionReplay(report, session))}`)
  if (witness === undefined) return [...lines, '']
  return [
    ...lines,
    `- ${markdownText(signInWords(witness.words))}: ${markdownText(decidedWords(witness.decided))}`,
    `- the same result: ${markdownText(boxWords(witness.parts))}`,
    `- ${markdownCode(replayCommand(report, witness))}`,
    '',
  ]
}

/** The same as Markdown. */
export function renderProofMarkdown(report: ProofReport): string {
  const lines = [
    '# Claims',
    '',
    markdownText(headOf(report)),
    '',
    ...report.proofs.flatMap((proof) => markdownOf(report, proof)),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

/** A deciding sign-in, in the JSON contract. */
export function witnessJson({ words, parts, decided, request }: Witness): JsonObject {
  const { decision, required, policies, missing, session } = decided
  return {
    signIn: { ...words },
    where: parts.map(({ dimension, words: values }) => ({ dimension, values })),
    decision,
    required,
    policies,
    ...(session === undefined ? {} : { session: session as JsonObject }),
    ...(missing === undefined ? {} : { missing }),
    request: { ...request },
  }
}

function claimJson(proof: JudgedClaim): JsonObject {
  const { claim, because, origin, answer, atoms, policies, restsOn, witness, sessions, session, open, missing } = proof
  return {
    claim,
    ...(because === undefined ? {} : { because }),
    ...(origin === undefined ? {} : { statedAt: { ...origin } }),
    answer,
    policies,
    restsOn,
    atoms: { ...atoms },
    ...(witness === undefined ? {} : { witness: witnessJson(witness) }),
    ...(sessions === undefined ? {} : { sessions }),
    ...(session === undefined ? {} : { session: sessionWitnessJson(session) }),
    open: open.map(({ dimension, reason }) => ({ dimension, reason })),
    missing,
  }
}

/** The same in the shape of the JSON contract. */
export function proofJson({ file, tenant, at, anyMembership, proofs }: ProofReport): JsonObject {
  return {
    formatVersion: 1,
    file,
    tenant,
    asOf: formatInstant(at),
    ...(anyMembership && { anyMembership }),
    claims: proofs.map(claimJson),
  }
}
