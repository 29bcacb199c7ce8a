import { judgeAt } from '../analysis/what-if/judge.ts'
import { compareAnswers, type SavedPair } from '../analysis/what-if/second-judge.ts'
import { jsonText } from '../report/json/json.ts'
import { answerEnding, requestEnding } from '../report/text/request-files.ts'
import {
  renderSecondJudgeHtml,
  renderSecondJudgeMarkdown,
  renderSecondJudgeText,
  type SecondJudgeReport,
  secondJudgeCsv,
  secondJudgeJson,
} from '../report/text/second-judge-report.ts'
import { parseSource } from '../source/document/located-document.ts'
import type { Environment, ExitCode } from './environment.ts'
import { emit, readFormats } from './formats.ts'
import { accepted } from './load.ts'
import { loadWithPeople } from './load-people.ts'
import { personIn } from './person-in-request.ts'
import { readInstant } from './request-options.ts'
import { usageProblem } from './usage.ts'

const formats = ['text', 'json', 'markdown', 'csv', 'html'] as const

/** Options that say something about logs, beside `--what-if`. */
const beside: ReadonlySet<string> = new Set(['whatIf', 'asOf', 'format'])

/** Refuses options that say something about logs or plans. */
export function refuseBesideAnswers(given: readonly (readonly [option: string, attribute: string])[]): void {
  const other = given.find(([, attribute]) => !beside.has(attribute))
  if (other !== undefined) throw usageProblem(`\`${other[0]}\` has no effect with \`--what-if\``)
}

async function documentOf(environment: Environment, path: string) {
  return accepted(environment, parseSource(await accepted(environment, environment.reader.read(path))))
}

/** The requests of a folder, each with its answer if one is saved beside it. */
async function pairsIn(environment: Environment, folder: string): Promise<readonly SavedPair[]> {
  const { reader } = environment
  const requests = await accepted(environment, reader.glob(`${folder}/*${requestEnding}`))
  const found = reader.glob(`${folder}/*${answerEnding}`)
  if (!found.ok)
    throw usageProblem(
      `no request in \`${folder}\` has an answer`,
      `save each answer of the tenant as NAME${answerEnding} beside its request`,
    )
  const answers = new Set(found.value)
  const answerTo = (file: string): string => `${file.slice(0, -requestEnding.length)}${answerEnding}`
  const expected = new Set(requests.map(answerTo))
  const lonely = [...answers].find((file) => !expected.has(file))
  if (lonely !== undefined)
    throw usageProblem(`\`${lonely}\` answers no request`, `save each answer as NAME${answerEnding} beside its request`)
  const pairs: SavedPair[] = []
  for (const file of requests) {
    const request = await documentOf(environment, file)
    const answer = answers.has(answerTo(file)) ? await documentOf(environment, answerTo(file)) : undefined
    pairs.push({ file, request, ...(answer === undefined ? {} : { answer }) })
  }
  return pairs
}

function render(format: (typeof formats)[number], report: SecondJudgeReport): string {
  switch (format) {
    case 'text':
      return renderSecondJudgeText(report)
    case 'json':
      return jsonText(secondJudgeJson(report))
    case 'markdown':
      return renderSecondJudgeMarkdown(report)
    case 'html':
      return renderSecondJudgeHtml(report)
    case 'csv':
      return secondJudgeCsv(report)
  }
}

/** `authplan replay TENANT --what-if FOLDER`: compares saved answers of a tenant with the model. */
export async function replayAnswers(
  environment: Environment,
  file: string,
  folder: string,
  options: { readonly asOf?: string; readonly format?: readonly string[] },
): Promise<ExitCode> {
  const targets = readFormats(options.format, formats, 'text')
  const at = options.asOf === undefined ? undefined : readInstant(options.asOf)
  const pairs = await pairsIn(environment, folder)
  const people = pairs.flatMap(({ request }) => personIn(request.value))
  const { tenant } = await loadWithPeople(environment, file, [...new Set(people)])
  const judge = judgeAt(tenant, at === undefined ? {} : { at })
  const judgement = await accepted(environment, compareAnswers(judge, pairs))
  const report = { tenant: tenant.name, file, folder, judgement }
  await emit(environment, targets, (format) => render(format, report))
  return judgement.disagreements.length + judgement.oneSided.length > 0 ? 1 : 0
}
