import type { LogFile } from '../logs/log-file.ts'
import type { LogsProblem } from '../logs/log-problem.ts'
import { enginePackage } from './duckdb.ts'

/** The package of the engine is not installed. */
export const engineMissing: LogsProblem = {
  message: `logs are read by the package \`${enginePackage}\`, which is not installed`,
  help: `\`npm install --save-dev ${enginePackage}\``,
}

const malformed = /Malformed JSON in file "([^"]*)", at byte (\d+)[^:]*: (.*?)\.?\s*$/m

/** Why the engine gave up: a file that is not what its start promises, or too little memory; undefined for a defect. */
export function problemInLogs(thrown: unknown, files: readonly LogFile[]): LogsProblem | undefined {
  if (!(thrown instanceof Error)) return undefined
  const found = malformed.exec(thrown.message)
  if (found !== null) {
    const [, path = '', byte = '', why = ''] = found
    const name = files.find((file) => file.path === path)?.name ?? path
    return {
      message: `\`${name}\` is no valid JSON from byte ${byte} on: ${why}`,
      help: 'download it once more, or repair it there',
    }
  }
  if (thrown.message.includes('File is not utf-16 encoded')) {
    const names = files.filter(({ encoding }) => encoding === 'utf-16').map(({ name }) => `\`${name}\``)
    return {
      message: `the engine does not read the characters of UTF-16 that take four bytes, such as emoji: ${names.join(', ')}`,
      help: 'save it as UTF-8',
    }
  }
  const table = /Error when sniffing file "([^"]*)"/.exec(thrown.message)?.[1]
  if (table !== undefined) {
    const name = files.find((file) => file.path === table)?.name ?? table
    return {
      message: `\`${name}\` is no whole table: a quoted cell does not end, or rows differ in form`,
      help: 'download it once more, or repair it there',
    }
  }
  if (/^Out of Memory Error/.test(thrown.message))
    return { message: 'the logs need more memory than the engine may use', help: 'give fewer files at a time' }
  return /^(?:IO|Invalid Input|Conversion|Invalid) Error|^Invalid Input/.test(thrown.message)
    ? { message: `the engine cannot read the logs: ${thrown.message.split('\n', 1)[0]}` }
    : undefined
}
