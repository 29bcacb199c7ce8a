/** A number as people read it: `77,714`. */
export const numberText = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',')
