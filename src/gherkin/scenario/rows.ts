/** Rows of a step's table as written, header first. */
export type Rows = readonly (readonly string[])[]
