import { defaults } from '../catalog/defaults.ts'
import type { Diagnostic } from '../source/diagnostics/diagnostic.ts'
import { lineStarts, type SourceRange, type SourceText } from '../source/text/source-text.ts'
import type { Declared } from '../tenant/declared.ts'
import type { Tenant } from '../tenant/tenant.ts'

type Thing = readonly [name: string, declared: Declared]

/** Every default that applies because the file does not set a value, at the object concerned. */
export function assumedDefaults(tenant: Tenant, source: SourceText): readonly Diagnostic[] {
  return thingsOf(tenant).flatMap(([thing, { assumed, origin }]) =>
    Object.entries(assumed).map(([fact, id]): Diagnostic => {
      const value = String(defaults.find((row) => row.id === id)?.value ?? '')
      const at =
        origin === undefined || origin.file !== source.name ? { source, start: 0, end: 0 } : rangeOf(source, origin)
      return { code: 'ASSUMED-1', args: { fact, thing, value, id }, at }
    }),
  )
}

function thingsOf(tenant: Tenant): readonly Thing[] {
  const named = (things: ReadonlyMap<string, Declared>): readonly Thing[] => [...things]
  return [
    [tenant.name, tenant],
    ...named(tenant.domains),
    ...named(tenant.identityProviders),
    ['multifactorAuthentication', tenant.multifactorAuthentication],
    ...named(tenant.workloads),
    ...(tenant.autodiscover === undefined ? [] : [['autodiscover', tenant.autodiscover] as const]),
    ...named(tenant.networks),
    ...named(tenant.devices),
    ...named(tenant.clients),
    ...named(tenant.users),
    ...named(tenant.applications),
  ]
}

function rangeOf(
  source: SourceText,
  { line, column }: { readonly line: number; readonly column: number },
): SourceRange {
  const start = (lineStarts(source)[line - 1] ?? 0) + column - 1
  return { source, start, end: start + (/^[^\s:,{}[\]]+/.exec(source.text.slice(start))?.[0].length ?? 0) }
}
