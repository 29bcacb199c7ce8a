#!/usr/bin/env node
import { programHelp } from './commands.ts'
import { loadProgram } from './load-program.ts'
import { productVersion } from './product-version.ts'

const argv = process.argv.slice(2)

/** A reader that has seen enough (`| head`) closes the pipe; that is no failure. */
function endQuietlyOnClosedPipe(problem: NodeJS.ErrnoException): void {
  if (problem.code === 'EPIPE') return
  process.exitCode = 2
  if (problem.syscall !== undefined) process.stderr.write(`error: cannot write the result: ${problem.message}\n`)
}

process.stdout.on('error', endQuietlyOnClosedPipe)
process.stderr.on('error', () => undefined)

if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  process.stdout.write(`${productVersion()}\n`)
} else if (argv.length === 1 && (argv[0] === '--help' || argv[0] === '-h')) {
  process.stdout.write(programHelp())
} else {
  void run()
}

/** A steps file may end the process, or wait for what never comes: no result is no good result. */
function failWithoutResult(): void {
  process.exitCode = 2
  process.stderr.write(
    'error: the command ended before its result: a module that it loaded ended the process or waits for ever\n',
  )
}

async function run(): Promise<void> {
  process.once('exit', failWithoutResult)
  const { runCli, nodeEnvironment } = await loadProgram()
  process.exitCode = await runCli(argv, nodeEnvironment(process))
  process.off('exit', failWithoutResult)
}
