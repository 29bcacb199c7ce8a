import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { FieldArgs, FieldProblem } from '../../source/diagnostics/export-codes.ts'
import type { ExportRecord, RecordValue } from './record.ts'

/** A record that is being read, with what it is in words and where its faults are reported. */
export interface RecordView {
  readonly record: ExportRecord
  readonly kind: string
  readonly report: (diagnostic: Diagnostic) => void
}

const typeNames = /^(?:System|Microsoft)\.[\w.`+]+(?:\[.*\])?$|^@\{.*\}$/
const nothing = new Set(['', '$null', 'null'])

/** Whether a field was exported, blank or not. */
export function hasField({ record }: RecordView, field: string): boolean {
  return record.fields.has(field)
}

/** A field as the file spells it. */
function spelled({ source }: ExportRecord, field: string): string {
  const name = field.replace(/[^a-z0-9_]/g, '.')
  return new RegExp(`(?<![a-z0-9_])${name}(?![a-z0-9_])`, 'i').exec(source.text)?.[0] ?? field
}

/** Reports that a field cannot be used. */
export function reportField(
  { record, kind, report }: RecordView,
  field: string,
  problem: FieldProblem,
  more: Pick<FieldArgs, 'word' | 'known'> = {},
): undefined {
  report({ code: 'IMP-22', args: { field: spelled(record, field), kind, problem, ...more }, at: record.rangeOf(field) })
  return undefined
}

/** Reports a value that decides sign-ins and that no setting of a tenant file states. */
export function reportUnstated({ record, kind, report }: RecordView, field: string, value: string): void {
  report({ code: 'IMP-27', args: { field: spelled(record, field), value, kind }, at: record.rangeOf(field) })
}

/** The text of a value; of an object the field that identifies it. */
function textIn(value: RecordValue | undefined): string | undefined {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value instanceof Map) {
    for (const field of [
      'expression',
      'name',
      'address',
      'value',
      'distinguishedname',
      'originalstring',
      'absoluteuri',
    ]) {
      const part: unknown = value.get(field)
      if (typeof part === 'string' && part.trim() !== '') return part.trim()
    }
  }
  return undefined
}

/** A plain text: null if the field is blank, undefined if it is absent or not understood. */
export function textOf(view: RecordView, field: string): string | null | undefined {
  if (!hasField(view, field)) return undefined
  const found = view.record.fields.get(field)
  // A list of one is the value itself in some formats.
  const value = Array.isArray(found) && found.length <= 1 ? found[0] : found
  if (value === undefined || value === null) return null
  const text = textIn(value)
  if (text === undefined) return reportField(view, field, 'not-text')
  if (nothing.has(text.toLowerCase())) return null
  return typeNames.test(text) ? reportField(view, field, 'nested') : text
}

/** True or false, also as text: null if the field is blank, undefined if it is absent or not understood. */
export function flagOf(view: RecordView, field: string): boolean | null | undefined {
  const text = textOf(view, field)
  if (text === null || text === undefined) return text
  const word = text.toLowerCase().replace(/^\$/, '')
  if (word === 'true' || word === 'false') return word === 'true'
  return reportField(view, field, 'not-a-switch', { word: text })
}

/** One of a few words, in their own spelling: null if the field is blank, undefined if it is something else. */
export function wordOf<Word extends string>(
  view: RecordView,
  field: string,
  known: readonly Word[],
): Word | null | undefined {
  const text = textOf(view, field)
  if (text === null || text === undefined) return text
  const word = known.find((one) => one.toLowerCase() === text.toLowerCase())
  return word ?? reportField(view, field, 'unknown-word', { word: text, known })
}

function partsOf(text: string, separators: RegExp): readonly string[] {
  const inner = /^\{([\s\S]*)\}$/.exec(text.trim())?.[1] ?? text
  return inner
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

const betweenNames = /[,;\r\n]+/
const betweenWords = /[\s,;]+/

/** The items of a list in any form: empty if the field is blank, undefined if it is absent or cut off. */
export function listOfNames(view: RecordView, field: string, separators = betweenNames): readonly string[] | undefined {
  if (!hasField(view, field)) return undefined
  const value = view.record.fields.get(field)
  if (value === undefined || value === null) return []
  const items: readonly RecordValue[] = Array.isArray(value) ? value : [value]
  const texts: string[] = []
  for (const item of items) {
    const text = textIn(item)
    if (text === undefined) return reportField(view, field, 'not-text')
    if (typeNames.test(text)) return reportField(view, field, 'nested')
    if (!nothing.has(text.toLowerCase())) texts.push(...partsOf(text, separators))
  }
  if (texts.some((text) => /(?:\.\.\.|…)$/.test(text))) return reportField(view, field, 'list-cut')
  return texts
}

/** The words of a list whose items contain no blanks. */
export function listOfWords(view: RecordView, field: string): readonly string[] | undefined {
  return listOfNames(view, field, betweenWords)
}
