import type { DefineCommand } from '../define-command.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { htmlPage } from '../html-page.ts'
import { loadWithPeople } from '../load-people.ts'
import { newCommand } from '../new-command.ts'
import { servePage } from '../serve-page.ts'
import { usageProblem } from '../usage.ts'

interface ViewOptions {
  readonly port: string
}

/** `authplan view`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'view', {
    examples: [
      {
        line: 'authplan view tenant.yaml',
        says: 'serve the HTML report on a free local port; stop with Ctrl+C',
      },
      { line: 'authplan view tenant.yaml --port 8080', says: 'on a specific port' },
    ],
    notes: 'Only this machine can reach it. The page reloads whenever the tenant file, or a file it names, is saved.',
  })
  command
    .argument('<FILE>', 'a tenant file')
    .option('-p, --port <PORT>', 'a port on 127.0.0.1; 0 selects a free one', '0')
  return command.action(async (file: string, options: ViewOptions) => {
    exit(await view(file, options, environment))
  })
}

async function view(file: string, options: ViewOptions, environment: Environment): Promise<ExitCode> {
  const port = Number(options.port)
  if (!/^\d+$/.test(options.port) || port > 65_535)
    throw usageProblem(`\`${options.port}\` is not a valid port`, 'write a number from 0 to 65535')
  // A file that is broken from the start is refused here, one that breaks later is shown as broken.
  await loadWithPeople(environment, file)
  await servePage({
    port,
    cwd: environment.cwd,
    until: environment.untilInterrupted(),
    make: (reloadFrom) => htmlPage(environment, file, { reloadFrom }),
    onStart: (address) => environment.stdout(`${address}\n`),
  })
  return 0
}
