import type { DefineCommand } from '../define-command.ts'
import type { Environment } from '../environment.ts'
import { addFormatOption, emit, readFormats } from '../formats.ts'
import { newCommand } from '../new-command.ts'

interface SchemaOptions {
  readonly output?: string
  readonly format?: readonly string[]
}

/** `authplan schema`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'schema', {
    notes:
      'Editors complete and validate tenant files that start with\n' +
      '  # yaml-language-server: $schema=./tenant-architecture.schema.json',
    examples: [
      { line: 'authplan schema -o tenant-architecture.schema.json', says: 'next to the tenant file, for the editor' },
      { line: 'authplan schema | jq .properties', says: 'what a tenant file can say' },
    ],
  })
  command.option('-o, --output <FILE>', 'write to a file')
  addFormatOption(command, ['json'], 'json')
  return command.action(async (options: SchemaOptions) => {
    await write(options, environment)
    exit(0)
  })
}

async function write({ output, format }: SchemaOptions, environment: Environment): Promise<void> {
  const asked = format === undefined && output !== undefined ? [] : readFormats(format, ['json'], 'json')
  const { schemaOfTenantFile } = await import('../../tenant/tenant-file.schema.ts')
  const text = `${JSON.stringify(schemaOfTenantFile(), null, 2)}\n`
  await emit(environment, [...asked, ...(output === undefined ? [] : [{ format: 'json', file: output }])], () => text)
}
