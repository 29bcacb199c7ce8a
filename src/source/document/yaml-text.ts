import { type Document, visit } from 'yaml'
import { escapedJson, withoutCommands } from '../text/neutralize.ts'

/** Whether a text would be changed on its way out if it stood as it is. */
const steers = (text: string): boolean => escapedJson(text) !== text || withoutCommands(text) !== text

/**
 * The text of a YAML document, which reads the same wherever it is printed: what would steer a terminal stands as escapes, and
 * what would order something of the machine that runs a build within a line, in double quotes.
 */
export function yamlText(document: Document): string {
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && steers(node.value)) node.type = 'QUOTE_DOUBLE'
    },
  })
  return escapedJson(document.toString({ lineWidth: 0 }))
}
