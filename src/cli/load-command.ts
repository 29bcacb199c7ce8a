import type { Command } from 'commander'
import type { CommandName } from './commands.ts'
import type { Environment, ExitCode } from './environment.ts'
import { scoped } from './read-scope.ts'

/** Makes the command; what it ends with is handed to `exit`. */
export type DefineCommand = (environment: Environment, exit: (code: ExitCode) => void) => Command

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
  timeline: () => import('./commands/timeline.ts'),
  gaps: () => import('./commands/gaps.ts'),
  'why-not': () => import('./commands/why-not.ts'),
  rules: () => import('./commands/rules.ts'),
  catalog: () => import('./commands/catalog.ts'),
  steps: () => import('./commands/steps.ts'),
  init: () => import('./commands/init.ts'),
  schema: () => import('./commands/schema.ts'),
  completion: () => import('./commands/completion.ts'),
}

/** Loads a command's code, and only that. */
export async function loadCommand(name: CommandName): Promise<DefineCommand> {
  return scoped(name, (await files[name]()).define)
}
