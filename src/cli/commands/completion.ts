import { basename } from 'node:path'
import type { Command } from 'commander'
import { type CommandName, commandNames } from '../commands.ts'
import { type Completed, completeWords } from '../complete-words.ts'
import { completionScripts, placeOf, type Shell, shells } from '../completion-scripts.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment } from '../environment.ts'
import { newCommand } from '../new-command.ts'
import { oneOf, usageProblem } from '../usage.ts'

/** Loads a command's code, and only that. */
type LoadCommand = (name: CommandName) => Promise<DefineCommand>

/** `authplan completion`, which looks at every other command. */
export const completionOf =
  (loadCommand: LoadCommand): DefineCommand =>
  (environment, exit) => {
    const command = newCommand(environment, 'completion', {
      examples: [
        { line: 'authplan completion bash --install', says: 'writes the script where the shell looks for it' },
        { line: 'source <(authplan completion bash)', says: 'in ~/.bashrc instead' },
        { line: 'authplan completion values -- simulate tenant.yaml --client out', says: 'what the scripts ask' },
      ],
      notes:
        'Completes commands, options, formats, ids of rules, codes and tables, and the users, clients,\n' +
        'networks and policies of the tenant file on the line.',
    })
    return command
      .argument('[SHELL]', 'bash, zsh or fish (default: the shell in $SHELL); or `values`')
      .argument('[WORDS...]', 'after `values --`: the words typed so far')
      .option('--install', 'write the script where the shell looks for it')
      .action(async (word: string | undefined, words: readonly string[], { install }: { readonly install?: true }) => {
        if (word === 'values') await showValues(environment, loadCommand, words)
        else await giveScript(environment, shellNamed(environment, word), install === true)
        exit(0)
      })
  }

function shellNamed({ variables }: Environment, word: string | undefined): Shell {
  if (word !== undefined) return oneOf('shell', word, shells)
  const found = shells.find((shell) => shell === basename(variables['SHELL'] ?? ''))
  if (found === undefined) throw usageProblem('missing shell', 'write `bash`, `zsh` or `fish`')
  return found
}

async function giveScript(environment: Environment, shell: Shell, install: boolean): Promise<void> {
  const script = completionScripts[shell]
  if (!install) return environment.stdout(script)
  const place = placeOf(shell, environment.variables)
  if (place === undefined)
    throw usageProblem(
      'no home folder to install to',
      'write the script to a file of your choice: `authplan completion SHELL > FILE`',
    )
  await environment.writeFile(place.file, script)
  environment.stderr(`wrote ${place.file}\n${place.needs}\n`)
}

async function showValues(environment: Environment, loadCommand: LoadCommand, words: readonly string[]): Promise<void> {
  const name = commandNames.find((one) => one === words[0])
  const defined: Command | undefined =
    name === undefined ? undefined : (await loadCommand(name))(environment, () => undefined)
  const found = completeWords(environment, words.length === 0 ? [''] : words, defined)
  environment.stdout(found.map(lineOf).join(''))
}

/** A value and what it means, as the scripts read them: one line, apart by a tab. */
function lineOf({ value, says = '' }: Completed): string {
  const clean = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ')
  return `${clean(value)}\t${clean(says)}\n`
}
