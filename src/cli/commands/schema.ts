import type { OutputName } from '../../report/schemas/output-schemas.ts'
import { renderAligned } from '../../report/tables/aligned-table.ts'
import type { JsonSchema } from '../../tenant/schema/parts.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment } from '../environment.ts'
import { addFormatOption, emit, readFormats } from '../formats.ts'
import { newCommand } from '../new-command.ts'
import { oneOf } from '../usage.ts'

interface SchemaOptions {
  readonly output?: string
  readonly list?: true
  readonly format?: readonly string[]
}

/** The kinds of files that have a schema. */
const schemas: Readonly<Record<string, () => Promise<JsonSchema>>> = {
  tenant: async () => (await import('../../tenant/tenant-file.schema.ts')).schemaOfTenantFile(),
  plan: async () => (await import('../../plan/file/editor-schema.ts')).editorSchemaOfPlanFile(),
}

/** The schema of a kind of files, or of a JSON output. */
async function schemaOf(kind: string): Promise<JsonSchema> {
  const ofFile = Object.hasOwn(schemas, kind) ? schemas[kind] : undefined
  if (ofFile !== undefined) return ofFile()
  const { outputNames, outputSchema } = await import('../../report/schemas/output-schemas.ts')
  const output = oneOf('schema', kind, [...Object.keys(schemas), ...outputNames], '`authplan schema --list` lists all')
  // Files have been answered above; what is left names an output.
  return outputSchema(output as OutputName)
}

/** Every schema with what it describes. */
async function listed(): Promise<string> {
  const { commandOfOutput, outputNames } = await import('../../report/schemas/output-schemas.ts')
  const rows = [
    ['tenant', 'tenant files'],
    ['plan', 'plans in stages'],
    ...outputNames.map((name) => [name, `the JSON of \`${commandOfOutput(name)}\``]),
  ]
  return renderAligned({ headings: ['schema', 'describes'], rows })
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
      { line: 'authplan schema simulate', says: 'the JSON that `authplan simulate --format json` writes' },
      { line: 'authplan schema --list', says: 'every schema' },
      { line: 'authplan schema | jq .properties', says: 'what a tenant file can say' },
    ],
  })
  command
    .argument('[KIND]', 'tenant, plan, or a JSON output such as simulate', 'tenant')
    .option('--list', 'list the schemas instead')
    .option('-o, --output <FILE>', 'write to a file')
  addFormatOption(command, ['json'], 'json')
  return command.action(async (kind: string, options: SchemaOptions) => {
    await write(kind, options, environment)
    exit(0)
  })
}

async function write(kind: string, { output, format, list }: SchemaOptions, environment: Environment): Promise<void> {
  if (list === true) return environment.stdout(await listed())
  const asked = format === undefined && output !== undefined ? [] : readFormats(format, ['json'], 'json')
  const text = `${JSON.stringify(await schemaOf(kind), null, 2)}\n`
  await emit(environment, [...asked, ...(output === undefined ? [] : [{ format: 'json', file: output }])], () => text)
}
