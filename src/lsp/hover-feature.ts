import type { Hover, Position } from 'vscode-languageserver'
import { linkOf } from '../editor/choices.ts'
import { ruleById } from '../rules/index.ts'
import { featureWordAt } from './feature-words.ts'
import { policyLines, verdictLines } from './verdicts.ts'
import type { Workspace } from './workspace.ts'

/** Hover text for a word of a feature: a rule with its page, the verdicts of a person or client, otherwise its step. */
export function hoverFeature(workspace: Workspace, name: string, text: string, position: Position): Hover | undefined {
  const read = workspace.features?.read(name, text)
  if (read === undefined) return undefined
  const word = featureWordAt(text, read, position)
  const step = read.scenarios
    .flatMap(({ steps }) => steps)
    .find(({ line, definition }) => line === position.line + 1 && definition !== undefined)
  const says = step?.definition === undefined ? [] : [`\`${step.definition.pattern}\``, step.definition.says]
  const about = word === undefined ? [] : linesFor(workspace, word.type, word.value, word.scenario.world.file)
  const lines = [...about, ...says]
  if (lines.length === 0) return undefined
  return {
    contents: { kind: 'markdown', value: lines.join('\n\n') },
    ...(word === undefined ? {} : { range: word.range }),
  }
}

function linesFor(workspace: Workspace, type: string, value: unknown, file: string | undefined): readonly string[] {
  if (typeof value !== 'string') return []
  if (type === 'rule') {
    const rule = ruleById(value)
    return rule === undefined ? [] : [`**${rule.id}** ${rule.statement}`, linkOf(rule.citation)]
  }
  if (file === undefined || workspace.tenants.isInline(file)) return []
  if (type === 'user' || type === 'client') return verdictLines(workspace, file, type, value)
  return type === 'policy' ? policyLines(workspace, file, value) : []
}
