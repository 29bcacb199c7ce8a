import { hoistObjects } from './schema/hoist.ts'
import type { JsonSchema } from './schema/parts.ts'
import { propertiesOf } from './settings/setting.ts'
import { tenantSettings } from './settings/tenant.ts'

export { licenceNames } from './settings/tenant.ts'

const makeSchema = (): JsonSchema =>
  hoistObjects({
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://authplan.dev/schema/tenant-architecture.json',
    type: 'object',
    title: 'a tenant file',
    description:
      'A tenant architecture: who signs in, with which clients, to which services, and how each is configured.',
    properties: propertiesOf(tenantSettings),
    required: ['name', 'asOf'],
    additionalProperties: false,
  })

let made: JsonSchema | undefined

/** The JSON Schema of tenant files, for editors and for the validator that the build compiles from it; made when asked for. */
export function schemaOfTenantFile(): JsonSchema {
  made ??= makeSchema()
  return made
}
