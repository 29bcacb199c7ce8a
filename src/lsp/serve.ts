import type {
  CancellationToken,
  Connection,
  InitializeParams,
  ResponseError,
  ServerCapabilities,
} from 'vscode-languageserver'
import { answersOf } from './answers.ts'
import { commands } from './lenses.ts'
import { openProject, type Project } from './project.ts'
import { headChanges } from './since-head.ts'
import { pathOfUri } from './uris.ts'

/** Runs a command line of this program and returns its output. */
export type RunWords = (words: readonly string[]) => Promise<string>

/** Dependencies of the server. */
export interface ServerOptions {
  /** The project folder, unless the editor specifies another. */
  readonly cwd: string
  readonly version: string
  readonly run: RunWords
  /** The text of a file of a project in its last commit. */
  readonly committed: (cwd: string, name: string) => string | undefined
  /** The protocol's error class. */
  readonly ResponseError: typeof import('vscode-languageserver').ResponseError
}

const capabilities: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: 1, save: true },
  completionProvider: { triggerCharacters: [' ', '"', '|', '-', '['] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  codeActionProvider: { codeActionKinds: ['quickfix'] },
  codeLensProvider: {},
  inlayHintProvider: true,
  documentLinkProvider: {},
  executeCommandProvider: { commands: Object.values(commands) },
}

const [requestCancelled, contentModified, invalidRequest] = [-32800, -32801, -32600] as const

/** The folder that is open in the editor. */
function folderOf({ workspaceFolders, rootUri }: InitializeParams, cwd: string): string {
  const uri = workspaceFolders?.[0]?.uri ?? rootUri
  return (uri === undefined || uri === null ? undefined : pathOfUri(uri)) ?? cwd
}

/** Debounce in milliseconds; documents that a change affects only indirectly wait longer. */
const [pause, longPause] = [15, 300] as const

interface Checks {
  readonly soon: (uri: string) => void
  readonly now: (uri: string) => void
  /** Checks nothing more. */
  readonly end: () => void
}

