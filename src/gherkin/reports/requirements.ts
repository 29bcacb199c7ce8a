import { ruleById } from '../../rules/index.ts'
import { suggest } from '../../source/diagnostics/suggest.ts'
import { sources } from '../../vocabulary/citations.ts'
import { sessionWords } from '../scenario/expectation.ts'
import { rulesOf } from './rules-of.ts'
import { type Run, type RunProblem, type RunScenario, scenariosOfRun } from './run-model.ts'

/** What a project must show, as its file says; scenarios name it as a tag. */
export interface Requirement {
  readonly id: string
  readonly text: string
  readonly owner?: string
  readonly line: number
}

/** The requirements of a project, with the name of their file. */
export interface RequirementsFile {
  readonly name: string
  readonly requirements: readonly Requirement[]
}

/** A rule that decided, with the page that states it. */
export interface RuleEvidence {
  readonly id: string
  readonly statement: string
  readonly source: string
}

/** One scenario that shows a requirement. */
export interface TracedScenario {
  readonly scenario: RunScenario
  readonly place: string
  /** How its sign-ins end, each once. */
  readonly verdicts: readonly string[]
  readonly rules: readonly RuleEvidence[]
}

/** A requirement with all that shows it. */
export interface TracedRequirement {
  readonly id: string
  readonly text: string
  readonly owner?: string
  readonly answer: 'met' | 'not met' | 'without a scenario'
  readonly scenarios: readonly TracedScenario[]
}

/** The form of tags that are requirements where no file lists them: `@REQ-12`. */
const usualTag = /^@([A-Z][A-Z0-9]*-\d+)$/

const isTagOf = (tag: string, id: string): boolean => tag.toLowerCase() === `@${id.toLowerCase()}`

function evidenceOf(id: string): readonly RuleEvidence[] {
  const rule = ruleById(id)
  if (rule === undefined) return []
  const { title, url, read } = sources[rule.citation.source]
  return [{ id, statement: rule.statement, source: `${title}, ${url}, read ${read}` }]
}

function tracedScenario(scenario: RunScenario): TracedScenario {
  const { recording, uri, line } = scenario
  const looked = [...(recording?.sessions ?? [])]
  const claimed = looked.length > 0 ? looked : [...(recording?.claimed ?? [])]
  return {
    scenario,
    place: `${uri}:${line}`,
    verdicts: [...new Set(claimed.map(({ verdict }) => sessionWords(verdict)))],
    rules: rulesOf(scenario).flatMap(evidenceOf),
  }
}

function traced(one: Pick<Requirement, 'id' | 'text' | 'owner'>, all: readonly RunScenario[]): TracedRequirement {
  const own = all.filter(({ tags }) => tags.some((tag) => isTagOf(tag, one.id)))
  const passed = own.every(({ status }) => status === 'passed')
  return {
    id: one.id,
    text: one.text,
    ...(one.owner === undefined ? {} : { owner: one.owner }),
    answer: own.length === 0 ? 'without a scenario' : passed ? 'met' : 'not met',
    scenarios: own.map(tracedScenario),
  }
}

/** Each requirement with its scenarios; where no file lists them, those that tags of the usual form name. */
export function tracedRequirements(run: Run, file: RequirementsFile | undefined): readonly TracedRequirement[] {
  const all = scenariosOfRun(run)
  if (file !== undefined) return file.requirements.map((one) => traced(one, all))
  const ids = new Set(all.flatMap(({ tags }) => tags.flatMap((tag) => usualTag.exec(tag)?.[1] ?? [])))
  return [...ids].sort().map((id) => traced({ id, text: '' }, all))
}

/** Requirements that no scenario of the run shows, and tags that look like requirements and are none of the file. */
export function requirementProblems(run: Run, file: RequirementsFile): readonly RunProblem[] {
  const ids = file.requirements.map(({ id }) => id)
  const lines = new Map(file.requirements.map(({ id, line }) => [id, line]))
  const missing = tracedRequirements(run, file)
    .filter(({ answer }) => answer === 'without a scenario')
    .map(
      ({ id, text }): RunProblem => ({
        uri: file.name,
        line: lines.get(id) ?? 1,
        message: `no scenario shows the requirement ${id}: ${text}\n  tag a scenario with \`@${id}\``,
        invalid: false,
      }),
    )
  const prefixes = new Set(ids.flatMap((id) => /^(.*?)\d+$/.exec(id)?.[1]?.toLowerCase() ?? []))
  const unknown = scenariosOfRun(run).flatMap(({ uri, line, tags }) =>
    tags.flatMap((tag): readonly RunProblem[] => {
      const id = tag.slice(1)
      const prefix = /^(.*?)\d+$/.exec(id)?.[1]?.toLowerCase()
      if (prefix === undefined || !prefixes.has(prefix) || ids.some((one) => isTagOf(tag, one))) return []
      const near = suggest(id, ids)
      const help = near === undefined ? `add it to ${file.name}` : `did you mean \`@${near}\`?`
      return [{ uri, line, message: `no requirement has the id \`${id}\`\n  ${help}`, invalid: false }]
    }),
  )
  return [...missing, ...unknown]
}
