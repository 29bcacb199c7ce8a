/** Rows of a step's table as written: the header first. */
export type Rows = readonly (readonly string[])[]
