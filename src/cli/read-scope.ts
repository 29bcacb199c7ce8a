import type { Command } from 'commander'
import type { ReadScope } from '../source/files/containment.ts'
import type { SourceReader } from '../source/files/source-reader.ts'
import type { CommandName } from './commands.ts'
import type { DefineCommand } from './define-command.ts'

/** Commands that load no file of the user. */
const readNothing: ReadonlySet<CommandName> = new Set([
  'rules',
  'explain-code',
  'catalog',
  'steps',
  'init',
  'schema',
  'mcp',
  'lsp',
  'completion',
])

interface ScopeOptions {
  readonly root?: string
  readonly allowOutside?: true
}

function addScopeOptions(command: Command, use: (scope: ReadScope) => void): Command {
  return command
    .option('--root <DIR>', 'files may refer to files below this folder (default: the working directory)')
    .option('--allow-outside', 'files may refer to files anywhere; only for files that you trust')
    .hook('preAction', () => {
      const { root, allowOutside } = command.opts<ScopeOptions>()
      if (root === undefined && allowOutside === undefined) return
      use({ ...(root === undefined ? {} : { root }), ...(allowOutside === undefined ? {} : { allowOutside }) })
    })
}

/** What only a reader of a disk can do, through whichever reader is in force. */
function ofDisk(
  { inPlace, unpackedPieces }: SourceReader,
  current: () => SourceReader,
): Pick<SourceReader, 'inPlace' | 'unpackedPieces'> {
  return {
    ...(inPlace && { inPlace: (path) => (current().inPlace ?? inPlace)(path) }),
    ...(unpackedPieces && { unpackedPieces: (path) => (current().unpackedPieces ?? unpackedPieces)(path) }),
  }
}

/** Gives a command the options that say which files may be read, and a reader that keeps to them. */
export function scoped(name: CommandName, define: DefineCommand): DefineCommand {
  if (readNothing.has(name)) return define
  return (environment, exit) => {
    let current = environment.reader
    const reader: SourceReader = {
      read: (path, from) => current.read(path, from),
      readPieces: (path, from) => current.readPieces(path, from),
      readExport: (path) => (current.readExport ?? current.read)(path),
      exportPieces: (path) => current.exportPieces?.(path),
      ...ofDisk(environment.reader, () => current),
      glob: (pattern, from) => current.glob(pattern, from),
    }
    return addScopeOptions(define({ ...environment, reader }, exit), (scope) => {
      current = environment.reader.within?.(scope) ?? environment.reader
    })
  }
}
