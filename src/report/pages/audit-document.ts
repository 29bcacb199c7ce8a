import type { Understanding } from '../../analysis/understanding.ts'
import type { PolicySheet } from '../../analysis/what-if/policy-sheet.ts'
import type { PolicyInWords } from '../../analysis/wording/policy-in-words.ts'
import { counted } from '../../vocabulary/counted.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import { type Block, heading, list, paragraph, strong } from '../text/blocks.ts'
import { policySheetTable } from '../text/policy-sheet.ts'
import { factWords } from '../wording/facts.ts'
import { listed } from '../wording/phrasing.ts'
import type { PageTests } from './page-data.ts'
import { testsSummary } from './tests-summary.ts'

/** A policy with what the sign-ins of the tenant say about it. */
export interface AuditedPolicy {
  readonly words: PolicyInWords
  readonly id?: string
  readonly origin: Origin
  readonly microsoftManaged: boolean
  /** In how many sign-ins it applied, in how many of them it blocked, and in how many it only reported. */
  readonly applied: number
  readonly reported: number
  readonly blocked: number
  /** The first of these sign-ins. */
  readonly witness?: string
}

/** A named location or an authentication strength, and the policies that name it. */
export interface NamedPart {
  readonly name: string
  readonly holds: readonly string[]
  readonly usedBy: readonly string[]
}

/** What an auditor's document says, in plain values. */
export interface AuditInput {
  readonly name: string
  readonly asOf: string
  readonly file: string
  readonly summary: readonly { readonly term: string; readonly text: string }[]
  readonly signIns: number
  /** Undefined where there is no policy. */
  readonly sheet: PolicySheet | undefined
  readonly policies: readonly AuditedPolicy[]
  readonly locations: readonly NamedPart[]
  readonly strengths: readonly NamedPart[]
  /** Undefined where no recorded run was given. */
  readonly tests: PageTests | undefined
  readonly understanding: Understanding
}

const place = ({ file, line }: Origin): string => `${file}:${line}`

/** The document: one page for each policy, then what policies name, the requirements with their evidence, and the file itself. */
export function auditBlocks(input: AuditInput): readonly Block[] {
  return [
    heading(1, input.name),
    paragraph(
      `For the auditor. Evaluated as of ${input.asOf}; source ${input.file}; ${counted(input.signIns, 'sign-in')} played.`,
    ),
    list(
      input.summary.map(({ term, text }) => `${term}: ${text}`),
      'The file declares nothing.',
    ),
    ...sheetBlocks(input.sheet),
    ...input.policies.flatMap((policy) => policyBlocks(policy, input.signIns)),
    { kind: 'page' },
    heading(2, 'Named locations'),
    partsTable('Location', input.locations, 'The file declares no named locations.'),
    heading(2, 'Authentication strengths'),
    partsTable('Strength', input.strengths, 'No policy asks for an authentication strength.'),
    { kind: 'page' },
    ...requirementBlocks(input.tests),
    { kind: 'page' },
    ...fileBlocks(input.understanding),
  ]
}

function sheetBlocks(sheet: PolicySheet | undefined): readonly Block[] {
  if (sheet === undefined) return [paragraph('The file declares no Conditional Access policies.')]
  const { headings, rows } = policySheetTable(sheet)
  return [
    heading(2, 'People by policies'),
    paragraph(
      'What each policy does when these people sign in to Exchange Online and nothing else is known of the sign-in. What depends on the client, the device, the address or a risk says so.',
    ),
    { kind: 'table', headings, rows },
  ]
}

function policyBlocks(policy: AuditedPolicy, signIns: number): readonly Block[] {
  const { words, id, origin, microsoftManaged } = policy
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['Users', words.users],
    ['Resources', words.resources],
    ['Conditions', words.conditions],
    ['Grant', words.grant],
    ['Session', words.session],
  ]
  const facts = [
    words.state,
    ...(microsoftManaged ? ['managed by Microsoft'] : []),
    ...(id === undefined ? [] : [`id ${id}`]),
    place(origin),
  ]
  return [
    { kind: 'page' },
    heading(2, `Policy: ${words.name}`),
    paragraph(facts.join(' · ')),
    ...(words.notUnderstood.length === 0
      ? []
      : [strong('Not fully understood: its result stays undetermined.'), list(words.notUnderstood, '')]),
    ...parts.flatMap(([title, sentences]) => (sentences.length === 0 ? [] : [heading(3, title), list(sentences, '')])),
    heading(3, 'Evidence'),
    paragraph(evidenceOf(policy, signIns)),
  ]
}

