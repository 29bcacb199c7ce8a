/** Endings of the files that are made to be read here; what another file holds may be anything. */
const ownEnding = /\.(?:ya?ml|jsonc?|jsonl|ndjson|csv|tsv|feature)$/i
/** Endings of exports beside those: of the shell, and of Terraform. */
const exportEnding = /\.(?:ps1|psd1|xml|clixml|txt|tf|tofu|tfvars|tfstate)$/i
/** The first line of a mapping or a list, below comments. */
const ownBeginning =
  /^\ufeff?(?:[ \t]*(?:#[^\n]*)?\r?\n|---[ \t]*\r?\n|%YAML[^\n]*\n)*\s*(?:\{|\[\s*[\]{"']|- |["']?[\w-]+["']?[ \t]*:(?:\s|$))/
const longestBeginning = 4096
// biome-ignore lint/suspicious/noControlCharactersInRegex: no text has them
const notText = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/

/** Whether a name ends like that of a file that is read here. */
export function hasOwnEnding(name: string): boolean {
  return ownEnding.test(name)
}

/** Whether diagnostics keep silent about what a file holds: neither its name nor its text is of a kind that is read here. */
export function isWithheld(name: string, text: string, isExport = false): boolean {
  const beginning = text.slice(0, longestBeginning)
  const plain = isExport ? name.replace(/\.gz$/i, '') : name
  const isKnown = hasOwnEnding(plain) || (isExport && exportEnding.test(plain)) || ownBeginning.test(beginning)
  return notText.test(beginning) || !isKnown
}
