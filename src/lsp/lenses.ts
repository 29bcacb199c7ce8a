import type { CodeLens, Command, DocumentLink, InlayHint, Range } from 'vscode-languageserver'
import { kindOf } from '../editor/kinds.ts'
import type { ReadScenario } from '../gherkin/run/read-feature.ts'
import { sessionsOf } from '../gherkin/scenario/world.ts'
import { sessionRow } from '../report/tables/session-rows.ts'
import { ruleById } from '../rules/index.ts'
import { sources } from '../vocabulary/citations.ts'
import { lineAt, placeAt } from './places.ts'
import { headLens } from './since-head.ts'
import type { Workspace } from './workspace.ts'

/** Commands that the server executes for an editor. */
export const commands = {
  run: 'authplan.runScenario',
  explain: 'authplan.explain',
  changes: 'authplan.changesSinceHead',
} as const

const lineRange = (line: number): Range => ({ start: { line, character: 0 }, end: { line, character: 0 } })

/**
 * Code lenses above each scenario: run it, and explain its sign-in if it describes one from a file; above a tenant file:
 * how many verdicts changed since the last commit.
 */
export function lensesOf(workspace: Workspace, name: string, text: string): readonly CodeLens[] {
  if (kindOf(name, text) !== 'feature') return headLens(workspace, name, text, commands.changes)
  const { features, tenants } = workspace
  const found = new Map<string, CodeLens>()
  for (const { line, row, world } of features?.read(name, text).scenarios ?? []) {
    const range = lineRange(line - 1)
    const run: Command = { title: 'Run this scenario', command: commands.run, arguments: [`${name}:${line}`] }
    found.set(`${line} run`, { range, command: run })
    const { subject, file, changes } = world
    // The explanation reads the file, which does not contain the changes made by the scenario.
    if (subject === undefined || file === undefined || changes.length > 0 || tenants.isInline(file)) continue
    const words = explained(file, subject, world.network)
    const at = lineRange((row ?? line) - 1)
    found.set(`${row ?? line} explain`, {
      range: at,
      command: { title: 'Explain', command: commands.explain, arguments: [...words] },
    })
  }
  return [...found.values()]
}

/** The `authplan explain` arguments for a sign-in. */
function explained(
  file: string,
  { user, client, purpose, network }: NonNullable<ReadScenario['world']['subject']>,
  set: string | undefined,
): readonly string[] {
  const from = network ?? set
  return [
    file,
    `--user=${user}`,
    `--client=${client}`,
    `--purpose=${purpose}`,
    ...(from === undefined ? [] : [`--network=${from}`]),
  ]
}

/** A short result of a scenario's sign-in; undefined if it describes none or cannot be simulated. */
function resultOf({ world }: ReadScenario): string | undefined {
  if (world.subject === undefined) return undefined
  try {
    const results = sessionsOf(world).flatMap(({ traces }) => sessionRow(traces).results.map(({ result }) => result))
    return [...new Set(results)].join(' / ') || undefined
  } catch {
    // The reason is reported by the diagnostics of its line.
    return undefined
  }
}

/** Inlay hints next to Examples rows and described sign-ins: the resulting credential. */
export function hintsOf(
  { features }: Workspace,
  name: string,
  text: string,
  { start, end }: Range,
): readonly InlayHint[] {
  if (kindOf(name, text) !== 'feature') return []
  const found = new Map<number, InlayHint>()
  for (const scenario of features?.read(name, text).scenarios ?? []) {
    const described = scenario.steps.find(
      ({ definition, args }) => definition?.keyword === 'When' && args.some(({ type }) => type === 'user'),
    )
    const line = (scenario.row ?? described?.line ?? 0) - 1
    if (line < start.line || line > end.line || found.has(line)) continue
    const label = resultOf(scenario)
    if (label === undefined) continue
    const character = lineAt(text, line).trimEnd().length
    found.set(line, {
      position: { line, character },
      label,
      paddingLeft: true,
      tooltip: 'what the simulator finds for this sign-in',
    })
  }
  return [...found.values()]
}

/** Links every rule id in a feature to the page that it cites. */
export function linksOf(name: string, text: string): readonly DocumentLink[] {
  if (kindOf(name, text) !== 'feature') return []
  return [...text.matchAll(/\b[A-Z]+-\d+\b/g)].flatMap(({ 0: id, index }) => {
    const rule = ruleById(id)
    if (rule === undefined) return []
    const range = { start: placeAt({ name, text }, index), end: placeAt({ name, text }, index + id.length) }
    return [{ range, target: sources[rule.citation.source].url, tooltip: rule.statement }]
  })
}
