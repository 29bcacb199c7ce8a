import type { DefineCommand } from '../define-command.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { loadProtocol, makeServer, protocolPackage, serve } from '../mcp/serve.ts'
import { newCommand } from '../new-command.ts'
import { usageProblem } from '../usage.ts'

/** `authplan mcp`, whose tools run the other commands. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'mcp', {
    notes:
      'A Model Context Protocol server on standard input and output, for assistants. Its tools are simulate, explain, check, what-if, prove, compare, diff, why-not, gaps and search; its resources are tenant files and reports. It writes no files, contacts nothing, and reads only below the folder in which it is started.',
    examples: [
      { line: 'authplan mcp', says: 'started by an assistant, in the folder of the tenant files' },
      { line: 'npx authplan mcp', says: 'as the command of a server in the settings of an assistant' },
    ],
  })
  return command.action(async () => {
    exit(await start(environment))
  })
}

async function start(environment: Environment): Promise<ExitCode> {
  const { run } = environment
  if (run === undefined) throw new Error('the program does not say how it runs commands')
  const protocol = loadProtocol()
  if (protocol === undefined)
    throw usageProblem(
      `\`authplan mcp\` needs the package ${protocolPackage}`,
      `install it: \`npm install --save-dev ${protocolPackage}\``,
    )
  const server = makeServer(protocol, environment, run)
  await serve(server, new protocol.stdio.StdioServerTransport(), environment.untilInterrupted())
  return 0
}
