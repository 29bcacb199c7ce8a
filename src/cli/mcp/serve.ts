import { createRequire } from 'node:module'
import type { Server } from '@modelcontextprotocol/sdk/server/index.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import { locatePackage } from '../../source/files/locate-package.ts'
import type { Environment } from '../environment.ts'
import { productVersion } from '../product-version.ts'
import { answerCall, type RunCommand } from './answer-call.ts'
import { resourcesIn, resourceText } from './resources.ts'
import { searchTool } from './search-knowledge.ts'
import { type ToolArgument, tools } from './tools.ts'

/** The package that speaks the protocol; nothing else of the product needs it. */
export const protocolPackage = '@modelcontextprotocol/sdk'

/** A part of the package, loaded only when a server starts; undefined where it is not installed. */
function partOf<T>(name: string): T | undefined {
  const entry = locatePackage(`${protocolPackage}/${name}`)
  // The path is what the type import names.
  return entry === undefined ? undefined : (createRequire(import.meta.url)(entry) as T)
}

interface Protocol {
  readonly server: typeof import('@modelcontextprotocol/sdk/server/index.js')
  readonly stdio: typeof import('@modelcontextprotocol/sdk/server/stdio.js')
  readonly types: typeof import('@modelcontextprotocol/sdk/types.js')
}

/** Loads the protocol; undefined where its package is not installed. */
export function loadProtocol(): Protocol | undefined {
  const server = partOf<Protocol['server']>('server/index.js')
  const stdio = partOf<Protocol['stdio']>('server/stdio.js')
  const types = partOf<Protocol['types']>('types.js')
  return server === undefined || stdio === undefined || types === undefined ? undefined : { server, stdio, types }
}

const schemaOf = (given: Readonly<Record<string, ToolArgument>>, required: readonly string[]) => ({
  type: 'object' as const,
  properties: Object.fromEntries(Object.entries(given).map(([name, { as: _, ...schema }]) => [name, schema])),
  required: [...required],
  additionalProperties: false,
})

const instructions =
  'authplan decides Microsoft 365 and Entra sign-ins from a tenant file by rules that cite the vendor. Answer which credential works, who verifies it and why from its tools. `undetermined` means that the file or the vendor does not say: report what is missing. No live tenant is contacted.'

/** A server whose tools run the commands of this program in an environment that writes nothing. */
export function makeServer({ server, types }: Protocol, environment: Environment, run: RunCommand): Server {
  const made = new server.Server(
    { name: 'authplan', version: productVersion() },
    { capabilities: { tools: {}, resources: {} }, instructions },
  )
  made.setRequestHandler(types.ListToolsRequestSchema, () => ({
    tools: [...tools, searchTool].map(({ name, description, arguments: given, required }) => ({
      name,
      description,
      inputSchema: schemaOf(given, required),
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    })),
  }))
  made.setRequestHandler(types.CallToolRequestSchema, async ({ params }) => {
    const { text, isError } = await answerCall(params.name, params.arguments, environment, run)
    return { content: [{ type: 'text', text }], isError }
  })
  const confined = environment.reader.within?.({ root: '.' }) ?? environment.reader
  made.setRequestHandler(types.ListResourcesRequestSchema, () => ({ resources: [...resourcesIn(confined)] }))
  made.setRequestHandler(types.ReadResourceRequestSchema, ({ params }) => ({
    contents: [{ uri: params.uri, ...resourceText(confined, params.uri) }],
  }))
  return made
}

/** Serves until the other side closes, or the signal. */
export async function serve(server: Server, transport: Transport, until: AbortSignal): Promise<void> {
  const closed = new Promise<void>((end) => {
    server.onclose = () => end()
  })
  until.addEventListener('abort', () => void server.close(), { once: true })
  await server.connect(transport)
  await closed
}
