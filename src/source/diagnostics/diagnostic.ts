import type { SourceRange } from '../text/source-text.ts'
import { type DiagnosticArgs, type DiagnosticCode, diagnosticCatalog } from './diagnostic-catalog.ts'
import type { Severity } from './entry.ts'
import type { RelatedNote } from './related-notes.ts'

/** A related location of a diagnostic. */
export interface Related {
  readonly at: SourceRange
  readonly note: RelatedNote
}

/** A diagnostic with one code of a given set. */
export type DiagnosticOf<Codes extends DiagnosticCode> = {
  [Code in Codes]: {
    readonly code: Code
    readonly args: DiagnosticArgs[Code]
    readonly at: SourceRange
    readonly related?: readonly Related[]
  }
}[Codes]

/** A problem in the user's file, with its location; its messages come from the catalog. */
export type Diagnostic = DiagnosticOf<DiagnosticCode>

/** A value with its warnings, or all errors that prevented it. */
export type Loaded<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** Whether a code is an error or a warning. */
export function severityOf(code: DiagnosticCode): Severity {
  return diagnosticCatalog[code].severity
}

/** What is wrong, in one sentence; withholds the content of a file that may contain anything. */
export function messageOf<Code extends DiagnosticCode>(diagnostic: DiagnosticOf<Code>): string {
  if (diagnostic.at.source.withheld)
    return `${diagnosticCatalog[diagnostic.code].title}; the message could not be rendered`
  return diagnosticCatalog[diagnostic.code].message(diagnostic.args)
}

/** What to do about it. */
export function helpOf<Code extends DiagnosticCode>(diagnostic: DiagnosticOf<Code>): string {
  if (diagnostic.at.source.withheld)
    return 'put it in a file with the extension .yaml, .json, .jsonl or .csv and name that file'
  return diagnosticCatalog[diagnostic.code].help(diagnostic.args)
}

/** Whether any of them is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => severityOf(diagnostic.code) === 'error')
}

/** The value unless there is an error; in that case all errors and warnings. */
export function loadedOf<T>(value: T, diagnostics: readonly Diagnostic[]): Loaded<T> {
  return hasErrors(diagnostics) ? { ok: false, diagnostics } : { ok: true, value, warnings: diagnostics }
}

/** A failed load with one diagnostic. */
export function failed(diagnostic: Diagnostic): Loaded<never> {
  return { ok: false, diagnostics: [diagnostic] }
}

const compare = (one: string | number, other: string | number): number => (one < other ? -1 : one > other ? 1 : 0)

function byPlace(one: Diagnostic, other: Diagnostic): number {
  return (
    compare(one.at.source.name, other.at.source.name) ||
    compare(one.at.source.firstLine ?? 1, other.at.source.firstLine ?? 1) ||
    compare(one.at.start, other.at.start) ||
    compare(one.code, other.code)
  )
}

/** Sorted for display: by file name, then by location. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(byPlace)
}
