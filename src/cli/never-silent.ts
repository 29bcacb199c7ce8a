import { shellWord } from '../source/text/shell-word.ts'
import type { Environment, ExitCode } from './environment.ts'

/** An environment that notices what is said, and the last word to a command that said nothing. */
export interface OutputWatch {
  readonly environment: Environment
  /** Hands the code on; a failure of which nobody has read a word gets a sentence. */
  readonly ended: (code: ExitCode) => ExitCode
}

/** Sees to it that no command fails without a word, also where everything it had to say went to files. */
export function neverSilent(environment: Environment): OutputWatch {
  const files: string[] = []
  let said = false
  const hear = (text: string): string => {
    said ||= text.trim() !== ''
    return text
  }
  function* heard(pieces: Iterable<string>): Generator<string> {
    for (const piece of pieces) yield hear(piece)
  }
  const ended = (code: ExitCode): ExitCode => {
    if (code !== 0 && !said) environment.stderr(lastWord(code, files))
    return code
  }
  return {
    environment: {
      ...environment,
      stdout: (output) => environment.stdout(typeof output === 'string' ? hear(output) : heard(output)),
      stderr: (text) => environment.stderr(hear(text)),
      writeFile: async (path, data) => {
        await environment.writeFile(path, data)
        files.push(path)
      },
    },
    ended,
  }
}

function lastWord(code: ExitCode, files: readonly string[]): string {
  const what =
    code === 1 ? 'findings, changed verdicts or failed assertions' : 'could not run, or an input file has errors'
  const where = files.length === 0 ? '' : `; see ${files.map(shellWord).join(', ')}`
  return `ended with ${code}: ${what}${where}\n`
}
