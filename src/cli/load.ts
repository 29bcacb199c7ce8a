import { type Diagnostic, inOrder } from '../source/diagnostic.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Environment } from './environment.ts'
import { invalidInput } from './usage.ts'

/** The tenant of a file; warnings are counted on standard error, errors are shown there and end the command with 2. */
export async function loadFor(environment: Environment, file: string): Promise<Tenant> {
  const loaded = loadTenant(file, environment.reader)
  if (!loaded.ok) return refuse(environment, loaded.diagnostics)
  const count = loaded.warnings.length
  if (count > 0)
    environment.stderr(`${file}: ${count} warning${count === 1 ? '' : 's'}, see \`authplan check ${file}\`\n`)
  return loaded.value
}

/** Shows the diagnostics of an input that cannot be used, and ends the command. */
export async function refuse({ stderr, colour }: Environment, diagnostics: readonly Diagnostic[]): Promise<never> {
  const { renderDiagnostics } = await import('../source/render-diagnostic.ts')
  const { ansiPaint, plainPaint } = await import('../source/paint.ts')
  stderr(renderDiagnostics(inOrder(diagnostics), colour.stderr ? ansiPaint : plainPaint))
  throw invalidInput()
}
