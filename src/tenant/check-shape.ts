import type { Diagnostic } from '../source/diagnostics/diagnostic.ts'
import {
  type DocumentPath,
  type LocatedDocument,
  pathOfPointer,
  pointerOfPath,
} from '../source/document/located-document.ts'
import { checkValues } from './check-values.ts'
import { type ShapeError, validate } from './generated/validate-tenant-file.js'
import type { JsonSchema } from './schema/parts.ts'
import { schemaAt } from './schema-at.ts'
import { diagnosticOf } from './shape-complaint.ts'
import { schemaOfTenantFile } from './tenant-file.schema.ts'

/** What is wrong with the shape of a document, and which parts of it cannot be judged further. */
export interface Shape {
  readonly diagnostics: readonly Diagnostic[]
  /** Pointers of the values that are wrong or have something wrong at their own level. */
  readonly broken: readonly DocumentPath[]
}

const keywordOrder = [
  'type',
  'discriminator',
  'enum',
  'const',
  'pattern',
  'minLength',
  'minItems',
  'minProperties',
  'minimum',
  'maximum',
]
const perKey = new Set(['required', 'additionalProperties'])

/** Of several complaints about one value, the one that makes the others pointless. */
function firstOfEach(errors: readonly ShapeError[]): readonly ShapeError[] {
  const rank = (error: ShapeError): number => keywordOrder.indexOf(error.keyword)
  const best = new Map<string, ShapeError>()
  for (const error of errors) {
    if (perKey.has(error.keyword) || error.keyword === 'if') continue
    const other = best.get(error.instancePath)
    if (other === undefined || rank(error) < rank(other)) best.set(error.instancePath, error)
  }
  const wrong = (error: ShapeError): boolean => best.get(error.instancePath)?.keyword === 'type'
  return errors.filter((error) => (perKey.has(error.keyword) ? !wrong(error) : best.get(error.instancePath) === error))
}

const placeKey = ({ code, at }: Diagnostic): string => `${code} ${at.start}`

/** A key that is missing because it is there misspelled is one mistake. */
function withoutMisspelled(
  diagnostics: readonly Diagnostic[],
  complaints: ReadonlyMap<Diagnostic, string>,
): Diagnostic[] {
  const meant = new Set(
    diagnostics.flatMap((one) =>
      one.code === 'SHAPE-1' && one.args.suggestion !== undefined
        ? [`${complaints.get(one)} ${one.args.suggestion}`]
        : [],
    ),
  )
  return diagnostics.filter((one) => one.code !== 'SHAPE-2' || !meant.has(`${complaints.get(one)} ${one.args.key}`))
}

/** What the form of a kind of file is judged by. */
export interface Form {
  readonly schema: () => JsonSchema
  readonly validate: { (data: unknown): boolean; readonly errors?: readonly ShapeError[] | null }
  /** Judges values that the schema cannot. */
  readonly values: (
    document: LocatedDocument,
  ) => readonly { readonly diagnostic: Diagnostic; readonly path: DocumentPath }[]
}

const tenantForm: Form = { schema: schemaOfTenantFile, validate, values: checkValues }

/** Judges keys, kinds and single values of a tenant file, and reports every mistake once. */
export const checkShape = (document: LocatedDocument): Shape => checkForm(document, tenantForm)

/** The same for a file of any kind. */
export function checkForm(document: LocatedDocument, form: Form): Shape {
  const errors = form.validate(document.value) ? [] : firstOfEach(form.validate.errors ?? [])
  const pointers = new Map<Diagnostic, string>()
  const broken = new Map<string, DocumentPath>()
  for (const error of errors) {
    const path = pathOfPointer(error.instancePath)
    const { schema, value } = schemaAt(form.schema(), document.value, path)
    broken.set(error.instancePath, path)
    const diagnostic = schema && diagnosticOf({ error, path, schema, value }, document)
    if (diagnostic !== undefined) pointers.set(diagnostic, error.instancePath)
  }
  const found = withoutMisspelled([...pointers.keys()], pointers)
  const seen = new Set(found.map(placeKey))
  for (const { diagnostic, path } of form.values(document)) {
    broken.set(pointerOfPath(path), path)
    if (!seen.has(placeKey(diagnostic))) found.push(diagnostic)
  }
  return { diagnostics: found, broken: [...broken.values()] }
}
