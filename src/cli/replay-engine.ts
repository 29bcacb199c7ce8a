import { enginePackage, type OpenEngine, openEngine } from '../replay/engine/duckdb.ts'
import type { LogFile } from '../replay/logs/log-file.ts'
import { removeIfKilled } from './leftovers.ts'
import { usageProblem } from './usage.ts'

/** The engine that reads logs; that its package is missing ends the command with 2. */
export async function engineForLogs(): Promise<OpenEngine> {
  const engine = await openEngine(removeIfKilled)
  if (engine !== undefined) return engine
  throw usageProblem(
    `logs are read by the package \`${enginePackage}\`, which is not installed`,
    `\`npm install --save-dev ${enginePackage}\``,
  )
}

const malformed = /Malformed JSON in file "([^"]*)", at byte (\d+)[^:]*: (.*?)\.?\s*$/s

/** Why the engine gave up on logs, as a problem of usage: a file that is not what it began as, or too little room. */
export function problemOfEngine(problem: unknown, files: readonly LogFile[]): unknown {
  if (!(problem instanceof Error)) return problem
  const found = malformed.exec(problem.message)
  if (found !== null) {
    const [, path = '', byte = '', why = ''] = found
    const name = files.find((file) => file.path === path)?.name ?? path
    return usageProblem(
      `\`${name}\` is no valid JSON from byte ${byte} on: ${why}`,
      'download it once more, or repair it there',
    )
  }
  if (/^Out of Memory Error/.test(problem.message))
    return usageProblem('the logs need more memory than the engine may use', 'give fewer files at a time')
  return /^(?:IO|Invalid Input|Conversion|Invalid) Error|^Invalid Input/.test(problem.message)
    ? usageProblem(`the engine cannot read the logs: ${problem.message.split('\n', 1)[0]}`)
    : problem
}
