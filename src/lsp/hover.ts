import type { Hover, Position } from 'vscode-languageserver'
import { defaults } from '../catalog/defaults.ts'
import { catalogChoice, linkOf } from '../editor/choices.ts'
import { kindOf } from '../editor/kinds.ts'
import { declaredAt, namedAt } from '../editor/name-kinds.ts'
import { schemaFor } from '../editor/names.ts'
import { type YamlWord, yamlWordAt } from '../editor/yaml-nodes.ts'
import { readDocument } from '../source/document/located-document.ts'
import type { JsonSchema } from '../tenant/schema/parts.ts'
import { schemaAt } from '../tenant/schema-at.ts'
import { hoverFeature } from './hover-feature.ts'
import { offsetAt, placeAt } from './places.ts'
import { policyLines, verdictLines } from './verdicts.ts'
import type { Workspace } from './workspace.ts'

/** Hover text for the word at a position; for a client or person, the sign-in verdicts. */
export function hoverAt(workspace: Workspace, name: string, text: string, position: Position): Hover | undefined {
  const kind = kindOf(name, text)
  if (kind === 'feature') return hoverFeature(workspace, name, text, position)
  const root = schemaFor(kind)
  const word = root && yamlWordAt(text, offsetAt(text, position))
  if (root === undefined || word === undefined) return undefined
  const lines = linesOf(workspace, name, text, root, word)
  if (lines.length === 0) return undefined
  const source = { name, text }
  return {
    contents: { kind: 'markdown', value: lines.join('\n\n') },
    range: { start: placeAt(source, word.start), end: placeAt(source, word.end) },
  }
}

function linesOf(
  workspace: Workspace,
  name: string,
  text: string,
  root: JsonSchema,
  word: YamlWord,
): readonly string[] {
  const value = readDocument({ name, text }).document?.value
  const { schema } = schemaAt(root, value, word.path)
  const title = typeof schema?.['title'] === 'string' ? schema['title'] : undefined
  if (word.key) return keyLines(word.text, schema)
  const row = catalogChoice(word.path, title, word.text)
  const meaning =
    row === undefined ? [] : [`**${row.title ?? row.value}**`, ...(row.citation ? [linkOf(row.citation)] : [])]
  return [...meaning, ...nameLines(workspace, name, word, title), ...(row === undefined ? keyLines('', schema) : [])]
}

/** The description of a key, its values, and its default. */
function keyLines(key: string, schema: JsonSchema | undefined): readonly string[] {
  if (schema === undefined) return []
  const { title, description, enum: values } = schema
  const heading = typeof title === 'string' ? [`**${title}**`] : []
  const meaning = typeof description === 'string' ? [description] : []
  const listed = Array.isArray(values) ? [`Values: ${values.map((one) => `\`${one}\``).join(', ')}`] : []
  const rows = key === '' ? [] : defaults.filter(({ fact }) => fact === key)
  const documented = rows.slice(0, 4).map(({ statement, citation }) => `${statement} ${linkOf(citation)}`)
  return [...heading, ...meaning, ...listed, ...documented]
}

/** Hover text for a name: the verdicts of a person or client, or a policy in words. */
function nameLines(workspace: Workspace, name: string, word: YamlWord, title: string | undefined): readonly string[] {
  const declared = declaredAt(word.path)
  const kinds = declared === undefined ? namedAt(word.path, title) : [declared.kind]
  return kinds.flatMap((kind) => {
    if (kind === 'user' || kind === 'client') return verdictLines(workspace, name, kind, word.text)
    return kind === 'policy' ? policyLines(workspace, name, word.text) : []
  })
}
