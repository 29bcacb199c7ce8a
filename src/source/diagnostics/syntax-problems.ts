interface Problem {
  readonly message: string
  readonly help: string
}

/** Syntax errors of YAML. */
export const yamlProblems = {
  'open-quote': {
    message: 'a quoted string is not closed',
    help: 'close it with the same quote it started with; inside single quotes, an apostrophe is written twice',
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
    message: 'this line is indented differently from its neighbors',
    help: 'indent all keys of a mapping, and all items of a list, by the same amount',
  },
  'tab-indent': { message: 'a tab is used for indentation', help: 'indent with spaces' },
  escape: {
    message: 'unknown escape in a double-quoted string',
    help: 'double the backslash, or use single quotes, in which a backslash means itself',
  },
  'scalar-start': {
    message: 'a value cannot start with this character',
    help: 'put quotes around the value',
  },
  'multiline-key': {
    message: 'a key spans more than one line',
    help: 'look for a line without `key: value`, or put the key on one line',
  },
  'key-in-value': {
    message: 'a second `key: value` on one line',
    help: 'move it to its own line, or put quotes around a value that contains a colon and a space',
  },
  'block-in-flow': {
    message: 'an indented list or mapping inside brackets',
    help: 'write what is inside `[` and `{` with commas, or remove the brackets',
  },
  directive: { message: 'a line that starts with `%` is not a known directive', help: 'remove it' },
  anchor: { message: 'an anchor or alias is malformed', help: 'give it a name without spaces, one per value' },
  tag: { message: 'a tag is malformed', help: 'remove it' },
  unexpected: {
    message: 'this is not expected here',
    help: 'look for an extra bracket, quote or indent, here or on the line before',
  },
  unreadable: {
    message: 'the file cannot be read as YAML',
    help: 'look for an extra bracket, quote or indent',
  },
} as const satisfies { readonly [problem: string]: Problem }

/** Syntax errors of YAML. */
export type YamlProblem = keyof typeof yamlProblems

/** Syntax errors of JSON. */
export const jsonProblems = {
  'missing-comma': { message: 'a comma is missing before this', help: 'put a comma between the two' },
  'extra-comma': { message: 'a comma with nothing after it', help: 'remove the comma' },
  'missing-colon': { message: 'a colon is missing after this key', help: 'put a colon between key and value' },
  'missing-value': { message: 'a value is missing here', help: 'give the value, or `null`' },
  'bare-word': {
    message: 'a string without quotes',
    help: 'put it in double quotes; only numbers, `true`, `false` and `null` are written without them',
  },
  'single-quotes': { message: 'a string in single quotes', help: 'use double quotes' },
  'open-text': { message: 'a quoted string is not closed on its line', help: 'close it with a double quote' },
  escape: {
    message: 'an unknown escape or a control character in a string',
    help: 'double the backslash, or write the character as `\\u` and four hexadecimal digits',
  },
  comment: { message: 'a comment', help: 'remove it: JSON has no comments; YAML has them, after `#`' },
  'open-bracket': {
    message: 'a `[` or `{` that is never closed',
    help: 'close it; if the file ends in the middle, export it again',
  },
  'wrong-bracket': {
    message: 'this bracket does not match the one that was opened',
    help: 'close `[` with `]`, and `{` with `}`',
  },
  'text-after-end': {
    message: 'more text after the end of the value',
    help: 'keep one value per file; a file with one value per line is JSON Lines and needs the extension `.jsonl`',
  },
  unexpected: { message: 'this is not expected here', help: 'look for an extra quote, comma or bracket' },
} as const satisfies { readonly [problem: string]: Problem }

/** Syntax errors of JSON. */
export type JsonProblem = keyof typeof jsonProblems
