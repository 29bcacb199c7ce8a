/** Mutants that survived once and got a test of their own; each sample judges them again. */
export const killedNow = []
