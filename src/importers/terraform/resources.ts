import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import type { SourceText } from '../../source/text/source-text.ts'
import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import { type Placed, placedIn } from '../placed.ts'

/** A resource or a data source of Terraform. */
export interface Resource {
  readonly type: string
  readonly values: Placed
  /** What is known only when a plan is applied, in the form of the values, `true` for each of them. */
  readonly unknown?: unknown
  /** The file and the address of one that stands in a configuration. */
  readonly source?: SourceText
  readonly address?: string
}

const listIn = (value: Mapping, key: string): readonly unknown[] => {
  const list = value[key]
  return Array.isArray(list) ? list : []
}

/** The resources of a module and of the modules that it calls. */
function ofModule(
  document: LocatedDocument,
  module: unknown,
  path: DocumentPath,
  unknown: ReadonlyMap<string, unknown>,
): readonly Resource[] {
  if (!isMapping(module)) return []
  const own = listIn(module, 'resources').flatMap((resource, index): readonly Resource[] => {
    if (!isMapping(resource) || typeof resource['type'] !== 'string') return []
    const open = unknown.get(String(resource['address']))
    const values = placedIn(document, [...path, 'resources', index, 'values'], resource['values'])
    return [{ type: resource['type'], values, ...(open === undefined ? {} : { unknown: open }) }]
  })
  const below = listIn(module, 'child_modules').flatMap((child, index) =>
    ofModule(document, child, [...path, 'child_modules', index], unknown),
  )
  return [...own, ...below]
}

/** Values that a plan does not know yet, by the address of the resource. */
function unknownIn(plan: Mapping): ReadonlyMap<string, unknown> {
  return new Map(
    listIn(plan, 'resource_changes').flatMap((change) =>
      isMapping(change) && isMapping(change['change'])
        ? [[String(change['address']), change['change']['after_unknown']] as const]
        : [],
    ),
  )
}

/** The resources of a state file, which `terraform show` would write with all their attributes. */
function ofStateFile(document: LocatedDocument, state: Mapping): readonly Resource[] {
  return listIn(state, 'resources').flatMap((resource, index) =>
    isMapping(resource) && typeof resource['type'] === 'string'
      ? listIn(resource, 'instances').flatMap((instance, at): readonly Resource[] =>
          isMapping(instance)
            ? [
                {
                  type: String(resource['type']),
                  values: placedIn(
                    document,
                    ['resources', index, 'instances', at, 'attributes'],
                    instance['attributes'],
                  ),
                },
              ]
            : [],
        )
      : [],
  )
}

/** The resources of a state, a plan or a state file; undefined if the document is none of them. */
export function resourcesIn(document: LocatedDocument): readonly Resource[] | undefined {
  const { value } = document
  if (!isMapping(value) || typeof value['terraform_version'] !== 'string') return undefined
  if (isMapping(value['planned_values']))
    return ofModule(
      document,
      value['planned_values']['root_module'],
      ['planned_values', 'root_module'],
      unknownIn(value),
    )
  if (isMapping(value['values']))
    return ofModule(document, value['values']['root_module'], ['values', 'root_module'], new Map())
  return Array.isArray(value['resources']) ? ofStateFile(document, value) : []
}
