import type { JsonSchema } from '../../tenant/schema/parts.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment } from '../environment.ts'
import { addFormatOption, emit, readFormats } from '../formats.ts'
import { newCommand } from '../new-command.ts'
import { usageProblem } from '../usage.ts'

interface SchemaOptions {
  readonly output?: string
  readonly format?: readonly string[]
}

/** The kinds of files that have a schema. */
const schemas: Readonly<Record<string, () => Promise<JsonSchema>>> = {
  tenant: async () => (await import('../../tenant/tenant-file.schema.ts')).schemaOfTenantFile(),
  plan: async () => (await import('../../plan/file/editor-schema.ts')).editorSchemaOfPlanFile(),
}

/** `authplan schema`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'schema', {
    notes:
      'Editors complete and validate tenant files that start with\n' +
      '  # yaml-language-server: $schema=./tenant-architecture.schema.json\n' +
      'and plans that start with\n' +
      '  # yaml-language-server: $schema=./migration-plan.schema.json',
    examples: [
      { line: 'authplan schema -o tenant-architecture.schema.json', says: 'next to the tenant file, for the editor' },
      { line: 'authplan schema plan -o migration-plan.schema.json', says: 'the same for a plan in stages' },
      { line: 'authplan schema | jq .properties', says: 'what a tenant file can say' },
    ],
  })
  command.argument('[KIND]', 'tenant or plan', 'tenant').option('-o, --output <FILE>', 'write to a file')
  addFormatOption(command, ['json'], 'json')
  return command.action(async (kind: string, options: SchemaOptions) => {
    await write(kind, options, environment)
    exit(0)
  })
}

async function write(kind: string, { output, format }: SchemaOptions, environment: Environment): Promise<void> {
  const asked = format === undefined && output !== undefined ? [] : readFormats(format, ['json'], 'json')
  const schemaOf = Object.hasOwn(schemas, kind) ? schemas[kind] : undefined
  if (schemaOf === undefined) throw usageProblem(`there is no schema of \`${kind}\``, 'write `tenant` or `plan`')
  const text = `${JSON.stringify(await schemaOf(), null, 2)}\n`
  await emit(environment, [...asked, ...(output === undefined ? [] : [{ format: 'json', file: output }])], () => text)
}
