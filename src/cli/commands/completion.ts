import { commandNames, summaryOf } from '../commands.ts'
import { type CompletedCommand, renderCompletion, shells } from '../completion-scripts.ts'
import type { Environment } from '../environment.ts'
import { type DefineCommand, loadCommand } from '../load-command.ts'
import { newCommand } from '../new-command.ts'
import { oneOf } from '../usage.ts'

/** `authplan completion`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'completion', {
    examples: [
      { line: 'source <(authplan completion bash)', says: 'in ~/.bashrc' },
      { line: 'authplan completion zsh > ~/.zfunc/_authplan', says: 'in a folder of $fpath' },
      { line: 'authplan completion fish > ~/.config/fish/completions/authplan.fish', says: 'for fish' },
    ],
  })
  return command.argument('<SHELL>', 'bash, zsh or fish').action(async (word: string) => {
    const shell = oneOf('shell', word, shells)
    environment.stdout(renderCompletion(shell, await described(environment)))
    exit(0)
  })
}

/** Every command with the options it really has. */
async function described(environment: Environment): Promise<readonly CompletedCommand[]> {
  return Promise.all(
    commandNames.map(async (name) => {
      const defined = (await loadCommand(name))(environment, () => undefined)
      const options = defined.options.map(({ long, description }) => ({ flag: long ?? '', description }))
      return { name, summary: summaryOf(name), options: [...options, { flag: '--help', description: 'this text' }] }
    }),
  )
}
