interface Problem {
  readonly message: string
  readonly help: string
}

/** What can be wrong with the form of YAML. */
export const yamlProblems = {
  'open-quote': {
    message: 'a quoted text is not closed',
    help: 'close it with the quote it began with; inside single quotes, an apostrophe is written twice',
  },
  'open-bracket': {
    message: 'a `[` or `{` is not closed',
    help: 'close it with `]` or `}`, and indent what is inside it more than its key',
  },
  'missing-comma': { message: 'a comma is missing between two items', help: 'put a comma between them' },
  'missing-colon': {
    message: 'this line is neither `key: value` nor an item of a list',
    help: 'put a colon and a space after the key, or `- ` before the item; check the indent',
  },
  'missing-space': {
    message: 'a space is missing here',
    help: 'put a space after a colon and before `#`, and around an anchor or a tag',
  },
  indent: {
    message: 'this line is indented unlike its neighbours',
    help: 'give all keys of one mapping, and all items of one list, the same indent',
  },
  'tab-indent': { message: 'a tab is used as indent', help: 'indent with spaces' },
  escape: {
    message: 'an escape in a double-quoted text is unknown',
    help: 'double the backslash, or use single quotes, in which a backslash means itself',
  },
  'scalar-start': {
    message: 'a value cannot begin with this character',
    help: 'put quotes around the value',
  },
  'multiline-key': {
    message: 'a key goes over more than one line',
    help: 'look for a line without `key: value`, or put the key on one line',
  },
  'key-in-value': {
    message: 'a second `key: value` on one line',
    help: 'move it to a line of its own, or put quotes around a value that contains a colon and a space',
  },
  'block-in-flow': {
    message: 'an indented list or mapping stands inside brackets',
    help: 'write what is inside `[` and `{` with commas, or drop the brackets',
  },
  directive: { message: 'a line that begins with `%` is no known directive', help: 'remove it' },
  anchor: { message: 'an anchor or alias is wrongly formed', help: 'give it a name without spaces, one to a value' },
  tag: { message: 'a tag is wrongly formed', help: 'remove it' },
  unexpected: {
    message: 'this is not expected here',
    help: 'look for a bracket, quote or indent too many, here or on the line before',
  },
  unreadable: {
    message: 'the file cannot be read as YAML',
    help: 'look for a bracket, quote or indent too many',
  },
} as const satisfies { readonly [problem: string]: Problem }

/** What can be wrong with the form of YAML. */
export type YamlProblem = keyof typeof yamlProblems

/** What can be wrong with the form of JSON. */
export const jsonProblems = {
  'missing-comma': { message: 'a comma is missing before this', help: 'put a comma between the two' },
  'extra-comma': { message: 'a comma with nothing after it', help: 'remove the comma' },
  'missing-colon': { message: 'a colon is missing after this key', help: 'put a colon between key and value' },
  'missing-value': { message: 'a value is missing here', help: 'give the value, or `null`' },
  'bare-word': {
    message: 'a text without quotes',
    help: 'put it in double quotes; without them only numbers, `true`, `false` and `null` are known',
  },
  'single-quotes': { message: 'a text in single quotes', help: 'use double quotes' },
  'open-text': { message: 'a quoted text is not closed on its line', help: 'close it with a double quote' },
  escape: {
    message: 'an unknown escape or a control character in a text',
    help: 'double the backslash, or write the character as `\\u` and four hexadecimal digits',
  },
  comment: { message: 'a comment', help: 'remove it: JSON has none; YAML has, after `#`' },
  'open-bracket': {
    message: 'a `[` or `{` that is never closed',
    help: 'close it; if the file ends in the middle, export it again',
  },
  'wrong-bracket': {
    message: 'this bracket closes another kind than was opened',
    help: 'close `[` with `]`, and `{` with `}`',
  },
  'text-after-end': {
    message: 'more text after the end of the value',
    help: 'keep one value in a file; a file with one value a line is JSON Lines and is named `.jsonl`',
  },
  unexpected: { message: 'this is not expected here', help: 'look for a quote, comma or bracket too many' },
} as const satisfies { readonly [problem: string]: Problem }

/** What can be wrong with the form of JSON. */
export type JsonProblem = keyof typeof jsonProblems
