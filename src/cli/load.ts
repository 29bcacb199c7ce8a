import { inOrder } from '../source/diagnostic.ts'
import { ansiPaint, plainPaint } from '../source/paint.ts'
import { renderDiagnostics } from '../source/render-diagnostic.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Environment } from './environment.ts'
import { invalidInput } from './usage.ts'

/** The tenant of a file; warnings go to standard error, an error ends the command with exit code 2. */
export function loadFor({ reader, stderr, colour }: Environment, file: string): Tenant {
  const loaded = loadTenant(file, reader)
  const paint = colour.stderr ? ansiPaint : plainPaint
  const diagnostics = loaded.ok ? loaded.warnings : loaded.diagnostics
  if (diagnostics.length > 0) stderr(renderDiagnostics(inOrder(diagnostics), paint))
  if (!loaded.ok) throw invalidInput()
  return loaded.value
}
