import { Ajv, type ValidateFunction } from 'ajv'
import { beforeAll, describe, expect, test } from 'vitest'
import { commandOfOutput, type OutputName, outputNames, outputSchema } from '../report/schemas/output-schemas.ts'
import { commandNames } from './commands.ts'
import { formatsOf } from './every-command.fixture.ts'
import { libraryDocuments, projectDocuments, type WrittenDocument } from './output-documents.fixture.ts'
import { noteProperties, objectParts, type Part, propertiesOf } from './schema-walk.fixture.ts'

const newAjv = () => new Ajv({ allErrors: true, strict: true, strictTypes: false })
const schemas = new Map<OutputName, Part>(outputNames.map((name) => [name, outputSchema(name)]))
const documents = new Map<OutputName, WrittenDocument[]>()

const writtenFor = (name: OutputName): readonly WrittenDocument[] => documents.get(name) ?? []
const schemaOf = (name: OutputName): Part => schemas.get(name) ?? {}

beforeAll(async () => {
  for (const name of outputNames) documents.set(name, [])
  for await (const one of projectDocuments()) documents.get(one.output)?.push(one)
  for await (const one of libraryDocuments()) documents.get(one.output)?.push(one)
}, 180_000)

/** The schema without one field of the document itself. */
function without(schema: Part, field: string): Part {
  const lacking = (part: Part): Part => {
    const fields = Object.entries(propertiesOf(part)).filter(([key]) => key !== field)
    return { ...part, properties: Object.fromEntries(fields), required: [] }
  }
  // The forms of a document are parts of its schema.
  return Array.isArray(schema['anyOf']) ? { ...schema, anyOf: schema['anyOf'].map(lacking) } : lacking(schema)
}

describe.each(outputNames)('the schema of %s', (name) => {
  test('accepts every document that the command writes over the library', () => {
    const validate: ValidateFunction = newAjv().compile(schemaOf(name))
    expect(writtenFor(name).length).toBeGreaterThan(0)
    for (const { words, document } of writtenFor(name)) {
      validate(document)
      expect(validate.errors ?? [], words).toEqual([])
    }
  })

  test('without a field that a document has, it refuses the document', () => {
    const [first] = writtenFor(name)
    const fields = Object.keys(Object(first?.document))
    expect(fields.length).toBeGreaterThan(0)
    for (const field of fields)
      expect(newAjv().validate(without(schemaOf(name), field), first?.document), field).toBe(false)
  })
})

/** Objects with fields that are not ours: Graph's own policy, the rows of the catalog, the keys of `--group-by`. */
const open = ['The policy as authored, with its result.', 'One row; its further fields belong to the table.']
const openWithTexts = 'A text for each key, and the counts.'

test('no object of ours accepts a field that its schema does not name', () => {
  for (const name of outputNames)
    for (const [path, part] of objectParts(schemaOf(name))) {
      const said = String(part['description'])
      if (!('properties' in part) || open.includes(said) || said === openWithTexts) continue
      expect(part['additionalProperties'], `${name}${path}`).toBe(false)
    }
})

/** Objects whose fields the compiler compares with those of a type of the product. */
const typed: readonly string[] = [
  'A change of the vendor.',
  'A problem of a file.',
  'An example sign-in.',
  'Facts by name.',
  'Files that the plans name.',
  'One exception.',
  'One leg.',
  'One pair.',
  'One part.',
  'One word.',
  'Policies or a setting block the leg.',
  'The decision of all policies together.',
  'The outcome of one policy.',
  'The request of the leg.',
  'The same with report-only policies enforced.',
  'The service whose policy binds here.',
  'Time alone.',
  'What the sign-in carries from before.',
  'What was read.',
  'Whether a stage can be undone.',
]

/** Further fields that no document here has. A field that is listed and written fails, so the list cannot grow stale. */
const unwritten: readonly string[] = [
  'A client in use. most',
  'A deciding sign-in of the tenant. application',
  'A deciding sign-in. missing',
  'A deciding sign-in. session',
  'Equal disagreements between log and model. most',
  'Equal disagreements between log and model. policy',
  'Equal disagreements between log and model. reason',
  'How one session control is set. basis',
  'How one session control is set. policies',
  'How one session control is set. rule',
  'One attachment. mediaType',
  'One attachment. name',
  'One attachment. text',
  'One effect. most',
  'One gate. witness',
  'One group. most',
  'One policy. codes',
  'One policy. id',
  'One policy. missing',
  'One policy. via',
  'One problem. invalid',
  'One problem. line',
  'One problem. message',
  'One problem. uri',
  'One region. missing',
  'One scenario. restsOn',
  'One scenario. row',
  'One stage. when',
  'One step. attachments',
  'The row of a table of examples that is kept elsewhere. file',
  'The row of a table of examples that is kept elsewhere. line',
  'app-password-deleted kind',
  'app-password-issued kind',
  'app-password-offered kind',
  'autodiscover-redirect kind',
  'autodiscover-redirect to',
]

test('every field of a schema is written by some command, or is listed', () => {
  const seen = new Map<Part, Set<string>>()
  for (const name of outputNames)
    for (const { document } of writtenFor(name)) noteProperties(schemaOf(name), schemaOf(name), document, seen)
  const fields = new Map<string, boolean>()
  for (const name of outputNames)
    for (const [, part] of objectParts(schemaOf(name)))
      for (const key of Object.keys(propertiesOf(part))) {
        if (typed.includes(String(part['description']))) continue
        const field = `${part['description']} ${key}`
        fields.set(field, fields.get(field) === true || seen.get(part)?.has(key) === true)
      }
  expect([...fields].flatMap(([field, written]) => (written ? [] : [field])).sort()).toEqual([...unwritten].sort())
})

test('every command with the format json has an output', async () => {
  const described = new Set(outputNames.map((name) => commandOfOutput(name).split(' ')[1]))
  for (const name of commandNames) {
    const formats = await formatsOf(name)
    // `schema` writes the schemas themselves.
    if (formats.includes('json') && name !== 'schema') expect(described, name).toContain(name)
  }
})