function evidenceOf({ applied, blocked, reported, witness }: AuditedPolicy, signIns: number): string {
  const all = counted(signIns, 'sign-in')
  const example = witness === undefined ? '' : `; for example ${witness}`
  if (reported > 0) return `If it were enforced, it would apply in ${reported} of ${all}${example}.`
  return applied === 0
    ? `It applied in none of ${all}.`
    : `It applied in ${applied} of ${all} and blocked ${blocked}${example}.`
}

function partsTable(what: string, parts: readonly NamedPart[], otherwise: string): Block {
  if (parts.length === 0) return paragraph(otherwise)
  return {
    kind: 'table',
    headings: [what, 'Holds', 'Named by'],
    rows: parts.map(({ name, holds, usedBy }) => [
      name,
      holds.join('; '),
      usedBy.length === 0 ? 'no policy' : usedBy.join('; '),
    ]),
  }
}

/** Scenarios by their tags; a requirement is a tag, as `authplan test --requirements` reads it. */
function requirementBlocks(tests: PageTests | undefined): readonly Block[] {
  const title = heading(2, 'Requirements and their evidence')
  if (tests === undefined)
    return [
      title,
      paragraph('No recorded run was given: `authplan test --format json:run.json`, then `--tests run.json`.'),
    ]
  const byTag = new Map<string, string[]>()
  const failed = new Set<string>()
  for (const { uri, scenarios } of tests.features)
    for (const { name, line, status, tags = [] } of scenarios)
      for (const tag of tags.length === 0 ? ['(no tag)'] : tags) {
        byTag.set(tag, [...(byTag.get(tag) ?? []), `${status}: ${name} (${uri}:${line})`])
        if (status !== 'passed') failed.add(tag)
      }
  const rows = [...byTag].sort(([one], [other]) => (one < other ? -1 : 1))
  const table: Block = {
    kind: 'table',
    headings: ['Requirement', 'Holds', 'Evidence'],
    rows: rows.map(([tag, evidence]) => [tag, failed.has(tag) ? 'no' : 'yes', evidence.join('; ')]),
  }
  return [title, paragraph(testsSummary(tests).join(' ')), ...(rows.length === 0 ? [] : [table])]
}

function fileBlocks({ lines, assumed, signIns }: Understanding): readonly Block[] {
  const read = lines.filter((line) => line.signIns > 0)
  const idle = lines.filter((line) => line.signIns === 0 && line.notUnderstood.length === 0)
  const unclear = lines.filter(({ notUnderstood }) => notUnderstood.length > 0)
  const what = ({ facts, policies }: (typeof lines)[number]): string =>
    listed([...facts.map((fact) => factWords[fact]), ...policies.map((name) => `the policy ${name}`)])
  return [
    heading(2, 'What the file contributes'),
    paragraph(
      `Decisions of ${counted(signIns, 'sign-in')} read ${counted(read.length, 'line')}; ${counted(idle.length, 'line')} stated something that none of them read; ${counted(unclear.length, 'line')} not fully understood.`,
    ),
    heading(3, 'Read by no decision'),
    list(
      idle.map((line) => [place(line.origin), what(line)].filter((word) => word !== '').join(': ')),
      'None.',
    ),
    heading(3, 'Not fully understood'),
    list(
      unclear.map(({ origin, notUnderstood }) => `${place(origin)}: ${notUnderstood.join('; ')}`),
      'None.',
    ),
    heading(3, 'Assumed, because the file does not set it'),
    list(
      assumed.map(({ id, fact, value, signIns: here }) => `${fact} = ${value} (${id}), in ${counted(here, 'sign-in')}`),
      'Nothing.',
    ),
  ]
}
