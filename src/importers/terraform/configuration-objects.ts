import type { DocumentLimits } from '../../source/document/document-tree.ts'
import type { SourceText } from '../../source/text/source-text.ts'
import { type CoverageEntry, plural } from '../coverage.ts'
import { filesInstead, type HclFiles } from './hcl-files.ts'
import { hclResources } from './hcl-resources.ts'
import { configurationFiles } from './hcl-sources.ts'
import { objectsOfResources, type TerraformObjects } from './terraform-objects.ts'

/** The objects of configurations whose files an HCL parser has read. */
export function configurationObjects(
  given: readonly SourceText[],
  parsed: HclFiles,
  limits: DocumentLimits,
): TerraformObjects {
  const instead = filesInstead(given)
  const sources = given.filter((source) => !instead.has(source))
  const { files, diagnostics: mistakes } = configurationFiles(sources, parsed, limits)
  const { resources, diagnostics } = hclResources(sources, files)
  const { objects, coverage } = objectsOfResources(resources, { name: '', text: '' })
  const open = new Map<string, number>()
  for (const { at } of diagnostics) open.set(at.source.name, (open.get(at.source.name) ?? 0) + 1)
  const filesRead = sources.map(({ name: source }): CoverageEntry => {
    const status = files.get(source)?.ok === true ? 'understood' : 'not-understood'
    return { source, kind: 'Terraform file', name: '', status }
  })
  const filesLeft = [...instead].map(([{ name: source }, { name }]): CoverageEntry => {
    return { source, kind: 'Terraform file', name: '', status: 'not-imported', note: `OpenTofu reads ${name} instead` }
  })
  const computed = [...open].map(([source, count]): CoverageEntry => {
    return { source, kind: plural('computed value', count), name: '', status: 'not-understood' }
  })
  return {
    objects,
    coverage: [...filesRead, ...filesLeft, ...coverage, ...computed],
    diagnostics: [...mistakes, ...diagnostics],
  }
}
