/** Why another place belongs to a problem, in the words that introduce the place. */
export const relatedNotes = {
  'first-given': 'first given at',
  declared: 'declared at',
  'named-by': 'named at',
  'because-of': 'because of',
  contradicts: 'contradicts',
  'imported-from': 'imported from',
} as const

/** Why another place belongs to a problem. */
export type RelatedNote = keyof typeof relatedNotes
