import { stringify } from 'yaml'
import { readDocument } from '../../source/document/located-document.ts'
import { sameData } from '../../source/edit/change.ts'
import { editYaml } from '../../source/edit/edit-yaml.ts'
import type { StateDocument } from './state-document.ts'

/** The tenant file as it is at some point of a plan, as a text: comments and layout of the start stay where they can. */
export function textOfState({ start, made, value }: StateDocument): string {
  const { name, text } = start.source
  const edited = editYaml(
    text,
    made.map(({ path, value: to }) => ({ path, value: to })),
  )
  const same = sameData(readDocument({ name, text: edited }).document?.value, value)
  return same ? edited : stringify(value)
}
