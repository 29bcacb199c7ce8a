import type { Diagnostic, Loaded } from '../source/diagnostics/diagnostic.ts'
import { shownDiagnostics } from '../source/diagnostics/shown-diagnostics.ts'
import { shellPath, shellWord } from '../source/text/shell-word.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Environment } from './environment.ts'
import { invalidInput } from './usage.ts'

/** The tenant of a file; warnings are counted on standard error, errors are shown there and end the command with 2. */
export async function loadFor(environment: Environment, file: string): Promise<Tenant> {
  const tenant = await acceptedTenant(environment, file, loadTenant(file, environment.reader))
  // Users in files of their own can be very many.
  if (tenant.population === undefined) environment.shortWork?.()
  return tenant
}

/** The same for anything made of a tenant file. */
export async function acceptedTenant<T>(environment: Environment, file: string, loaded: Loaded<T>): Promise<T> {
  if (!loaded.ok) return refuse(environment, loaded.diagnostics)
  const count = loaded.warnings.length
  if (count > 0)
    environment.stderr(
      `${shellWord(file)}: ${count} warning${count === 1 ? '' : 's'}, see \`authplan check ${shellPath(file)}\`\n`,
    )
  return loaded.value
}

/** What was read from another input, its warnings shown; errors are shown and end the command with 2. */
export async function accepted<T>(environment: Environment, loaded: Loaded<T>): Promise<T> {
  if (!loaded.ok) return refuse(environment, loaded.diagnostics)
  if (loaded.warnings.length > 0) await show(environment, loaded.warnings)
  return loaded.value
}

async function refuse(environment: Environment, diagnostics: readonly Diagnostic[]): Promise<never> {
  await show(environment, diagnostics)
  throw invalidInput()
}

async function show({ stderr, color }: Environment, diagnostics: readonly Diagnostic[]): Promise<void> {
  const { renderDiagnostics } = await import('../source/diagnostics/render-diagnostic.ts')
  const { ansiPaint, plainPaint } = await import('../source/text/paint.ts')
  stderr(renderDiagnostics(shownDiagnostics(diagnostics), color.stderr ? ansiPaint : plainPaint))
}
