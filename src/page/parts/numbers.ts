/** A number as people read it: `77,714`. */
export const numberText = (value: number): string => value.toLocaleString('en-US')
