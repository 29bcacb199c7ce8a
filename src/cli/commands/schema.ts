import type { DefineCommand } from '../load-command.ts'
import { newCommand } from '../new-command.ts'

/** `authplan schema`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'schema', {
    notes:
      'Editors complete and check tenant files that begin with\n' +
      '  # yaml-language-server: $schema=./tenant-architecture.schema.json',
    examples: [
      { line: 'authplan schema -o tenant-architecture.schema.json', says: 'beside the tenant file, for the editor' },
      { line: 'authplan schema | jq .properties', says: 'what a tenant file can say' },
    ],
  })
  command.option('-o, --output <FILE>', 'write to a file').option('-f, --format <FORMAT>', 'json, the only one', 'json')
  return command.action(async (options: { readonly output?: string; readonly format: string }) => {
    const { readFormats } = await import('../formats.ts')
    readFormats([options.format], ['json'], 'json')
    const { schemaOfTenantFile } = await import('../../tenant/tenant-file.schema.ts')
    const text = `${JSON.stringify(schemaOfTenantFile(), null, 2)}\n`
    if (options.output === undefined) environment.stdout(text)
    else await environment.writeFile(options.output, text)
    exit(0)
  })
}
