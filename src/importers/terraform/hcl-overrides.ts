import type { SourceText } from '../../source/text/source-text.ts'
import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'

/** Why Terraform would reject a block. */
export type BlockFlaw = 'override' | 'twice'

/** A block of a module with its file. */
export interface HclBlock {
  readonly source: SourceText
  /** Its path in the file: `resource`, type and name. */
  readonly path: readonly string[]
  readonly body: Mapping
  /** Override files by the attributes and nested blocks that they replace. */
  readonly replaced?: ReadonlyMap<string, SourceText>
  readonly flaw?: BlockFlaw
}

/** Blocks of a type: objects, or lists of them. */
export function bodiesOf(value: unknown): readonly Mapping[] {
  return (Array.isArray(value) ? value : [value]).filter(isMapping)
}

interface Part {
  readonly isGenerated: boolean
  readonly name: string
  readonly value: unknown
}

/** Attributes and nested blocks; a block that is generated counts as one of the type that it generates. */
function partsOf(body: Mapping): readonly Part[] {
  return Object.entries(body).flatMap(([name, value]): readonly Part[] =>
    name === 'dynamic'
      ? bodiesOf(value).flatMap((byType) =>
          Object.entries(byType).map(([type, generated]) => ({ isGenerated: true, name: type, value: generated })),
        )
      : [{ isGenerated: false, name, value }],
  )
}

function bodyOf(parts: readonly Part[]): Mapping {
  const generated = parts.filter(({ isGenerated }) => isGenerated)
  return Object.fromEntries<unknown>([
    ...parts.filter(({ isGenerated }) => !isGenerated).map(({ name, value }) => [name, value] as const),
    ...(generated.length === 0
      ? []
      : [['dynamic', Object.fromEntries(generated.map(({ name, value }) => [name, value]))] as const]),
  ])
}

/** A block with the attributes and the types of nested blocks that another one states, which are not merged further. */
function replacedBy(block: HclBlock, by: HclBlock): HclBlock {
  const stated = partsOf(by.body)
  const names = new Set(stated.map(({ name }) => name))
  return {
    ...block,
    body: bodyOf([...partsOf(block.body).filter(({ name }) => !names.has(name)), ...stated]),
    replaced: new Map([...(block.replaced ?? []), ...[...names].map((name) => [name, by.source] as const)]),
  }
}

/** The file that states a part of a block. */
export function sourceOfPart({ source, replaced }: HclBlock, [key = '', type = '']: readonly string[]): SourceText {
  return replaced?.get(key === 'dynamic' ? type : key) ?? source
}

/**
 * Blocks as Terraform merges them: what override files state replaces the attributes and nested blocks of the block
 * with the same type and labels. A block that is declared twice, or only overridden, has a flaw.
 * @see https://developer.hashicorp.com/terraform/language/files/override
 */
export function mergedBlocks(ordinary: readonly HclBlock[], overrides: readonly HclBlock[]): readonly HclBlock[] {
  const blocks = new Map<string, HclBlock>()
  for (const block of ordinary) {
    const key = block.path.join('\0')
    const before = blocks.get(key)
    blocks.set(key, before === undefined ? block : { ...before, flaw: 'twice' })
  }
  for (const block of overrides) {
    const key = block.path.join('\0')
    const base = blocks.get(key)
    blocks.set(key, base === undefined ? { ...block, flaw: 'override' } : replacedBy(base, block))
  }
  return [...blocks.values()]
}
