/** What each command answers, in one line, in the order of the help. */
const summaries = {
  check: 'is the architecture valid and consistent?',
  simulate: 'which credential must each user type into each client?',
  explain: 'step by step: why this credential, and why not the others',
  'what-if': "Graph's conditionalAccess/evaluate, offline, with the combined decision",
  diagram: 'the sequence diagram of one session',
  report: 'a report with all verdicts and diagrams',
  import: 'a tenant architecture from exports you already have',
  view: 'the HTML report on loopback, reloaded on save',
  test: 'run Gherkin acceptance specs with the step library built in',
  spec: "write today's verdicts as a feature to review",
  diff: 'for whom the verdict, credential, verifier or deciding rule changes between two plans',
  compare: 'is one set of policies stricter or looser than another, over every possible sign-in?',
  prove: 'is a claim true of every possible sign-in?',
  impact: 'what does each policy protect on its own, and which could be removed?',
  replay: 'do real sign-in logs agree with the model, and who would be blocked under a plan?',
  timeline: 'the dates on which vendor changes and declared events change verdicts, and for whom',
  plan: 'who is stranded, weakened or must act in each stage of a migration, and can it be undone?',
  day: 'what a user is prompted for during a day, from the lock screen to the last app',
  gaps: 'who cannot sign in, where MFA is bypassed, which policy has no effect, each with a witness',
  'why-not': 'the smallest changes that lead to a wanted outcome, found by search',
  rules: 'the knowledge base: statements, citations, examples',
  'explain-code': 'what a diagnostic, finding or vendor error means, and what to do',
  catalog: 'the product facts as cited tables',
  steps: 'the Gherkin steps, with examples',
  init: 'a new project with passing tests: tenant, feature, editor settings, workflow',
  schema: 'the JSON Schema of tenant files, plans and every JSON output',
  mcp: 'read-only tools for assistants, by the Model Context Protocol',
  lsp: 'a language server for editors: diagnostics, completion and verdicts as you type',
  completion: 'shell completion for bash, zsh or fish',
} as const

/** The name of a command. */
export type CommandName = keyof typeof summaries

/** Every command, in the order of the help. */
// Object.keys of a literal are its keys, which its type cannot say.
export const commandNames = Object.keys(summaries) as readonly CommandName[]

/** What a command answers, in one line. */
export function summaryOf(name: CommandName): string {
  return summaries[name]
}

/** The help of the program itself. */
export function programHelp(): string {
  const width = Math.max(...commandNames.map((name) => name.length))
  return [
    'authplan: which credential must each user type into each client, who checks it, and why?',
    '',
    'Usage: authplan COMMAND [options]',
    '',
    'Commands:',
    ...commandNames.map((name) => `  ${name.padEnd(width)}  ${summaries[name]}`),
    '',
    'Options:',
    '  -V, --version  show the version of authplan',
    '  -h, --help     show this help; `authplan COMMAND --help` shows a command with examples',
    '',
    'Examples:',
    '  authplan check tenant.yaml',
    '  authplan simulate tenant.yaml --client outlook-2010',
    '  authplan explain tenant.yaml --user "Finance lead" --client outlook-2010',
    '',
    'Results go to standard output, everything else to standard error.',
    'Exit codes: 0 success; 1 findings, changed verdicts or failed assertions; 2 could not run.',
    '',
  ].join('\n')
}
