import { readClaimsFile } from '../analysis/claims/claims-file.ts'
import { parseSource } from '../source/document/located-document.ts'
import { shellPath } from '../source/text/shell-word.ts'
import { folderOf, joinPath } from '../source/text/source-path.ts'
import { positionOf, type SourceText } from '../source/text/source-text.ts'
import type { Origin } from '../vocabulary/origin.ts'
import type { Environment } from './environment.ts'
import { accepted } from './load.ts'
import { usageProblem } from './usage.ts'

/** A claim to judge: from the command line, or from a file, which also says where it stands and why it must hold. */
export interface GivenClaim {
  readonly text: string
  readonly because?: string
  readonly origin?: Origin
}

/** Where claims are looked for that the command line does not give: beside the tenant file. */
export const claimsFileName = 'prove.yaml'

/** The claims of the command line and of the file that is named, otherwise of the file beside the tenant file. */
export async function claimsGiven(
  environment: Environment,
  {
    file,
    claims,
    from,
  }: { readonly file: string; readonly claims: readonly string[]; readonly from?: string | undefined },
): Promise<readonly GivenClaim[]> {
  const given = claims.map((text) => ({ text }))
  if (from !== undefined) return [...given, ...(await claimsOf(environment, from))]
  return given.length > 0 ? given : claimsBeside(environment, file)
}

async function claimsBeside(environment: Environment, file: string): Promise<readonly GivenClaim[]> {
  const beside = joinPath(folderOf(file), claimsFileName)
  const read = environment.reader.read(beside)
  if (!read.ok && read.diagnostics.every(({ code }) => code === 'SRC-1'))
    throw usageProblem(
      `no claim is given, and there is no file ${shellPath(beside)}`,
      `name a claim, for example "legacy clients get in nowhere", or list claims in ${claimsFileName}`,
    )
  return claimsIn(environment, await accepted(environment, read))
}

const claimsOf = async (environment: Environment, file: string): Promise<readonly GivenClaim[]> =>
  claimsIn(environment, await accepted(environment, environment.reader.read(file)))

async function claimsIn(environment: Environment, source: SourceText): Promise<readonly GivenClaim[]> {
  const document = await accepted(environment, parseSource(source))
  const written = await accepted(environment, readClaimsFile(document))
  return written.map(({ text, because, path }) => ({
    text,
    origin: { file: source.name, ...positionOf(document.rangeOf(path)) },
    ...(because === undefined ? {} : { because }),
  }))
}
