import type { Diagnostic } from '../source/diagnostic.ts'
import { diagnosticCatalog } from '../source/diagnostic-catalog.ts'
import { compactDiagnostic } from '../source/render-diagnostic.ts'
import { type StepDefinition, step } from './definition.ts'
import { problem } from './problem.ts'
import { bare, refuseName } from './words.ts'
import type { SignInWorld } from './world.ts'

const codes: ReadonlyMap<string, string> = new Map(
  Object.keys(diagnosticCatalog).map((code) => [code.toLowerCase(), code]),
)

function codeNamed(text: string): string {
  const code = codes.get(bare(text).toLowerCase())
  if (code === undefined) throw refuseName('diagnostic code', text, [...codes.values()])
  return code
}

function diagnosticsOf(world: SignInWorld, file: string, changes: readonly string[]): readonly Diagnostic[] {
  const loaded = world.shelf.load(file, changes)
  return loaded.ok ? loaded.warnings : loaded.diagnostics
}

function ownDiagnostics(world: SignInWorld): readonly Diagnostic[] {
  if (world.file === undefined)
    throw problem('no tenant architecture is given\n  begin with: Given the tenant architecture "NAME"')
  return diagnosticsOf(world, world.file, world.changes)
}

function found(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.length === 0
    ? 'no finding'
    : diagnostics.map((diagnostic) => `\n  ${compactDiagnostic(diagnostic)}`).join('')
}

function has(diagnostics: readonly Diagnostic[], text: string): void {
  const code = codeNamed(text)
  if (diagnostics.some((diagnostic) => diagnostic.code === code)) return
  throw problem(`expected: finding ${code}\nactual:   ${found(diagnostics)}`)
}

function isRejected(world: SignInWorld, name: string, code: string): void {
  const loaded = world.shelf.load(world.shelf.locate(name, world.feature), [])
  if (loaded.ok) throw problem(`expected: "${name}" is rejected with ${code}\nactual:   it loads`)
  has(loaded.diagnostics, code)
}

/** Assertions on what checking the tenant architecture finds. */
export const thenFindings: readonly StepDefinition[] = [
  step(
    'Then',
    'checking the tenant architecture finds {string}',
    {
      says: 'a finding of this code is among those of `authplan check`',
      example: 'Then checking the tenant architecture finds "TEN-1"',
    },
    (world, code) => has(ownDiagnostics(world), code),
  ),
  step(
    'Then',
    'checking the tenant architecture does not find {string}',
    {
      says: 'no finding of this code is among those of `authplan check`',
      example: 'Then checking the tenant architecture does not find "TEN-1"',
    },
    (world, text) => {
      const code = codeNamed(text)
      const diagnostics = ownDiagnostics(world).filter((diagnostic) => diagnostic.code === code)
      if (diagnostics.length > 0) throw problem(`expected: no finding ${code}\nactual:   ${found(diagnostics)}`)
    },
  ),
  step(
    'Then',
    'checking the tenant architecture finds nothing',
    {
      says: '`authplan check` has neither errors nor warnings',
      example: 'Then checking the tenant architecture finds nothing',
    },
    (world) => {
      const diagnostics = ownDiagnostics(world)
      if (diagnostics.length > 0) throw problem(`expected: no finding\nactual:   ${found(diagnostics)}`)
    },
  ),
  step(
    'Then',
    'the tenant architecture {string} is rejected with {string}',
    {
      says: 'the file does not load, with a finding of this code',
      example: 'Then the tenant architecture "invalid/TEN-1-user-outside-any-domain" is rejected with "TEN-1"',
    },
    isRejected,
  ),
]
