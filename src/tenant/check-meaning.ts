import type { Diagnostic } from '../source/diagnostics/diagnostic.ts'
import { meaningChecks } from './checks/index.ts'
import type { PoliciesRead } from './read-policies-of.ts'
import type { WellFormedFile } from './well-formed-file.ts'

/** Judges what the parts of a file mean together: names that lead nowhere, contradictions, documented constraints. */
export function checkMeaning(file: WellFormedFile, policies: PoliciesRead): readonly Diagnostic[] {
  return meaningChecks.flatMap((check) => check(file, policies))
}
