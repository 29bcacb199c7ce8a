import { parseDocument } from 'yaml'
import { type Change, indexOfItem, valueAt } from '../../source/edit/change.ts'
import { editYaml } from '../../source/edit/edit-yaml.ts'
import type { Policy } from '../../tenant/conditional-access/model.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import type { Files } from '../plan/plan.ts'

/** Texts with the changes made in them; comments and everything else stay to the letter. */
export function editedFiles(files: Files, file: string, tenant: Tenant, edits: readonly Change[]): Files {
  const texts: Record<string, string> = { ...files }
  let touched = false
  for (const edit of edits) {
    const policy = policyOf(tenant, edit)
    const name = policy?.origin.file ?? file
    const text = texts[name]
    if (text === undefined) continue
    const after = editYaml(text, policy === undefined ? ofTenant(text, tenant, edit) : ofPolicy(text, policy, edit))
    touched ||= after !== text
    texts[name] = after
  }
  return touched ? texts : files
}

const policyPath = ['conditionalAccess', 'policies'] as const

/** The policy that a change is about. */
function policyOf({ conditionalAccess }: Tenant, { path: [section, list, policy] }: Change): Policy | undefined {
  if (section !== policyPath[0] || list !== policyPath[1] || typeof policy !== 'object') return undefined
  return conditionalAccess.policies.find(({ name }) => name === policy.item)
}

/** A file that is silent on clients has the whole catalog, of which one cannot be changed before all are written down. */
function ofTenant(text: string, tenant: Tenant, edit: Change): readonly Change[] {
  const data = dataOf(text)
  if (edit.path[0] !== 'clients' || Array.isArray(valueAt(data, ['clients']))) return [withTheLast(data, edit)]
  return [{ path: ['clients'], value: [...tenant.clients.keys()] }, edit]
}

/** The last value of a mapping that belongs to an entry of a list takes the mapping along: none is the same as an empty one. */
function withTheLast(data: unknown, edit: Change): Change {
  const parent = edit.path.slice(0, -1)
  const holder = valueAt(data, parent)
  const ofEntry = typeof parent[parent.length - 2] === 'object' && isMapping(holder)
  return edit.value === undefined && ofEntry && Object.keys(holder).length === 1
    ? { path: parent, value: undefined }
    : edit
}

/** A policy is in a list of the tenant file, or in a separate file: alone, in a list, or in a list under `value`. */
function ofPolicy(text: string, policy: Policy, { path, value }: Change): readonly Change[] {
  const data = dataOf(text)
  const rest = path.slice(policyPath.length + 1)
  const name = nameIn(policy)
  for (const list of [policyPath, ['value'], []]) {
    const items = valueAt(data, list)
    const index = Array.isArray(items) ? indexOfItem(items, name) : -1
    if (index >= 0) return [{ path: [...list, index, ...rest], value }]
  }
  return isMapping(data) && [data['displayName'], data['id']].includes(name) ? [{ path: rest, value }] : []
}

/** The display name of a policy, or its id where several have that name. */
function nameIn({ name, displayName, id }: Policy): string {
  return id === undefined || name === displayName ? displayName : id
}

const dataOf = (text: string): unknown => parseDocument(text, { uniqueKeys: false, logLevel: 'silent' }).toJS()
