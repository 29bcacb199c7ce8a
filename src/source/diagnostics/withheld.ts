/** Extensions of files that are meant to be read here; any other file may contain anything. */
const ownEnding = /\.(?:ya?ml|jsonc?|jsonl|ndjson|csv|tsv|feature)$/i
/** Additional extensions of exports: of the shell, and of Terraform. */
const exportEnding = /\.(?:ps1|psd1|xml|clixml|txt|tf|tofu|tfvars|tfstate)$/i
/** The first line of a mapping or a list, below comments. */
const ownBeginning =
  /^\ufeff?(?:[ \t]*(?:#[^\n]*)?\r?\n|---[ \t]*\r?\n|%YAML[^\n]*\n)*\s*(?:\{|\[\s*[\]{"']|- |["']?[\w-]+["']?[ \t]*:(?:\s|$))/
const longestBeginning = 4096
// biome-ignore lint/suspicious/noControlCharactersInRegex: no text has them
const notText = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/

/** Whether a name has the extension of a file that is read here. */
export function hasOwnEnding(name: string): boolean {
  return ownEnding.test(name)
}

/** Whether diagnostics withhold the content of a file: neither its name nor its text is of a supported kind. */
export function isWithheld(name: string, text: string, isExport = false): boolean {
  const beginning = text.slice(0, longestBeginning)
  const plain = isExport ? name.replace(/\.gz$/i, '') : name
  const isKnown = hasOwnEnding(plain) || (isExport && exportEnding.test(plain)) || ownBeginning.test(beginning)
  return notText.test(beginning) || !isKnown
}
