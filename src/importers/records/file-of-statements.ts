import type { DocumentPath } from '../../source/document/located-document.ts'
import type { TenantFile } from '../../tenant/tenant-file.ts'
import { own } from '../../vocabulary/own.ts'

/** Lists that are keyed by item name, and the key of that name. */
const lists: Readonly<Record<string, string>> = {
  users: 'userPrincipalName',
  authenticationPolicies: 'name',
  identityProviders: 'name',
  groups: 'name',
  connectors: 'name',
  servers: 'name',
}

type Node = Map<string, { readonly key: string; value?: unknown; parts?: Node }>

function put(node: Node, [step, ...rest]: DocumentPath, value: unknown): void {
  if (step === undefined) return
  const key = `${step}`
  const entry = node.get(key.toLowerCase()) ?? { key }
  node.set(key.toLowerCase(), entry)
  if (rest.length === 0) entry.value = value
  else {
    entry.parts ??= new Map()
    put(entry.parts, rest, value)
  }
}

/** The items of a list in the order of their names. */
function listOf(node: Node, naming: string): readonly unknown[] {
  return [...node.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { key, parts }]) => ({ [naming]: key, ...(parts === undefined ? {} : objectOf(parts)) }))
}

function objectOf(node: Node): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...node.values()].map(({ key, value, parts }) => {
      const naming = parts === undefined ? undefined : own(lists, key)
      if (parts === undefined) return [key, value]
      return [key, naming === undefined ? objectOf(parts) : listOf(parts, naming)]
    }),
  )
}

/** The parts of a tenant file that some statements amount to. */
export function fileOf(
  statements: readonly { readonly path: DocumentPath; readonly value: unknown }[],
): Partial<TenantFile> {
  const root: Node = new Map()
  for (const { path, value } of statements) put(root, path, value)
  // Each path is one of a tenant file, and the checks of the file judge it.
  return objectOf(root) as Partial<TenantFile>
}
