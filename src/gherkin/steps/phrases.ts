import { quotedSource } from '../../source/text/quoted-name.ts'

/** Words that join the parts of a sentence; a name that contains one must be quoted. */
export const connectives =
  'from|with|to|must|uses|use|tries|is|are|by|requires|decides|refuses|pass|passes|becomes|creates|deletes|completes|moves|has|cannot|contacts|succeeds|on an? (?:[a-zA-Z-]+ ){1,3}device'

/**
 * A quoted name, or words up to the next joint, that do not begin with one of the given words. The joints stand here once:
 * Cucumber takes every expression apart that a step matches, which takes long for a long one.
 */
// A word ends before a blank, which belongs to the next word unless the sentence needs it.
export const phraseBut = (words: string): RegExp =>
  new RegExp(`(?:(?:[Tt]he|[Aa]n?) )?${quotedSource}|(?!${words})(?:(?!(?:${connectives})(?: |$))[^\\s"]+(?= |$) ?)+`)
