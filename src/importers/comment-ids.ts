import { type Document, isScalar, visit } from 'yaml'
import { applicationOf } from '../catalog/applications.ts'
import { roleOf } from '../catalog/roles.ts'

const named = /^(?:in|ex)clude/i

/** Adds a comment with the name of a user, group, role, application or location to each id in a policy. */
export function commentIds(document: Document, names: ReadonlyMap<string, string>): void {
  visit(document, {
    Scalar: (key, node, path) => {
      const pair = path.findLast((step) => 'key' in step)
      const field = pair !== undefined && 'key' in pair && isScalar(pair.key) ? String(pair.key.value) : ''
      if (key === 'key' || typeof node.value !== 'string' || !named.test(field)) return
      const name = names.get(node.value.toLowerCase()) ?? roleOf(node.value)?.name ?? applicationOf(node.value)?.name
      if (name !== undefined && name.toLowerCase() !== node.value.toLowerCase())
        node.comment = ` ${name.replace(/\s+/g, ' ')}`
    },
  })
}
