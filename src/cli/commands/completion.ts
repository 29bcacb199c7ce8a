import { type CommandName, commandNames, summaryOf } from '../commands.ts'
import { type CompletedCommand, renderCompletion, shells } from '../completion-scripts.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment } from '../environment.ts'
import { newCommand } from '../new-command.ts'
import { oneOf } from '../usage.ts'

/** Loads a command's code, and only that. */
type LoadCommand = (name: CommandName) => Promise<DefineCommand>

/** `authplan completion`, which looks at every other command. */
export const completionOf =
  (loadCommand: LoadCommand): DefineCommand =>
  (environment, exit) => {
    const command = newCommand(environment, 'completion', {
      examples: [
        { line: 'source <(authplan completion bash)', says: 'in ~/.bashrc' },
        { line: 'authplan completion zsh > ~/.zfunc/_authplan', says: 'in a folder of $fpath' },
        { line: 'authplan completion fish > ~/.config/fish/completions/authplan.fish', says: 'for fish' },
      ],
    })
    return command.argument('<SHELL>', 'bash, zsh or fish').action(async (word: string) => {
      const shell = oneOf('shell', word, shells)
      environment.stdout(renderCompletion(shell, await described(environment, loadCommand)))
      exit(0)
    })
  }

/** Every command with the options it really has. */
async function described(environment: Environment, loadCommand: LoadCommand): Promise<readonly CompletedCommand[]> {
  return Promise.all(
    commandNames.map(async (name) => {
      const defined = (await loadCommand(name))(environment, () => undefined)
      const options = defined.options.map(({ long, description }) => ({ flag: long ?? '', description }))
      return { name, summary: summaryOf(name), options: [...options, { flag: '--help', description: 'this text' }] }
    }),
  )
}
