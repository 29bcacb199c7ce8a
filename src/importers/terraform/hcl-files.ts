import type { SourceText } from '../../source/text/source-text.ts'

/** Why a file is not in the language. */
export interface HclMistake {
  readonly line: number
  readonly column: number
  readonly reason: string
}

/** A parsed file: its blocks and attributes, with expressions as texts such as `${var.region}`. */
export type ParsedHcl =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly mistake: HclMistake }

/** Parsed files of Terraform by their names. */
export type HclFiles = ReadonlyMap<string, ParsedHcl>

/** The name without the extension of a compressed file. */
const nameOf = ({ name }: SourceText): string => name.replace(/\.gz$/i, '')

/** Whether reading a file requires an HCL parser. */
export const isHcl = (source: SourceText): boolean => /\.(?:tf|tofu|tfvars)$/i.test(nameOf(source))

/** Whether a file is part of a configuration, in HCL or its JSON form. */
export const isTerraformFile = (source: SourceText): boolean => /\.(?:tf|tofu|tfvars)(?:\.json)?$/i.test(nameOf(source))

/** Whether a file sets variables. */
export const setsVariables = (source: SourceText): boolean => /\.tfvars(?:\.json)?$/i.test(nameOf(source))

/** Whether Terraform reads a file of variables by itself, and not only where a command names it. */
export const isReadAlways = (source: SourceText): boolean =>
  /(?:^|[/\\])(?:terraform|[^/\\]*\.auto)\.tfvars(?:\.json)?$/i.test(nameOf(source))

/** The folder of a file, which is a module, with `/` at its end. */
export const folderOf = (source: SourceText): string =>
  nameOf(source)
    .replaceAll('\\', '/')
    .replace(/[^/]*$/, '')
    .replace(/^(?:\.\/)+/, '')

/** The name of a file without its folder. */
export const baseNameOf = (source: SourceText): string => nameOf(source).replace(/^.*[/\\]/, '')

/**
 * Whether Terraform merges a file into the others of its folder. Names are case-sensitive.
 * @see https://developer.hashicorp.com/terraform/language/files/override
 */
export const isOverride = (source: SourceText): boolean =>
  /^(?:.*_)?override\.(?:tf|tofu)(?:\.json)?$/.test(baseNameOf(source))

/**
 * The files that OpenTofu reads: a `.tofu` file replaces the `.tf` file of the same name. @see
 * https://opentofu.org/docs/language/files/override/
 */
export function filesInstead(sources: readonly SourceText[]): ReadonlyMap<SourceText, SourceText> {
  const names = new Map(sources.map((source) => [nameOf(source), source]))
  return new Map(
    sources.flatMap((source) => {
      const instead = names.get(nameOf(source).replace(/\.tf(\.json)?$/, '.tofu$1'))
      return instead === undefined || instead === source ? [] : [[source, instead] as const]
    }),
  )
}
