/** Of more objects of a kind than these only what is needed is kept: one place, and a count in the report. */
export const many = 1000
