import { type Document, visit } from 'yaml'
import { escapedJson } from '../text/neutralize.ts'

/** The text of a YAML document; characters that would steer a terminal stand as escapes in double quotes, so it reads the same. */
export function yamlText(document: Document): string {
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && escapedJson(node.value) !== node.value) node.type = 'QUOTE_DOUBLE'
    },
  })
  return escapedJson(document.toString({ lineWidth: 0 }))
}
