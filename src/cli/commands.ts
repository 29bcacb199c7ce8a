import type { Command } from 'commander'
import type { Environment, ExitCode } from './environment.ts'

/** Makes the command; what it ends with is handed to `exit`. */
export type DefineCommand = (environment: Environment, exit: (code: ExitCode) => void) => Command

interface CommandEntry {
  readonly summary: string
  readonly load: () => Promise<{ readonly define: DefineCommand }>
}

const table = {
  check: {
    summary: 'is the architecture valid and consistent?',
    load: () => import('./commands/check.ts'),
  },
  simulate: {
    summary: 'which credential must each person type into each client?',
    load: () => import('./commands/simulate.ts'),
  },
  explain: {
    summary: 'step by step: why this credential, and why no other',
    load: () => import('./commands/explain.ts'),
  },
  diagram: {
    summary: 'the sequence diagram of one session',
    load: () => import('./commands/diagram.ts'),
  },
  test: {
    summary: 'run Gherkin acceptance specs with the step library built in',
    load: () => import('./commands/test.ts'),
  },
  rules: {
    summary: 'the knowledge base: statements, citations, examples',
    load: () => import('./commands/rules.ts'),
  },
  catalog: {
    summary: 'the product facts as cited tables',
    load: () => import('./commands/catalog.ts'),
  },
  steps: {
    summary: 'the Gherkin vocabulary, with examples',
    load: () => import('./commands/steps.ts'),
  },
  schema: {
    summary: 'the JSON Schema of tenant files',
    load: () => import('./commands/schema.ts'),
  },
  completion: {
    summary: 'completion for bash, zsh or fish',
    load: () => import('./commands/completion.ts'),
  },
} as const satisfies Record<string, CommandEntry>

/** The name of a command. */
export type CommandName = keyof typeof table

/** Every command, in the order of the help. */
// Object.keys of a literal are its keys, which its type cannot say.
export const commandNames = Object.keys(table) as readonly CommandName[]

/** What a command answers, in one line. */
export function summaryOf(name: CommandName): string {
  return table[name].summary
}

/** Loads a command's code, and only that. */
export async function loadCommand(name: CommandName): Promise<DefineCommand> {
  return (await table[name].load()).define
}

/** The help of the program itself. */
export function programHelp(): string {
  const width = Math.max(...commandNames.map((name) => name.length))
  return [
    'authplan: which credential must each person type into each client, who checks it, and why?',
    '',
    'Usage: authplan COMMAND [options]',
    '',
    'Commands:',
    ...commandNames.map((name) => `  ${name.padEnd(width)}  ${table[name].summary}`),
    '',
    'Options:',
    '  -V, --version  the version of authplan',
    '  -h, --help     this text; `authplan COMMAND --help` for a command, with examples',
    '',
    'Examples:',
    '  authplan check tenant.yaml',
    '  authplan simulate tenant.yaml --client outlook-2010',
    '  authplan explain tenant.yaml --user "Finance lead" --client outlook-2010',
    '',
    'Results go to standard output, everything else to standard error.',
    'Exit codes: 0 as asserted; 1 findings, changed verdicts or failed assertions; 2 could not run.',
    '',
  ].join('\n')
}
