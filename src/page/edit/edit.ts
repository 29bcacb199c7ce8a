import { type Change, type ChangeStep, pathText } from '../../source/edit/change.ts'
import { tenantSettings } from '../../tenant/settings/tenant.ts'
import { own } from '../../vocabulary/own.ts'

/** The word of a list for the value that a file does not state. */
export const unset = 'unset'

/** What a change is about; a later change of the same target replaces the earlier one. */
export const targetOf = ({ path }: Pick<Change, 'path'>): string => JSON.stringify(path)

/** A value as a list offers it and an address carries it. */
export function textOfValue(value: unknown): string {
  if (value === undefined) return unset
  if (typeof value !== 'string') return JSON.stringify(value)
  return valueOfText(value) === value ? value : JSON.stringify(value)
}

/** The value that a text of a list or an address means. */
export function valueOfText(text: string): unknown {
  if (text === unset) return undefined
  if (text === 'true' || text === 'false') return text === 'true'
  if (text === 'null') return null
  if (/^-?\d{1,9}$/.test(text)) return Number(text)
  return /^["[]/.test(text) ? quoted(text) : text
}

/** A text in quotation marks, or a list of texts; anything else is a text as it stands. */
function quoted(text: string): string | readonly string[] {
  try {
    const value: unknown = JSON.parse(text)
    if (Array.isArray(value)) return value.every((one) => typeof one === 'string') ? value : text
    return String(value)
  } catch {
    return text
  }
}

/** The changes with one more; one that says what the file says anyway is left out. */
export function withEdit(edits: readonly Change[], edit: Change, inFile: unknown): readonly Change[] {
  const others = edits.filter((one) => targetOf(one) !== targetOf(edit))
  return edit.value === inFile ? others : [...others, edit]
}

/** The parts of a change, for an address: its steps, an item in brackets, and its value. */
export function partsOfEdit({ path, value }: Change): readonly string[] {
  return [...path.map((step) => (typeof step === 'object' ? `[${step.item}]` : String(step))), textOfValue(value)]
}

const stepOf = (part: string): ChangeStep =>
  part.startsWith('[') && part.endsWith(']') ? { item: part.slice(1, -1) } : part

/** A change from the parts of an address; undefined for anything that is none. */
export function editOfParts(parts: readonly string[]): Change | undefined {
  const path = parts.slice(0, -1).map(stepOf)
  const [first] = path
  if (typeof first !== 'string' || own(tenantSettings, first) === undefined) return undefined
  return { path, value: valueOfText(parts[parts.length - 1] ?? unset) }
}

/** A change in words. */
export function editWords({ path, value }: Change): string {
  const to = value === undefined ? 'not set' : typeof value === 'string' ? value : JSON.stringify(value)
  const at = path.findLastIndex((step) => typeof step === 'object')
  const item = path[at]
  if (typeof item !== 'object') return `${pathText(path)} = ${to}`
  const setting = pathText(path.slice(at + 1))
  return path[1] === 'policies' ? `policy “${item.item}”: ${to}` : `${item.item}: ${setting} = ${to}`
}

/** A change of the text itself, in words. */
export const typedWords = 'the text of the file'
