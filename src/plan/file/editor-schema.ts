import type { JsonSchema } from '../../tenant/schema/parts.ts'
import { schemaOfTenantFile } from '../../tenant/tenant-file.schema.ts'
import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import { schemaOfPlanFile } from './plan-file.schema.ts'

const ofTenant = '#/definitions/tenant-'

/** What an entry must have only as a whole: a stage changes a part of it. */
const wholes: ReadonlySet<string> = new Set(['minItems', 'minProperties', 'if', 'then', 'else'])

/** The keys that distinguish the branches of a union stay required. */
function requiredIn({ required, properties, discriminator }: Mapping): Mapping {
  const tag = isMapping(discriminator) ? discriminator['propertyName'] : undefined
  const tags = (Array.isArray(required) ? required : []).filter((key: unknown) => {
    const part = isMapping(properties) ? properties[String(key)] : undefined
    return key === tag || (isMapping(part) && Object.hasOwn(part, 'const'))
  })
  return tags.length === 0 ? {} : { required: tags }
}

/** The schema of a part of a tenant file as a stage may state it: nothing is required, and null removes a key. */
function loosened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(loosened)
  if (!isMapping(value)) return value
  const kept = Object.entries(value).filter(([key]) => key !== 'required' && !wholes.has(key))
  const copy = Object.fromEntries(kept.map(([key, part]) => [key, key === 'enum' ? part : loosened(part)]))
  const { type, $ref, enum: choices } = value
  if (typeof $ref === 'string') return { ...copy, $ref: $ref.replace('#/definitions/', ofTenant) }
  return {
    ...copy,
    ...requiredIn(value),
    ...(typeof type === 'string' && !Object.hasOwn(value, 'const') ? { type: [type, 'null'] } : {}),
    ...(Array.isArray(choices) ? { enum: [...new Set([...choices, null])] } : {}),
  }
}

/** Properties that stand for a part of a tenant file. */
function filledIn(value: unknown, parts: Mapping): unknown {
  if (Array.isArray(value)) return value.map((one) => filledIn(one, parts))
  if (!isMapping(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      const filling = parts[key]
      return [key, isMapping(part) && isMapping(filling) ? { ...filling, ...part } : filledIn(part, parts)]
    }),
  )
}

/** The properties of a person in a tenant file. */
function ofPeople({ definitions }: JsonSchema): unknown {
  const parts = Object.values(isMapping(definitions) ? definitions : {}).flatMap((one) =>
    isMapping(one) && isMapping(one['properties']) ? [one['properties']] : [],
  )
  return parts.find((one) => Object.hasOwn(one, 'perUserMfaState') && Object.hasOwn(one, 'methods'))
}

/** The schema of plans for editors, which also knows what the changes of a stage may say of the tenant file. */
export function editorSchemaOfPlanFile(): JsonSchema {
  const tenant = schemaOfTenantFile()
  const people = { properties: loosened(ofPeople(tenant)), additionalProperties: false }
  const whole = { properties: loosened(tenant['properties']), additionalProperties: false }
  const plan = filledIn(schemaOfPlanFile(), { changes: whole, adds: whole, settings: people, acts: people })
  const parts = Object.entries(isMapping(tenant['definitions']) ? tenant['definitions'] : {})
  const own = isMapping(plan) && isMapping(plan['definitions']) ? plan['definitions'] : {}
  const definitions = Object.fromEntries(parts.map(([name, part]) => [`tenant-${name}`, loosened(part)]))
  return { ...(isMapping(plan) ? plan : {}), definitions: { ...own, ...definitions } }
}
