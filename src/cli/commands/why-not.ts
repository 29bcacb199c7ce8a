import type { DefineCommand } from '../load-command.ts'
import { newCommand } from '../new-command.ts'

/** `authplan why-not`. */
export const define: DefineCommand = (environment) =>
  newCommand(environment, 'why-not', { examples: [{ line: 'authplan why-not tenant.yaml', says: '' }] })
