import { type CompactMemberships, membershipText } from '../../analysis/population/compact-memberships.ts'
import type { PackedFile, PageData } from '../../report/pages/page-data.ts'
import { through } from './through.ts'

async function textOf({ form, data }: PackedFile): Promise<string> {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
  const text = new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw')))
  // Written by `packedFiles` of the program that made the page.
  return form === 'text' ? text : membershipText(JSON.parse(text) as CompactMemberships)
}

/** What the page carries, with the text of every file that it carries compressed. */
export async function unpacked(data: PageData): Promise<PageData> {
  const packed = Object.entries(data.packed ?? {})
  const texts = await Promise.all(packed.map(async ([name, file]) => [name, await textOf(file)] as const))
  return texts.length === 0 ? data : { ...data, files: { ...data.files, ...Object.fromEntries(texts) } }
}

/** Groups of which the page does not have the members, by a name or id in lower case. */
export const groupsLeftOut = ({ packed }: PageData): ReadonlySet<string> =>
  new Set(Object.values(packed ?? {}).flatMap(({ leftOut }) => leftOut ?? []))
