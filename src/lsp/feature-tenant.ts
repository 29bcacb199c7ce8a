import type { Tenant } from '../tenant/tenant.ts'
import type { Workspace } from './workspace.ts'

/** The tenant file at a line of a feature: the nearest one named above. */
export function tenantFileAbove(workspace: Workspace, name: string, text: string, line: number): string | undefined {
  const lines = text.split('\n').slice(0, line + 1)
  const named = lines.flatMap((one) => /\btenant architecture "([^"]+)"/.exec(one)?.[1] ?? []).at(-1)
  if (named === undefined) return undefined
  try {
    return workspace.tenants.locate(named, name)
  } catch {
    // An invalid name is reported by the diagnostics of its line.
    return undefined
  }
}

/** The tenant at a line of a feature, as its file declares it. */
export function tenantAbove(workspace: Workspace, name: string, text: string, line: number): Tenant | undefined {
  const file = tenantFileAbove(workspace, name, text, line)
  const loaded = file === undefined ? undefined : workspace.tenants.declared(file, [])
  return loaded?.ok ? loaded.value : undefined
}
