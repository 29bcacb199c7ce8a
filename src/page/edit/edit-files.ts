import { type Document, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Files } from '../plan/plan.ts'
import { type Edit, unset } from './edit.ts'
import { type TextPath, type TextValue, withLines, withNamedEntry, withoutValue, withValue } from './edit-text.ts'

/** A value as the file would write it. */
function asWritten(text: string): TextValue {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^\d{1,9}$/.test(text) ? Number(text) : text
}

/** Texts with the edits made in them; comments and everything else stay to the letter. */
export function editedFiles(files: Files, file: string, tenant: Tenant, edits: readonly Edit[]): Files {
  const texts: Record<string, string> = { ...files }
  let touched = false
  for (const edit of edits) {
    const name = edit.kind === 'policy' ? (policyOf(tenant, edit.policy)?.origin.file ?? file) : file
    const text = texts[name]
    if (text === undefined) continue
    const after = editedText(text, tenant, edit)
    touched ||= after !== text
    texts[name] = after
  }
  return touched ? texts : files
}

const policyOf = (tenant: Tenant, policy: string) =>
  tenant.conditionalAccess.policies.find(({ name }) => name === policy)

function editedText(text: string, tenant: Tenant, edit: Edit): string {
  switch (edit.kind) {
    case 'tenant':
      if (edit.setting === 'appPasswords')
        return changed(text, ['multifactorAuthentication', 'appPasswords'], edit.value)
      return changed(text, securityDefaultsPath(text), edit.value)
    case 'workload':
      return changed(text, ['workloads', edit.workload, settingName(text, edit.workload, edit.setting)], edit.value)
    case 'policy':
      return withPolicyState(text, policyKey(tenant, edit.policy), edit.value)
    case 'user': {
      const index = indexOf(parseDocument(text), ['users'], 'userPrincipalName', edit.user)
      return index < 0 ? text : changed(text, ['users', index, edit.setting], edit.value)
    }
    default:
      return withClient(text, tenant, edit)
  }
}

const changed = (text: string, path: TextPath, value: string): string =>
  value === unset ? withoutValue(text, path) : withValue(text, path, asWritten(value))

/** Exchange Online has its own name for the switch; where the file uses it, it is the one to change. */
function settingName(text: string, workload: string, setting: string): string {
  const own = 'OAuth2ClientProfileEnabled'
  const usesOwn = setting === 'modernAuthentication' && parseDocument(text).hasIn(['workloads', workload, own])
  return usesOwn ? own : setting
}

/** Graph writes an object, people a word. */
function securityDefaultsPath(text: string): TextPath {
  return isMap(parseDocument(text).get('securityDefaults')) ? ['securityDefaults', 'isEnabled'] : ['securityDefaults']
}

function entriesAt(document: Document, path: TextPath): readonly unknown[] {
  const node = path.length === 0 ? document.contents : document.getIn(path)
  return isSeq(node) ? node.items : []
}

function indexOf(document: Document, path: TextPath, key: string, name: string): number {
  const wanted = name.toLowerCase()
  return entriesAt(document, path).findIndex((item) => {
    const found = isMap(item) ? item.get(key) : isScalar(item) ? item.value : undefined
    return typeof found === 'string' && found.toLowerCase() === wanted
  })
}

/** A client that the file does not name is added, and one named in a word becomes an entry of its own. */
function withClient(text: string, tenant: Tenant, edit: Extract<Edit, { kind: 'client' | 'registry' }>): string {
  const rest: TextPath = edit.kind === 'registry' ? ['registry', edit.setting] : [edit.setting]
  const declared = isSeq(parseDocument(text).get('clients'))
  const whole = declared
    ? text
    : withLines(text, ['clients:', ...[...tenant.clients.keys()].map((name) => `  - ${name}`)])
  const document = parseDocument(whole)
  const index = indexOf(document, ['clients'], 'name', edit.client)
  if (index < 0) return text
  const entry = ['clients', index]
  if (isMap(document.getIn(entry))) return changed(whole, [...entry, ...rest], edit.value)
  return edit.value === unset ? text : withNamedEntry(whole, entry, rest, asWritten(edit.value))
}

/** A policy stands in a list of the tenant file, or in a file of its own: alone, in a list, or in a list under `value`. */
function withPolicyState(text: string, { field, value }: PolicyKey, state: string): string {
  const document = parseDocument(text)
  for (const list of [['conditionalAccess', 'policies'], ['value'], []]) {
    const index = indexOf(document, list, field, value)
    if (index >= 0) return withValue(text, [...list, index, 'state'], state)
  }
  return document.get(field) === value ? withValue(text, ['state'], state) : text
}

interface PolicyKey {
  readonly field: 'displayName' | 'id'
  readonly value: string
}

/** The field by which a policy is found in its file: the display name, unless several have it. */
function policyKey(tenant: Tenant, name: string): PolicyKey {
  const policy = policyOf(tenant, name)
  if (policy === undefined || policy.id === undefined || policy.name === policy.displayName)
    return { field: 'displayName', value: policy?.displayName ?? name }
  return { field: 'id', value: policy.id }
}
