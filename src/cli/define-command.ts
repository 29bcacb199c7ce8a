import type { Command } from 'commander'
import type { Environment, ExitCode } from './environment.ts'

/** Makes the command; what it ends with is handed to `exit`. */
export type DefineCommand = (environment: Environment, exit: (code: ExitCode) => void) => Command
