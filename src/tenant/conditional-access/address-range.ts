export {
  type Cidr as AddressRange,
  cidrContains as rangeContains,
  parseCidr as parseRange,
} from '../../source/text/parse-cidr.ts'
