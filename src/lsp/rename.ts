import type { Position, Range, TextEdit } from 'vscode-languageserver'
import { clientOf } from '../catalog/clients.ts'
import { yamlScalar } from '../editor/completions.ts'
import { declaredIn } from '../editor/names.ts'
import { textOf } from '../editor/texts.ts'
import { connectives } from '../gherkin/steps/phrases.ts'
import { isQuotedName, quotedName } from '../source/text/quoted-name.ts'
import type { NamePlace } from './feature-uses.ts'
import { placesOf, type Target, targetAt } from './navigate.ts'
import { lineAt } from './places.ts'
import type { Workspace } from './workspace.ts'

/** The edits of a rename by file, or the reason for refusing it. */
export type Renamed =
  | { readonly ok: true; readonly edits: ReadonlyMap<string, readonly TextEdit[]> }
  | { readonly ok: false; readonly message: string }

const refused = (message: string): { readonly ok: false; readonly message: string } => ({ ok: false, message })

/** The range of the name at a position, if it can be renamed. */
export function renameableAt(
  workspace: Workspace,
  name: string,
  text: string,
  position: Position,
):
  | { readonly ok: true; readonly range: Range; readonly target: Target; readonly written: string }
  | { readonly ok: false; readonly message: string } {
  const target = targetAt(workspace, name, text, position)
  if (target === undefined) return refused('only names that the tenant file declares can be renamed')
  const here = placesOf(workspace, target, writtenNames(target)).find(
    ({ file, range: { start, end } }) =>
      file === name &&
      start.line === position.line &&
      start.character <= position.character &&
      position.character <= end.character,
  )
  if (here === undefined) return refused('only names that the tenant file declares can be renamed')
  const written = here.where === 'yaml' ? here.text : here.text.replace(/^(?:the|an?) /i, '').replace(/^"(.*)"$/, '$1')
  if (target.use.kinds.includes('client') && clientOf(written) !== undefined)
    return refused(`\`${written}\` is the id of a product; give the client a name of its own under \`name\``)
  if (!declaredIn(target.uses, target.use.kinds).some((one) => one.toLowerCase() === written.toLowerCase()))
    return refused(`\`${written}\` is not declared in ${target.tenant}`)
  return { ok: true, range: here.range, target, written }
}

const writtenNames = ({ uses, use }: Target): readonly string[] => [use.name, ...declaredIn(uses, use.kinds)]

/** Renames a declared name everywhere: in the tenant file, in policy files, and in features. */
export function renameAt(workspace: Workspace, name: string, text: string, position: Position, to: string): Renamed {
  const found = renameableAt(workspace, name, text, position)
  if (!found.ok) return found
  const { target, written } = found
  const wanted = to.trim()
  if (wanted === '' || /[\n\r]/.test(wanted)) return refused('a name is one line that is not empty')
  const taken = declaredIn(target.uses, target.use.kinds).some((one) => one.toLowerCase() === wanted.toLowerCase())
  if (taken && wanted.toLowerCase() !== written.toLowerCase()) return refused(`\`${wanted}\` is declared already`)
  const edits = new Map<string, TextEdit[]>()
  const add = (file: string, edit: TextEdit): void => void edits.set(file, [...(edits.get(file) ?? []), edit])
  const places = placesOf(workspace, target, [written])
  for (const place of places)
    if (place.claim === undefined) add(place.file, { range: place.range, newText: newTextOf(workspace, place, wanted) })
  for (const claim of claimsOf(places))
    add(claim.file, { range: claim.range, newText: renamedClaim(workspace, claim, wanted) })
  return { ok: true, edits }
}

/** A claim in a plan or a file of claims, with the names in it that change. */
interface RenamedClaim {
  readonly file: string
  readonly range: Range
  readonly text: string
  readonly names: readonly { readonly index: number; readonly words: string }[]
}

/** The claims in which names change, each once. */
function claimsOf(places: readonly NamePlace[]): readonly RenamedClaim[] {
  const claims = new Map<string, RenamedClaim>()
  for (const { file, text: words, claim } of places) {
    if (claim === undefined) continue
    const { range, text, index } = claim
    const key = JSON.stringify([file, range])
    const names = [...(claims.get(key)?.names ?? []), { index, words }]
    claims.set(key, { file, range, text, names })
  }
  return [...claims.values()]
}

/** A claim as a YAML value with the new name; it is written as a whole, since a name can make marks necessary. */
function renamedClaim(workspace: Workspace, { file, range, text, names }: RenamedClaim, to: string): string {
  const renamed = names.reduceRight(
    (whole, { index, words }) => whole.slice(0, index) + spokenName(words, to) + whole.slice(index + words.length),
    text,
  )
  const line = lineAt(textOf(workspace, file) ?? '', range.start.line)
  const bare = !/["']/.test(line[range.start.character] ?? '') && !/[,[\]{}#:]/.test(renamed)
  return bare ? renamed : JSON.stringify(renamed)
}

const plain = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}@._-]*(?: [\p{L}\p{N}][\p{L}\p{M}\p{N}@._-]*)*$/u
const sentence = new RegExp(`(?:^| )(?:${connectives})(?: |$)|^(?:every|no|the|an?|their|his|her|its)(?: |$)`, 'i')

function newTextOf(workspace: Workspace, { file, range, text, where }: NamePlace, to: string): string {
  if (where === 'yaml') {
    const line = lineAt(textOf(workspace, file) ?? '', range.start.line)
    const quoted = /["']/.test(line[range.start.character] ?? '')
    return quoted || /\.json$/i.test(file) ? JSON.stringify(to) : yamlScalar(to)
  }
  const spoken = spokenName(text, to)
  return where === 'cell' && isQuotedName(spoken) ? spoken.replaceAll('|', '\\|') : spoken
}

/** A name in a sentence, in quotation marks where the former one had them or the sentence could be misread. */
function spokenName(before: string, to: string): string {
  if (isQuotedName(before) || !plain.test(to) || sentence.test(to)) return quotedName(to)
  return `${/^(?:the|an?) /i.exec(before)?.[0] ?? ''}${to}`
}
