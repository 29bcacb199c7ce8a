import type { SourceText } from '../../source/text/source-text.ts'
import { applyChanges, asYaml } from './apply-changes.ts'

/** A tenant that is in a feature. */
export interface InlineText {
  readonly text: string
  readonly feature: string
}

/** The name of a modified tenant. */
export const changedName = (name: string): string => `${name} (with the changes of the scenario)`

/** The text of a tenant with changes applied. */
export function withChanges(base: SourceText, changes: readonly string[]): SourceText {
  if (changes.length === 0) return base
  return { name: changedName(base.name), text: asYaml(applyChanges(base.text, changes)) }
}
