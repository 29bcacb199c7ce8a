#!/usr/bin/env node
import { programHelp } from './commands.ts'
import { loadProgram } from './load-program.ts'
import { productVersion } from './product-version.ts'
import { standardError, standardOutput } from './standard-streams.ts'

const argv = process.argv.slice(2)

if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  print(`${productVersion()}\n`)
} else if (argv.length === 1 && (argv[0] === '--help' || argv[0] === '-h')) {
  print(programHelp())
} else {
  void run()
}

/** A steps file may end the process, or wait for what never comes: no result is no good result. */
function failWithoutResult(code: number): void {
  // A signal ended it, and is its own reason.
  if (code > 128) return
  process.exitCode = 2
  standardError()('error: the command ended without a result: a module it loaded ended the process or never finishes\n')
}

/** The small answers, which need no program. */
function print(text: string): void {
  try {
    standardOutput()(text)
  } catch (problem) {
    process.exitCode = 2
    standardError()(`error: ${problem instanceof Error ? problem.message : problem}\n`)
  }
}

async function run(): Promise<void> {
  process.once('exit', failWithoutResult)
  const { runCli, nodeEnvironment } = await loadProgram()
  process.exitCode = await runCli(argv, nodeEnvironment(process))
  process.off('exit', failWithoutResult)
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) process.on(event, failAfterResult)
}

/** A steps file may leave something behind that fails when the result has been shown. */
function failAfterResult(thrown: unknown): void {
  process.exitCode = 2
  const words = thrown instanceof Error ? thrown.message : String(thrown)
  standardError()(`error: a loaded module threw an uncaught error after the result: ${words}\n`)
}
