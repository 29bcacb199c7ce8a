import { type GraphObject, textIn } from './collect.ts'

/** Exporters that write one object per file keep the members of a group or role in subfolders. */
const below = /(?:^|[/\\])(groups|directoryroles)[/\\]([^/\\]+)[/\\](members|owners|scopedmembers)[/\\]/i
/** A member list in a file next to its group: `Groups/<id>/members.json`. */
const beside = /(?:^|[/\\])(groups|directoryroles)[/\\]([^/\\]+)[/\\](members|owners|scopedmembers)\.jsonl?$/i

/** The group or role whose member folder contains an object. */
interface Folder {
  readonly owner: 'group' | 'directory role'
  readonly id: string
  readonly holds: string
}

function folderOf({ document }: GraphObject): Folder | undefined {
  const found = below.exec(document.source.name) ?? beside.exec(document.source.name)
  const [, owner = '', id = '', holds = ''] = found ?? []
  if (found === null) return undefined
  return {
    owner: owner.toLowerCase() === 'groups' ? 'group' : 'directory role',
    id: id.toLowerCase(),
    holds: holds.toLowerCase(),
  }
}

function withMembers(object: GraphObject, members: readonly GraphObject[]): GraphObject {
  const own = object.fields.get('members')
  const listed: readonly unknown[] = Array.isArray(own) ? own : own === undefined || own === null ? [] : [own]
  const all = [...listed, ...members.map(memberOf)]
  const key = Object.keys(object.value).find((name) => name.toLowerCase() === 'members') ?? 'members'
  return { ...object, value: { ...object.value, [key]: all }, fields: new Map([...object.fields, ['members', all]]) }
}

/** A member in the form of a member list; its type says whether it is a group. */
function memberOf({ kind, value }: GraphObject): object {
  return kind === 'group' ? { '@odata.type': '#microsoft.graph.group', ...value } : value
}

/** Objects of an export; members found in subfolders are added to their group or role. */
export function withFolderMembers(objects: readonly GraphObject[]): readonly GraphObject[] {
  const members = new Map<string, GraphObject[]>()
  for (const object of objects) {
    const folder = folderOf(object)
    if (folder?.holds !== 'members') continue
    const key = `${folder.owner}\n${folder.id}`
    const known = members.get(key)
    if (known === undefined) members.set(key, [object])
    else known.push(object)
  }
  if (members.size === 0) return objects
  return objects.map((object) => {
    const id = textIn(object.fields, 'id')?.toLowerCase()
    const own = folderOf(object) === undefined ? members.get(`${object.kind}\n${id}`) : undefined
    return own === undefined ? object : withMembers(object, own)
  })
}
