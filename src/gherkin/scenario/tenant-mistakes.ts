import { type Diagnostic, severityOf } from '../../source/diagnostics/diagnostic.ts'
import { readDocument } from '../../source/document/located-document.ts'
import type { FeatureBlock } from './feature-block.ts'
import { locateDiagnostics } from './locate-diagnostics.ts'
import type { TenantCache } from './tenant-cache.ts'

/** The tenant of a scenario as its author wrote it: a file or a block, and the changes to it. */
export interface WrittenTenant {
  readonly feature: string
  readonly tenants: TenantCache
  readonly file: string | undefined
  readonly tenantBlock: FeatureBlock | undefined
  readonly changes: readonly string[]
  readonly changeBlocks: readonly (FeatureBlock | undefined)[]
}

/** Diagnostics of the tenant at locations that the author of the feature knows. */
export function locatedFor(world: WrittenTenant, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const { file, changes, changeBlocks, tenants, tenantBlock, feature } = world
  if (file === undefined || (changes.length === 0 && tenantBlock === undefined)) return diagnostics
  const laidOver = changes.map((change, index) => ({ change, block: changeBlocks[index] }))
  const parts = {
    ...tenants.parts(file, changes),
    baseBlock: tenantBlock,
    changes: laidOver,
    feature: tenants.text(feature),
  }
  return locateDiagnostics(diagnostics, parts)
}

/** Rejects a block that is not valid YAML or JSON, at the location of the error. */
export function expectReadable(world: WrittenTenant, block: FeatureBlock | undefined): void {
  if (block?.kind !== 'text') return
  const base = { name: world.feature, text: block.text }
  const errors = readDocument(base).diagnostics.filter(({ code }) => severityOf(code) === 'error')
  const parts = { name: base.name, base, baseBlock: block, changes: [], feature: world.tenants.text(world.feature) }
  if (errors.length > 0) throw world.tenants.refuse(world.file ?? base.name, locateDiagnostics(errors, parts))
}
