/** Mutants that behave as the original, by key, each with the reason. */
export const equivalent = new Map([])
