import { parseDocument, stringify } from 'yaml'
import { valueAt } from '../../source/edit/change.ts'
import { editYaml } from '../../source/edit/edit-yaml.ts'
import { folderOf, joinPath } from '../../source/text/source-path.ts'
import type { Files } from '../plan/plan.ts'

/** The most files that can be added to a tenant in the page. */
export const mostAdded = 20
const mostCharacters = 120

/** Why a file of this name cannot be added; undefined if it can. */
export function whyNotAdded(name: string, files: Files, file: string): string | undefined {
  if (name === '') return 'give the file a name'
  if (
    name.length > mostCharacters ||
    !/^[\p{L}\p{N}_.@+-]+(?:[ /][\p{L}\p{N}_.@+-]+)*$/u.test(name) ||
    /\.\./.test(name)
  )
    return 'the name is letters, digits and `-`, in folders below the one of the tenant file'
  if (!/\.(?:json|ya?ml|csv|jsonl)$/i.test(name)) return 'the name ends in .json, .yaml, .csv or .jsonl'
  if (Object.hasOwn(files, joinPath(folderOf(file), name))) return 'there is a file of this name'
  return Object.keys(files).length >= mostAdded + 1 ? `at most ${mostAdded} files can be added` : undefined
}

/** Whether a name in a link is one that the page itself would have given. */
export function isAddable(name: string, file: string): boolean {
  const folder = folderOf(file)
  const inside = folder === '' ? name : name.startsWith(`${folder}/`) ? name.slice(folder.length + 1) : ''
  return whyNotAdded(inside, {}, file) === undefined
}

const newPolicy = {
  displayName: 'New policy',
  state: 'enabled',
  conditions: {
    users: { includeUsers: ['All'] },
    applications: { includeApplications: ['All'] },
    clientAppTypes: ['all'],
  },
  grantControls: { operator: 'OR', builtInControls: ['mfa'] },
}

/** The text with which a new file begins. */
export function beginningOf(name: string): string {
  if (/\.csv$/i.test(name)) return 'userPrincipalName,displayName\n'
  if (/\.jsonl$/i.test(name)) return ''
  return /\.json$/i.test(name) ? `${JSON.stringify(newPolicy, null, 2)}\n` : stringify(newPolicy)
}

/** The texts with one more file, which the tenant file names where it can. */
export function withFile(files: Files, file: string, name: string, text: string): Files {
  const tenant = files[file] ?? ''
  return { ...files, [file]: naming(tenant, name), [joinPath(folderOf(file), name)]: text }
}

/** Policies are appended to those there are; people in a file take the place of nobody who is written down. */
function naming(text: string, name: string): string {
  const data: unknown = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' }).toJS()
  if (/\.(?:csv|jsonl)$/i.test(name))
    return valueAt(data, ['users']) === undefined ? editYaml(text, [{ path: ['users'], value: { from: name } }]) : text
  const list = ['conditionalAccess', 'policies']
  const policies = valueAt(data, list)
  const change = Array.isArray(policies)
    ? { path: [...list, policies.length], value: name }
    : policies === undefined
      ? { path: list, value: [name] }
      : undefined
  return change === undefined ? text : editYaml(text, [change])
}

/** The texts without a file that was added; the tenant file stays as it was typed. */
export function withoutFile(files: Files, name: string): Files {
  return Object.fromEntries(Object.entries(files).filter(([one]) => one !== name))
}
