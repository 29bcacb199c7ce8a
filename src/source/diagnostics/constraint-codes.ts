/** Documented constraints that a plan breaks; each entry names its page in `citation`. */
export const constraintCodes = {}
