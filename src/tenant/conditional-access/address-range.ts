export {
  type Cidr as AddressRange,
  cidrContains as rangeContains,
  parseCidr as parseRange,
} from '../../source/text/parse-cidr.ts'
export { type RangeIndex, rangeIndex } from '../../source/text/range-index.ts'
