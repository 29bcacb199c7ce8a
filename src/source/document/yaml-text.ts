import { type Document, visit } from 'yaml'
import { escapedJson, withoutCommands } from '../text/neutralize.ts'

/** Whether output would alter the text. */
const steers = (text: string): boolean => escapedJson(text) !== text || withoutCommands(text) !== text

/**
 * The text of a YAML document that survives any output: terminal control characters are escaped, and workflow commands
 * within a line are double-quoted.
 */
export function yamlText(document: Document): string {
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && steers(node.value)) node.type = 'QUOTE_DOUBLE'
    },
  })
  return escapedJson(document.toString({ lineWidth: 0 }))
}