/** Checks a document and publishes its diagnostics. */
const checking =
  (connection: Connection, project: () => Project | undefined) =>
  (uri: string, saved: boolean): void => {
    const known = project()
    if (known === undefined) return
    try {
      for (const [file, diagnostics] of known.check(uri, { saved }))
        connection.sendDiagnostics({ uri: file, diagnostics: [...diagnostics] }).catch(() => {})
    } catch (thrown) {
      // A bug in a check must not end the server: the next change is checked again.
      connection.console.error(`checking ${uri} failed: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
    }
  }

function checksOf(connection: Connection, project: () => Project | undefined): Checks {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>()
  const check = checking(connection, project)
  const later = (uri: string, after: number): void => {
    clearTimeout(waiting.get(uri))
    waiting.set(
      uri,
      setTimeout(() => {
        waiting.delete(uri)
        check(uri, false)
      }, after),
    )
  }
  const others = (uri: string): void => {
    for (const one of project()?.documents() ?? [])
      if (one.uri !== uri && !waiting.has(one.uri)) later(one.uri, longPause)
  }
  return {
    end: () => {
      for (const timer of waiting.values()) clearTimeout(timer)
      waiting.clear()
    },
    soon: (uri) => {
      later(uri, pause)
      others(uri)
    },
    now: (uri) => {
      clearTimeout(waiting.get(uri))
      waiting.delete(uri)
      check(uri, true)
      others(uri)
    },
  }
}

/** Serves an editor over a connection until it closes. */
export function serve(connection: Connection, options: ServerOptions): void {
  let project: Project | undefined
  let snippets = false
  connection.onInitialize((params) => {
    const folder = folderOf(params, options.cwd)
    project = openProject(folder, (name) => options.committed(folder, name))
    snippets = params.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true
    return { capabilities, serverInfo: { name: 'authplan', version: options.version } }
  })
  const checks = checksOf(connection, () => project)
  follow(connection, checks, () => project)
  const about = answering(
    options,
    () => project,
    () => snippets,
  )
  registerPlaces(connection, about)
  registerRename(connection, about, options)
  registerDocuments(connection, about)
  connection.onExecuteCommand(async ({ command, arguments: words = [] }) =>
    runCommand(connection, { run: options.run, project }, command, words),
  )
  connection.onShutdown(checks.end)
  connection.onExit(checks.end)
  connection.listen()
}

/** Tracks opened, changed, saved and closed documents. */
function follow(connection: Connection, checks: Checks, project: () => Project | undefined): void {
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    project()?.put(uri, version, text)
    checks.now(uri)
  })
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const last = contentChanges.at(-1)
    if (last === undefined) return
    project()?.put(uri, version, last.text)
    checks.soon(uri)
  })
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => checks.now(uri))
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    project()?.close(uri)
    checks.now(uri)
  })
  connection.onDidChangeWatchedFiles(() => {
    project()?.forget()
    for (const { uri } of project()?.documents() ?? []) checks.soon(uri)
  })
}

type DocumentParams = { readonly textDocument: { readonly uri: string } }

type Answering = <Params extends DocumentParams, Answer>(
  answer: (answers: ReturnType<typeof answersOf>, params: Params) => Answer,
) => (params: Params, token: CancellationToken) => Promise<Answer | ResponseError<undefined> | null>

/** Answers a request about an open document, unless it is stale by then. */
const answering =
  ({ ResponseError: Refusal }: ServerOptions, project: () => Project | undefined, snippets: () => boolean): Answering =>
  (answer) =>
  async (params, token) => {
    const known = project()
    const asked = known?.document(params.textDocument.uri)
    if (known === undefined || asked === undefined) return null
    await new Promise((turn) => setImmediate(turn))
    if (token.isCancellationRequested) return new Refusal<undefined>(requestCancelled, 'the request was cancelled')
    if (known.document(asked.uri)?.version !== asked.version)
      return new Refusal<undefined>(contentModified, 'the document has changed')
    return answer(answersOf(known, asked, { snippets: snippets() }), params)
  }

function registerPlaces(connection: Connection, about: Answering): void {
  connection.onCompletion(about((answers, { position }) => [...answers.completion(position)]))
  connection.onHover(about((answers, { position }) => answers.hover(position) ?? null))
  connection.onDefinition(about((answers, { position }) => [...answers.definition(position)]))
  connection.onReferences(
    about((answers, { position, context }) => [...answers.references(position, context.includeDeclaration)]),
  )
}

function registerRename(connection: Connection, about: Answering, { ResponseError: Refusal }: ServerOptions): void {
  connection.onPrepareRename(
    about((answers, { position }) => {
      const found = answers.prepareRename(position)
      return found.ok
        ? { range: found.range, placeholder: found.written }
        : new Refusal<undefined>(invalidRequest, found.message)
    }),
  )
  connection.onRenameRequest(
    about((answers, { position, newName }) => {
      const found = answers.rename(position, newName)
      return found.ok ? { changes: found.changes } : new Refusal<undefined>(invalidRequest, found.message)
    }),
  )
}

function registerDocuments(connection: Connection, about: Answering): void {
  connection.onDocumentSymbol(about((answers) => [...answers.symbols()]))
  connection.onCodeAction(about((answers, { context }) => [...answers.fixes(context.diagnostics)]))
  connection.onCodeLens(about((answers) => [...answers.lenses()]))
  connection.onDocumentLinks(about((answers) => [...answers.links()]))
  connection.languages.inlayHint.on(about((answers, { range }) => [...answers.hints(range)]))
}

interface CommandParts {
  readonly run: RunWords
  readonly project: Project | undefined
}

async function answerOf(
  { run, project }: CommandParts,
  command: string,
  words: readonly string[],
  first: string,
): Promise<string | undefined> {
  if (command === commands.run) return run(['test', ...words])
  if (command === commands.explain) return run(['explain', ...words])
  return command === commands.changes && project !== undefined ? headChanges(project.workspace, first) : undefined
}

/** Runs a scenario or explains a sign-in, from the saved files; or says what changed since the last commit. */
async function runCommand(
  connection: Connection,
  parts: CommandParts,
  command: string,
  given: readonly unknown[],
): Promise<string | null> {
  const words = given.filter((one): one is string => typeof one === 'string')
  const [first] = words
  if (first === undefined || words.length !== given.length) return null
  const text = await answerOf(parts, command, words, first)
  if (text === undefined) return null
  connection.console.log(text)
  return text
}
