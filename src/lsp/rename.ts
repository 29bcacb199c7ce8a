import type { Position, Range, TextEdit } from 'vscode-languageserver'
import { clientOf } from '../catalog/clients.ts'
import { yamlScalar } from '../editor/completions.ts'
import { declaredIn } from '../editor/names.ts'
import { textOf } from '../editor/texts.ts'
import { joints } from '../gherkin/steps/phrases.ts'
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
  for (const place of placesOf(workspace, target, [written])) {
    const edit = { range: place.range, newText: newTextOf(workspace, place, wanted) }
    edits.set(place.file, [...(edits.get(place.file) ?? []), edit])
  }
  return { ok: true, edits }
}

const plain = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}@._-]*(?: [\p{L}\p{N}][\p{L}\p{M}\p{N}@._-]*)*$/u
const sentence = new RegExp(`(?:^| )(?:${joints})(?: |$)|^(?:every|no|the|an?|their|his|her|its)(?: |$)`, 'i')

function newTextOf(workspace: Workspace, { file, range, text, where }: NamePlace, to: string): string {
  if (where === 'yaml') {
    const line = lineAt(textOf(workspace, file) ?? '', range.start.line)
    const quoted = /["']/.test(line[range.start.character] ?? '')
    return quoted || /\.json$/i.test(file) ? JSON.stringify(to) : yamlScalar(to)
  }
  const spoken = plain.test(to) && !sentence.test(to)
  if (isQuotedName(text) || !spoken) return where === 'cell' ? quotedName(to).replaceAll('|', '\\|') : quotedName(to)
  return `${/^(?:the|an?) /i.exec(text)?.[0] ?? ''}${to}`
}
