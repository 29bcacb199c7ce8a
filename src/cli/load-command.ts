import type { CommandName } from './commands.ts'
import type { DefineCommand } from './define-command.ts'
import { scoped } from './read-scope.ts'

const files: Readonly<Record<CommandName, () => Promise<{ readonly define: DefineCommand }>>> = {
  check: () => import('./commands/check.ts'),
  simulate: () => import('./commands/simulate.ts'),
  explain: () => import('./commands/explain.ts'),
  'what-if': () => import('./commands/what-if.ts'),
  diagram: () => import('./commands/diagram.ts'),
  report: () => import('./commands/report.ts'),
  import: () => import('./commands/import.ts'),
  view: () => import('./commands/view.ts'),
  test: () => import('./commands/test.ts'),
  spec: () => import('./commands/spec.ts'),
  diff: () => import('./commands/diff.ts'),
  compare: () => import('./commands/compare.ts'),
  prove: () => import('./commands/prove.ts'),
  impact: () => import('./commands/impact.ts'),
  replay: () => import('./commands/replay.ts'),
  timeline: () => import('./commands/timeline.ts'),
  plan: () => import('./commands/plan.ts'),
  day: () => import('./commands/day.ts'),
  gaps: () => import('./commands/gaps.ts'),
  'why-not': () => import('./commands/why-not.ts'),
  rules: () => import('./commands/rules.ts'),
  'explain-code': () => import('./commands/explain-code.ts'),
  catalog: () => import('./commands/catalog.ts'),
  steps: () => import('./commands/steps.ts'),
  init: () => import('./commands/init.ts'),
  schema: () => import('./commands/schema.ts'),
  mcp: () => import('./commands/mcp.ts'),
  lsp: () => import('./commands/lsp.ts'),
  // Completion looks at every command, this one included.
  completion: async () => ({ define: (await import('./commands/completion.ts')).completionOf(loadCommand) }),
}

/** Loads a command's code, and only that. */
export async function loadCommand(name: CommandName): Promise<DefineCommand> {
  return scoped(name, (await files[name]()).define)
}
