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

async function run(): Promise<void> {
  const { runCli, nodeEnvironment } = await loadProgram()
  process.exitCode = await runCli(argv, nodeEnvironment(process))
}
