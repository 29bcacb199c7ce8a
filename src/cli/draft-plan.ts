import { posix } from 'node:path'
import { loadPlanText } from '../plan/states/load-plan.ts'
import { draftText, isDraft, type Subject } from '../plan/templates/scaffold.ts'
import { type TemplateName, templateNames, templates } from '../plan/templates/templates.ts'
import { suggest } from '../source/diagnostics/suggest.ts'
import { readDocument } from '../source/document/located-document.ts'
import { shellWord } from '../source/text/shell-word.ts'
import { folderOf } from '../source/text/source-path.ts'
import { isMapping } from '../vocabulary/mapping.ts'
import type { Environment } from './environment.ts'
import { accepted, loadFor } from './load.ts'
import { usageProblem } from './usage.ts'

function templateNamed(name: string): TemplateName {
  const found = templateNames.find((one) => one === name)
  if (found !== undefined) return found
  const near = suggest(name, templateNames)
  throw usageProblem(
    `there is no template \`${name}\``,
    `${near === undefined ? '' : `did you mean \`${near}\`? `}templates: ${templateNames.join(', ')}`,
  )
}

async function subjectOf(file: string, source: string | undefined, environment: Environment): Promise<Subject> {
  const tenant = await loadFor(environment, file)
  const other = source === undefined ? undefined : await loadFor(environment, source)
  const read = environment.reader.read(file)
  const value = read.ok ? readDocument(read.value).document?.value : undefined
  return { tenant, value: isMapping(value) ? value : {}, ...(other && { source: other }) }
}

/** Writes a plan to begin with, which starts from a tenant file. */
export async function draftPlan(
  file: string,
  name: string,
  { output, source }: { readonly output?: string | undefined; readonly source?: string | undefined },
  environment: Environment,
): Promise<void> {
  const known = templateNamed(name)
  const template = templates[known]
  if (source !== undefined && known !== 'merge')
    throw usageProblem('`--source` is for the template `merge`', 'leave it out')
  const subject = await subjectOf(file, source, environment)
  const draft = template(subject)
  if (!isDraft(draft)) throw usageProblem(`${shellWord(file)} does not suit \`${name}\`: ${draft.because}`, draft.help)
  const relative = (to: string): string => posix.relative(folderOf(output ?? ''), to.replaceAll('\\', '/'))
  const text = draftText(draft, subject, relative(file), source === undefined ? undefined : relative(source))
  const loaded = loadPlanText({ name: output ?? 'plan.yaml', text }, environment.reader)
  // What the tenant file warns of has been counted; an error here is a defect of the template.
  await accepted(environment, loaded.ok ? { ...loaded, warnings: [] } : loaded)
  if (output === undefined) environment.stdout(text)
  else await environment.writeFile(output, text)
}
