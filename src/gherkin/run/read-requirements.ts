import { helpOf, messageOf } from '../../source/diagnostics/diagnostic.ts'
import { suggest } from '../../source/diagnostics/suggest.ts'
import { type DocumentPath, type LocatedDocument, parseSource } from '../../source/document/located-document.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { positionOf, type SourceRange } from '../../source/text/source-text.ts'
import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import type { Requirement, RequirementsFile } from '../reports/requirements.ts'
import type { RunProblem } from '../reports/run-model.ts'
import type { PackReference } from './feature-pack.ts'

/** The file that is read where a run names none. */
export const usualRequirements = 'requirements.yaml'

/** Requirements and packs of a project, or what is wrong with their file. */
export interface ReadRequirements {
  readonly file: RequirementsFile | undefined
  readonly packs: readonly PackReference[]
  readonly problems: readonly RunProblem[]
}

interface Reading {
  readonly document: LocatedDocument
  readonly problems: RunProblem[]
}

function report({ document, problems }: Reading, range: SourceRange, message: string, help: string): void {
  const { line } = positionOf(range)
  problems.push({ uri: document.source.name, line, message: `${message}\n  help: ${help}`, invalid: true })
}

/** Reports keys that nobody reads. */
function onlyKeys(reading: Reading, value: Mapping, keys: readonly string[], at: DocumentPath): void {
  for (const key of Object.keys(value)) {
    if (keys.includes(key)) continue
    const near = suggest(key, keys)
    const help = `known keys: ${keys.join(', ')}${near === undefined ? '' : `; did you mean \`${near}\`?`}`
    report(reading, reading.document.rangeOfKey([...at, key]), `unknown key \`${key}\``, help)
  }
}

/** The text under a key; one that is missing or no text is reported. */
function textAt(reading: Reading, value: Mapping, key: string, at: DocumentPath, needed: boolean): string | undefined {
  const text = value[key]
  if (typeof text === 'string' && text.trim() !== '') return text
  if (text === undefined && !needed) return undefined
  const range = reading.document.rangeOf(text === undefined ? at : [...at, key])
  report(reading, range, `\`${key}\` is ${text === undefined ? 'missing' : 'not a text'}`, `write \`${key}: ...\``)
  return undefined
}

function entriesOf(reading: Reading, key: string): readonly (readonly [Mapping, DocumentPath])[] {
  const { document } = reading
  const list = isMapping(document.value) ? document.value[key] : undefined
  if (list === undefined) return []
  if (!Array.isArray(list)) {
    report(
      reading,
      document.rangeOf([key]),
      `\`${key}\` is not a list`,
      'write one entry per line, each after a hyphen',
    )
    return []
  }
  return list.flatMap((one: unknown, index): readonly (readonly [Mapping, DocumentPath])[] => {
    if (isMapping(one)) return [[one, [key, index]]]
    report(
      reading,
      document.rangeOf([key, index]),
      `an entry of \`${key}\` is not a mapping`,
      'write `key: value` pairs',
    )
    return []
  })
}

/** What may follow the at sign of a tag. */
const idForm = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u

function requirementAt(reading: Reading, value: Mapping, at: DocumentPath): readonly Requirement[] {
  onlyKeys(reading, value, ['id', 'text', 'owner'], at)
  const id = textAt(reading, value, 'id', at, true)
  const text = textAt(reading, value, 'text', at, true)
  const owner = textAt(reading, value, 'owner', at, false)
  const { document } = reading
  if (id !== undefined && !idForm.test(id)) {
    const help = 'a scenario names it as a tag, `@REQ-12`: letters, digits, hyphens, dots'
    report(reading, document.rangeOf([...at, 'id']), `\`${id}\` cannot be a tag`, help)
    return []
  }
  if (id === undefined || text === undefined) return []
  const { line } = positionOf(document.rangeOf(at))
  return [{ id, text, line, ...(owner === undefined ? {} : { owner }) }]
}

function reportTwice(reading: Reading, requirements: readonly Requirement[]): void {
  const first = new Map<string, Requirement>()
  for (const one of requirements) {
    const before = first.get(one.id)
    if (before === undefined) first.set(one.id, one)
    else
      reading.problems.push({
        uri: reading.document.source.name,
        line: one.line,
        message: `two requirements have the id \`${one.id}\`, the other on line ${before.line}\n  help: give each its own id`,
        invalid: true,
      })
  }
}

function packAt(reading: Reading, value: Mapping, at: DocumentPath): readonly PackReference[] {
  onlyKeys(reading, value, ['feature', 'personas'], at)
  const feature = textAt(reading, value, 'feature', at, true)
  const personas = textAt(reading, value, 'personas', at, true)
  if (feature === undefined || personas === undefined) return []
  const { document } = reading
  return [
    { feature, personas, at: document.rangeOf([...at, 'feature']), personasAt: document.rangeOf([...at, 'personas']) },
  ]
}

/** Reads the requirements of a project, every mistake of their file with its line. */
export function readRequirements(path: string, reader: SourceReader): ReadRequirements {
  const source = reader.read(path)
  const parsed = source.ok ? parseSource(source.value) : source
  if (!parsed.ok) {
    const problems = parsed.diagnostics.map(
      (one): RunProblem => ({
        uri: one.at.source.name,
        line: positionOf(one.at).line,
        message: `${messageOf(one)}\n  help: ${helpOf(one)}`,
        invalid: true,
      }),
    )
    return { file: undefined, packs: [], problems }
  }
  const reading: Reading = { document: parsed.value, problems: [] }
  const { value, source: read } = parsed.value
  if (isMapping(value)) onlyKeys(reading, value, ['requirements', 'packs'], [])
  else report(reading, parsed.value.rangeOf([]), 'the file is not a mapping', 'begin with `requirements:`')
  const requirements = entriesOf(reading, 'requirements').flatMap(([one, at]) => requirementAt(reading, one, at))
  const packs = entriesOf(reading, 'packs').flatMap(([one, at]) => packAt(reading, one, at))
  reportTwice(reading, requirements)
  if (reading.problems.length === 0 && requirements.length + packs.length === 0)
    report(reading, parsed.value.rangeOf([]), 'the file states no requirement', 'write `requirements: [{ id, text }]`')
  return { file: { name: read.name, requirements }, packs, problems: reading.problems }
}
